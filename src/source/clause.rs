//! The clauses of a stretch of the cleaned view.

use super::{Source, TokenKind};
use crate::span::TextRange;

/// A clause, without the mark that ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its words.
    pub range: TextRange,
    /// Its tokens, as places in [`Source::tokens`].
    pub first: usize,
    /// The token behind its last one.
    pub end: usize,
    /// The mark that ends it; nothing at the end of a line or of the stretch.
    pub stop: Option<char>,
}

/// The clauses of a stretch, in order.
pub struct Clauses<'s, 't> {
    source: &'s Source<'t>,
    range: TextRange,
    next: usize,
    end: usize,
}

impl<'s, 't> Clauses<'s, 't> {
    pub(super) fn new(source: &'s Source<'t>, range: TextRange) -> Self {
        let tokens = source.tokens_in(range);
        Self { source, range, next: tokens.start, end: tokens.end }
    }

    /// The token behind the bracket that opens at `at`, if it closes within.
    fn behind_bracket(&self, at: usize) -> Option<usize> {
        let close = self.source.partner(at).filter(|close| *close < self.end)?;
        Some(close + 1)
    }
}

impl Iterator for Clauses<'_, '_> {
    type Item = Clause;

    fn next(&mut self) -> Option<Clause> {
        let tokens = self.source.tokens();
        let first = self.next;
        if first >= self.end {
            return None;
        }
        let mut at = first;
        while at < self.end && !tokens[at].ends_clause() {
            at = self.behind_bracket(at).unwrap_or(at + 1);
        }
        self.next = at + 1;
        let stop = tokens[..self.end].get(at).filter(|token| token.kind == TokenKind::Stop);
        let stop = stop.and_then(|token| self.source.slice(token.range()).chars().next());
        let start = tokens[first].range().start;
        let end = if at < self.end { tokens[at].range().start } else { self.range.end };
        Some(Clause { range: TextRange::new(start, end), first, end: at, stop })
    }
}
