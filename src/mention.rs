//! What a stretch of the cleaned view names.

pub mod time;
pub mod unit;
