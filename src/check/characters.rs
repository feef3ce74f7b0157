//! The characters of a draft as the counts see it, and where two meet that
//! seldom do: what every rule of the wording starts from.

use crate::lexicon::letter::is_han;
use crate::lexicon::words::{Known, MARK};
use crate::span::TextRange;
use std::ops::Range;

/// A pair of a greater weight is no sign of a slip.
const RARE: u8 = 3;
/// Of so many characters the place of one is kept.
const APART: usize = 8;
/// So many characters share a word of bits.
const BITS: usize = u64::BITS as usize;

/// The characters of a draft, blanks left out.
pub(super) struct Characters {
    /// What stands there.
    pub written: Vec<char>,
    /// Where every [`APART`]th stands.
    places: Vec<u32>,
    /// Before which characters blanks were left out, with the bytes of all
    /// blanks up to there.
    blanks: Vec<(u32, u32)>,
    /// Whether each seldom follows the one before it, both being Chinese: a bit.
    rare: Vec<u64>,
}

impl Characters {
    /// Those of a cleaned view.
    pub fn new(text: &str) -> Self {
        // Counted first: lists that grow take up to twice the room.
        let all = text.chars().count();
        let mut written = Vec::with_capacity(all);
        let (mut places, mut blanks) = (Vec::with_capacity(all / APART + 1), Vec::new());
        let mut rare = vec![0; all / BITS + 1];
        let (mut before, mut blank) = (None, 0);
        for (at, c) in text.char_indices() {
            if matches!(c, ' ' | '\u{3000}') {
                blank += c.len_utf8() as u32;
                blanks.push((written.len() as u32, blank));
                continue;
            }
            if written.len() % APART == 0 {
                places.push(at as u32 - blank);
            }
            let seen = Some(counted(c)).filter(|seen| *seen != MARK).map(Known::new);
            let pair = before.zip(seen).map(|(before, seen): (Known, Known)| before.before(seen));
            if pair.is_some_and(|weight| weight.is_none_or(|weight| weight <= RARE)) {
                rare[written.len() / BITS] |= 1 << (written.len() % BITS);
            }
            written.push(c);
            before = seen;
        }
        Self { written, places, blanks, rare }
    }

    /// The place of characters, of which there is at least one, in the text.
    pub fn range(&self, chars: Range<usize>) -> TextRange {
        let start = self.place(chars.start);
        let blank = self.blank(chars.end - 1) - self.blank(chars.start);
        TextRange::new(start, start + width(&self.written[chars]) + blank)
    }

    /// The byte of the text where the character at `at` stands.
    fn place(&self, at: usize) -> usize {
        let kept = at / APART;
        self.places[kept] as usize + width(&self.written[kept * APART..at]) + self.blank(at)
    }

    /// The bytes of all blanks before the character at `at`.
    fn blank(&self, at: usize) -> usize {
        let before = self.blanks.partition_point(|(behind, _)| *behind as usize <= at);
        self.blanks[..before].last().map_or(0, |(_, bytes)| *bytes as usize)
    }

    /// Whether characters, of which there is at least one, are all Chinese and no
    /// blank parts them.
    pub fn is_run(&self, chars: Range<usize>) -> bool {
        let written = self.written.get(chars.clone());
        written.is_some_and(|written| written.iter().all(|c| is_han(*c)))
            && self.blank(chars.start) == self.blank(chars.end - 1)
    }

    /// The place of characters in the text, if they are such a run.
    pub fn run(&self, chars: Range<usize>) -> Option<TextRange> {
        self.is_run(chars.clone()).then(|| self.range(chars))
    }

    /// The Chinese character at `at`; [`MARK`] for every other, and beyond both
    /// ends.
    pub fn char(&self, at: Option<usize>) -> char {
        at.and_then(|at| self.written.get(at)).map_or(MARK, |c| counted(*c))
    }

    /// Whether a character seldom follows the one before it.
    pub fn is_rare(&self, at: usize) -> bool {
        self.rare.get(at / BITS).is_some_and(|bits| bits >> (at % BITS) & 1 == 1)
    }

    /// The characters that seldom follow the one before them, in order.
    pub fn rare(&self) -> impl Iterator<Item = usize> {
        self.rare.iter().enumerate().flat_map(|(nth, bits)| set_bits(*bits).map(move |bit| nth * BITS + bit))
    }
}

/// The places of the bits that are set.
fn set_bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (bit < BITS).then_some(bit)
    })
}

/// The bytes that characters take.
fn width(chars: &[char]) -> usize {
    chars.iter().map(|c| c.len_utf8()).sum()
}

/// A character as it was counted.
fn counted(c: char) -> char {
    if is_han(c) && c != '〇' { c } else { MARK }
}

#[cfg(test)]
mod tests {
    use super::Characters;

    #[test]
    fn rare_pairs_are_told_across_blanks_but_not_across_marks() {
        let characters = Characters::new("达成协 仪，仪式");
        let rare: Vec<usize> = (0..=characters.written.len()).filter(|at| characters.is_rare(*at)).collect();
        assert_eq!(rare, [3]);
        assert_eq!(characters.rare().collect::<Vec<_>>(), rare);
        assert_eq!(characters.written[3], '仪');
        assert_eq!(characters.run(0..3).map(|range| range.len()), Some(9));
        assert_eq!(characters.run(2..4), None);
        assert_eq!(characters.run(3..5), None);
    }
}
