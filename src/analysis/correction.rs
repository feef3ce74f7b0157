//! What a person has corrected in a reading.

use super::task::Role;
use crate::span::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One correction of the reading by a person. It names the words it is about,
/// never their offset, so that it holds while the text around them is edited.
///
/// ```
/// use notice_analyzer::{Anchor, Change, Correction, Options, Role, analyze};
/// let text = "一、压实责任。完善制度。（县住建局、县公安局负责）";
/// let change = Change::Role { unit: "县住建局".into(), role: Role::Lead };
/// let at = Anchor { words: "压实责任".into(), of: 1, ..Anchor::default() };
/// let options = Options { corrections: vec![Correction::Work { at, change }], ..Options::default() };
/// let task = &analyze(text, &options).tasks[0];
/// assert_eq!(task.assignments[0].role, Role::Lead);
/// assert_eq!(task.assignments[0].corrected.as_deref(), Some("县住建局"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// Of one task, or one row of an annex.
    Work {
        /// Which one.
        at: Anchor,
        /// What becomes of it.
        change: Change,
    },
    /// Of names, wherever they stand: one body has one name.
    Merge {
        /// The names.
        units: Vec<String>,
        /// What the body is called.
        into: String,
    },
}

/// What becomes of one task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Change {
    /// The unit has this role.
    Role {
        /// The unit.
        unit: String,
        /// What it does.
        role: Role,
    },
    /// A unit that the words do not name has a part in it.
    Add {
        /// The unit.
        unit: String,
        /// What it does.
        role: Role,
    },
    /// The unit has no part in it.
    Remove {
        /// The unit.
        unit: String,
    },
    /// The unit is called otherwise.
    Rename {
        /// As it was read.
        unit: String,
        /// As it is called.
        into: String,
    },
    /// The task is called otherwise.
    Title {
        /// What it is called.
        title: String,
    },
    /// A time is another, or there is one more.
    Time {
        /// The time as it was read; empty for one more.
        time: String,
        /// The time as a notice would write it.
        into: String,
    },
    /// The words are no time of it.
    NoTime {
        /// The time as it was read.
        time: String,
    },
    /// The event that a time is counted from has this day.
    Day {
        /// The time as it was read.
        time: String,
        /// The day of its event.
        day: Date,
    },
    /// It is no task.
    Aside,
    /// From one of its sentences on, it is another task. Rows of an annex stay
    /// whole.
    Split {
        /// The sentence.
        sentence: String,
    },
    /// The task behind it is part of it. Rows of an annex stay apart.
    Join {
        /// The words of that task's anchor.
        next: String,
    },
}

/// The words that a correction of a task hangs on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Anchor {
    /// Whether it is a row of an annex.
    pub annex: bool,
    /// Its title; where it has none, its first clause.
    pub words: String,
    /// The last words before it.
    pub before: String,
    /// The first words behind `words`.
    pub after: String,
    /// How many of the same words come before it.
    pub nth: usize,
    /// How many there are.
    pub of: usize,
}

/// A correction, and what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// The correction.
    pub correction: Correction,
    /// The words it is about; none where the text has them no longer, and
    /// nothing was corrected.
    pub span: Option<Span>,
}
