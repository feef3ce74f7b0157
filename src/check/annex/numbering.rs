//! ANX-001: a row whose number does not follow the body.

use super::{MANY, differences, heading, listed, report};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-001", check).apart(MANY);

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
