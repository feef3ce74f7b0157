//! RESP-005: the text says one unit leads, the bracket names others.

use crate::analysis::{Basis, Role, Severity, Task, UnitCategory};
use crate::check::attribution::is_vague;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::mention::unit::{alias_key, category_of, level_of};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("RESP-005", check);

/// 牵头 stands at most so many bytes behind the name.
const NEAR: usize = 60;

fn check(draft: &Draft, findings: &mut Findings) {
    for attribution in draft.attributions() {
        let Some(task) = task_of(draft, attribution.range) else { continue };
        let leads = task.assignments.iter().filter(|a| a.basis == Basis::Subject && a.role == Role::Lead);
        let leads = leads.filter(|lead| leads_in_words(draft, draft.source.range(lead.span)));
        for lead in leads.filter(|lead| category_of(&lead.unit) != UnitCategory::Class && !is_vague(&lead.unit)) {
            if attribution.units.iter().any(|unit| is_same(&unit.unit, &lead.unit)) {
                continue;
            }
            let may_hold = attribution.units.iter().any(|unit| category_of(&unit.unit) == UnitCategory::Class);
            let severity = if may_hold { Severity::Hint } else { Severity::Warning };
            let message = format!("文内由“{}”牵头，责任括注里没有写明这个单位。", lead.unit);
            let finding = findings.add(draft.source.range(lead.span), message);
            finding.severity(severity).related(attribution.range);
        }
    }
}

/// Whether the text says 牵头 of the unit, not only 统筹.
fn leads_in_words(draft: &Draft, name: TextRange) -> bool {
    let clause = draft.clause(name);
    let after = draft.slice(TextRange::new(name.end, clause.end));
    // 单个部门牵头的专班 says whose body it is.
    let leads = |at: usize| at <= NEAR && !after[at..].starts_with("牵头的") && !after[at..].starts_with("主办的");
    after.find("牵头").or(after.find("主办")).is_some_and(leads)
}

/// The task that ends with the attribution at `range`.
fn task_of<'a>(draft: &Draft<'a>, range: TextRange) -> Option<&'a Task> {
    let place = draft.source.span(range);
    let tasks = &draft.analysis.tasks;
    let index = tasks.partition_point(|task| task.span.end < place.end);
    tasks.get(index).filter(|task| task.span.start <= place.start)
}

/// Whether two names may be one unit: equal, short and full form, or field and
/// department (住建部门, 县住建局).
fn is_same(a: &str, b: &str) -> bool {
    let core = |name: &str| {
        let rest = level_of(name).map_or(name, |(word, _)| &name[word.len()..]).to_owned();
        let ends = ["主管部门", "部门", "委员会", "办公室", "局", "委", "厅", "部", "办"];
        ends.iter().find_map(|end| rest.strip_suffix(end).map(str::to_owned)).unwrap_or(rest)
    };
    let alias = alias_key(a).is_some_and(|key| alias_key(b) == Some(key));
    a.contains(b) || b.contains(a) || alias || !core(a).is_empty() && core(a) == core(b)
}
