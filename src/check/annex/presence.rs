//! ANX-007: a task that only body or annex has, or has elsewhere.

use super::{MANY, differences, heading, listed, quoted, report};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-007", check).apart(MANY);

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
