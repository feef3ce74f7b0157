//! A draft as the counts see it: Chinese characters, and one mark for all else.

use crate::check::draft::{Draft, is_han};
use crate::lexicon::words::{MARK, Word, Words};
use crate::span::TextRange;
use std::ops::Range;

/// Words of more characters are not looked for around a place.
const WORD_CHARS: usize = 4;
/// A document number begins so far before its year.
const NUMBER_CHARS: usize = 8;

/// The characters of a draft, blanks left out.
pub struct Document {
    /// What stands there.
    pub written: Vec<char>,
    /// Within quotation marks.
    pub quoted: Vec<bool>,
    /// Within a title or a document number: left alone.
    pub spared: Vec<bool>,
    places: Vec<u32>,
}

/// A word that stands around a place, as it is or with another character there.
pub struct Cover {
    /// Its characters in the document.
    pub range: Range<usize>,
    /// The binary logarithm of its count.
    pub weight: u8,
}

impl Document {
    /// The characters of a draft.
    pub fn new(draft: &Draft) -> Self {
        let characters = || draft.text().char_indices().filter(|(_, c)| !matches!(c, ' ' | '\u{3000}'));
        let count = characters().count();
        let (mut written, mut places) = (Vec::with_capacity(count), Vec::with_capacity(count + 1));
        let (mut quoted, mut spared) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for (at, c) in characters() {
            written.push(c);
            quoted.push(draft.marks.in_quotes(at));
            spared.push(draft.marks.in_title(at));
            places.push(at as u32);
        }
        places.push(draft.text().len() as u32);
        spare_numbers(&written, &mut spared);
        Self { written, quoted, spared, places }
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.written.len()
    }

    /// The place of characters in the text.
    pub fn range(&self, chars: Range<usize>) -> TextRange {
        TextRange::new(self.places[chars.start] as usize, self.places[chars.end] as usize)
    }

    /// The Chinese character at `at`; [`MARK`] for every other, and beyond both
    /// ends.
    pub fn char(&self, at: Option<usize>) -> char {
        let written = at.and_then(|at| self.written.get(at)).copied();
        written.filter(|c| is_han(*c) && *c != '〇').unwrap_or(MARK)
    }

    /// The characters of `range`, as far as there are any, with `c` at `at`.
    pub fn with(&self, range: Range<usize>, at: usize, c: char) -> String {
        let range = range.start..range.end.min(self.len());
        range.map(|place| if place == at { c } else { self.char(Some(place)) }).collect()
    }

    /// The words of two to four characters around `at`, if `c` stood there.
    pub fn covers(&self, at: usize, c: char) -> Vec<Cover> {
        let mut covers = Vec::new();
        for start in at.saturating_sub(WORD_CHARS - 1)..=at {
            let text = self.with(start..start + WORD_CHARS, at, c);
            let words = Words::default().at(&text).map(|word: Word| (word.len / c.len_utf8(), word.weight));
            let around = words.filter(|(chars, _)| start + chars > at);
            covers.extend(around.map(|(chars, weight)| Cover { range: start..start + chars, weight }));
        }
        covers
    }
}

/// Spares the letters before each year in brackets: 青政办发〔2024〕.
fn spare_numbers(written: &[char], spared: &mut [bool]) {
    let opens = |c: &char| matches!(c, '〔' | '﹝' | '[' | '【' | '（' | '(');
    for open in (0..written.len()).filter(|at| opens(&written[*at])) {
        let digits = written[open + 1..].iter().take(5).take_while(|c| c.is_ascii_digit());
        if digits.count() == 4 {
            let letters = (open.saturating_sub(NUMBER_CHARS)..open).rev();
            letters.take_while(|at| is_han(written[*at])).for_each(|at| spared[at] = true);
        }
    }
}
