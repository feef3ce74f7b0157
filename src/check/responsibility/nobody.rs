//! RESP-009: a notice of many tasks and no units.

use crate::analysis::{Basis, Task};
use crate::check::attribution::{is_named, is_own};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::route::{Issuer, issuer_of};
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("RESP-009", check);

/// What titles say of notices that set rules or call a meeting: their items are
/// no tasks to be divided.
const OTHER: &[&str] = &[
    "办法", "规定", "细则", "条例", "规则", "章程", "制度", "召开", "会议", "培训班", "放假", "评选", "名单", "公约",
    "守则", "规范", "指南", "须知", "措施", "政策", "批复", "意见",
];
/// So few tasks need no division of labour.
const FEW: usize = 8;

fn check(draft: &Draft, findings: &mut Findings) {
    let analysis = draft.analysis;
    let numbered: Vec<&Task> = analysis.tasks.iter().filter(|task| !task.number.is_empty()).collect();
    let divided = analysis.tasks.iter().any(|task| task.assignments.iter().any(is_own)) || !analysis.annex.is_empty();
    let title = draft.letter.title.as_ref();
    let other = title.is_some_and(|title| OTHER.iter().any(|word| title.text.contains(word)));
    // What a department asks of its own offices falls on each of them.
    let department = issuer_of(draft) == Some(Issuer::Department);
    let exempt = other || department || draft.letter.doc_type.is_some_and(|sort| sort == "意见");
    let items: HashSet<&[String]> = numbered.iter().map(|task| task.number.as_slice()).collect();
    if items.len() < FEW || divided || exempt {
        return;
    }
    let named = |task: &&&Task| task.assignments.iter().any(|a| a.basis == Basis::Subject && is_named(&a.unit));
    if numbered.iter().filter(named).count() * 5 > numbered.len() * 2 {
        return;
    }
    let place = title.map(|title| title.range).unwrap_or_else(|| heading(draft, numbered[0]));
    let message = format!("全文{}项任务都没有写明责任单位，宜加责任括注或者附任务分工表。", items.len());
    findings.add(place, message);
}

fn heading(draft: &Draft, task: &Task) -> TextRange {
    let range = draft.source.range(task.span);
    let clause = draft.clause(TextRange::new(range.start, range.start));
    TextRange::new(range.start, clause.end.clamp(range.start, range.end))
}
