//! ORG: names of units.

pub(super) mod directory;
pub(super) mod kind;
pub(super) mod retired;
mod short;
pub(super) mod spelling;
pub(super) mod unparted;
mod variant;
