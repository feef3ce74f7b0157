//! ROUTE-002: a government gives orders to party committees.

use super::{Issuer, issuer_of, obliged};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "ROUTE-002",
    title: "政府文件对党委提出要求",
    severity: Severity::Hint,
    basis: "《党政机关公文处理工作条例》第十四条；惯例",
    page: Page {
        what: "政府发的文件里，要求党委“要”“每季度至少”办理什么。",
        why: "条例第十四条规定行文关系根据隶属关系和职权范围确定；政府对党委没有隶属关系，这类要求宜由党委发文或者联合发文提出。",
        bad: "青岭县人民政府关于做好近期工作的通知\n各镇人民政府：\n一、强化宣传。各级党委要制定年度宣传计划。\n青岭县人民政府\n2024年3月1日",
        good: "青岭县人民政府关于做好近期工作的通知\n各镇人民政府：\n一、强化宣传。各镇人民政府要制定年度宣传计划。\n青岭县人民政府\n2024年3月1日",
        silent: "党政联合发文不报。这类写法在安全生产文件里很常见，默认不开。",
    },
    on: false,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    if issuer_of(draft) != Some(Issuer::Government) {
        return;
    }
    for unit in obliged(draft).filter(|unit| unit.unit.contains("党委") && !unit.unit.contains("政府")) {
        let range = draft.source.range(unit.span);
        if !range.is_empty() {
            findings.add(range, format!("政府文件不宜直接对“{}”提出要求。", unit.unit));
        }
    }
}
