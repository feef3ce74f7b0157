//! RESP-011: one unit for nearly everything.

use crate::analysis::Role;
use crate::check::attribution::{is_named, is_own};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Check = page!("RESP-011", check);

/// So few tasks say nothing of a burden.
const FEW: usize = 10;

fn check(draft: &Draft, findings: &mut Findings) {
    let mut burdens: BTreeMap<&str, (usize, TextRange)> = BTreeMap::new();
    let owned = draft.analysis.tasks.iter().filter(|task| task.assignments.iter().any(is_own));
    let mut count = 0;
    for task in owned {
        count += 1;
        let mut units: Vec<_> = task.assignments.iter().filter(|a| is_own(a) && owes(a.role)).collect();
        units.sort_by_key(|a| (&a.unit, a.span));
        units.dedup_by_key(|a| &a.unit);
        for unit in units.into_iter().filter(|a| is_named(&a.unit)) {
            burdens.entry(&unit.unit).or_insert((0, draft.source.range(unit.span))).0 += 1;
        }
    }
    for (unit, (tasks, first)) in burdens.into_iter().filter(|(_, (tasks, _))| count >= FEW && tasks * 5 >= count * 3) {
        findings.add(first, format!("“{unit}”牵头或者负责{tasks}项任务，占{count}项的六成以上，请看分工是否合理。"));
    }
}

fn owes(role: Role) -> bool {
    matches!(role, Role::Lead | Role::Responsible)
}
