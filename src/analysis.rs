//! The result: the one structure that leaves the core. Every field name is
//! fixed by the JSON contract; the page, the command line, the tables and the
//! exports read nothing else. Knows only spans and passages of the text.

mod annex;
mod finding;
mod notice;
mod task;
mod unit;

use serde::Serialize;

pub use annex::{AnnexRow, LeadCell, RowLayout};
pub use finding::{Finding, Fix, Severity};
pub use notice::{Evidence, Named, Notice};
pub use task::{Assignment, Basis, Certainty, Comparator, Deadline, DeadlineKind, Measure, Metric, Role, Task};
pub use unit::{Level, Unit, UnitCategory, UnitTasks};

/// Everything that was read in one notice.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Analysis {
    /// What the notice says of itself.
    pub notice: Notice,
    /// The tasks of the body, in the order of the text.
    pub tasks: Vec<Task>,
    /// The rows of annex tables, in the order of the text.
    pub annex: Vec<AnnexRow>,
    /// Every unit that is named as acting, one entry each.
    pub units: Vec<Unit>,
    /// What a reviewer would mark.
    pub findings: Vec<Finding>,
}
