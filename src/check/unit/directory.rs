//! ORG-005: a name that is one of the directory but for a character.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::Span;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("ORG-005", check);

fn check(draft: &Draft, findings: &mut Findings) {
    if draft.directory.is_empty() {
        return;
    }
    let mut seen: HashSet<&str> = HashSet::new();
    for (name, span) in names(draft).filter(|(name, _)| seen.insert(name)) {
        let Some(known) = draft.directory.near(name) else { continue };
        let range = draft.source.range(span);
        let finding = findings.add(range, format!("“{name}”不在单位名录里，与名录里的“{known}”只差一个字，请核对。"));
        if draft.slice(range) == name {
            finding.fix(range, known);
        }
    }
}

/// The units that act, and those that the notice is sent to, as they are written.
fn names<'a>(draft: &Draft<'a>) -> impl Iterator<Item = (&'a str, Span)> {
    let analysis = draft.analysis;
    let in_tasks = analysis.tasks.iter().flat_map(|task| &task.assignments);
    let in_rows = analysis.annex.iter().flat_map(|row| &row.assignments);
    let acting = in_tasks.chain(in_rows).filter(|one| one.corrected.is_none()).map(|one| (one.unit.as_str(), one.span));
    let sent = analysis.notice.addressees.iter().chain(&analysis.notice.copies_to);
    acting.chain(sent.map(|named| (named.name.as_str(), named.span)))
}
