//! RESP-006: one unit and 等部门.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("RESP-006", check);

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions().iter().filter(|a| a.is_open() && a.units.len() == 1) {
        let unit = &attribution.units[0].unit;
        findings.add(attribution.range, format!("只列了“{unit}”一个单位，宜列全，或者删去“等部门”。"));
    }
}
