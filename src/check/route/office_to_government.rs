//! ROUTE-001: a department gives orders to governments.

use super::{Issuer, issuer_of, obliged};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "ROUTE-001",
    title: "部门或者议事协调机构向下级党委、政府提出指令性要求",
    severity: Severity::Warning,
    basis: "《党政机关公文处理工作条例》第十六条第二项",
    page: Page {
        what: "发文机关不是党委、政府及其办公厅（室），却要求下级党委、政府“要”“应”办理什么。",
        why: "条例第十六条规定：党委、政府的办公厅（室）根据授权可以向下级党委、政府行文，其他部门和单位不得向下级党委、政府发布指令性公文或者提出指令性要求；需经审批的，经同意后可以由部门行文，文中注明。",
        bad: "青岭县安全生产委员会办公室关于做好近期工作的通知\n县安委会各成员单位：\n一、抓好值守。各镇人民政府要落实值班制度，及时报告情况。\n青岭县安全生产委员会办公室\n2024年3月1日",
        good: "青岭县安全生产委员会办公室关于做好近期工作的通知\n县安委会各成员单位：\n经县人民政府同意，现就有关工作通知如下：\n一、抓好值守。各镇人民政府要落实值班制度，及时报告情况。\n青岭县安全生产委员会办公室\n2024年3月1日",
        silent: "注明“经……同意”“经……授权”的不报；函用于商洽，不报；提请、报告政府的不报；转述上级原文的不报。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["同意", "授权", "批准"]),
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    // A letter (函) asks between equals.
    let letter = draft.letter.doc_type == Some("函");
    if letter || issuer_of(draft) != Some(Issuer::Department) || is_authorised(draft) {
        return;
    }
    for unit in obliged(draft) {
        let organ = ["政府", "党委", "党委（党组）"].iter().any(|end| unit.unit.ends_with(end));
        let range = draft.source.range(unit.span);
        if organ && !range.is_empty() && is_below(&unit.unit) {
            let message =
                format!("本文由部门发出，不宜直接要求“{}”，可改为其办事机构，或者注明已经政府同意。", unit.unit);
            findings.add(range, message);
        }
    }
}

/// 经县人民政府同意, anywhere in the notice.
fn is_authorised(draft: &Draft) -> bool {
    draft.hits(RULE.code).iter().any(|hit| {
        let clause = draft.clause(hit.range);
        let before = &draft.text()[clause.start..hit.range.start];
        before.contains('经') && !before.contains('未')
    })
}

/// A government that the name places below, not the one that is to be asked.
fn is_below(name: &str) -> bool {
    name.starts_with('各') || ["县区", "市县", "县市", "乡镇", "镇街"].iter().any(|levels| name.starts_with(levels))
}
