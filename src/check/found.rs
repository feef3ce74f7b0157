//! One report of a rule, and the finding that is made of it.

use super::excerpt::{excerpts, paragraph};
use super::fixes::Mend;
use super::rule::Rule;
use crate::analysis::{Finding, Fix, Severity};
use crate::source::{CELL, Source};
use crate::span::{Span, TextRange};
use std::borrow::Cow;
use std::collections::HashMap;

/// The words of a finding are shown up to this many characters.
const WORDS: usize = 60;
/// A mark alone is shown with so many characters on each side.
const BESIDE: usize = 4;
/// A finding is known again by its words and so many characters of its clause
/// on each side; where it fills its clause, of its line.
const KNOWN_BY: usize = 2;
const KNOWN_BY_LINE: usize = 6;

/// One report of a rule, in places of the cleaned view.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub rule: &'static Rule,
    pub range: TextRange,
    pub severity: Severity,
    pub related: Vec<TextRange>,
    pub mends: Vec<Mend>,
    /// What they come to in the text as pasted.
    pub fixes: Vec<Fix>,
    /// Where its words stand in the text as pasted, where the view does not
    /// hold them all.
    exact: Option<Span>,
    pub message: Cow<'static, str>,
}

impl Found {
    pub fn new(rule: &'static Rule, range: TextRange, message: Cow<'static, str>) -> Self {
        Self {
            rule,
            range,
            severity: rule.severity,
            message,
            related: Vec::new(),
            mends: Vec::new(),
            fixes: Vec::new(),
            exact: None,
        }
    }

    /// Matters this much here, unlike the rule's usual severity.
    pub fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Also points at `range`.
    pub fn related(&mut self, range: TextRange) -> &mut Self {
        self.related.push(range);
        self
    }

    /// Suggests `text` in the place of `range`.
    pub fn fix(&mut self, range: TextRange, text: impl Into<String>) -> &mut Self {
        self.mends.push(Mend::Write(range, text.into()));
        self
    }

    /// Suggests to take out the white space right before the byte `at`.
    pub fn close_gap(&mut self, at: usize) -> &mut Self {
        self.mends.push(Mend::CloseGap(at));
        self
    }

    /// Is about the words at `span` of the text as pasted.
    pub fn exactly(&mut self, span: Span) -> &mut Self {
        self.exact = Some(span);
        self
    }

    /// Suggests `text` in the place of `span` of the text as pasted.
    pub fn fix_exactly(&mut self, span: Span, text: impl Into<String>) -> &mut Self {
        self.mends.push(Mend::Exact(span, text.into()));
        self
    }

    /// The finding. `seen` counts the findings that nothing but their place
    /// tells apart.
    pub fn publish(self, source: &Source, seen: &mut HashMap<String, u32>) -> Finding {
        let key = self.key(source);
        let nth = seen.entry(key.clone()).or_default();
        *nth += 1;
        let excerpts = excerpts(source, self.range, &self.fixes);
        let mut fixes = self.fixes.into_iter();
        Finding {
            id: id(&key, *nth),
            code: self.rule.code,
            title: self.rule.title,
            severity: self.severity,
            message: self.message.into_owned(),
            basis: self.rule.basis,
            span: self.exact.unwrap_or_else(|| source.span(self.range)),
            words: shortened(&source.written(with_context(source, self.range))),
            paragraph: paragraph(source, self.range.start),
            related: self.related.iter().map(|r| source.span(*r)).collect(),
            fix: fixes.next(),
            more_fixes: fixes.collect(),
            excerpts,
            members: Vec::new(),
            apart: self.rule.apart,
        }
    }

    /// What it is known by while the text elsewhere changes, and while others
    /// of its rule come and go: its rule, its words, the words beside them.
    fn key(&self, source: &Source) -> String {
        let clause = beside(source, self.range, KNOWN_BY, char::is_alphanumeric);
        let known =
            if clause == self.range { beside(source, self.range, KNOWN_BY_LINE, |c| c != '\n') } else { clause };
        let before = source.slice(TextRange::new(known.start, self.range.start));
        let after = source.slice(TextRange::new(self.range.end, known.end));
        format!("{}\0{before}\0{}\0{after}", self.rule.code, source.slice(self.range))
    }
}

/// A mark alone says little: it takes a few characters of its line with it.
fn with_context(source: &Source, range: TextRange) -> TextRange {
    if source.slice(range).chars().nth(1).is_some() {
        return range;
    }
    beside(source, range, BESIDE, |c| c != '\n' && c != CELL)
}

/// `range` with up to `count` characters on each side, as far as all are `near`.
fn beside(source: &Source, range: TextRange, count: usize, near: fn(char) -> bool) -> TextRange {
    let text = source.clean();
    let near = |c: &char| near(*c);
    let before: usize = text[..range.start].chars().rev().take(count).take_while(near).map(char::len_utf8).sum();
    let after: usize = text[range.end..].chars().take(count).take_while(near).map(char::len_utf8).sum();
    TextRange::new(range.start - before, range.end + after)
}

/// At most [`WORDS`] characters of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// A name made of the key of a finding and the count of those alike so far
/// (FNV-1a).
fn id(key: &str, nth: u32) -> String {
    let bytes = key.bytes().chain(nth.to_le_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
