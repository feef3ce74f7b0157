//! Places in a text. Two units exist and never mix: [`TextRange`] counts bytes
//! of the cleaned view that the stages read, [`Span`] counts UTF-16 code units
//! of the text exactly as pasted and is the only one that leaves the core.

use serde::{Deserialize, Serialize};

/// `[start, end)` in UTF-16 code units of the text as given, the unit in which
/// a browser's selection and the Language Server Protocol count.
///
/// ```
/// use notice_analyzer::Span;
/// assert!(Span::new(2, 5).contains(4));
/// assert!(!Span::new(2, 5).contains(5));
/// ```
///
/// In JSON it is a pair: `[2, 5]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// One past the last code unit.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to but not including `end`.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Whether the code unit at `offset` lies inside.
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Self {
        Self { start, end }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

/// `[start, end)` in bytes of the cleaned view ([`crate::source::Source::clean`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl TextRange {
    /// The range from `start` up to but not including `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the range holds no byte.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub fn covers(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The same range moved `by` bytes to the right.
    pub fn shift(self, by: usize) -> TextRange {
        TextRange::new(self.start + by, self.end + by)
    }

    /// The range without white space at its ends.
    pub fn trim(self, text: &str) -> TextRange {
        let piece = self.of(text);
        let start = self.start + (piece.len() - piece.trim_start().len());
        TextRange::new(start, start + piece.trim().len())
    }

    /// The bytes of `text` in this range.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}
