//! TXT-001: a character or phrase written twice.

use super::meeting::meet;
use super::surplus;
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::lexicon::marker::marker_at;
use crate::lexicon::words::{WordClass, words_at};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("TXT-001", check);

/// Doubled characters looked at: a text of nothing else is no notice.
const MOST: usize = 400;
/// SharedNames of up to this many characters are looked for twice in a row.
const PHRASE_CHARS: usize = 8;
/// Slots for the last places of characters.
const SLOTS: usize = 4096;
/// Bytes of a Chinese character.
const HAN: usize = 3;

fn check(draft: &Draft, findings: &mut Findings) {
    let mut found: Vec<(TextRange, Severity)> = Vec::new();
    found.extend(doubled_phrases(draft).into_iter().map(|range| (range, severity_of(draft, range))));
    let (known, unknown) = doubled_characters(draft);
    // Where the first ends a word, the second may begin one that no list knows:
    // 创新|新金融模式, though the text has 创新金融 elsewhere; 试题|题型.
    let grade = |range, sure, unsure| if surplus::ends_a_word(draft, range) { unsure } else { sure };
    let known = known.into_iter().filter(|range| surplus::is_likely(draft, *range) && !meet(draft, *range));
    found.extend(known.map(|range| (range, grade(range, Severity::Error, Severity::Warning))));
    let unknown = unknown.into_iter().filter(|range| surplus::is_sure(draft, *range) && !meet(draft, *range));
    // 带教|教师: no list may know the first word.
    found.extend(unknown.map(|range| (range, Severity::Hint)));
    found.sort_unstable_by_key(|(range, _)| *range);
    found.dedup_by(|later, earlier| later.0.start < earlier.0.end);
    for (range, severity) in found {
        let half = TextRange::new(range.start, range.start + range.len() / 2);
        let message = format!("“{}”疑重复，应为“{}”。", draft.slice(range), draft.slice(half));
        findings.add(range, message).severity(severity).fix(half, "");
    }
}

/// The doubled characters: those the words of which, with one of the two taken
/// out, stand elsewhere in the text; and the others.
fn doubled_characters(draft: &Draft) -> (Vec<TextRange>, Vec<TextRange>) {
    let text = draft.text();
    let candidates: Vec<Candidate> = candidates(text).take(MOST).collect();
    let wanted: HashSet<[char; 4]> = candidates.iter().flat_map(|c| c.grams.iter().copied()).collect();
    let found = found_in(text, &wanted);
    let (known, unknown): (Vec<Candidate>, Vec<Candidate>) =
        candidates.into_iter().partition(|c| c.grams.iter().any(|gram| found.contains(gram)));
    let ranges = |candidates: Vec<Candidate>| candidates.into_iter().map(|c| c.range).collect();
    (ranges(known), ranges(unknown))
}

/// A noun may stand before what it does not describe: 部门|部门要; a word of two
/// may be a part of both: 影响因素公示|公示尺寸.
fn severity_of(draft: &Draft, phrase: TextRange) -> Severity {
    let half = TextRange::new(phrase.start, phrase.start + phrase.len() / 2);
    let short = half.of(draft.text()).chars().count() <= 2;
    let last = draft.source.tokens_within(half).last();
    let noun = last.is_some_and(|word| draft.class(word) == Some(WordClass::Noun));
    let goes_on = draft.char_at(phrase.end).is_some_and(is_han) || draft.source.gap_before(half.end);
    match (noun && goes_on, opens_item(draft, phrase)) {
        (true, _) => Severity::Hint,
        (false, opens) if opens || short => Severity::Warning,
        (false, _) => Severity::Error,
    }
}

/// Whether a phrase stands right behind the number of an item: a heading whose
/// line end was lost meets the same words of its sentence.
fn opens_item(draft: &Draft, phrase: TextRange) -> bool {
    let line = draft.line(phrase.start).map(|line| line.range);
    line.is_some_and(|line| marker_at(draft.slice(line)).is_some_and(|number| line.start + number.len == phrase.start))
}

/// Those of the wanted runs of four characters that stand in the text.
fn found_in(text: &str, wanted: &HashSet<[char; 4]>) -> HashSet<[char; 4]> {
    let mut found = HashSet::new();
    if wanted.is_empty() {
        return found;
    }
    // Most runs are told from the wanted ones by their last two characters.
    let slot = |a: char, b: char| (a as usize * 31 + b as usize) % SLOTS;
    let mut may_be = [false; SLOTS];
    wanted.iter().for_each(|[.., a, b]| may_be[slot(*a, *b)] = true);
    let mut run = ['\0'; 4];
    for c in text.chars() {
        run = [run[1], run[2], run[3], c];
        if may_be[slot(run[2], run[3])] && wanted.contains(&run) {
            found.insert(run);
        }
    }
    found
}

/// A doubled character and its words without the doubling.
struct Candidate {
    range: TextRange,
    grams: Vec<[char; 4]>,
}

fn candidates(text: &str) -> impl Iterator<Item = Candidate> {
    let mut last = '\0';
    let twice = text.char_indices().filter(move |(_, c)| std::mem::replace(&mut last, *c) == *c);
    twice.filter(|(_, c)| is_han(*c) && !NUMBERS.contains(*c)).filter_map(move |(at, c)| {
        let mut after = text[at + HAN..].chars();
        let mut before = text[..at - HAN].chars().rev();
        let (a, b) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
        if a == c {
            return None;
        }
        let (d, e) = (after.next().unwrap_or_default(), after.next().unwrap_or_default());
        let grams = [[b, a, c, d], [a, c, d, e]].into_iter().filter(|gram| gram.iter().all(|g| is_han(*g)));
        let grams: Vec<[char; 4]> = grams.collect();
        let range = TextRange::new(at - c.len_utf8(), at + c.len_utf8());
        (d != c).then_some(Candidate { range, grams })
    })
}

/// Digits stand side by side.
const NUMBERS: &str = "一二三四五六七八九十〇";
/// A level meets the name of a unit, and what is counted is said twice, whole
/// phrases as well: 市县市县, 一条条一条条.
const SPOKEN: &str = "省市县区乡镇村国部局一二三四五六七八九十〇层久时处人家年月日天点步个项件条次级各种样娃狠";

/// SharedNames written twice in a row: each character comes back at the distance
/// of the phrase's length, as many times as it is long.
fn doubled_phrases(draft: &Draft) -> Vec<TextRange> {
    let text = draft.text();
    let mut found: Vec<TextRange> = Vec::new();
    let mut seen = [0_usize; SLOTS];
    let mut returns = [(0_usize, 0_usize); PHRASE_CHARS + 1];
    let mut free = 0;
    for (index, (at, c)) in text.char_indices().enumerate() {
        // Slots are shared; the words themselves are compared below.
        let slot = c as usize % SLOTS;
        let distance = (index + 1).saturating_sub(seen[slot]);
        seen[slot] = index + 1;
        if !(2..=PHRASE_CHARS).contains(&distance) || !is_han(c) {
            continue;
        }
        let (last, count) = returns[distance];
        let count = if last + 1 == index { count + 1 } else { 1 };
        returns[distance] = (index, count);
        let len = distance * HAN;
        let end = at + HAN;
        if count >= distance && end >= free + 2 * len && text.get(end - 2 * len..end - len) == text.get(end - len..end)
        {
            let range = TextRange::new(end - 2 * len, end);
            if is_slip(draft, range, distance) {
                free = range.end;
                found.push(range);
            }
        }
    }
    found
}

/// Whether a word reaches over `at`: 申请人|申请|人才.
fn reaches_over(draft: &Draft, at: usize) -> bool {
    !draft.source.is_border(at)
}

/// Whether a noun ends one name and opens another: 租房补贴|补贴时限, 未来产业|产业链.
fn names_meet(draft: &Draft, range: TextRange) -> bool {
    let is_noun = |token: TextRange| matches!(draft.class(token), Some(WordClass::Noun | WordClass::VerbalNoun));
    let half = TextRange::new(range.start, range.start + range.len() / 2);
    let mut own = draft.source.tokens_within(half);
    let one = own.next().filter(|_| own.next().is_none());
    let before = draft.char_before(range.start).is_some_and(is_han);
    let goes_on = draft.source.token_at(range.end).is_some_and(|next| next.start == range.end && is_noun(next));
    let compound = words_at(&draft.text()[half.end..]).any(|word| word.len > half.len());
    before && one.is_some_and(is_noun) && (goes_on || compound)
}

/// Whether a phrase of `chars` characters that stands twice in `range` is a
/// slip rather than a way of speaking (一步一步) or two names that meet.
fn is_slip(draft: &Draft, range: TextRange, chars: usize) -> bool {
    let half = &draft.slice(range)[..range.len() / 2];
    let mut all = half.chars();
    let first = all.next();
    let uniform = all.clone().all(|c| Some(c) == first);
    let spoken = half.starts_with('一') || chars == 2 && half.chars().any(|c| SPOKEN.contains(c));
    let han = half.chars().all(is_han);
    // 企业|创业|创新: the same characters at the rims of other words.
    let whole = draft.source.is_border(range.start);
    let goes_on = draft.after(range.end).starts_with(half) || reaches_over(draft, range.end);
    // 体育\\体育: a mark between them is an end of a line or a list.
    let parted = draft.source.pasted(range).contains(|c: char| c == '\n' || !is_han(c) && !c.is_whitespace());
    han && !names_meet(draft, range) && !parted && whole && !uniform && !spoken && !goes_on
}
