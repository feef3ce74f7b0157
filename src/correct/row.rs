//! From a row of the tables to the corrections that make it what a person
//! wants.

use super::anchor::{of_rows, of_tasks};
use crate::analysis::{Analysis, Anchor, Assignment, Change, Correction, Deadline};

/// The corrections that carry `change` out on the row `id` of the tables (`T3`,
/// or `A2` of the annex): on the task, and on the rows of the annex that say the
/// same work, wherever what is changed stands.
///
/// ```
/// use notice_analyzer::{Change, Options, Role, analyze, correct};
/// let text = "一、压实责任。完善制度。\n二、排查隐患。摸清底数。";
/// let add = Change::Add { unit: "县应急局".into(), role: Role::Lead };
/// let corrections = correct::on_row(&analyze(text, &Options::default()), "T2", add);
/// let analysis = analyze(text, &Options { corrections, ..Options::default() });
/// assert_eq!(analysis.tasks[1].assignments[0].unit, "县应急局");
/// ```
pub fn on_row(analysis: &Analysis, id: &str, change: Change) -> Vec<Correction> {
    let change = match change {
        Change::Join { .. } => Change::Join { next: words_behind(analysis, id) },
        change => change,
    };
    let places = Places::of(analysis, id);
    let all = || places.tasks.iter().chain(&places.rows);
    let about: Vec<&Place> = match &change {
        Change::Aside => all().collect(),
        Change::Role { unit, .. } | Change::Remove { unit } | Change::Rename { unit, .. } => {
            all().filter(|place| place.names(unit)).collect()
        }
        Change::NoTime { time } | Change::Day { time, .. } => all().filter(|place| place.says(time)).collect(),
        Change::Time { time, .. } if !time.is_empty() => all().filter(|place| place.says(time)).collect(),
        Change::Time { .. } | Change::Add { .. } | Change::Title { .. } => all().take(1).collect(),
        Change::Split { .. } | Change::Join { .. } => places.tasks.iter().collect(),
    };
    let correction = |place: &Place| Correction::Work { at: place.anchor.clone(), change: change.clone() };
    about.into_iter().map(correction).collect()
}

/// The words of the task behind the task `id`.
fn words_behind(analysis: &Analysis, id: &str) -> String {
    let mut behind = analysis.tasks.iter().zip(of_tasks(&analysis.tasks)).skip_while(|(task, _)| task.id != id).skip(1);
    behind.next().map(|(_, anchor)| anchor.words).unwrap_or_default()
}

/// Where the notice says the work of a row.
struct Places<'a> {
    tasks: Vec<Place<'a>>,
    rows: Vec<Place<'a>>,
}

struct Place<'a> {
    anchor: Anchor,
    assignments: &'a [Assignment],
    deadlines: &'a [Deadline],
    cell: &'a str,
}

impl<'a> Places<'a> {
    fn of(analysis: &'a Analysis, id: &str) -> Self {
        let tasks = analysis.tasks.iter().zip(of_tasks(&analysis.tasks)).filter(|(task, _)| task.id == id);
        let tasks = tasks.map(|(task, anchor)| Place {
            anchor,
            assignments: &task.assignments,
            deadlines: &task.deadlines,
            cell: "",
        });
        let pairs = analysis.collation.pairs.iter().filter(|pair| pair.tasks.first().is_some_and(|task| task == id));
        let own = id.strip_prefix('A').and_then(|number| number.parse::<usize>().ok()).and_then(|n| n.checked_sub(1));
        let indexes: Vec<usize> = pairs.flat_map(|pair| pair.rows.iter().copied()).chain(own).collect();
        let anchors = of_rows(&analysis.annex);
        let row = |index: usize| {
            let (row, anchor) = (analysis.annex.get(index)?, anchors.get(index)?.clone());
            Some(Place { anchor, assignments: &row.assignments, deadlines: &row.deadlines, cell: &row.deadline })
        };
        Self { tasks: tasks.collect(), rows: indexes.into_iter().filter_map(row).collect() }
    }
}

impl Place<'_> {
    fn names(&self, unit: &str) -> bool {
        self.assignments.iter().any(|one| one.unit == unit)
    }

    fn says(&self, time: &str) -> bool {
        self.deadlines.iter().any(|one| one.text == time) || self.cell == time
    }
}
