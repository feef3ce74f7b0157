//! Tables: which unit owes which task by when, row by row.

use crate::source::Source;
use crate::span::TextRange;
use std::ops::Range;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
    /// Its rows, without the header.
    pub rows: Vec<Row>,
    /// The lines of the source it takes.
    pub lines: Range<usize>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// 序号.
    Number,
    /// The chapter that tasks belong to.
    Chapter,
    /// 任务, 事项.
    Task,
    /// 主要内容, 工作措施.
    Content,
    /// 牵头单位.
    Lead,
    /// 责任单位.
    Responsible,
    /// 配合单位.
    Support,
    /// 督导单位.
    Supervise,
    /// 完成时限.
    Deadline,
    /// Anything else.
    Other,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its heading as written; empty without a header row.
    pub heading: String,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its cells that hold something, from left to right.
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

/// Finds the tables of a text.
pub fn read(_source: &Source) -> Vec<Table> {
    Vec::new()
}
