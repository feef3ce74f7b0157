//! ANX-007: a task that only body or annex has, or has elsewhere.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, quoted, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-007",
    title: "任务仅见于正文或附表一处",
    severity: Severity::Warning,
    basis: BASIS,
    page: Page {
        what: "正文的任务在附表中没有对应的行，附表的行在正文中没有对应的任务，或者其文字在另一个条目之下。",
        why: "漏列的任务无人认领，多列的任务没有依据。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n3\t应急演练。组织演练2次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "附表整章不列（总体要求、组织保障等）的不报；附表与正文没有几项对得上时，视为另一张表，全部不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    const KINDS: &[DifferenceKind] = &[DifferenceKind::OnlyBody, DifferenceKind::OnlyAnnex, DifferenceKind::Moved];
    let collation = draft.collation();
    for difference in differences(draft, KINDS) {
        let message = match (difference.kind, difference.annex.is_empty()) {
            (DifferenceKind::Moved, _) => format!(
                "{}附表写在{}中，正文写在{}中，不在同一条目。",
                quoted(&listed(&difference.annex)),
                difference.annex_phrase,
                difference.body_phrase
            ),
            (_, true) => format!(
                "{}正文{}在附表中没有对应的行。",
                heading(collation, difference),
                quoted(&listed(&difference.body))
            ),
            _ => format!(
                "{}附表{}在正文中没有对应的任务。",
                heading(collation, difference),
                quoted(&listed(&difference.annex))
            ),
        };
        report(draft, findings, difference, message);
    }
}
