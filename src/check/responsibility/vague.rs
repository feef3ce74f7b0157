//! RESP-003: nobody in particular.

use crate::analysis::{Role, Severity, UnitCategory};
use crate::check::attribution::is_vague;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::mention::unit::category_of;

pub(in crate::check) static RULE: Check = page!("RESP-003", check);

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        let owing = || attribution.units.iter().filter(|unit| unit.role != Role::Support);
        let Some(class) = owing().find(|unit| is_class(&unit.unit)) else { continue };
        let others = owing().any(|unit| !is_class(&unit.unit) && category_of(&unit.unit) != UnitCategory::Enterprise);
        let (severity, message) = match (is_vague(&class.unit), others) {
            (true, false) => (Severity::Warning, format!("“{}”没有具体所指，请列出单位名称。", class.unit)),
            (true, true) => (Severity::Hint, format!("“{}”没有具体所指，宜列出单位名称。", class.unit)),
            (false, false) => (Severity::Hint, format!("“{}”是一类单位，派发时须附名单。", class.unit)),
            (false, true) => continue,
        };
        findings.add(attribution.range, message).severity(severity);
    }
}

/// Whether a name stands for units that it does not name.
fn is_class(name: &str) -> bool {
    let category = category_of(name);
    category == UnitCategory::Class || is_vague(name) && category != UnitCategory::Government
}
