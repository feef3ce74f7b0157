//! ANX-003: units that only body or annex names.

use super::{MANY, differences, heading, listed, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-003", check).apart(MANY);

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
