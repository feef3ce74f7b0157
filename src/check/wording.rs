//! TXT: wording, by word tables and by how a notice writes elsewhere.

mod blank;
pub(super) mod collocation;
mod dash;
pub(super) mod doubled;
pub(super) mod echo;
pub(super) mod foreign;
mod gap;
mod lost;
mod meeting;
pub(super) mod missing;
pub(super) mod mixed;
pub(super) mod quotes;
pub(super) mod slip;
pub(super) mod spacing;
mod surplus;
pub(super) mod term;
