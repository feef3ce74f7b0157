//! The names of those who issue and sign: one organ, or several side by side.

use super::words::topic_at;
use crate::analysis::UnitCategory;
use crate::lexicon::list::{LETTER, WordList};
use crate::mention::unit::tail_of;
use crate::source::Source;
use crate::span::TextRange;

/// A name has so many characters.
const NAME_CHARS: std::ops::Range<usize> = 3..41;
/// Names in a row are looked for in so many bytes; a bound of cost.
const ROW_BYTES: usize = 600;
/// A territory at the head of a name ends within so many characters.
const PLACE_CHARS: usize = 5;
/// What the name of a territory ends with.
const TERRITORIES: &[char] = &['省', '市', '县', '区', '旗', '盟', '州', '镇', '乡'];
static NAME_OPENERS: WordList = WordList::of(LETTER, "name openers");
static NATIONAL: WordList = WordList::of(LETTER, "national");
static MORE_TAILS: WordList = WordList::of(LETTER, "more tails");
static CLAUSE_OPENERS: WordList = WordList::of(LETTER, "clause openers");
static BARE: WordList = WordList::of(LETTER, "bare");
static BRANCHES: WordList = WordList::of(LETTER, "branches");
static SEALS: WordList = WordList::of(LETTER, "seals");

/// Whether `name`, as a whole, can be the name of one organ.
pub(super) fn is_organ(name: &str) -> bool {
    let name = without_seal(name);
    NAME_CHARS.contains(&name.chars().take(NAME_CHARS.end).count())
        && name.chars().all(is_spelled)
        && !name.starts_with(['（', '）', '”'])
        && (!name.starts_with(|c: char| c.is_ascii_digit()) || has_year(name))
        && closes_name(name)
        && !CLAUSE_OPENERS.opens(name)
        && topic_at(name).is_none()
}

fn is_spelled(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '（' | '）' | '·' | '“' | '”')
}

/// Whether `text` ends as the name of an organ does.
fn closes_name(text: &str) -> bool {
    ends_like_one(without_brackets(without_seal(text)))
}

fn ends_like_one(name: &str) -> bool {
    tail_of(name).is_some_and(|tail| tail.category != UnitCategory::Class) || MORE_TAILS.closes(name)
}

/// Whether a year stands in the name: as a rule the line of a title, not of a
/// letterhead.
pub(super) fn has_year(name: &str) -> bool {
    name.find('年').is_some_and(|at| name[..at].ends_with(|c: char| c.is_ascii_digit()))
}

fn without_seal(name: &str) -> &str {
    SEALS.before(name).unwrap_or(name)
}

fn without_brackets(name: &str) -> &str {
    match name.rfind('（') {
        Some(open) if name.ends_with('）') => &name[..open],
        _ => name,
    }
}

/// The names that stand in `range` side by side, held apart by 、, by lines, by
/// spaces, or by nothing. Empty if a part of it is no name.
pub(super) fn organs(source: &Source, range: TextRange) -> Vec<TextRange> {
    let mut names: Vec<TextRange> = Vec::new();
    for part in apart(source, range) {
        let words = without_seal(source.slice(part));
        let own = TextRange::new(part.start, part.start + words.len());
        match names.last_mut() {
            Some(last) if goes_on(source.slice(*last), words) => last.end = own.end,
            _ if words.is_empty() => {}
            _ => {
                let row = in_a_row(words);
                if row.is_empty() {
                    return Vec::new();
                }
                names.extend(row.into_iter().map(|(from, to)| TextRange::new(own.start + from, own.start + to)));
            }
        }
    }
    names
}

/// Whether a name goes on behind a line end: with an office of it, or with the
/// branch of an organ of the state.
fn goes_on(name: &str, next: &str) -> bool {
    BARE.contains(next) || lacks_its_place(name) && BRANCHES.closes(next)
}

/// The parts of `range` between marks, lines, and spaces behind a name.
fn apart(source: &Source, range: TextRange) -> Vec<TextRange> {
    let text = source.slice(range);
    let line = |at: usize| {
        let end = text[at..].find('\n').map_or(text.len(), |len| at + len);
        TextRange::new(range.start + at, range.start + end)
    };
    let gaps: Vec<usize> = source.gaps(range).collect();
    let mut spaced = is_letter_spaced(source, line(0));
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().skip(1) {
        if c == '\n' {
            spaced = is_letter_spaced(source, line(at + c.len_utf8()));
        }
        let next = match c {
            '、' | '\n' | '\t' => at + c.len_utf8(),
            _ if !spaced && gaps.binary_search(&(range.start + at)).is_ok() && closes_name(&text[start..at]) => at,
            _ => continue,
        };
        parts.push(TextRange::new(range.start + start, range.start + at));
        start = next;
    }
    parts.push(TextRange::new(range.start + start, range.end));
    parts
}

/// 云溪市林业局云溪市水务局: the names of a row with nothing between them. Empty
/// if `text` is no row of names.
fn in_a_row(text: &str) -> Vec<(usize, usize)> {
    if text.len() > ROW_BYTES || !closes_name(text) || !text.chars().all(is_spelled) {
        return Vec::new();
    }
    let mut names = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices().skip(NAME_CHARS.start) {
        let own = &text[start..at];
        let opens = opens_anew(&text[at..]) || opens_again(&text[..at], &text[at..]) && !lacks_its_place(own);
        if opens && is_organ(own) {
            names.push((start, at));
            start = at;
        }
    }
    if !is_organ(&text[start..]) {
        return Vec::new();
    }
    names.push((start, text.len()));
    names
}

/// Whether a name begins where `rest` does, with a word that opens names.
fn opens_anew(rest: &str) -> bool {
    NAME_OPENERS.opens(rest)
}

/// Whether a name begins where `rest` does, with a place that was named `before`
/// or as the first name of the row does.
fn opens_again(before: &str, rest: &str) -> bool {
    let place = rest.char_indices().take(PLACE_CHARS).skip(2).find(|(_, c)| TERRITORIES.contains(c));
    let named = place.is_some_and(|(at, _)| before.contains(&rest[..at]));
    let level = before.starts_with(TERRITORIES) && rest.chars().next() == before.chars().next();
    let head = before.char_indices().nth(2).is_some_and(|(two, _)| rest.starts_with(&before[..two]));
    named || level || head
}

/// 国家税务总局, 中国人民银行: the place of the branch follows.
fn lacks_its_place(name: &str) -> bool {
    NATIONAL.opens(name) && !name.contains(TERRITORIES)
}

/// Whether the words in `range` are one of the `known` names without its ending.
pub(super) fn is_cut_short(source: &Source, range: TextRange, known: &[TextRange]) -> bool {
    let words = source.slice(range);
    words.chars().count() > NAME_CHARS.start && known.iter().any(|name| source.slice(*name).starts_with(words))
}

/// 青 岭 县 人 民 政 府: the spaces are set, they hold nothing apart.
fn is_letter_spaced(source: &Source, range: TextRange) -> bool {
    let text = source.slice(range);
    source.gaps(range).count() * 2 >= text.chars().count()
}

/// Whether the name is cut off: 办公室 on a line of its own.
pub(super) fn is_bare(name: &str) -> bool {
    BARE.contains(name)
}
