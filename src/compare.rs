//! Comparisons: the body of a notice against its annex, one notice against
//! another. Derived from the analysis alone.

mod align;
mod annex;
mod change;
mod comparison;
mod matched;
mod moved;
mod opening;
mod piece;
mod side;
mod units;
mod version;
mod word;

pub use crate::analysis::{
    Collation, Difference, DifferenceKind, Duty, Pair, Piece, PieceKind, Quote, Statement, UnitChange, UnitPair,
    Verdict,
};
pub use annex::collate;
pub use comparison::{
    ChangeSummary, Charge, Comparison, Fate, MetricPair, Recast, TaskChange, TaskPlace, TimeChange, TimePair,
    UnitBalance, Words,
};
pub use version::compare;
