//! The members of classes, in the tasks that name these. They can be corrected as
//! any unit; what is compared and checked is what the notice writes.

use super::Directory;
use crate::analysis::{Analysis, Assignment, Measure, Name, Notice};
use crate::correct::{keep, retain};
use rustc_hash::FxHashSet;

/// A task takes in so many members of classes, at most.
const MOST_MEMBERS: usize = 400;

impl Directory {
    /// Adds the members of each class to the tasks and rows that name it.
    pub(crate) fn expand(&self, analysis: &mut Analysis) {
        let Analysis { tasks, annex, notice, .. } = analysis;
        let issuers = issuers(notice);
        for task in tasks {
            self.expand_all(&mut task.assignments, &mut task.measures, &issuers);
        }
        for row in annex {
            self.expand_all(&mut row.assignments, &mut row.measures, &issuers);
        }
    }

    fn expand_all(&self, assignments: &mut Vec<Assignment>, measures: &mut [Measure], issuers: &[&str]) {
        let mut known: FxHashSet<Name> = FxHashSet::default();
        let mut left = MOST_MEMBERS;
        for at in 0..assignments.len() {
            let members = self.members(&assignments[at].unit, issuers);
            if members.is_empty() || left == 0 {
                continue;
            }
            if known.is_empty() {
                known.extend(assignments.iter().map(|one| one.unit.clone()));
            }
            let new: Vec<&str> = members.into_iter().filter(|name| known.insert((*name).into())).take(left).collect();
            let (class, from) = (assignments[at].clone(), assignments.len());
            assignments.extend(new.iter().map(|name| member(&class, name)));
            left -= new.len();
            let acting = measures.iter_mut().filter(|measure| !new.is_empty() && measure.actors.contains(&at));
            acting.for_each(|measure| measure.actors.extend(from..from + new.len()));
        }
    }
}

/// Who acts in a task or a row, and where.
type Actors = (Vec<Assignment>, Vec<Measure>);

/// The actors of a reading with the members of its classes.
pub(crate) struct Members(Vec<Actors>);

/// Takes the members of classes out of `analysis`, if there are any.
pub(crate) fn take_members_out(analysis: &mut Analysis) -> Option<Members> {
    let any = actors(analysis).any(|(assignments, _)| assignments.iter().any(|one| one.expanded.is_some()));
    any.then(|| Members(actors(analysis).map(|(assignments, measures)| without(assignments, measures)).collect()))
}

impl Members {
    /// Puts them back.
    pub(crate) fn put_back(self, analysis: &mut Analysis) {
        for ((assignments, measures), whole) in actors(analysis).zip(self.0) {
            (*assignments, *measures) = whole;
        }
    }
}

fn actors(analysis: &mut Analysis) -> impl Iterator<Item = (&mut Vec<Assignment>, &mut Vec<Measure>)> {
    let of_tasks = analysis.tasks.iter_mut().map(|task| (&mut task.assignments, &mut task.measures));
    of_tasks.chain(analysis.annex.iter_mut().map(|row| (&mut row.assignments, &mut row.measures)))
}

/// Leaves the members out of both lists; both as they were.
fn without(assignments: &mut Vec<Assignment>, measures: &mut [Measure]) -> Actors {
    let whole = (assignments.clone(), measures.to_vec());
    let stays: Vec<bool> = assignments.iter().map(|one| one.expanded.is_none()).collect();
    measures.iter_mut().for_each(|measure| keep(&mut measure.actors, &stays));
    retain(assignments, &stays);
    whole
}

/// Who sends the notice.
fn issuers(notice: &Notice) -> Vec<&str> {
    let names = [&notice.issuer, &notice.signed_by, &notice.printed_by];
    names.into_iter().flatten().flat_map(|names| names.split('、')).collect()
}

/// A member of `class` in its place.
fn member(class: &Assignment, name: &str) -> Assignment {
    Assignment { unit: name.into(), open: false, expanded: Some(class.unit.clone()), ..class.clone() }
}
