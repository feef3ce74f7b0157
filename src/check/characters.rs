//! The characters of a draft as the counts see it, and where two meet that
//! seldom do: what every rule of the wording starts from.

use crate::lexicon::letter::is_han;
use crate::lexicon::words::{MARK, pair};
use crate::span::TextRange;
use std::ops::Range;

/// A pair of a greater weight is no sign of a slip.
const RARE: u8 = 3;

/// The characters of a draft, blanks left out.
pub(super) struct Characters {
    /// What stands there.
    pub written: Vec<char>,
    places: Vec<u32>,
    /// Whether each seldom follows the one before it, both being Chinese.
    rare: Vec<bool>,
}

impl Characters {
    /// Those of a cleaned view.
    pub fn new(text: &str) -> Self {
        // Counted first: lists that grow take up to twice the room.
        let all = text.chars().count();
        let (mut written, mut places) = (Vec::with_capacity(all), Vec::with_capacity(all));
        let mut rare = Vec::with_capacity(all);
        let mut before = MARK;
        for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, ' ' | '\u{3000}')) {
            written.push(c);
            places.push(at as u32);
            let seen = counted(c);
            let meet = before != MARK && seen != MARK;
            rare.push(meet && pair(before, seen).is_none_or(|weight| weight <= RARE));
            before = seen;
        }
        Self { written, places, rare }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// The place of characters, of which there is at least one, in the text.
    pub fn range(&self, chars: Range<usize>) -> TextRange {
        let last = chars.end - 1;
        TextRange::new(self.places[chars.start] as usize, self.places[last] as usize + self.written[last].len_utf8())
    }

    /// The place of characters in the text, if all are Chinese and no blank parts
    /// them.
    pub fn run(&self, chars: Range<usize>) -> Option<TextRange> {
        let written = self.written.get(chars.clone())?;
        let range = self.range(chars);
        let len: usize = written.iter().map(|c| c.len_utf8()).sum();
        (written.iter().all(|c| is_han(*c)) && range.len() == len).then_some(range)
    }

    /// The Chinese character at `at`; [`MARK`] for every other, and beyond both
    /// ends.
    pub fn char(&self, at: Option<usize>) -> char {
        at.and_then(|at| self.written.get(at)).map_or(MARK, |c| counted(*c))
    }

    /// Whether a character seldom follows the one before it.
    pub fn is_rare(&self, at: usize) -> bool {
        self.rare.get(at).is_some_and(|rare| *rare)
    }
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
        let rare: Vec<usize> = (0..=characters.len()).filter(|at| characters.is_rare(*at)).collect();
        assert_eq!(rare, [3]);
        assert_eq!(characters.written[3], '仪');
        assert_eq!(characters.run(0..3).map(|range| range.len()), Some(9));
        assert_eq!(characters.run(2..4), None);
        assert_eq!(characters.run(3..5), None);
    }
}
