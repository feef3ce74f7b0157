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
    /// A member of a list of units that is none.
    Member,
}
