//! RESP: who owes a task, as its bracket or label line says.

pub(super) mod blanket;
pub(super) mod burden;
pub(super) mod form;
pub(super) mod idle;
pub(super) mod missing;
pub(super) mod no_lead;
pub(super) mod nobody;
pub(super) mod one_and_others;
pub(super) mod other_lead;
pub(super) mod unaddressed;
pub(super) mod vague;

use super::draft::Draft;
use crate::analysis::{Assignment, Basis, UnitCategory};
use crate::mention::unit::category_of;
use crate::source::{CELL, CELL_BREAK};
use crate::span::TextRange;

/// A bracket or label line that assigns a task.
pub(super) struct Attribution<'a> {
    /// From bracket to bracket, or the names behind a label.
    pub range: TextRange,
    /// Whether it is a bracket.
    pub bracketed: bool,
    /// Its units.
    pub units: Vec<&'a Assignment>,
}

impl Attribution<'_> {
    /// Whether its list goes on with 等部门.
    fn is_open(&self) -> bool {
        self.units.iter().any(|unit| unit.open)
    }

    /// The units that can be called by name.
    fn named(&self) -> impl Iterator<Item = &&Assignment> {
        self.units.iter().filter(|unit| is_named(&unit.unit))
    }
}

/// The attributions of the tasks; of a text that is only a table, of its rows.
pub(super) fn attributions<'a>(draft: &Draft<'a>) -> Vec<Attribution<'a>> {
    let analysis = draft.analysis;
    let tasks: Vec<_> = analysis.tasks.iter().flat_map(|task| grouped(draft, &task.assignments)).collect();
    if !tasks.is_empty() {
        return tasks;
    }
    analysis.annex.iter().flat_map(|row| grouped(draft, &row.assignments)).collect()
}

/// The assignments of one task, those of each bracket together.
fn grouped<'a>(draft: &Draft<'a>, assignments: &'a [Assignment]) -> Vec<Attribution<'a>> {
    let mut found: Vec<Attribution> = Vec::new();
    for assignment in assignments.iter().filter(|a| is_own(a)) {
        let name = draft.source.range(assignment.span);
        let bracket = draft.marks.bracket(name.start).filter(|b| b.start < name.start);
        let range = bracket.unwrap_or(name);
        let one_list = |last: &Attribution| {
            let between = TextRange::new(last.range.end.min(name.start), name.start);
            !last.bracketed && bracket.is_none() && !draft.slice(between).contains(['\n', CELL, CELL_BREAK, '：'])
        };
        match found.last_mut().filter(|last| last.range == range || one_list(last)) {
            Some(last) => {
                last.range.end = last.range.end.max(range.end);
                last.units.push(assignment);
            }
            None => found.push(Attribution { range, bracketed: bracket.is_some(), units: vec![assignment] }),
        }
    }
    found
}

/// Whether a bracket or label says it, not the sentence or a rule.
fn is_own(assignment: &Assignment) -> bool {
    matches!(assignment.basis, Basis::Attribution | Basis::Label)
}

/// Whether a name is that of one unit, not of a class or of a level.
fn is_named(name: &str) -> bool {
    let category = category_of(name);
    let territory = name.starts_with('各') || category == UnitCategory::Government && name.ends_with("级人民政府");
    !matches!(category, UnitCategory::Class | UnitCategory::Enterprise) && !territory && !is_vague(name)
}

/// Whether a name leaves open which units it means: 有关部门.
fn is_vague(name: &str) -> bool {
    name.contains("有关") || name.contains("相关")
}
