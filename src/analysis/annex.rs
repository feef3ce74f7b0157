//! A row of the annex that divides labour.

use super::Name;
use super::task::{Assignment, Deadline, Measure, Metric};
use crate::source::Passage;
use crate::span::Span;
use serde::Serialize;

/// One row of an annex table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct AnnexRow {
    /// Its number as written, without punctuation; empty if none.
    pub number: String,
    /// Its short title, if it opens with one.
    pub title: String,
    /// The title that was read, where a person has set another.
    pub corrected: Option<String>,
    /// The cell that says what is to be done, without noise.
    pub text: String,
    /// Who owes it, from the responsibility column; merged cells resolved.
    pub assignments: Vec<Assignment>,
    /// The time column, as written; empty if none.
    pub deadline: String,
    /// By when, or how often: what its words say, and its time column.
    pub deadlines: Vec<Deadline>,
    /// How much of what.
    pub metrics: Vec<Metric>,
    /// The sentences of it that order something.
    pub measures: Vec<Measure>,
    /// The task of the body that it repeats, by id.
    pub task: Option<Name>,
    /// The row.
    pub span: Span,
    /// How it stands in its table. Comparisons read it; the JSON has no part of
    /// it.
    #[serde(skip)]
    pub layout: RowLayout,
}

/// How a row stands in its table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowLayout {
    /// The table, counted from 0.
    pub table: usize,
    /// Its title as it stands before its words, with its mark; empty where it
    /// stands in a cell of its own.
    pub heading: Passage,
    /// What is to be done, without number and title.
    pub wording: Passage,
    /// Its number and title; where it has neither, its first words.
    pub head: Span,
    /// The cell above it that speaks for several rows, if there is one.
    pub lead: Option<LeadCell>,
    /// Whether its number stands in a row above.
    pub number_inherited: bool,
    /// Whether its title does.
    pub title_inherited: bool,
    /// The cells that name its units. Rows that share merged cells have the
    /// same here.
    pub units: Span,
    /// Whether they stand in a row above.
    pub units_inherited: bool,
    /// Its time column; empty if there is none.
    pub deadline: Span,
}

/// A cell that holds what several rows have in common.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeadCell {
    /// Its number as written, without punctuation; empty if none.
    pub number: String,
    /// Its short title, if it opens with one.
    pub title: String,
    /// Its title as it stands, with its mark.
    pub heading: Passage,
    /// What it says, without number and title.
    pub wording: Passage,
    /// The cell.
    pub span: Span,
    /// Whether it stands in a row above.
    pub inherited: bool,
}
