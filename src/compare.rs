//! Comparisons: the body of a notice against its annex, one notice against
//! another. Derived from the analysis alone.

mod align;
mod annex;
mod change;
mod collation;
mod comparison;
mod matched;
mod moved;
mod opening;
mod piece;
mod side;
mod units;
mod version;
mod word;

pub use annex::collate;
pub use collation::{Collation, Difference, DifferenceKind, Pair, Quote, Statement, Verdict};
pub use comparison::{
    ChangeSummary, Charge, Comparison, Fate, MetricPair, Recast, TaskChange, TaskPlace, TimeChange, TimePair,
    UnitBalance, Words,
};
pub use piece::{Piece, PieceKind};
pub use units::{Duty, UnitChange, UnitPair};
pub use version::compare;
