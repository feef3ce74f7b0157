//! ANX-001: a row whose number does not follow the body.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-001",
    title: "正文与附表编号不对应",
    severity: Severity::Error,
    basis: BASIS,
    page: Page {
        what: "附表中某一行缺编号或标题，或者编号与正文对应的条目不同。",
        why: "分工表按编号派发、督办，编号对不上，责任单位会领错任务。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n\t播放警示教育片。\t县委宣传部\n3\t应急演练。组织演练2次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "附表整张不编号，或者另行编号（与正文序号不成对应）的，不报；分页后重复的编号、一格管几行的合并编号，不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let collation = draft.collation();
    for difference in differences(draft, &[DifferenceKind::Heading, DifferenceKind::Number]) {
        let (body, annex) = (listed(&difference.body), listed(&difference.annex));
        let message = match difference.kind {
            DifferenceKind::Heading => {
                format!("附表中与正文“{body}”对应的一行缺{}，宜按正文补上。", difference.body_phrase)
            }
            _ => format!("{}正文编号为“{body}”，附表编号为“{annex}”，不对应。", heading(collation, difference)),
        };
        report(draft, findings, difference, message);
    }
}
