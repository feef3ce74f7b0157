//! What a rule may look at.

use super::attribution::{Attribution, attributions};
use super::characters::Characters;
use super::marks::Marks;
use super::scan::{Hit, Hits};
use super::signs::Signs;
use crate::analysis::{Analysis, Collation};
use crate::directory::Directory;
use crate::house::{HouseMark, HouseStyle};
pub(super) use crate::lexicon::letter::is_han;
use crate::lexicon::numeral::is_numeral_char;
use crate::lexicon::words::{WordClass, class_of};
use crate::options::Options;
use crate::outline::letter::Letter;
use crate::outline::numbering::Item;
use crate::source::{CELL, CELL_BREAK, Line, Source};
use crate::span::TextRange;
use std::cell::OnceCell;

/// How far a clause or sentence is followed to each side, in bytes: what is
/// longer is cut there, so that an endless line costs no more than its length.
const REACH: usize = 600;

/// What was read in a text: what the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The text and its cleaned view.
    pub source: &'a Source<'a>,
    /// The letter around the text.
    pub letter: &'a Letter,
    /// The numbered items of the body and of each document forwarded.
    pub items: &'a [Vec<Item>],
    /// The result so far.
    pub analysis: &'a Analysis,
}

/// A notice under review: the cleaned view and what was read in it.
pub(super) struct Draft<'a> {
    /// The text and its cleaned view.
    pub source: &'a Source<'a>,
    /// The letter around the text.
    pub letter: &'a Letter,
    /// The numbered items of the body and of each document forwarded.
    pub items: &'a [Vec<Item>],
    /// What the reading found.
    pub analysis: &'a Analysis,
    /// Brackets and quotation marks.
    pub marks: Marks,
    folded: Vec<(usize, char)>,
    hits: Hits,
    characters: OnceCell<Characters>,
    signs: OnceCell<Signs>,
    attributions: OnceCell<Vec<Attribution<'a>>>,
    /// Whether the text is written in something else than Chinese.
    pub foreign: bool,
    /// The units that the office knows.
    pub directory: &'a Directory,
    house: &'a HouseStyle,
    house_marks: OnceCell<Vec<HouseMark<'a>>>,
}

impl<'a> Draft<'a> {
    pub fn new(reading: Reading<'a>, hits: Hits, foreign: bool, options: &'a Options) -> Self {
        let Reading { source, letter, items, analysis } = reading;
        let folded = source.folded().map(|(range, c)| (range.start, c)).collect();
        let marks = Marks::new(source);
        let Options { directory, house, .. } = options;
        Self {
            source,
            letter,
            items,
            analysis,
            marks,
            folded,
            hits,
            characters: OnceCell::new(),
            signs: OnceCell::new(),
            attributions: OnceCell::new(),
            foreign,
            directory,
            house,
            house_marks: OnceCell::new(),
        }
    }

    /// What the office's own style says of the text.
    pub fn house_marks(&self) -> &[HouseMark<'a>] {
        self.house_marks.get_or_init(|| self.house.marks(self.source.text()))
    }

    /// Its characters, and where they seldom meet.
    pub fn characters(&self) -> &Characters {
        self.characters.get_or_init(|| Characters::new(self.text()))
    }

    /// Letters, digits and signs between its Chinese words.
    pub fn signs(&self) -> &Signs {
        self.signs.get_or_init(|| Signs::new(self.text()))
    }

    /// What assigns the tasks.
    pub fn attributions(&self) -> &[Attribution<'a>] {
        self.attributions.get_or_init(|| attributions(self.source, &self.marks, self.analysis))
    }

    /// The body held against the annex.
    pub fn collation(&self) -> &'a Collation {
        &self.analysis.collation
    }

    /// Whether the text sets rules by articles: 第一条.
    pub fn sets_articles(&self) -> bool {
        self.analysis.tasks.iter().any(|task| task.number.iter().any(|number| number.starts_with('第')))
    }

    /// The cleaned view.
    pub fn text(&self) -> &'a str {
        self.source.clean()
    }

    /// The words of `range`.
    pub fn slice(&self, range: TextRange) -> &'a str {
        range.of(self.text())
    }

    /// The places of the words that the rule `code` asked for, in order of
    /// their ends.
    pub fn hits(&self, code: &str) -> &[Hit] {
        self.hits.get(code).map_or(&[], Vec::as_slice)
    }

    /// What kind of word a token is; a number is none, a name that no list has a
    /// noun.
    pub fn class(&self, token: TextRange) -> Option<WordClass> {
        let word = self.slice(token);
        let class = class_of(word).filter(|_| !word.chars().all(is_numeral_char));
        class.or_else(|| self.source.is_named(token).then_some(WordClass::Noun))
    }

    /// The character that the text has where the view folded its width.
    pub fn folded(&self, at: usize) -> Option<char> {
        self.folded.binary_search_by_key(&at, |f| f.0).ok().map(|i| self.folded[i].1)
    }

    /// All folded characters, with their places.
    pub fn all_folded(&self) -> &[(usize, char)] {
        &self.folded
    }

    /// The line that holds the byte `at`.
    pub fn line(&self, at: usize) -> Option<Line> {
        let lines = self.source.lines();
        let index = lines.partition_point(|l| l.range.end < at);
        lines.get(index).copied()
    }

    /// The clause around `range`: up to the next ，。；：！？ or line end on each
    /// side.
    pub fn clause(&self, range: TextRange) -> TextRange {
        self.around(range, is_clause_end)
    }

    /// The sentence around `range`: up to the next 。；！？ or line end on each
    /// side.
    pub fn sentence(&self, range: TextRange) -> TextRange {
        self.around(range, is_sentence_end)
    }

    fn around(&self, range: TextRange, stop: fn(char) -> bool) -> TextRange {
        let text = self.text();
        let low = floor(text, range.start.saturating_sub(REACH));
        let high = floor(text, (range.end + REACH).min(text.len()));
        let before = &text[low..range.start];
        let start = before.rfind(stop).map_or(low, |at| low + at + width(&before[at..]));
        let end = text[range.end..high].find(stop).map_or(high, |at| range.end + at);
        TextRange::new(start, end)
    }

    /// The text before the byte `at`, at most [`REACH`] bytes of it.
    pub fn before(&self, at: usize) -> &'a str {
        &self.text()[floor(self.text(), at.saturating_sub(REACH))..at]
    }

    /// The text from the byte `at` on.
    pub fn after(&self, at: usize) -> &'a str {
        &self.text()[at..]
    }

    /// The text from the byte `at` on, at most [`REACH`] bytes of it.
    pub fn near(&self, at: usize) -> &'a str {
        &self.text()[at..floor(self.text(), at + REACH)]
    }

    /// The character before the byte `at`.
    pub fn char_before(&self, at: usize) -> Option<char> {
        self.text()[..at].chars().next_back()
    }

    /// The character at the byte `at`.
    pub fn char_at(&self, at: usize) -> Option<char> {
        self.text()[at..].chars().next()
    }
}

/// The greatest character boundary of `text` up to `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

fn width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Characters that are enough to tell whether a text is foreign.
const SAMPLE: usize = 4000;

/// Whether a text is written in something else than Chinese: of its letters
/// few are Chinese characters, or kana and Hangul stand among them.
pub(super) fn is_foreign(text: &str) -> bool {
    let (mut han, mut letters, mut other) = (0, 0, 0);
    for c in text.chars().take(SAMPLE) {
        if is_han(c) {
            han += 1;
        } else if c.is_alphabetic() {
            letters += 1;
            other += usize::from(matches!(c, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}'));
        }
    }
    !text.is_empty() && (han * 4 < letters || han == 0 || other * 5 > han)
}

/// Whether `c` ends a sentence, a cell or a line.
pub(super) fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | '\n' | CELL | CELL_BREAK)
}

/// Whether `c` ends a clause.
pub(super) fn is_clause_end(c: char) -> bool {
    is_sentence_end(c) || matches!(c, '，' | '：')
}
