//! Tables: which unit owes which task by when, row by row.
//!
//! A table may come as tabs, as Markdown, or one cell per line; with or
//! without a header; with merged cells left blank, repeated on the next page,
//! or left out altogether. What leaves this module has columns that say what
//! they hold and rows whose merged cells are resolved.

mod align;
mod cells;
mod fragment;
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

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, without header, chapter rows and repetitions.
    pub rows: Vec<Row>,
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
            LineKind::Row => grid::table(source, at),
            LineKind::Cell => cells::table(source, at),
        };
        at = end;
        tables.extend(found);
    }
    tables
}

#[cfg(test)]
mod tests;
