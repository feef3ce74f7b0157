//! ORG: names of units.

pub(super) mod directory;
pub(super) mod kind;
pub(super) mod retired;
pub(super) mod spelling;
pub(super) mod unparted;
mod variant;
