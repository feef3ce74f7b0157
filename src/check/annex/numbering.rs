//! ANX-001: a row whose number does not follow the body.

use super::{BASIS, MANY, differences, heading, listed, report};
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
        bad: "正文“（三）强化警示教育”，附表此行以“市安委办牵头制定……”开头，没有编号和标题。",
        good: "附表此行写作“3.强化警示教育。市安委办牵头制定……”。",
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
