//! ANX-003: units that only body or annex names.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-003",
    title: "正文与附表责任单位不一致",
    severity: Severity::Error,
    basis: BASIS,
    page: Page {
        what: "同一项任务，正文括注的责任单位与附表责任单位一栏不是同一组单位，或者同一单位两处写法不同。",
        why: "附表多列或漏列单位，就是多派或漏派任务；写法不同会被当作两个单位。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局\n2\t宣传教育。播放警示教育片。\t县委宣传部\n3\t应急演练。组织演练2次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "“等部门分工负责”“负责”等用语有无不同的不报；几行共用一个合并单元格、各行单位合起来与该格一致的不报；统一规定（“以下均需……负责”）带来的单位不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let collation = draft.collation();
    for difference in differences(draft, &[DifferenceKind::Units, DifferenceKind::Spelling]) {
        let (body, annex) = (listed(&difference.body), listed(&difference.annex));
        let said = match (difference.kind, body.is_empty(), annex.is_empty()) {
            (DifferenceKind::Spelling, ..) => format!("单位名称写法不一，正文作“{body}”，附表作“{annex}”。"),
            (_, false, false) => format!("责任单位不一致，附表缺{body}，多{annex}。"),
            (_, false, true) => format!("责任单位不一致，附表缺{body}。"),
            (_, true, _) => format!("责任单位不一致，附表多{annex}。"),
        };
        let found = report(draft, findings, difference, format!("{}{said}", heading(collation, difference)));
        if let Some(found) = found.filter(|_| difference.kind == DifferenceKind::Spelling) {
            found.severity(Severity::Warning);
        }
    }
}
