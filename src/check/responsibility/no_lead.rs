//! RESP-002: several units, none of which leads.

use crate::analysis::{Role, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-002",
    title: "多个责任单位未明确牵头",
    severity: Severity::Hint,
    basis: "《党政机关公文处理工作条例》第二十四条第四项（需要两个以上部门办理的应当明确主办部门，参照）；惯例",
    page: Page {
        what: "一项任务列了两个以上责任单位，没有写谁牵头；四个以上的列为警告。",
        why: "都负责往往是都不负责。条例对收文承办规定，需要两个以上部门办理的，应当明确主办部门；部署工作时可以参照。",
        bad: "一、开展整治。要排查隐患。（县住建局、县应急局、县公安局分工负责）",
        good: "一、开展整治。要排查隐患。（县住建局牵头，县应急局、县公安局配合）",
        silent: "文中写明“列第一位的为牵头单位”的不报；只有一个具体单位，其余是各镇、企业或者“有关部门”的不报。不替您推定第一位就是牵头。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// So many units without a lead will not agree by themselves.
const MANY: usize = 4;

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        let led = attribution.units.iter().any(|unit| unit.role == Role::Lead);
        let count = attribution.named().filter(|unit| unit.role == Role::Responsible).count();
        if led || count < 2 {
            continue;
        }
        let severity = if count >= MANY { Severity::Warning } else { Severity::Hint };
        findings.add(attribution.range, "几个单位共同负责，没有明确由谁牵头。").severity(severity);
    }
}
