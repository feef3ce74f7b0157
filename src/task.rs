//! Stage 4: who owes what by when.

pub mod attribution;
pub mod block;
pub mod field;
pub mod roles;
