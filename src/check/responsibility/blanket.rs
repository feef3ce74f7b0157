//! RESP-008: a rule that makes units responsible for all that follows.

use crate::analysis::{Basis, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-008",
    title: "兜底责任未落到条目",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "“以下均需……负责，不再一一列出”：后面每一条都有这些单位的责任，条目里却看不到。",
        why: "分解、派发时容易漏掉；只报一次，告诉您一共涉及多少条。",
        bad: "一、树牢理念。要加强学习。（县应急局负责。以下均需各镇人民政府负责，不再一一列出）\n二、开展排查。要排查隐患。（县应急局负责）",
        good: "一、树牢理念。要加强学习。（县应急局、各镇人民政府负责）\n二、开展排查。要排查隐患。（县应急局、各镇人民政府负责）",
        silent: "没有这类规定的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

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
