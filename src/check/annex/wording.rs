//! ANX-002: words that body and annex have differently.

use super::{MANY, differences, heading, listed, report, told};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-002", check).apart(MANY);

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
