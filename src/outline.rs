//! Stage 2: the skeleton of a notice.

pub mod numbering;
