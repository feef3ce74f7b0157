//! Two notices side by side: the result.

use crate::analysis::{Piece, Role, UnitPair};
use crate::span::Span;
use serde::Serialize;

/// What changed from one notice to another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Comparison {
    /// Whether the two have tasks in common. Where they have none, nothing is
    /// compared and every list is empty.
    pub related: bool,
    /// The tasks, partners together, in the order of the new notice; dropped
    /// ones stand where they stood.
    pub tasks: Vec<TaskChange>,
    /// What each unit gained and lost; units without a change are left out.
    pub units: Vec<UnitBalance>,
    /// One sentence each.
    pub summary: ChangeSummary,
}

/// What became of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// It is in both.
    #[default]
    Kept,
    /// It was divided into several, or cut out of one that stays.
    Split,
    /// It was put together with others, or put into one that stays.
    Merged,
    /// Only the new notice has it.
    New,
    /// Only the old notice has it.
    Dropped,
}

/// One task of both notices.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TaskChange {
    /// What became of it.
    pub fate: Fate,
    /// Whether it stands in another chapter or order.
    pub moved: bool,
    /// Whether it has another number.
    pub renumbered: bool,
    /// Whether it has another title.
    pub renamed: bool,
    /// Whether its words differ, marks apart.
    pub reworded: bool,
    /// The tasks of the old notice; several if they were merged.
    pub old: Vec<TaskPlace>,
    /// The tasks of the new notice; several if it was split.
    pub new: Vec<TaskPlace>,
    /// The old words, cut where they differ.
    pub old_pieces: Vec<Piece>,
    /// The new words.
    pub new_pieces: Vec<Piece>,
    /// Its units: left the old ones, right the new ones.
    pub units: Vec<UnitPair>,
    /// Its times.
    pub times: Vec<TimePair>,
    /// Its quantities.
    pub metrics: Vec<MetricPair>,
}

impl TaskChange {
    /// Whether anything in it changed.
    ///
    /// ```
    /// use notice_analyzer::compare::{Fate, TaskChange};
    /// assert!(!TaskChange::default().is_change());
    /// assert!(TaskChange { fate: Fate::New, ..TaskChange::default() }.is_change());
    /// ```
    pub fn is_change(&self) -> bool {
        self.fate != Fate::Kept
            || self.moved
            || self.renumbered
            || self.renamed
            || self.reworded
            || self.units.iter().any(UnitPair::is_change)
            || self.times.iter().any(|time| time.change != TimeChange::Same)
            || self.metrics.iter().any(|metric| metric.old.is_none() || metric.new.is_none() || metric.changed)
    }
}

/// A task of one of the two notices.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TaskPlace {
    /// Its id in its notice.
    pub id: String,
    /// Its numbers, from the chapter down.
    pub number: Vec<String>,
    /// Its title, or how its words begin.
    pub title: String,
    /// Its chapter.
    pub chapter: String,
    /// Where it stands in its notice.
    pub span: Span,
}

/// How a time changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TimeChange {
    /// Not at all, the turn of the year apart.
    Same,
    /// Only the new notice sets it.
    Added,
    /// Only the old notice set it.
    Dropped,
    /// The last day is earlier.
    Earlier,
    /// The last day is later.
    Later,
    /// Otherwise: another period, another count, another event.
    Other,
}

/// A time of one of the two notices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Words {
    /// The words that say it.
    pub text: String,
    /// The clause it binds.
    pub clause: String,
    /// Where it stands in its notice.
    pub span: Span,
}

/// One time of both notices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimePair {
    /// The old one.
    pub old: Option<Words>,
    /// The new one.
    pub new: Option<Words>,
    /// How it changed.
    pub change: TimeChange,
    /// By how many days the last day moved, counted within one year where the
    /// notices are of different years; 0 where it did not.
    pub days: i32,
}

/// One quantity of both notices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetricPair {
    /// The old one.
    pub old: Option<Words>,
    /// The new one.
    pub new: Option<Words>,
    /// Whether both say it, differently.
    pub changed: bool,
}

/// What a unit gained and lost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitBalance {
    /// The unit, as the new notice writes it if it names it.
    pub unit: String,
    /// Whether only the new notice names it.
    pub is_new: bool,
    /// Whether only the old notice names it.
    pub is_gone: bool,
    /// Tasks it has to do now and had not.
    pub gained: Vec<Charge>,
    /// Tasks it had to do and has not now.
    pub lost: Vec<Charge>,
    /// Tasks it has in another role.
    pub recast: Vec<Recast>,
}

/// A unit's part in a task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Charge {
    /// Index into [`Comparison::tasks`]; `None` for a rule for all tasks.
    pub task: Option<usize>,
    /// What it does.
    pub role: Role,
    /// The words that say it: of what it gained in the new notice, of what it
    /// lost in the old one.
    pub span: Span,
}

/// A unit's part in a task that it has in another role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recast {
    /// Index into [`Comparison::tasks`].
    pub task: usize,
    /// What it did.
    pub from: Role,
    /// What it does.
    pub to: Role,
    /// The words of the new notice.
    pub span: Span,
}

/// A comparison in three sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeSummary {
    /// 任务.
    pub tasks: String,
    /// 单位.
    pub units: String,
    /// 时限.
    pub times: String,
}
