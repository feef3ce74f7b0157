//! RESP-003: nobody in particular.

use super::is_vague;
use crate::analysis::{Role, Severity, UnitCategory};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::mention::unit::category_of;

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-003",
    title: "责任主体笼统，无法派发",
    severity: Severity::Warning,
    basis: "《党政机关公文处理工作条例》第十三条（切实可行）；惯例",
    page: Page {
        what: "责任单位只写“有关部门”“相关单位”“有关成员单位”；旁边另有具体单位的，以及“负有安全监管职责的部门”一类可以列出名单的，列为提示。",
        why: "“有关部门”是哪些部门没有说，任务分不下去，也无从考核。",
        bad: "一、开展演练。要组织应急演练。（县有关部门负责）",
        good: "一、开展演练。要组织应急演练。（县应急局、县消防救援大队负责）",
        silent: "“县应急局会同有关部门”里作配合的有关部门不报；各镇人民政府、各县（市、区）可以逐一派发，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        let owing = || attribution.units.iter().filter(|unit| unit.role != Role::Support);
        let Some(class) = owing().find(|unit| is_class(&unit.unit)) else { continue };
        let others = owing().any(|unit| !is_class(&unit.unit) && category_of(&unit.unit) != UnitCategory::Enterprise);
        let (severity, message) = match (is_vague(&class.unit), others) {
            (true, false) => (Severity::Warning, format!("“{}”没有具体所指，请列出单位名称。", class.unit)),
            (true, true) => (Severity::Hint, format!("“{}”没有具体所指，宜列出单位名称。", class.unit)),
            (false, false) => (Severity::Hint, format!("“{}”是一类单位，派发时须附名单。", class.unit)),
            (false, true) => continue,
        };
        findings.add(attribution.range, message).severity(severity);
    }
}

/// Whether a name stands for units that it does not name.
fn is_class(name: &str) -> bool {
    let category = category_of(name);
    category == UnitCategory::Class || is_vague(name) && category != UnitCategory::Government
}
