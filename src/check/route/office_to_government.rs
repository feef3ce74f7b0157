//! ROUTE-001: a department gives orders to governments.

use super::{Issuer, issuer_of, obliged};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};

pub(in crate::check) static RULE: Check = page!("ROUTE-001", check).words(Words::List(&["同意", "授权", "批准"]));

fn check(draft: &Draft, findings: &mut Findings) {
    // A letter (函) asks between equals.
    let letter = matches!(draft.letter.doc_type, Some("函" | "复函"));
    if letter || issuer_of(draft) != Some(Issuer::Department) || is_authorised(draft) {
        return;
    }
    for unit in obliged(draft) {
        let organ = ["政府", "党委", "党委（党组）"].iter().any(|end| unit.unit.ends_with(end));
        let range = draft.source.range(unit.span);
        if organ && !range.is_empty() && is_below(&unit.unit) {
            let message =
                format!("本文由部门发出，不宜直接要求“{}”，可改为其办事机构，或者注明已经政府同意。", unit.unit);
            findings.add(range, message);
        }
    }
}

/// 经县人民政府同意, anywhere in the notice.
fn is_authorised(draft: &Draft) -> bool {
    draft.hits(RULE.rule.code).iter().any(|hit| {
        let clause = draft.clause(hit.range());
        let before = &draft.text()[clause.start..hit.range().start];
        before.contains('经') && !before.contains('未')
    })
}

/// A government that the name places below, not the one that is to be asked.
fn is_below(name: &str) -> bool {
    name.starts_with('各') || ["县区", "市县", "县市", "乡镇", "镇街"].iter().any(|levels| name.starts_with(levels))
}
