//! What is marked in the text itself: units and deadlines. Findings are marked
//! as long as nobody has put them aside, which the page alone knows.

use crate::analysis::{Analysis, Role};
use crate::span::Span;
use serde::Serialize;

/// Words to mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// As what.
    pub kind: MarkKind,
}

/// What marked words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MarkKind {
    /// A unit that leads.
    Lead,
    /// A unit that is responsible.
    Responsible,
    /// A unit that supports.
    Support,
    /// A unit that presses others.
    Supervise,
    /// A time.
    Deadline,
}

impl From<Role> for MarkKind {
    fn from(role: Role) -> Self {
        match role {
            Role::Lead => Self::Lead,
            Role::Responsible => Self::Responsible,
            Role::Support => Self::Support,
            Role::Supervise => Self::Supervise,
        }
    }
}

/// The marks in the order of the text, each place and kind once (a blanket
/// rule stands at many tasks but is marked where it is written). Marks of
/// different kinds may overlap.
pub fn marks(analysis: &Analysis) -> Vec<Mark> {
    let in_tasks = analysis.tasks.iter().map(|task| &task.assignments);
    let in_annex = analysis.annex.iter().map(|row| &row.assignments);
    let units = in_tasks.chain(in_annex).flatten().map(|part| Mark { span: part.span, kind: part.role.into() });
    let of_annex = analysis.annex.iter().flat_map(|row| &row.deadlines);
    let times = analysis.tasks.iter().flat_map(|task| &task.deadlines).chain(of_annex);
    let times = times.map(|time| Mark { span: time.span, kind: MarkKind::Deadline });
    let mut marks: Vec<Mark> = units.chain(times).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}
