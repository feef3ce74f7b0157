//! 时限: every deadline, those with a date in the order of the calendar.

use crate::analysis::{DeadlineKind, Role};
use crate::view::part::Part;
use crate::view::row::{Row, Time};
use crate::view::sheet::Table;
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
    /// Id of its row.
    pub task: String,
    /// The row's number as it is cited.
    pub place: String,
    /// The row's title.
    pub title: String,
    /// The day it is sorted by.
    pub date: Option<Date>,
    /// Its words and what they come to.
    pub time: Time,
    /// Who must keep it: those who act in its sentence, else those who lead or
    /// are responsible for the task.
    pub units: Vec<String>,
}

/// Every deadline of `rows`.
pub fn calendar(rows: &[Row]) -> Calendar {
    let mut calendar = Calendar::default();
    for row in rows {
        for time in &row.deadlines {
            calendar.list(time).push(entry(row, time));
        }
    }
    calendar.dated.sort_by_key(|entry| entry.date);
    calendar
}

impl Calendar {
    fn list(&mut self, time: &Time) -> &mut Vec<Entry> {
        match (time.kind, time.date) {
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

fn entry(row: &Row, time: &Time) -> Entry {
    Entry {
        task: row.id.clone(),
        place: row.place.clone(),
        title: row.title.clone(),
        date: time.date,
        time: time.clone(),
        units: if time.units.is_empty() { owners(&row.parts) } else { time.units.clone() },
    }
}

fn owners(parts: &[Part]) -> Vec<String> {
    let owns = |part: &&Part| matches!(part.role, Role::Lead | Role::Responsible) && !part.is_general();
    parts.iter().filter(owns).map(|part| part.unit.clone()).collect()
}

/// The three lists one after another as plain cells.
pub(super) fn table(calendar: &Calendar) -> Table {
    const HEADER: [&str; 7] = ["序号", "类别", "时限", "折算日期", "事项", "责任单位", "出处"];
    let lists = [("定期限", &calendar.dated), ("周期性", &calendar.recurring), ("无确定日期", &calendar.undated)];
    let entries = lists.into_iter().flat_map(|(kind, entries)| entries.iter().map(move |entry| (kind, entry)));
    let days = entries.clone().map(|(_, entry)| entry.time.due);
    let cells = |(index, (kind, entry)): (usize, (&str, &Entry))| {
        let cells = vec![
            (index + 1).to_string(),
            kind.to_owned(),
            entry.time.text.clone(),
            entry.time.when.clone(),
            entry.time.clause.clone(),
            entry.units.join("、"),
            format!("{}{}", entry.place, entry.title),
        ];
        (entry.task.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), entries.enumerate().map(cells)).dated(days)
}
