//! ANX-005: numbers or times that differ.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, report, told};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-005",
    title: "正文与附表数字或时限不一致",
    severity: Severity::Error,
    basis: BASIS,
    page: Page {
        what: "同一项任务，正文与附表的数量、比例、日期、频次不同，或者只在一处出现；附表时限栏与正文的时限不同。",
        why: "数字和时限是考核的依据，两处不同等于没有定。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n2\t宣传教育。播放警示教育片。\t县委宣传部\n3\t应急演练。组织演练3次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "“一处”与“1处”这样写法不同而数值相同的不报；正文没有时限、附表时限栏另行给出的不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let collation = draft.collation();
    for difference in differences(draft, &[DifferenceKind::Counts, DifferenceKind::Deadline]) {
        let said = match difference.kind {
            DifferenceKind::Deadline => format!(
                "完成时限不一致，正文为“{}”，附表时限栏为“{}”。",
                listed(&difference.body),
                listed(&difference.annex)
            ),
            _ => format!("数字或时限不一致，{}", told(difference)),
        };
        report(draft, findings, difference, format!("{}{said}", heading(collation, difference)));
    }
}
