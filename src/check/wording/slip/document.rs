//! A draft as the counts see it: Chinese characters, and one mark for all else.

use crate::check::characters::Characters;
use crate::check::draft::{Draft, is_han};
use crate::check::marks::Marks;
use crate::lexicon::words::Words;
use crate::span::TextRange;
use std::ops::Range;

/// Words of more characters are not looked for around a place.
const WORD_CHARS: usize = 4;
/// A document number begins so far before its year.
const NUMBER_CHARS: usize = 8;

/// A draft, character by character.
pub struct Document<'d> {
    /// What stands there.
    pub written: &'d [char],
    characters: &'d Characters,
    marks: &'d Marks,
    /// The letters of document numbers.
    numbers: Vec<Range<usize>>,
}

/// A word that stands around a place, as it is or with another character there.
pub struct Cover {
    /// Its characters in the document.
    pub range: Range<usize>,
    /// The binary logarithm of its count.
    pub weight: u8,
}

impl<'d> Document<'d> {
    /// The characters of a draft.
    pub fn new(draft: &'d Draft) -> Self {
        let characters = draft.characters();
        let written = characters.written.as_slice();
        Self { written, characters, marks: &draft.marks, numbers: numbers(written) }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// The place of characters in the text.
    pub fn range(&self, chars: Range<usize>) -> TextRange {
        self.characters.range(chars)
    }

    /// The Chinese character at `at`; [`MARK`](crate::lexicon::words::MARK) for
    /// every other, and beyond both ends.
    pub fn char(&self, at: Option<usize>) -> char {
        self.characters.char(at)
    }

    /// Whether the character at `at` seldom follows the one before it.
    pub fn is_rare(&self, at: usize) -> bool {
        self.characters.is_rare(at)
    }

    /// The characters that seldom follow the one before them, in order.
    pub fn rare(&self) -> impl Iterator<Item = usize> {
        self.characters.rare()
    }

    /// Whether the character at `at` stands within quotation marks.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.marks.in_quotes(self.range(at..at + 1).start)
    }

    /// Whether the character at `at` stands within a title or a document number:
    /// it is left alone.
    pub fn is_spared(&self, at: usize) -> bool {
        let next = self.numbers.partition_point(|number| number.end <= at);
        let numbered = self.numbers.get(next).is_some_and(|number| number.start <= at);
        numbered || self.marks.in_title(self.range(at..at + 1).start)
    }

    /// The characters of `range`, as far as there are any, with `c` at `at`.
    pub fn with(&self, range: Range<usize>, at: usize, c: char) -> String {
        let range = range.start..range.end.min(self.len());
        range.map(|place| if place == at { c } else { self.char(Some(place)) }).collect()
    }

    /// The words of two to four characters around `at`, if `c` stood there.
    pub fn covers(&self, at: usize, c: char) -> Vec<Cover> {
        let mut covers = Vec::new();
        let first = at.saturating_sub(WORD_CHARS - 1);
        let text = self.with(first..at + WORD_CHARS, at, c);
        for (start, (byte, _)) in (first..=at).zip(text.char_indices()) {
            let words = Words::default().at(&text[byte..]).map(|word| (word.len / c.len_utf8(), word.weight));
            let around = words.filter(|(chars, _)| start + chars > at && *chars <= WORD_CHARS);
            covers.extend(around.map(|(chars, weight)| Cover { range: start..start + chars, weight }));
        }
        covers
    }
}

/// The letters before each year in brackets: 青政办发〔2024〕.
fn numbers(written: &[char]) -> Vec<Range<usize>> {
    let opens = |c: &char| matches!(c, '〔' | '﹝' | '[' | '【' | '（' | '(');
    let dated = |open: &usize| written[open + 1..].iter().take(5).take_while(|c| c.is_ascii_digit()).count() == 4;
    let opening = (0..written.len()).filter(|at| opens(&written[*at])).filter(dated);
    let letters = |open: usize| {
        let before = written[open.saturating_sub(NUMBER_CHARS)..open].iter().rev();
        open - before.take_while(|c| is_han(**c)).count()..open
    };
    opening.map(letters).collect()
}
