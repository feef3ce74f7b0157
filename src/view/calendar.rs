//! 时限: every deadline, those with a date in the order of the calendar.

use crate::analysis::{Analysis, Deadline, DeadlineKind, Measure, Role, Task};
use crate::view::label;
use crate::view::part::{Part, Places, parts};
use crate::view::sheet::Table;
use crate::view::task_table::{Time, headline, time};
use jiff::civil::Date;
use serde::Serialize;

/// The deadlines of a notice in three lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Calendar {
    /// Those with a last or first day, earliest first.
    pub dated: Vec<Entry>,
    /// Those that come again and again, in the order of the text.
    pub recurring: Vec<Entry>,
    /// Those that no date is known for: after an event, during a season.
    pub undated: Vec<Entry>,
}

/// One deadline, readable by itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Id of its task.
    pub task: String,
    /// The task's number as it is cited.
    pub place: String,
    /// The task's title, or how its text begins.
    pub title: String,
    /// The day it is sorted by.
    pub date: Option<Date>,
    /// Its words and what they come to.
    pub time: Time,
    /// The clause it binds.
    pub clause: String,
    /// Who must keep it: those who act in its sentence, else those who lead or
    /// are responsible for the task.
    pub units: Vec<String>,
}

/// Every deadline of the body.
pub fn calendar(analysis: &Analysis) -> Calendar {
    let places = Places::new(&analysis.tasks);
    let mut calendar = Calendar::default();
    for task in &analysis.tasks {
        let parts = parts(&task.assignments, task.span, &places);
        for (deadline, sentence) in task.deadlines.iter().zip(sentences(task)) {
            let entry = entry(task, deadline, sentence, &parts);
            calendar.list(deadline.kind, &entry).push(entry);
        }
    }
    calendar.dated.sort_by_key(|entry| entry.date);
    calendar
}

impl Calendar {
    fn list(&mut self, kind: DeadlineKind, entry: &Entry) -> &mut Vec<Entry> {
        match (kind, entry.date) {
            (DeadlineKind::Recurring, _) => &mut self.recurring,
            (_, Some(_)) => &mut self.dated,
            (_, None) => &mut self.undated,
        }
    }

    /// Number of deadlines.
    pub fn len(&self) -> usize {
        self.dated.len() + self.recurring.len() + self.undated.len()
    }

    /// Whether the notice sets no deadline.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn entry(task: &Task, deadline: &Deadline, sentence: Option<&Measure>, parts: &[Part]) -> Entry {
    Entry {
        task: task.id.clone(),
        place: label::place(&task.number),
        title: headline(&task.title, &task.text),
        date: deadline.end.or(deadline.start),
        time: time(deadline),
        clause: deadline.clause.clone(),
        units: sentence.and_then(|sentence| actors(task, sentence)).unwrap_or_else(|| owners(parts)),
    }
}

/// The sentence of each deadline of a task.
fn sentences(task: &Task) -> Vec<Option<&Measure>> {
    let mut sentences = vec![None; task.deadlines.len()];
    for measure in &task.measures {
        for deadline in &measure.deadlines {
            if let Some(sentence) = sentences.get_mut(*deadline) {
                sentence.get_or_insert(measure);
            }
        }
    }
    sentences
}

/// The units that act in a sentence.
fn actors(task: &Task, sentence: &Measure) -> Option<Vec<String>> {
    let unit = |actor: &usize| task.assignments.get(*actor).map(|assignment| assignment.unit.clone());
    let units: Vec<String> = sentence.actors.iter().filter_map(unit).collect();
    (!units.is_empty()).then_some(units)
}

fn owners(parts: &[Part]) -> Vec<String> {
    let owns = |part: &&Part| matches!(part.role, Role::Lead | Role::Responsible) && part.origin.is_none();
    parts.iter().filter(owns).map(|part| part.unit.clone()).collect()
}

/// The three lists one after another as plain cells.
pub(super) fn table(calendar: &Calendar) -> Table {
    const HEADER: [&str; 7] = ["序号", "类别", "时限", "折算日期", "事项", "责任单位", "出处"];
    let lists = [("定期限", &calendar.dated), ("周期性", &calendar.recurring), ("无确定日期", &calendar.undated)];
    let entries = lists.into_iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)));
    let cells = |(index, (kind, entry)): (usize, (&str, &Entry))| {
        vec![
            (index + 1).to_string(),
            kind.to_owned(),
            entry.time.text.clone(),
            entry.time.when.clone(),
            entry.clause.clone(),
            entry.units.join("、"),
            format!("{}{}", entry.place, entry.title),
        ]
    };
    Table::new(&HEADER, entries.enumerate().map(cells).collect())
}
