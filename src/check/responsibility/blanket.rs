//! RESP-008: a rule that makes units responsible for all that follows.

use crate::analysis::Basis;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("RESP-008", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let analysis = draft.analysis;
    let units = &analysis.notice.blanket_units;
    let (Some(first), Some(last)) = (units.first(), units.last()) else { return };
    let later = analysis.tasks.iter().filter(|task| task.assignments.iter().any(|a| a.basis == Basis::Blanket)).count();
    let mut range = draft.source.range(first.span);
    range.end = range.end.max(draft.source.range(last.span).end);
    let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    findings.add(range, format!("此后{later}项任务都有{}的责任，条目里没有写出，分解时请逐项加上。", names.join("、")));
}
