//! Whether a doubled character is one too many, by the words around it.

use crate::check::draft::{Draft, is_han};
use crate::lexicon::words::{Word, Words, occurrences, pair, word_of_two, words_at};
use crate::span::TextRange;

/// How much more probable the words must become without the second character,
/// as a binary logarithm: where nothing else speaks for a slip, and where the
/// words stand elsewhere without it.
const SURE_GAIN: u16 = 10;
const LIKELY_GAIN: u16 = 8;
/// A character that meets itself so often, as a binary logarithm, in words side by
/// side (国国, 水水, 会会) must make so much more of a difference.
const OFTEN: u8 = 10;
const OFTEN_GAIN: u16 = 3;
/// Of a character that was counted less often the counts say nothing: 娃娃.
const LEAST_COUNTED: f64 = 100.0;
/// Words are divided this many characters around a doubled one.
const AROUND: usize = 6;

/// Whether the words alone say so. Quotations are left alone.
pub(super) fn is_sure(draft: &Draft, range: TextRange) -> bool {
    let quoted = draft.marks.in_title(range.start) || draft.marks.in_quotes(range.start);
    !quoted && (is_particle(draft, range) || gains(draft, range, SURE_GAIN))
}

/// Whether the words at least do not speak against it.
pub(super) fn is_likely(draft: &Draft, range: TextRange) -> bool {
    gains(draft, range, LIKELY_GAIN)
}

/// Whether the words around a doubled character become more probable without
/// it: what one word ends with and the next begins with costs little, and so does
/// what often stands alone.
fn gains(draft: &Draft, range: TextRange, least: u16) -> bool {
    let text = draft.text();
    let half = range.start + range.len() / 2;
    let before = text[..range.start].char_indices().rev().take(AROUND).take_while(|(_, c)| is_han(*c)).last();
    let before = &text[before.map_or(range.start, |(at, _)| at)..half];
    let after = &text[half..];
    let end = after.char_indices().take_while(|(_, c)| is_han(*c)).map(|(at, c)| at + c.len_utf8()).take(AROUND).last();
    let (second, rest) = after[..end.unwrap_or(0)].split_at(range.len() / 2);
    let Some(c) = second.chars().next().filter(|c| occurrences(*c) >= LEAST_COUNTED) else { return false };
    let often = pair(c, c).is_some_and(|weight| weight >= OFTEN);
    let least = if often { least + OFTEN_GAIN } else { least };
    let (words, cost) = Words::default().division(&[before, second, rest].concat());
    !names_an_office(second, rest)
        && !is_said_of_each(rest)
        && !is_one_word(&words, before.len() - second.len(), range.len())
        && cost >= Words::default().division(&[before, rest].concat()).1 + least
}

/// Whether the two are a word of their own: 远远, 层层.
fn is_one_word(words: &[Word], at: usize, len: usize) -> bool {
    let mut start = 0;
    words.iter().any(|word| {
        start += word.len;
        start - word.len == at && word.len == len
    })
}

/// Whether the first of the two ends a word.
pub(super) fn ends_a_word(draft: &Draft, range: TextRange) -> bool {
    let first = draft.slice(range).chars().next();
    let before = draft.char_before(range.start);
    before.zip(first).is_some_and(|(before, first)| word_of_two(before, first).is_some())
}

/// Whether a particle stands twice where the second begins no word: 的的负责人,
/// but not 的的确确, 为了了解, and the first ends none: 可以以原价.
fn is_particle(draft: &Draft, range: TextRange) -> bool {
    const PARTICLES: &str = "的了在于前对要和与及将为把被应须请从向由并以是有各所已";
    let second = &draft.text()[range.start + range.len() / 2..];
    let first = draft.slice(range).chars().next().unwrap_or_default();
    PARTICLES.contains(first) && !ends_a_word(draft, range) && words_at(second).next().is_none()
}

/// The end of a unit meets the title of an office: 财政厅厅长, 内科科主任.
fn names_an_office(second: &str, rest: &str) -> bool {
    const ENDINGS: &str = "厅局科院委办所站室队部处馆校会台村学库源班组";
    ENDINGS.contains(second) && rest.starts_with(['长', '主', '副', '护', '属', '务'])
}

/// Each of what is counted: 班班有记录.
fn is_said_of_each(rest: &str) -> bool {
    rest.starts_with(['有', '都', '见'])
}
