//! A character lost once where the text elsewhere has it.

use crate::check::draft::{Draft, is_han};
use crate::check::sieve::Sieve;
use crate::lexicon::words::pair;
use crate::span::TextRange;
use std::collections::{HashMap, HashSet};

/// The whole must stand so often, the shortened form once.
const LEAST: usize = 3;
/// A pair of a greater weight meets by itself.
const RARE: u8 = 3;
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

/// A character and where it stands, in bytes.
struct Place {
    at: u32,
    c: char,
}

/// The four characters around a place and how many stand before it.
type Key = ([char; AROUND], usize);

/// The places where a character is lost.
pub(super) fn find(draft: &Draft) -> Vec<Lost> {
    let mut chars = Vec::with_capacity(draft.text().chars().count());
    chars.extend(draft.text().char_indices().map(|(at, c)| Place { at: at as u32, c }));
    let places = shortened(&chars);
    let wanted: HashSet<Key> = places.iter().map(|place| place.0).collect();
    let wholes = wholes(&chars, &wanted);
    let mut starts: HashMap<[char; AROUND], HashSet<usize>> = HashMap::new();
    for ((key, _), start) in &places {
        starts.entry(*key).or_default().insert(*start);
    }
    let place = |index: usize| chars.get(index).map_or(draft.text().len(), |place| place.at as usize);
    let mut found: Vec<Lost> = Vec::new();
    for ((key, before), start) in &places {
        let Some((lost, _)) =
            wholes.get(&(*key, *before)).filter(|(c, count)| *count >= LEAST && is_han(*c) && !FREE.contains(*c))
        else {
            continue;
        };
        let gap = place(start + before);
        let once = starts.get(key).is_none_or(|starts| starts.len() == 1);
        let range = TextRange::new(place(*start), place(start + AROUND));
        let overlaps = found.last().is_some_and(|last| range.start < last.range.end);
        let at_length = || said_at_length(draft, &chars, start + before, *lost);
        if once && !overlaps && (!parts_words(draft, gap) || at_length()) && !draft.marks.in_title(range.start) {
            let right = key[..*before].iter().chain([lost]).chain(&key[*before..]).collect();
            found.push(Lost { range, right });
        }
    }
    found
}

/// Whether the text elsewhere has the same words with the lost character on
/// both sides of the gap, [`SIDE`] characters of each and [`BOTH`] together:
/// 排水管[网]养护范围, not 带薪[年]休假.
fn said_at_length(draft: &Draft, chars: &[Place], gap: usize, lost: char) -> bool {
    let han = |places: &[Place]| places.iter().take_while(|place| is_han(place.c)).count().min(BOTH);
    let head: Vec<char> = chars[gap.saturating_sub(BOTH)..gap].iter().rev().map(|place| place.c).collect();
    let left = head.iter().take_while(|c| is_han(**c)).count();
    let right = han(&chars[gap..]);
    (SIDE..=left.min(BOTH - SIDE)).any(|left| {
        let (low, high) = (gap - left, gap + BOTH - left);
        let whole = || chars[low..gap].iter().map(|p| p.c).chain([lost]).chain(chars[gap..high].iter().map(|p| p.c));
        BOTH - left <= right && draft.text().contains(&whole().collect::<String>())
    })
}

/// Whether words meet at `at`, one of several characters, or one reaches over it:
/// 督促|房地产 and 带薪休假 lack nothing, though 促进|房地产 and 带薪年休假 stand
/// elsewhere.
fn parts_words(draft: &Draft, at: usize) -> bool {
    let tokens = draft.source.tokens();
    let next = tokens.partition_point(|token| token.range().start < at);
    let Some(before) = next.checked_sub(1).map(|index| tokens[index].range()) else { return false };
    let long = |range: TextRange| range.len() > '一'.len_utf8();
    let behind = tokens.get(next).map(|token| token.range()).filter(|range| range.start == at);
    before.end > at || before.end == at && behind.is_some_and(|behind| long(before) || long(behind))
}

/// Four characters with a rare pair among them, and where they begin.
fn shortened(chars: &[Place]) -> Vec<(Key, usize)> {
    let rare: Vec<bool> = chars.windows(2).map(|two| is_rare(two[0].c, two[1].c)).collect();
    let windows = chars.windows(AROUND).enumerate().filter(|(start, four)| {
        rare[*start..start + AROUND - 1].contains(&true) && four.iter().all(|place| is_han(place.c))
    });
    let places = windows.flat_map(|(start, four)| {
        let key = std::array::from_fn(|at| four[at].c);
        let rare = &rare;
        (1..AROUND).filter(move |before| rare[start + before - 1]).map(move |before| ((key, before), start))
    });
    places.take(MOST).collect()
}

/// Whether two characters meet by chance.
fn is_rare(a: char, b: char) -> bool {
    is_han(a) && is_han(b) && pair(a, b).is_none_or(|weight| weight <= RARE)
}

/// What stands between the wanted characters elsewhere: the one character, and
/// how often; two different ones say nothing.
fn wholes(chars: &[Place], wanted: &HashSet<Key>) -> HashMap<Key, (char, usize)> {
    let sieve = Sieve::new(wanted.iter().map(|(key, _)| key));
    let mut wholes: HashMap<Key, (char, usize)> = HashMap::new();
    for five in chars.windows(AROUND + 1) {
        for before in 1..AROUND {
            let key: [char; AROUND] = std::array::from_fn(|at| five[at + usize::from(at >= before)].c);
            if sieve.passes(&key) && wanted.contains(&(key, before)) {
                let (c, count) = wholes.entry((key, before)).or_insert((five[before].c, 0));
                *count = if *c == five[before].c { *count + 1 } else { 0 };
            }
        }
    }
    wholes
}
