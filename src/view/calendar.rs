//! 时限: every deadline, those with a date in the order of the calendar.

use crate::analysis::{DeadlineKind, Role};
use crate::view::label;
use crate::view::part::Part;
use crate::view::row::{Row, Time};
use crate::view::sheet::Table;
use jiff::civil::Date;
use serde::Serialize;

/// Where the last day of a deadline lies from the day of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Before it.
    Over,
    /// On it, or within thirty days.
    Soon,
}

impl Standing {
    /// 已过, 30日内到期.
    pub fn name(self) -> &'static str {
        match self {
            Self::Over => "已过",
            Self::Soon => "30日内到期",
        }
    }

    fn of(last: Date, today: Date) -> Option<Self> {
        const AHEAD: i32 = 30;
        match (last - today).get_days() {
            ..0 => Some(Self::Over),
            0..=AHEAD => Some(Self::Soon),
            _ => None,
        }
    }
}

/// The deadlines of a notice in three lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Calendar {
    /// How many are over and how many soon to come, in one sentence; empty where
    /// nobody said which day it is.
    pub told: String,
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
    /// The month of that day: 2024年6月; empty without a day.
    pub month: String,
    /// Whether its last day is over, or soon to come.
    pub standing: Option<Standing>,
    /// Its words and what they come to.
    pub time: Time,
    /// Who must keep it: those who act in its sentence, else those who lead or
    /// are responsible for the task.
    pub units: Vec<String>,
}

/// Every deadline of `rows`, as it stands on the day `today`.
///
/// ```
/// use notice_analyzer::view::{Standing, calendar, task_table};
/// use notice_analyzer::{Options, analyze};
/// let text = "一、排查隐患。县应急局要于2024年6月30日前完成排查。";
/// let rows = task_table(&analyze(text, &Options::default()));
/// let calendar = calendar(&rows, Some("2024-06-10".parse().unwrap()));
/// assert_eq!(calendar.told, "以2024年6月10日为准：已过0项，30日内到期1项。");
/// assert_eq!(calendar.dated[0].month, "2024年6月");
/// assert_eq!(calendar.dated[0].standing, Some(Standing::Soon));
/// ```
pub fn calendar(rows: &[Row], today: Option<Date>) -> Calendar {
    let mut calendar = Calendar::default();
    for row in rows {
        for time in &row.deadlines {
            calendar.list(time).push(entry(row, time, today));
        }
    }
    calendar.dated.sort_by_key(|entry| entry.date);
    calendar.told = today.map(|today| calendar.tell(today)).unwrap_or_default();
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

    fn tell(&self, today: Date) -> String {
        let count = |standing| self.dated.iter().filter(|entry| entry.standing == Some(standing)).count();
        let parts = [Standing::Over, Standing::Soon].map(|one| format!("{}{}项", one.name(), count(one)));
        format!("以{}为准：{}。", label::day(today), parts.join("，"))
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

fn entry(row: &Row, time: &Time, today: Option<Date>) -> Entry {
    Entry {
        task: row.id.clone(),
        place: row.place.clone(),
        title: row.title.clone(),
        date: time.date,
        month: time.date.map(label::month).unwrap_or_default(),
        standing: today.and_then(|today| Standing::of(time.due?, today)),
        time: time.clone(),
        units: if time.units.is_empty() { owners(&row.parts) } else { time.units.clone() },
    }
}

fn owners(parts: &[Part]) -> Vec<String> {
    let owns = |part: &&Part| matches!(part.role, Role::Lead | Role::Responsible) && !part.is_general();
    parts.iter().filter(owns).map(|part| part.unit.clone()).collect()
}

/// Those that have a day, as plain cells: what a calendar program can take. The
/// note says how many it cannot.
pub fn date_table(calendar: &Calendar) -> Table {
    let rest = calendar.recurring.len() + calendar.undated.len();
    let note = if rest == 0 {
        String::new()
    } else {
        format!("另有{rest}项是周期性的或者没有确定日期，不列入日历。")
    };
    let dated = Calendar { dated: calendar.dated.clone(), ..Calendar::default() };
    Table { note, ..table(&dated) }
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
