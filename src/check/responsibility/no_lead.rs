//! RESP-002: several units, none of which leads.

use crate::analysis::{Role, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("RESP-002", check);

/// So many units without a lead will not agree by themselves.
const MANY: usize = 4;

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        let led = attribution.units.iter().any(|unit| unit.role == Role::Lead);
        let count = attribution.named().filter(|unit| unit.role == Role::Responsible).count();
        if led || count < 2 {
            continue;
        }
        let severity = if count >= MANY { Severity::Warning } else { Severity::Hint };
        findings.add(attribution.range, "几个单位共同负责，没有明确由谁牵头。").severity(severity);
    }
}
