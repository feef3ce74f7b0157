//! A word of four and more characters that has lost one within, by counts of
//! official prose: 防汛旱指挥部.

use crate::check::draft::{Draft, is_han};
use crate::lexicon::words::{Words, words_lacking_one};
use crate::span::TextRange;

/// The whole word has so many characters and this weight at least.
const WORD_CHARS: usize = 4;
const WEIGHT: u8 = 7;
/// How much more probable the words must become with the character, as a
/// binary logarithm.
const LEAST_GAIN: u16 = 10;
/// So many characters of a word stand before the gap at most, and are divided
/// into words around it.
const BEFORE: usize = 5;
const AROUND: usize = 10;
/// Bytes of a Chinese character.
const HAN: usize = 3;

/// The words with a gap, each with what it should be.
pub(super) fn find(draft: &Draft) -> Vec<(TextRange, String)> {
    let characters = draft.characters();
    let mut found: Vec<(TextRange, String)> = Vec::new();
    for second in characters.rare() {
        // A blank between the two says that nothing is lost.
        let Some(at) = characters.run(second - 1..second + 1).map(|two| two.start + HAN) else { continue };
        let free = found.last().is_none_or(|(range, _)| range.end <= at);
        if free && !draft.marks.in_title(at) && !draft.marks.in_quotes(at) {
            found.extend(gap_at(draft, at));
        }
    }
    found
}

/// The word that has a gap at `at`.
fn gap_at(draft: &Draft, at: usize) -> Option<(TextRange, String)> {
    let (before, behind) = draft.text().split_at(at);
    let run = before.char_indices().rev().take(BEFORE).take_while(|(_, c)| is_han(*c));
    let words = run.skip(1).flat_map(|(start, _)| {
        let head = &before[start..];
        words_lacking_one(head, behind).map(move |(c, word)| (head, c, word))
    });
    let long = words.filter(|(_, _, word)| word.len >= WORD_CHARS * HAN && word.weight >= WEIGHT);
    let (head, c, word) = long.max_by_key(|(_, _, word)| word.len)?;
    let (run, tail) = around(before, behind);
    let whole = format!("{run}{c}{tail}");
    let range = TextRange::new(at - head.len(), at + word.len - head.len() - c.len_utf8());
    let right = format!("{head}{c}{}", &draft.text()[at..range.end]);
    let cost = |text: &str| Words::default().division(text).1;
    (cost(&format!("{run}{tail}")) >= cost(&whole) + LEAST_GAIN).then_some((range, right))
}

/// The Chinese characters on both sides of a gap, as many as are divided into
/// words.
fn around<'t>(before: &'t str, behind: &'t str) -> (&'t str, &'t str) {
    let run = before.chars().rev().take(AROUND).take_while(|c| is_han(*c)).count();
    let tail = behind.chars().take(AROUND).take_while(|c| is_han(*c)).count();
    (&before[before.len() - run * HAN..], &behind[..tail * HAN])
}
