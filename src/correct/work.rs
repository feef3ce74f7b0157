//! What a task of the body and a row of an annex have in common for a
//! correction.

use super::names::plain;
use super::time;
use crate::analysis::{
    AnnexRow, Assignment, Basis, Certainty, Change, Deadline, DeadlineKind, Measure, Name, Role, Task,
};
use crate::mention::time::{TimeBase, counted_from};
use crate::span::{Span, TextRange};
use jiff::civil::Date;

/// One task, open for corrections.
pub(super) struct Work<'a> {
    title: &'a mut String,
    corrected: &'a mut Option<String>,
    assignments: &'a mut Vec<Assignment>,
    deadlines: &'a mut Vec<Deadline>,
    measures: &'a mut Vec<Measure>,
    /// A time of which nothing is known but its words.
    cell: Option<&'a mut String>,
    /// Those it opens with.
    head: Span,
}

impl<'a> From<&'a mut Task> for Work<'a> {
    fn from(task: &'a mut Task) -> Self {
        let wording = &task.wording;
        let clause = wording.text().find(['，', '。', '；', '：']).unwrap_or(wording.text().len());
        let head = match (task.heading.is_empty(), wording.is_empty()) {
            (false, _) => task.heading.whole(),
            (true, false) => wording.span(TextRange::new(0, clause)),
            (true, true) => task.span,
        };
        let Task { title, corrected, assignments, deadlines, measures, .. } = task;
        Self { title, corrected, assignments, deadlines, measures, cell: None, head }
    }
}

impl<'a> From<&'a mut AnnexRow> for Work<'a> {
    fn from(row: &'a mut AnnexRow) -> Self {
        let head = row.layout.head;
        let AnnexRow { title, corrected, assignments, deadlines, measures, deadline, .. } = row;
        Self { title, corrected, assignments, deadlines, measures, cell: Some(deadline), head }
    }
}

impl Work<'_> {
    /// Carries the change out; whether there was anything to change.
    pub(super) fn change(&mut self, change: &Change, base: &TimeBase) -> bool {
        match change {
            Change::Role { unit, role } => self.set_role(unit, *role),
            Change::Add { unit, role } => self.add(&plain(unit), *role),
            Change::Remove { unit } => self.remove(unit),
            Change::Rename { unit, into } => {
                rename(self.assignments, std::slice::from_ref(unit), &plain(into)).is_some()
            }
            Change::Title { title } => self.set_title(plain(title)),
            Change::Time { time, into } => self.set_time(time, into, base),
            Change::NoTime { time } => self.remove_time(time),
            Change::Day { time, day } => self.set_day(time, *day),
            Change::Aside | Change::Split { .. } | Change::Join { .. } => false,
        }
    }

    /// The unit has this role, by its own right: neither its sentence nor a rule
    /// for all tasks says so.
    fn set_role(&mut self, unit: &str, role: Role) -> bool {
        let mut found = false;
        for assignment in self.assignments.iter_mut().filter(|one| one.unit == unit) {
            found = true;
            mark(assignment);
            assignment.role = role;
            if assignment.basis == Basis::Blanket {
                assignment.span = self.head;
            }
            if matches!(assignment.basis, Basis::Blanket | Basis::Subject) {
                assignment.basis = Basis::Correction;
            }
        }
        found
    }

    fn add(&mut self, unit: &str, role: Role) -> bool {
        if unit.is_empty() || self.set_role(unit, role) {
            return !unit.is_empty();
        }
        self.assignments.push(Assignment {
            unit: unit.into(),
            role,
            basis: Basis::Correction,
            open: false,
            certainty: Certainty::Sure,
            corrected: Some(Name::default()),
            expanded: None,
            span: self.head,
        });
        true
    }

    fn remove(&mut self, unit: &str) -> bool {
        let stays: Vec<bool> = self.assignments.iter().map(|one| one.unit != unit).collect();
        self.measures.iter_mut().for_each(|measure| keep(&mut measure.actors, &stays));
        retain(self.assignments, &stays)
    }

    fn set_title(&mut self, title: String) -> bool {
        if title.is_empty() {
            return false;
        }
        let read = std::mem::replace(self.title, title);
        self.corrected.get_or_insert(read);
        true
    }

    fn set_time(&mut self, time: &str, into: &str, base: &TimeBase) -> bool {
        let typed = |read: &str, clause: &str, span| time::deadline(into, base, read, clause, span);
        let words = plain(into);
        if words.is_empty() {
            return false;
        }
        let mut found = false;
        for deadline in self.deadlines.iter_mut().filter(|one| !time.is_empty() && one.text == time) {
            found = true;
            let read = deadline.corrected.take().unwrap_or_else(|| deadline.text.clone());
            *deadline = typed(&read, &deadline.clause, deadline.span);
        }
        // A cell of which nothing was read is a time all the same.
        let whole = self.cell.as_ref().is_some_and(|cell| **cell == time);
        if let Some(cell) = self.cell.as_deref_mut().filter(|_| !time.is_empty() && (found || whole)) {
            *cell = cell.replace(time, &words);
        }
        if time.is_empty() || whole && !found {
            self.deadlines.push(typed(time, self.title, self.head));
            return true;
        }
        found
    }

    /// The day on which a time counted from an event ends, once the event has a
    /// day.
    fn set_day(&mut self, time: &str, day: Date) -> bool {
        let mut found = false;
        let relative = |one: &&mut Deadline| one.text == time && one.kind == DeadlineKind::Relative;
        for deadline in self.deadlines.iter_mut().filter(relative) {
            deadline.end = deadline.offset.as_deref().map_or(Some(day), |offset| counted_from(day, offset));
            deadline.certainty = Certainty::Sure;
            deadline.corrected.get_or_insert_with(|| deadline.text.clone());
            found |= deadline.end.is_some();
        }
        found
    }

    fn remove_time(&mut self, time: &str) -> bool {
        let stays: Vec<bool> = self.deadlines.iter().map(|one| one.text != time).collect();
        self.measures.iter_mut().for_each(|measure| keep(&mut measure.deadlines, &stays));
        let of_cell = self.cell.as_ref().is_some_and(|cell| !time.is_empty() && cell.contains(time));
        if let Some(cell) = self.cell.as_deref_mut().filter(|_| of_cell) {
            cell.clear();
        }
        retain(self.deadlines, &stays) || of_cell
    }
}

/// Gives `units` another name; the first of them is where it stands.
pub(super) fn rename(assignments: &mut [Assignment], units: &[String], into: &str) -> Option<Span> {
    let mut first = None;
    for assignment in
        assignments.iter_mut().filter(|one| !into.is_empty() && units.iter().any(|unit| one.unit == *unit))
    {
        first = first.or(Some(assignment.span));
        mark(assignment);
        assignment.unit = into.into();
    }
    first
}

/// A person has looked at it.
fn mark(assignment: &mut Assignment) {
    assignment.certainty = Certainty::Sure;
    assignment.corrected.get_or_insert_with(|| assignment.unit.clone());
}

/// Of indexes into a list, those of what stays in it, as they then are.
pub(crate) fn keep(indexes: &mut Vec<usize>, stays: &[bool]) {
    indexes.retain(|at| stays.get(*at).copied().unwrap_or(false));
    indexes.iter_mut().for_each(|at| *at = stays[..*at].iter().filter(|stays| **stays).count());
}

/// Keeps what stays; whether anything goes.
pub(crate) fn retain<T>(list: &mut Vec<T>, stays: &[bool]) -> bool {
    let mut stay = stays.iter();
    list.retain(|_| stay.next().copied().unwrap_or(true));
    stays.contains(&false)
}
