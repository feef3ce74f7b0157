//! A character lost once where the text elsewhere has it.

use crate::check::characters::Characters;
use crate::check::draft::{Draft, is_han};
use crate::check::sieve::Sieve;
use crate::span::TextRange;
use rustc_hash::FxHashMap;

/// The whole must stand so often, the shortened form once.
const LEAST: usize = 3;
/// Places looked at: a text of nothing else is no notice.
const MOST: usize = 2000;
/// Characters that come and go.
const FREE: &str = "和与及或的了等并各不要应也一二三四五六七八九十百千万两省市县区乡镇性型总双以房高化内外大小";
/// Characters around the place that must be the same.
const AROUND: usize = 4;

/// So many characters on each side, and on both together, must be the same where
/// whole words meet.
const SIDE: usize = 2;
const BOTH: usize = 6;

/// A stretch that lost a character, and what it should be.
pub(super) struct Lost {
    pub range: TextRange,
    pub right: String,
}

/// The four characters around a place and how many stand before it.
type Key = ([char; AROUND], usize);
/// What stands between them elsewhere, and how often; two different ones say
/// nothing.
type Whole = (char, usize);

/// The places where a character is lost.
pub(super) fn find(draft: &Draft) -> Vec<Lost> {
    let characters = draft.characters();
    let places = shortened(characters);
    let wholes = wholes(&characters.written, &places);
    let mut found: Vec<Lost> = Vec::new();
    for (key @ (four, before), start) in &places {
        let whole = wholes.get(key).filter(|(c, count)| *count >= LEAST && is_han(*c) && !FREE.contains(*c));
        let Some((lost, _)) = whole else { continue };
        let range = characters.range(*start..start + AROUND);
        let gap = characters.range(start + before..start + AROUND).start;
        let once = || places.iter().all(|((other, _), place)| other != four || place == start);
        let overlaps = found.last().is_some_and(|last| range.start < last.range.end);
        let at_length = || said_at_length(draft, &characters.written, start + before, *lost);
        if !overlaps && (!parts_words(draft, gap) || at_length()) && !draft.marks.in_title(range.start) && once() {
            let right = four[..*before].iter().chain([lost]).chain(&four[*before..]).collect();
            found.push(Lost { range, right });
        }
    }
    found
}

/// Whether the text elsewhere has the same words with the lost character on
/// both sides of the gap, [`SIDE`] characters of each and [`BOTH`] together:
/// 排水管[网]养护范围, not 带薪[年]休假.
fn said_at_length(draft: &Draft, chars: &[char], gap: usize, lost: char) -> bool {
    let han = |chars: &mut dyn Iterator<Item = &char>| chars.take_while(|c| is_han(**c)).take(BOTH).count();
    let (left, right) = (han(&mut chars[..gap].iter().rev()), han(&mut chars[gap..].iter()));
    (SIDE..=left.min(BOTH - SIDE)).any(|left| {
        let (low, high) = (gap - left, gap + BOTH - left);
        let whole = || chars[low..gap].iter().chain([&lost]).chain(&chars[gap..high]);
        BOTH - left <= right && draft.text().contains(&whole().collect::<String>())
    })
}

/// Whether words meet at `at`, one of several characters, or one reaches over it:
/// 督促|房地产 and 带薪休假 lack nothing, though 促进|房地产 and 带薪年休假 stand
/// elsewhere.
fn parts_words(draft: &Draft, at: usize) -> bool {
    let token = |at| draft.source.token_at(at);
    let long = |range: TextRange| range.len() > '一'.len_utf8();
    let Some(before) = at.checked_sub(1).and_then(token) else { return false };
    before.end > at || token(at).is_some_and(|behind| long(before) || long(behind))
}

/// Four characters with a rare pair among them, and where they begin.
fn shortened(characters: &Characters) -> Vec<(Key, usize)> {
    let rare = |start: usize| (1..AROUND).filter(move |before| characters.is_rare(start + before));
    let mut next = 0;
    let starts = characters.rare().flat_map(|second| {
        let starts = next.max(second.saturating_sub(AROUND - 1))..second;
        next = second;
        starts
    });
    let runs = starts.filter(|start| characters.is_run(*start..start + AROUND));
    let places = runs.flat_map(|start| {
        let four = std::array::from_fn(|at| characters.written[start + at]);
        rare(start).map(move |before| ((four, before), start))
    });
    places.take(MOST).collect()
}

/// What stands elsewhere between the characters of `places`.
fn wholes(chars: &[char], places: &[(Key, usize)]) -> FxHashMap<Key, Whole> {
    let mut wholes: FxHashMap<Key, Whole> = places.iter().map(|(key, _)| (*key, Whole::default())).collect();
    let ends = Sieve::new(wholes.keys().map(|(four, _)| [four[0], four[AROUND - 1]]));
    for five in chars.windows(AROUND + 1).filter(|five| ends.passes(&[five[0], five[AROUND]])) {
        for before in 1..AROUND {
            let four = std::array::from_fn(|at| five[at + usize::from(at >= before)]);
            if let Some((c, count)) = wholes.get_mut(&(four, before)) {
                let same = *count == 0 && *c == char::default() || *c == five[before];
                (*c, *count) = if same { (five[before], *count + 1) } else { (*c, 0) };
            }
        }
    }
    wholes
}
