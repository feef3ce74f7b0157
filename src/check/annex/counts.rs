//! ANX-005: numbers or times that differ.

use super::{MANY, differences, heading, listed, report, told};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-005", check).apart(MANY);

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
