//! TXT: wording, by word tables and by how a notice writes elsewhere.

pub(super) mod collocation;
pub(super) mod doubled;
pub(super) mod echo;
pub(super) mod foreign;
pub(super) mod missing;
pub(super) mod quotes;
pub(super) mod spacing;
pub(super) mod term;
