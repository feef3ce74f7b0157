//! ANX-002: words that body and annex have differently.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, report, told};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-002",
    title: "正文与附表文字不一致",
    severity: Severity::Warning,
    basis: BASIS,
    page: Page {
        what: "同一项任务，正文和附表的措辞不同，或者一处多出、缺少文字。标点、全半角、单位次序的不同合并为一条提示。",
        why: "附表是正文的分工，两处不一致时执行单位无所适从；多半是改了一处忘了另一处。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n2\t宣传教育。播放宣传短片。\t县委宣传部\n3\t应急演练。组织演练2次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "附表只摘要列出要点（文字明显少于正文）时，略去的文字不报；“一处”与“1处”、分页重复的文字不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let collation = draft.collation();
    for difference in differences(draft, &[DifferenceKind::Wording, DifferenceKind::Title]) {
        let said = match difference.kind {
            DifferenceKind::Title => {
                format!("标题正文作“{}”，附表作“{}”。", listed(&difference.body), listed(&difference.annex))
            }
            _ => told(difference),
        };
        report(draft, findings, difference, format!("{}{said}", heading(collation, difference)));
    }
    for difference in differences(draft, &[DifferenceKind::Form]) {
        let places = difference.body.len().max(difference.annex.len());
        let message = format!("正文与附表另有{places}处只是标点、全半角或单位次序不同，内容一致，可顺手统一。");
        if let Some(found) = report(draft, findings, difference, message) {
            found.severity(Severity::Hint);
        }
    }
}
