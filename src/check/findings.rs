//! Collects what the rules report and makes it presentable: what touches the
//! unfinished end waits, many of a kind fold into one, and every finding gets
//! an id that survives edits around it.

use super::draft::{Draft, is_sentence_end};
use super::fixes::{self, Mend};
use super::foreign::is_foreign;
use super::rule::Rule;
use crate::analysis::{Finding, Fix, Severity};
use crate::source::{CELL, LineKind, Source};
use crate::span::TextRange;
use std::borrow::Cow;
use std::collections::HashMap;

/// Reports of one rule that are kept: a text of nothing else is no notice.
const MOST: usize = 2000;
/// Messages and words of a folded finding that are spelt out.
const SPELT_OUT: usize = 3;
/// The words of a finding are shown up to this many characters.
const WORDS: usize = 60;
/// A mark alone is shown with so many characters on each side.
const BESIDE: usize = 4;

/// What the rules have reported so far.
pub(super) struct Findings {
    rule: &'static Rule,
    found: Vec<Found>,
    /// Where the reports of the current rule start.
    first: usize,
    /// Takes what is reported beyond [`MOST`].
    spare: Found,
}

/// One report of a rule, in places of the cleaned view.
#[derive(Clone, Debug)]
pub(super) struct Found {
    rule: &'static Rule,
    range: TextRange,
    severity: Severity,
    message: Cow<'static, str>,
    related: Vec<TextRange>,
    mends: Vec<Mend>,
    /// What they come to in the text as pasted.
    fixes: Vec<Fix>,
    /// The other places that a folded finding speaks for.
    folded: Vec<TextRange>,
}

impl Found {
    fn new(rule: &'static Rule, range: TextRange, message: Cow<'static, str>) -> Self {
        Self {
            rule,
            range,
            severity: rule.severity,
            message,
            related: Vec::new(),
            mends: Vec::new(),
            fixes: Vec::new(),
            folded: Vec::new(),
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
}

impl Findings {
    pub fn new(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new(), first: 0, spare: Found::new(rule, TextRange::default(), "".into()) }
    }

    /// The reports from here on are those of `rule`.
    pub fn speak_for(&mut self, rule: &'static Rule) {
        (self.rule, self.first) = (rule, self.found.len());
    }

    /// Reports the words of `range`.
    pub fn add(&mut self, range: TextRange, message: impl Into<Cow<'static, str>>) -> &mut Found {
        let at = self.found.len();
        if at - self.first >= MOST {
            self.spare = Found::new(self.rule, range, message.into());
            return &mut self.spare;
        }
        self.found.push(Found::new(self.rule, range, message.into()));
        &mut self.found[at]
    }

    /// Whether another rule of the same group has reported words of `range`.
    pub fn touch(&self, range: TextRange) -> bool {
        let mut others = self.found.iter().rev().take_while(|f| f.rule.group() == self.rule.group());
        others.any(|f| f.range.start < range.end && range.start < f.range.end)
    }

    /// The findings in the order of the text.
    pub fn finish(mut self, draft: &Draft) -> Vec<Finding> {
        if let Some(end) = unfinished_end(draft) {
            self.found.retain(|f| f.range.end <= end.start && f.related.iter().all(|r| r.end <= end.start));
        }
        settle(&mut self.found, draft.source);
        let mut found = fold(self.found);
        found.sort_by(|a, b| (a.range, a.rule.code).cmp(&(b.range, b.rule.code)));
        let mut seen = HashMap::new();
        found.into_iter().map(|f| f.publish(draft.source, &mut seen)).collect()
    }
}

impl Found {
    /// The words it is about; of a folded finding, the first few.
    fn words(&self, source: &Source) -> String {
        let mut all: Vec<String> = Vec::new();
        for range in std::iter::once(&self.range).chain(&self.folded) {
            let words = shortened(&source.written(with_context(source, *range)));
            if !all.contains(&words) {
                all.push(words);
            }
            if all.len() > SPELT_OUT {
                break;
            }
        }
        list(all)
    }

    fn publish(self, source: &Source, seen: &mut HashMap<String, u32>) -> Finding {
        let own = if self.folded.is_empty() { source.slice(self.range) } else { self.severity.name() };
        let key = format!("{}\0{own}", self.rule.code);
        let nth = seen.entry(key.clone()).or_default();
        *nth += 1;
        let words = self.words(source);
        let mut fixes = self.fixes.into_iter();
        Finding {
            id: id(&key, *nth),
            code: self.rule.code,
            title: self.rule.title,
            severity: self.severity,
            message: self.message.into_owned(),
            basis: self.rule.basis,
            span: source.span(self.range),
            words,
            paragraph: source.lines().partition_point(|line| line.range.end < self.range.start) + 1,
            related: self.related.iter().map(|r| source.span(*r)).collect(),
            fix: fixes.next(),
            more_fixes: fixes.collect(),
        }
    }
}

/// Writes the suggestions as changes of the text. Where two findings want the
/// same words, the graver one has them: once it is mended, the next reading
/// tells what is left.
fn settle(found: &mut [Found], source: &Source) {
    let mut order: Vec<&mut Found> = found.iter_mut().filter(|f| !f.mends.is_empty()).collect();
    order.sort_by_key(|f| (f.severity, f.range));
    let mut taken = fixes::Taken::default();
    for f in order {
        let fixes: Vec<Fix> = f.mends.iter().filter_map(|mend| mend.fix(source)).collect();
        if taken.take(&fixes) {
            f.fixes = fixes;
        }
    }
}

/// A rule that reports more than it may let stand apart reports once for each
/// severity instead, with all places. What one rule reports stands together.
fn fold(found: Vec<Found>) -> Vec<Found> {
    let mut groups: Vec<Vec<Found>> = Vec::new();
    for f in found {
        match groups.last_mut().filter(|group| group.first().is_some_and(|g| g.rule.code == f.rule.code)) {
            Some(group) => group.push(f),
            None => groups.push(vec![f]),
        }
    }
    groups.into_iter().flat_map(fold_rule).collect()
}

fn fold_rule(group: Vec<Found>) -> Vec<Found> {
    if group.first().is_none_or(|f| group.len() <= f.rule.apart) {
        return group;
    }
    [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .filter_map(|severity| fold_alike(group.iter().filter(|f| f.severity == severity).cloned().collect()))
        .collect()
}

fn fold_alike(mut alike: Vec<Found>) -> Option<Found> {
    alike.sort_by_key(|f| f.range);
    let count = alike.len();
    let message = fold_messages(&alike);
    let mut rest = alike.into_iter();
    let mut first = rest.next()?;
    if count == 1 {
        return Some(first);
    }
    first.message = message.into();
    for f in rest {
        first.folded.push(f.range);
        first.related.push(f.range);
        first.related.extend(f.related);
        first.fixes.extend(f.fixes);
    }
    Some(first)
}

fn fold_messages(alike: &[Found]) -> String {
    let mut distinct: Vec<&str> = Vec::new();
    for message in alike.iter().map(|f| f.message.trim_end_matches('。')) {
        if !distinct.contains(&message) {
            distinct.push(message);
        }
        if distinct.len() > SPELT_OUT {
            break;
        }
    }
    format!("{}（共{}处）。", list(distinct), alike.len())
}

/// A list of words, no more of them than are spelt out.
fn list<T: AsRef<str>>(words: Vec<T>) -> String {
    let more = if words.len() > SPELT_OUT { "等" } else { "" };
    let words: Vec<&str> = words.iter().take(SPELT_OUT).map(T::as_ref).collect();
    words.join("；") + more
}

/// A mark alone says little: it takes a few characters of its line with it.
fn with_context(source: &Source, range: TextRange) -> TextRange {
    if source.slice(range).chars().nth(1).is_some() {
        return range;
    }
    let text = source.clean();
    let near = |c: &char| *c != '\n' && *c != CELL;
    let before: usize = text[..range.start].chars().rev().take_while(near).take(BESIDE).map(char::len_utf8).sum();
    let after: usize = text[range.end..].chars().take_while(near).take(BESIDE).map(char::len_utf8).sum();
    TextRange::new(range.start - before, range.end + after)
}

/// At most [`WORDS`] characters of a text.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(WORDS) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last sentence of a notice that is still being written: it breaks off
/// without a mark, and nothing says that the notice is over.
fn unfinished_end(draft: &Draft) -> Option<TextRange> {
    let line = draft.source.lines().last().filter(|l| l.kind == LineKind::Text)?;
    let text = draft.slice(line.range);
    let notice = &draft.analysis.notice;
    let closed = text.ends_with(|c| is_sentence_end(c) || matches!(c, '：' | '”' | '》' | '）' | '…'));
    let over = notice.evidence.signed_on.is_some() || notice.printed_on.is_some() || text.ends_with('日');
    let start = text.rfind(is_sentence_end).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    // What is no Chinese text has no such marks.
    let waits = !closed && !over && !is_foreign(draft.text());
    waits.then(|| TextRange::new(line.range.start + start, line.range.end))
}

/// Names a finding by its rule, its words and their count so far (FNV-1a): the
/// same finding keeps its name while the text around it changes.
fn id(key: &str, nth: u32) -> String {
    let bytes = key.bytes().chain(nth.to_le_bytes());
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
