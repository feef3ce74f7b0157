//! 本单位用语: what an office itself wants written one way, kept in a small text
//! file of its own.
//!
//! ```text
//! # Words that are never marked.
//! 云协平台
//! # What is wrong, and what is meant.
//! 部份 => 部分
//! # A pattern in regex syntax between two slashes, and what to say of it.
//! /第\d+号楼/ 楼栋请写全称
//! ```
//!
//! One entry a line; blank lines and those that start with `#` say nothing.
//! Words and patterns are looked for in the text exactly as it is pasted. The
//! engine of the patterns takes time linear in the text whatever the pattern,
//! and [`HouseStyle::marks`] gives up where all of them together would take long.

mod entry;

pub use crate::line::{BadLine, Fault};

use crate::line::{self, Limits};
use crate::span::Span;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use entry::{Entry, MOST_PATTERNS, Pattern};
use std::collections::HashMap;
use std::fmt;

/// Words and patterns.
const MOST: Limits = Limits { lines: 3000, chars: 200 };
/// Characters of text that all patterns together look at, at most, each as
/// often as its weight says.
const MOST_STEPS: usize = 2_000_000;

/// The words and rules of one office, ready to be looked for.
///
/// ```
/// use notice_analyzer::house::HouseStyle;
/// use notice_analyzer::{Options, analyze};
/// let house = HouseStyle::read("部份 => 部分\n/第\\d+号楼/ 楼栋请写全称").unwrap();
/// let options = Options { house, ..Options::default() };
/// let findings = analyze("一、落实部份责任，腾退第3号楼。", &options).findings;
/// let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
/// assert!(codes.contains(&"OWN-001") && codes.contains(&"OWN-002"));
/// ```
#[derive(Clone, Default)]
pub struct HouseStyle {
    /// What it was read from.
    text: String,
    /// The words and pairs, all found in one pass; absent without any.
    words: Option<CharwiseDoubleArrayAhoCorasick<usize>>,
    /// What is meant, for each word that is found; `None` if it is right.
    meant: Vec<Option<String>>,
    patterns: Vec<Pattern>,
}

/// A place of which the office's own style says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HouseMark<'h> {
    /// A word that is right.
    Right(Span),
    /// Wrong words, and what to write instead.
    Wrong(Span, &'h str),
    /// What a pattern matches, and what to say of it.
    Matched(Span, &'h str),
    /// From here on the text is too long for the patterns.
    Unread(Span),
}

impl HouseStyle {
    /// Reads the file of an office.
    ///
    /// # Errors
    ///
    /// Every line that cannot be used, in order.
    pub fn read(text: &str) -> Result<Self, Vec<BadLine>> {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut patterns = Vec::new();
        let mut meant = Vec::new();
        line::read(text, MOST, |_, entry| {
            match entry::read(entry)? {
                Entry::Pattern(_) if patterns.len() == MOST_PATTERNS => return Err(Fault::ManyPatterns),
                Entry::Pattern(pattern) => patterns.push(pattern),
                Entry::Word(word, right) => {
                    let next = known.len();
                    if known.insert(word, next).is_some() {
                        return Err(Fault::Twice);
                    }
                    meant.push(right);
                }
            }
            Ok(())
        })?;
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        let words = if known.is_empty() { None } else { builder.build_with_values(known).ok() };
        Ok(Self { text: text.to_owned(), words, meant, patterns })
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.meant.is_empty() && self.patterns.is_empty()
    }

    /// What it says of `text`: of its words, then pattern by pattern, each in
    /// order.
    pub fn marks(&self, text: &str) -> Vec<HouseMark<'_>> {
        let mut marks: Vec<HouseMark> = self.word_marks(text);
        let weight: usize = self.patterns.iter().map(|pattern| pattern.weight).sum();
        let read = text.char_indices().nth(MOST_STEPS / weight.max(1)).map_or(text.len(), |(at, _)| at);
        for pattern in &self.patterns {
            let mut units = Units::new(text);
            let found = pattern.regex.find_iter(&text[..read]).filter(|found| !found.is_empty());
            marks.extend(found.map(|f| HouseMark::Matched(units.span(f.start(), f.end()), &pattern.message)));
        }
        if read < text.len() {
            marks.push(HouseMark::Unread(Units::new(text).span(read, text.len())));
        }
        marks
    }

    fn word_marks(&self, text: &str) -> Vec<HouseMark<'_>> {
        let mut units = Units::new(text);
        let found = self.words.iter().flat_map(|words| words.leftmost_find_iter(text));
        let mark = |found: daachorse::Match<usize>| {
            let span = units.span(found.start(), found.end());
            match &self.meant[found.value()] {
                Some(right) => HouseMark::Wrong(span, right),
                None => HouseMark::Right(span),
            }
        };
        found.map(mark).collect()
    }
}

impl fmt::Debug for HouseStyle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HouseStyle").field(&self.text).finish()
    }
}

impl PartialEq for HouseStyle {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for HouseStyle {}

/// Turns ascending bytes of a text into UTF-16 code units.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: u32,
}

impl<'t> Units<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, byte: 0, unit: 0 }
    }

    fn span(&mut self, start: usize, end: usize) -> Span {
        Span::new(self.at(start), self.at(end))
    }

    fn at(&mut self, byte: usize) -> u32 {
        self.unit += self.text[self.byte..byte].chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        self.byte = byte;
        self.unit
    }
}

#[cfg(test)]
mod tests;
