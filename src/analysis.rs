//! The result: the one structure that leaves the core. Every field name is
//! fixed by the JSON contract; the page, the command line, the tables and the
//! exports read nothing else. Knows only spans and passages of the text.

mod annex;
mod collation;
mod correction;
mod finding;
mod fold;
mod name;
mod notice;
mod task;
mod unit;
mod unread;

use serde::Serialize;

pub use annex::{AnnexRow, LeadCell, RowLayout};
pub use collation::{
    Collation, Difference, DifferenceKind, Duty, Pair, Piece, PieceKind, Quote, Statement, UnitChange, UnitPair,
    Verdict,
};
pub use correction::{Anchor, Applied, Change, Correction};
pub use finding::{Excerpt, Finding, Fix, Severity};
pub use name::Name;
pub(crate) use name::SharedNames;
pub use notice::{Evidence, Named, Notice};
pub use task::{Assignment, Basis, Certainty, Comparator, Deadline, DeadlineKind, Measure, Metric, Role, Task};
pub use unit::{Level, Unit, UnitCategory, UnitTasks};
pub use unread::{Coverage, Unread, UnreadReason};

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
    /// What was not understood, in the order of the text.
    pub unread: Vec<Unread>,
    /// What a person has corrected in it, with what each correction found.
    pub corrections: Vec<Applied>,
    /// The body held against the annex. Views and checks read it; the JSON says
    /// of it which task a row repeats.
    #[serde(skip)]
    pub collation: Collation,
    /// How much of the text became part of the result; for views alone.
    #[serde(skip)]
    pub coverage: Coverage,
}
