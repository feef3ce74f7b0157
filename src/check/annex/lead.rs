//! ANX-004: another unit leads, or a unit has another role.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-004",
    title: "正文与附表牵头单位或角色不一致",
    severity: Severity::Warning,
    basis: BASIS,
    page: Page {
        what: "同一项任务，正文与附表的牵头单位不同，或者同一单位在两处的角色（牵头、负责、配合、督促）不同。",
        why: "牵头单位只能有一个说法，否则两家都等对方，或者都来牵头。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n2\t宣传教育。播放警示教育片。\t县委宣传部\n3\t应急演练。组织演练2次。\t县气象局牵头，县消防救援大队配合",
        good: AGREEING,
        silent: "一处没有写角色、只按次序列出单位，而首位单位就是另一处牵头单位的，不报；单位相同、次序不同的并入文字形式的提示。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let collation = draft.collation();
    for difference in differences(draft, &[DifferenceKind::Lead, DifferenceKind::Role]) {
        let said = match (difference.kind, difference.body_phrase.is_empty()) {
            (DifferenceKind::Lead, true) => format!(
                "牵头（首位）单位不一致，正文为{}，附表为{}。",
                listed(&difference.body),
                listed(&difference.annex)
            ),
            _ => format!("角色不一致，正文为{}，附表为{}。", difference.body_phrase, difference.annex_phrase),
        };
        report(draft, findings, difference, format!("{}{said}", heading(collation, difference)));
    }
}
