//! What was not understood.

use crate::span::Span;
use serde::Serialize;

/// Words that became no part of the result, so that a person looks at them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// The words.
    pub span: Span,
    /// Why nothing was made of them.
    pub reason: UnreadReason,
}

/// Why nothing was made of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreadReason {
    /// A stretch of the body that is no task, heading or part of the letter.
    Body,
    /// A table in which no unit owes a task.
    Table,
    /// A row of a division of labour that names no task or no unit.
    Row,
    /// A line between two rows that fits no cell.
    Line,
    /// A member of a list of units in a table that is none.
    Member,
    /// A member of a bracket or label of the body that is no unit.
    Name,
}

/// How many paragraphs became part of the result. What is neither of a task nor
/// left over is a heading or part of the letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Paragraphs that say something and stand in no table.
    pub paragraphs: usize,
    /// Those of them in which a task stands.
    pub of_tasks: usize,
    /// Those of them of which nothing was made.
    pub unread: usize,
    /// Rows of all tables.
    pub rows: usize,
}
