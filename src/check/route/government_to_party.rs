//! ROUTE-002: a government gives orders to party committees.

use super::{Issuer, issuer_of, obliged};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("ROUTE-002", check);

fn check(draft: &Draft, findings: &mut Findings) {
    if issuer_of(draft) != Some(Issuer::Government) {
        return;
    }
    for unit in obliged(draft).filter(|unit| unit.unit.contains("党委") && !unit.unit.contains("政府")) {
        let range = draft.source.range(unit.span);
        if !range.is_empty() {
            findings.add(range, format!("政府文件不宜直接对“{}”提出要求。", unit.unit));
        }
    }
}
