//! What assigns a task: its bracket or its label line.

use super::marks::Marks;
use crate::analysis::{Analysis, Assignment, Basis, UnitCategory};
use crate::mention::unit::category_of;
use crate::source::{CELL, CELL_BREAK, Source};
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
    pub fn is_open(&self) -> bool {
        self.units.iter().any(|unit| unit.open)
    }

    /// The units that can be called by name.
    pub fn named(&self) -> impl Iterator<Item = &&Assignment> {
        self.units.iter().filter(|unit| is_named(&unit.unit))
    }
}

/// The attributions of the tasks; of a text that is only a table, of its rows.
pub(super) fn attributions<'a>(source: &Source, marks: &Marks, analysis: &'a Analysis) -> Vec<Attribution<'a>> {
    let tasks: Vec<_> = analysis.tasks.iter().flat_map(|task| grouped(source, marks, &task.assignments)).collect();
    if !tasks.is_empty() {
        return tasks;
    }
    analysis.annex.iter().flat_map(|row| grouped(source, marks, &row.assignments)).collect()
}

/// The assignments of one task, those of each bracket together.
fn grouped<'a>(source: &Source, marks: &Marks, assignments: &'a [Assignment]) -> Vec<Attribution<'a>> {
    let mut found: Vec<Attribution> = Vec::new();
    for assignment in assignments.iter().filter(|a| is_own(a) && a.basis != Basis::Correction) {
        let name = source.range(assignment.span);
        let bracket = marks.bracket(name.start).filter(|b| b.start < name.start);
        let range = bracket.unwrap_or(name);
        let one_list = |last: &Attribution| {
            let between = TextRange::new(last.range.end.min(name.start), name.start);
            !last.bracketed && bracket.is_none() && !source.slice(between).contains(['\n', CELL, CELL_BREAK, '：'])
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

/// Whether a bracket or label says it, or a person, not the sentence or a rule.
pub(super) fn is_own(assignment: &Assignment) -> bool {
    matches!(assignment.basis, Basis::Attribution | Basis::Label | Basis::Correction)
}

/// Whether a name is that of one unit, not of a class or of a level.
pub(super) fn is_named(name: &str) -> bool {
    let category = category_of(name);
    let territory = name.starts_with('各') || category == UnitCategory::Government && name.ends_with("级人民政府");
    !matches!(category, UnitCategory::Class | UnitCategory::Enterprise) && !territory && !is_vague(name)
}

/// Whether a name leaves open which units it means: 有关部门.
pub(super) fn is_vague(name: &str) -> bool {
    name.contains("有关") || name.contains("相关")
}
