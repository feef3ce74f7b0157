//! A task: who owes it in which role, by when, how much, sentence by sentence.

use super::Name;
use crate::source::Passage;
use crate::span::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How far the grammar stands behind a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The notice says so.
    #[default]
    Sure,
    /// The most likely reading; a person should look.
    Likely,
}

/// The smallest block of the notice that is assigned, or can be assigned, as a
/// whole: one row of a 任务分解表.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Task {
    /// `T1`, `T2`, … in the order of the text.
    pub id: Name,
    /// The numbers above it and its own, as in `["二", "（一）"]`; empty for a
    /// paragraph outside the numbering.
    pub number: Vec<String>,
    /// The heading of the chapter (top level) it stands in; empty if none.
    pub chapter: String,
    /// Its heading phrase without number and closing mark; empty if none.
    pub title: String,
    /// The block without noise (spaces, page breaks, marks), in the notice's
    /// own characters.
    pub text: String,
    /// From its number, title or first character to the end of its
    /// responsibility bracket.
    pub span: Span,
    /// The title that was read, where a person has set another.
    pub corrected: Option<String>,
    /// Who owes it.
    pub assignments: Vec<Assignment>,
    /// By when, or how often.
    pub deadlines: Vec<Deadline>,
    /// How much of what.
    pub metrics: Vec<Metric>,
    /// The sentences of it that order something.
    pub measures: Vec<Measure>,
    /// Its title as it stands, with its mark; empty where it stands apart.
    /// Comparisons read it; the JSON has no part of it.
    #[serde(skip)]
    pub heading: Passage,
    /// What is to be done: the block without number, title and responsibility
    /// brackets. Comparisons read it; the JSON has no part of it.
    #[serde(skip)]
    pub wording: Passage,
}

/// What a unit does in a task, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// 牵头.
    Lead,
    /// 负责.
    Responsible,
    /// 配合.
    Support,
    /// 督促, 指导.
    Supervise,
}

/// Why a unit stands at a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Its responsibility bracket.
    Attribution,
    /// A label: 责任单位：….
    Label,
    /// It acts in the running text.
    Subject,
    /// A rule for all later tasks.
    Blanket,
    /// A person says so.
    Correction,
}

/// One unit's part in a task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assignment {
    /// The unit's name as its list means it.
    pub unit: Name,
    /// What it does.
    pub role: Role,
    /// Why it stands here.
    pub basis: Basis,
    /// Whether its list goes on with 等部门.
    pub open: bool,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The name that was read, where a person has corrected anything of it; empty
    /// for a unit that the person has added.
    pub corrected: Option<Name>,
    /// The class that the notice names in its place, where the directory says that
    /// the unit is a member of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expanded: Option<Name>,
    /// The words that say it; for a blanket rule, the rule; for a unit that a
    /// person has added, those that its task opens with.
    pub span: Span,
}

/// How a time binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineKind {
    /// Until a day.
    By,
    /// Within a period.
    During,
    /// Again and again.
    Recurring,
    /// Counted from an event.
    Relative,
}

/// A time that fixes when, or how often, an obligation must be met. A value
/// the notice does not give is `None`, never a guess.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deadline {
    /// The shortest words that carry the time, without noise.
    pub text: String,
    /// How it binds.
    pub kind: DeadlineKind,
    /// First day.
    pub start: Option<Date>,
    /// Last day, inclusive.
    pub end: Option<Date>,
    /// ISO 8601 period, such as `P3M` for 每季度.
    pub period: Option<String>,
    /// Times in each period, where said.
    pub count: Option<u32>,
    /// What a relative time is counted from.
    pub event: Option<String>,
    /// ISO 8601 distance from the event, such as `P7D`.
    pub offset: Option<String>,
    /// The clause that the time binds.
    pub clause: String,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// The time that was read, where a person has set another; empty for one
    /// that the person has added.
    pub corrected: Option<String>,
    /// The words of `text`; where a person has set it, those it stands for.
    pub span: Span,
}

/// How a quantity bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparator {
    /// Just that many.
    Exactly,
    /// 不少于, 至少, 达到, 以上.
    AtLeast,
    /// 不超过, 以内, 以下.
    AtMost,
    /// 左右.
    About,
    /// 3至5.
    Between,
}

/// A quantity that measures an obligation (目标): 10座, 不少于2名, 达到100%.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Metric {
    /// The words, without noise.
    pub text: String,
    /// How it bounds.
    pub comparator: Comparator,
    /// The number, or the lower one of two; in the unit as written.
    pub value: f64,
    /// The upper number of 3至5.
    pub upper: Option<f64>,
    /// The measure word or `%`, as written.
    pub unit: String,
    /// The clause that the quantity measures.
    pub clause: String,
    /// The words of `text`.
    pub span: Span,
}

/// One sentence of a task that orders something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measure {
    /// The sentence without noise.
    pub text: String,
    /// The sentence.
    pub span: Span,
    /// Indexes into [`Task::assignments`] of those who act in it.
    pub actors: Vec<usize>,
    /// Indexes into [`Task::deadlines`].
    pub deadlines: Vec<usize>,
    /// Indexes into [`Task::metrics`].
    pub metrics: Vec<usize>,
}
