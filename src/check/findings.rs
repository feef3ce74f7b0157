//! Collects what the rules report and makes it presentable: what touches the
//! unfinished end waits, and many of a kind are told as one.

use super::draft::{Draft, is_sentence_end};
use super::fixes;
use super::found::Found;
use super::rule::Rule;
use crate::analysis::{Finding, Fix};
use crate::house::HouseMark;
use crate::source::{LineKind, Source};
use crate::span::TextRange;
use std::borrow::Cow;
use std::collections::HashMap;

/// Reports of one rule that are kept: a text of nothing else is no notice.
const MOST: usize = 2000;

/// What the rules have reported so far.
pub(super) struct Findings {
    rule: &'static Rule,
    found: Vec<Found>,
    /// Where the reports of the current rule start.
    first: usize,
    /// Takes what is reported beyond [`MOST`].
    spare: Found,
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
    pub fn finish(mut self, draft: Draft) -> Vec<Finding> {
        if let Some(end) = unfinished_end(&draft) {
            self.found.retain(|f| f.range.end <= end.start && f.related.iter().all(|r| r.end <= end.start));
        }
        spare(&mut self.found, &draft);
        let source = draft.source;
        // What the rules looked at is as large as the text.
        drop(draft);
        one_cause(&mut self.found);
        settle(&mut self.found, source);
        self.found.sort_by(|a, b| (a.range, a.rule.code).cmp(&(b.range, b.rule.code)));
        let mut seen = HashMap::new();
        Finding::folded(self.found.into_iter().map(|f| f.publish(source, &mut seen)).collect())
    }
}

/// Takes out what is said of the wording of words that the office itself calls
/// right, and of the names of units in its directory.
fn spare(found: &mut Vec<Found>, draft: &Draft) {
    const WORDING: [&str; 5] = ["PUN", "NUM", "TXT", "ORG", "OWN"];
    // Who is named twice in one list is named well.
    const NAMING: [&str; 4] = ["TXT", "ORG-001", "ORG-002", "ORG-004"];
    let mut right: Vec<TextRange> = Vec::new();
    for mark in draft.house_marks() {
        if let HouseMark::Right(span) = mark {
            right.push(draft.source.range(*span));
        }
    }
    let naming = |rule: &Rule| NAMING.contains(&rule.group()) || NAMING.contains(&rule.code);
    found.retain(|f| {
        let right = WORDING.contains(&f.rule.group()) && covers(&right, f.range);
        let named = naming(f.rule) && covers(draft.source.named(), f.range);
        !(right || named)
    });
}

/// Whether one of `places`, which are in order, covers `range`.
fn covers(places: &[TextRange], range: TextRange) -> bool {
    let after = places.partition_point(|place| place.start <= range.start);
    after.checked_sub(1).is_some_and(|index| places[index].covers(range))
}

/// One cause, one finding: of those that say the same of the same words, the
/// office's own stays, then the graver.
fn one_cause(found: &mut Vec<Found>) {
    found.sort_by_key(|f| (f.range, f.rule.group() != "OWN", f.severity));
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for f in found.drain(..) {
        let beside = kept.iter().rev().take_while(|other| other.range == f.range);
        if !beside.into_iter().any(|other| has_same_cause(other, &f)) {
            kept.push(f);
        }
    }
    *found = kept;
}

/// Whether two reports of the same words are one: they say the same, both would
/// change the words, or both doubt the time.
fn has_same_cause(one: &Found, other: &Found) -> bool {
    let change = !one.mends.is_empty() && !other.mends.is_empty();
    let doubt = one.rule.group() == "TIME" && other.rule.group() == "TIME";
    change || doubt || one.rule.code == other.rule.code && one.message == other.message
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

/// The last sentence of a notice that is still being written: it breaks off
/// without a mark, and nothing says that the notice is over.
fn unfinished_end(draft: &Draft) -> Option<TextRange> {
    let line = draft.source.lines().last().filter(|l| l.kind == LineKind::Text)?;
    let text = draft.slice(line.range);
    let notice = &draft.analysis.notice;
    let closed = text.ends_with(|c| is_sentence_end(c) || matches!(c, '：' | '”' | '》' | '）' | '…' | '.'));
    let over = notice.evidence.signed_on.is_some() || notice.printed_on.is_some() || text.ends_with('日');
    let start = text.rfind(is_sentence_end).map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    // What is no Chinese text has no such marks.
    let waits = !closed && !over && !draft.foreign;
    waits.then(|| TextRange::new(line.range.start + start, line.range.end))
}
