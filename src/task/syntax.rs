//! The tokens of a text as the grammar of clauses walks along them.

use crate::lexicon::class::Classes;
use crate::source::{Source, Token};
use crate::span::TextRange;

/// The tokens of a text, with the times that its blocks hold.
#[derive(Clone, Copy)]
pub(super) struct Syntax<'s, 't> {
    pub source: &'s Source<'t>,
    pub tokens: &'s [Token],
    /// The places of times, in order.
    times: &'s [TextRange],
}

impl<'s, 't> Syntax<'s, 't> {
    pub fn new(source: &'s Source<'t>, times: &'s [TextRange]) -> Self {
        Self { source, tokens: source.tokens(), times }
    }

    pub fn word(&self, at: usize) -> &'s str {
        self.source.slice(self.tokens[at].range())
    }

    /// The words of the tokens from `first` up to `end`.
    pub fn range(&self, first: usize, end: usize) -> TextRange {
        if first >= end {
            let at = self.tokens.get(first).map_or(0, |token| token.range().start);
            return TextRange::new(at, at);
        }
        TextRange::new(self.tokens[first].range().start, self.tokens[end - 1].range().end)
    }

    pub fn has(&self, at: usize, classes: Classes) -> bool {
        self.tokens.get(at).is_some_and(|token| token.classes.has(classes))
    }

    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        at < self.tokens.len() && self.word(at) == word
    }

    /// 由, 统一由, 责成, 应请: what hands the names behind it a task.
    pub fn hands_on(&self, at: usize) -> bool {
        let asks = || self.is(at, "请") && at > 0 && self.has(at - 1, Classes::MODAL);
        // 要求各单位积极支持.
        let opens = at == 0 || at <= self.tokens.len() && !self.tokens[at - 1].is_word();
        let demands = opens && (self.is(at, "要求") || self.is(at, "希望")) && self.has(at + 1, Classes::CLASS_HEAD);
        demands || self.has(at, Classes::HANDING) && (self.word(at).ends_with(['由', '成']) || asks())
    }

    /// The token behind the time that begins in the token at `at`.
    pub fn behind_time(&self, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?.range();
        let time = self.times.get(self.times.partition_point(|time| time.start < token.start))?;
        if time.start >= token.end {
            return None;
        }
        let behind = at + self.tokens[at..].partition_point(|token| token.range().start < time.end);
        Some(behind.max(at + 1))
    }

    /// Whether a time stands wholly between two tokens.
    pub fn holds_time(&self, first: usize, end: usize) -> bool {
        let range = self.range(first, end);
        let next = self.times.get(self.times.partition_point(|time| time.start < range.start));
        next.is_some_and(|time| time.end <= range.end)
    }

    /// The next token at the same depth: a bracket counts as one.
    pub fn next(&self, at: usize, end: usize) -> usize {
        self.source.partner(at).filter(|close| *close < end).map_or(at + 1, |close| close + 1)
    }
}
