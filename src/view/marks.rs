//! What is marked in the text itself: units, deadlines and findings.

use crate::analysis::{Analysis, Role, Severity};
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
    /// A finding that must be mended.
    Error,
    /// A finding that is very probably right.
    Warning,
    /// A finding worth one look.
    Hint,
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

impl From<Severity> for MarkKind {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Hint => Self::Hint,
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
    let times = analysis.tasks.iter().flat_map(|task| &task.deadlines);
    let times = times.map(|time| Mark { span: time.span, kind: MarkKind::Deadline });
    let findings = analysis.findings.iter();
    let findings = findings.map(|finding| Mark { span: finding.span, kind: finding.severity.into() });
    let mut marks: Vec<Mark> = units.chain(times).chain(findings).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}
