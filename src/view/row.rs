//! One row of every table: a task of the body, a row of an annex, or both
//! where they say the same work.

use crate::analysis::DeadlineKind;
use crate::span::Span;
use crate::view::label;
use crate::view::part::Part;
use jiff::civil::Date;
use serde::Serialize;

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Id of the task (`T1`); of a row that only the annex has, its place in
    /// the annex (`A1`).
    pub id: String,
    /// The rows of the annex that say the same work, as `A1`.
    pub also: Vec<String>,
    /// 来源: where the notice says it.
    pub source: Source,
    /// 章节: the heading of its chapter.
    pub chapter: String,
    /// 任务: its title, or how its text begins.
    pub title: String,
    /// Whether a person has set the title.
    pub corrected: bool,
    /// 措施: the sentences that order something, or the whole text.
    pub measures: Vec<Sentence>,
    /// 目标: the numbers that measure what is to be reached.
    pub targets: Vec<Target>,
    /// The units in every role.
    pub parts: Vec<Part>,
    /// 时限.
    pub deadlines: Vec<Time>,
    /// What it should say and does not.
    pub lacks: Vec<Lack>,
    /// 出处: its number as it is cited; empty outside the numbering.
    pub place: String,
    /// The row's words.
    pub span: Span,
}

/// The day on which all that `times` bind must be done, as far as it is known.
pub(super) fn last_day(times: &[Time]) -> Option<Date> {
    times.iter().filter_map(|time| time.due).max()
}

/// Where the notice says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Only in its body.
    #[default]
    Body,
    /// Only in an annex.
    Annex,
    /// In both.
    Both,
}

impl Source {
    /// 正文, 附表, 正文、附表.
    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "正文",
            Self::Annex => "附表",
            Self::Both => "正文、附表",
        }
    }
}

/// What a task needs before it can be handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Lack {
    /// No unit leads or is responsible.
    Owner,
    /// Several are responsible and none leads.
    Lead,
    /// No time.
    Time,
}

/// One sentence of a row, with what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sentence {
    /// Its words without noise.
    pub text: String,
    /// Who acts in it.
    pub parts: Vec<Part>,
    /// By when.
    pub deadlines: Vec<Time>,
    /// How much.
    pub targets: Vec<Target>,
    /// Where it stands.
    pub span: Span,
}

/// One number that measures a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// The words that say it: 不少于120处.
    pub text: String,
    /// What it measures: 整改隐患不少于120处.
    pub clause: String,
    /// Where the words of `text` stand.
    pub span: Span,
}

/// One deadline of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Time {
    /// The words that say it.
    pub text: String,
    /// What they come to (`2024年6月30日前`), where they do not say it
    /// themselves; else empty.
    pub when: String,
    /// Whether a person should check the reading.
    pub likely: bool,
    /// The time that was read, where a person has corrected it; empty where the
    /// person has added it.
    pub corrected: Option<String>,
    /// What sort of time it is.
    pub kind: DeadlineKind,
    /// The day it is sorted by.
    pub date: Option<Date>,
    /// The last day for what is done once, where it is known.
    #[serde(skip)]
    pub due: Option<Date>,
    /// The clause it binds.
    pub clause: String,
    /// The units that act in its sentence.
    pub units: Vec<String>,
    /// Where the words stand.
    pub span: Span,
}

impl Time {
    /// `6月底前（2024年6月30日前）`.
    pub(super) fn cell(&self) -> String {
        let when = if self.when.is_empty() { String::new() } else { format!("（{}）", self.when) };
        let likely = if self.likely { format!("（{}）", label::LIKELY) } else { String::new() };
        format!("{}{when}{likely}", self.text)
    }
}
