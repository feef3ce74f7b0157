//! Tables: which unit owes which task by when, row by row.
//!
//! A table may come as tabs, as Markdown, or one cell per line; with or
//! without a header; with merged cells left blank, repeated on the next page,
//! or left out altogether. What leaves this module has columns that say what
//! they hold and rows whose merged cells are resolved.

mod align;
mod cells;
mod fragment;
mod gather;
mod grid;
mod header;
mod look;
mod resolve;

pub use crate::lexicon::heading::ColumnKind;
use crate::source::{LineKind, Source};
use crate::span::TextRange;
use std::ops::Range;

/// A table has at most this many columns.
const COLUMNS: usize = 40;
/// So many lines before and behind a table may be notes to it.
const NOTES: usize = 2;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, without header, chapter rows and repetitions.
    pub rows: Vec<Row>,
    /// Lines between its rows that fit no cell.
    pub unread: Vec<TextRange>,
    /// What notes right before and behind it say.
    pub notes: Vec<TextRange>,
    /// The lines of the source it takes.
    pub lines: Range<usize>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its heading in the cleaned view; empty without a header row.
    pub heading: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells that hold something, from left to right. A column may have
    /// two: where a page splits it, the first holds what the second ones share.
    pub cells: Vec<Cell>,
    /// The whole row.
    pub range: TextRange,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its column, as an index.
    pub column: usize,
    /// Its paragraphs.
    pub paragraphs: Vec<TextRange>,
    /// Whether it stands in a row above and reaches down to this one.
    pub inherited: bool,
}

impl Table {
    /// Whether it says which unit owes what: a division of labour.
    pub fn divides_labour(&self) -> bool {
        let has = |test: fn(ColumnKind) -> bool| self.columns.iter().any(|column| test(column.kind));
        has(ColumnKind::names_units) && has(ColumnKind::says_tasks)
    }

    /// All that stands in its lines.
    pub fn range(&self, source: &Source) -> TextRange {
        let lines = &source.lines()[self.lines.clone()];
        let end = lines.last().map_or(0, |line| line.range.end);
        TextRange::new(lines.first().map_or(end, |line| line.range.start), end)
    }

    /// What the column of a cell holds.
    pub fn kind_of(&self, cell: &Cell) -> ColumnKind {
        self.columns.get(cell.column).map_or(ColumnKind::Other, |column| column.kind)
    }
}

/// Finds the tables of a text, in its order.
///
/// ```
/// use notice_analyzer::outline::table::{self, ColumnKind};
/// use notice_analyzer::source::Source;
/// let source = Source::new("序号\t任务\t责任单位\n1\t排查隐患\t县应急局\n2\t整治隐患\t\n");
/// let table = &table::read(&source)[0];
/// assert_eq!(table.columns[2].kind, ColumnKind::Responsible);
/// let unit = table.rows[1].cells.last().unwrap();
/// assert!(unit.inherited);
/// assert_eq!(source.slice(unit.paragraphs[0]), "县应急局");
/// ```
pub fn read(source: &Source) -> Vec<Table> {
    let lines = source.lines();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let (found, end) = match lines[at].kind {
            LineKind::Text => (None, at + 1),
            LineKind::Row => gather::table(source, at),
            LineKind::Cell => cells::table(source, at),
        };
        at = end;
        tables.extend(found.map(|table| with_notes(source, table)));
    }
    tables
}

fn with_notes(source: &Source, table: Table) -> Table {
    let lines = source.lines();
    let before = table.lines.start.saturating_sub(NOTES)..table.lines.start;
    let behind = table.lines.end..lines.len().min(table.lines.end + NOTES);
    let notes = before.chain(behind).map(|at| lines[at]).filter(|line| line.kind == LineKind::Text);
    let notes = notes.map(|line| line.range).filter(|range| is_note(source.slice(*range))).collect();
    Table { notes, ..table }
}

fn is_note(text: &str) -> bool {
    ["注", "备注", "说明", "（"].iter().any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests;
