//! RESP-006: one unit and 等部门.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-006",
    title: "只列一个单位却用“等部门”",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "责任单位只写了一个，后面用“等部门”“等有关部门”。",
        why: "“等”表示列举未尽，只列一个看不出还有谁；要么列全，要么删去。",
        bad: "一、开展整治。要排查隐患。（县应急局等部门负责）",
        good: "一、开展整治。要排查隐患。（县应急局负责）",
        silent: "列了两个以上再用“等”的不报；“等安委会有关成员单位”已经说明范围的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions().iter().filter(|a| a.is_open() && a.units.len() == 1) {
        let unit = &attribution.units[0].unit;
        findings.add(attribution.range, format!("只列了“{unit}”一个单位，宜列全，或者删去“等部门”。"));
    }
}
