//! ANX-004: another unit leads, or a unit has another role.

use super::{MANY, differences, heading, listed, report};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-004", check).apart(MANY);

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
