//! RESP-002: several units, none of which leads.

use crate::analysis::{Role, Severity};
use crate::check::attribution::Attribution;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("RESP-002", check).apart(1);

/// So many units without a lead will not agree by themselves.
const MANY: usize = 4;

/// A notice that names leads elsewhere has left one out. One that names none
/// follows a custom, of which it is told once.
fn check(draft: &Draft, findings: &mut Findings) {
    let is_led = |attribution: &Attribution| attribution.units.iter().any(|unit| unit.role == Role::Lead);
    let names_leads = draft.attributions().iter().any(is_led);
    let message = match names_leads {
        true => "几个单位共同负责，没有明确由谁牵头。",
        false => "几个单位共同负责，没有明确由谁牵头；如以列首位的为牵头单位，宜在文中写明。",
    };
    for attribution in draft.attributions().iter().filter(|attribution| !is_led(attribution)) {
        let count = attribution.named().filter(|unit| unit.role == Role::Responsible).count();
        if count < 2 {
            continue;
        }
        // 按职责分工负责 tells those apart that lead nothing.
        let divided = draft.slice(attribution.range).contains("分工");
        let severity = if names_leads && !divided && count >= MANY { Severity::Warning } else { Severity::Hint };
        findings.add(attribution.range, message).severity(severity);
    }
}
