//! What a stretch of the cleaned view names.

mod clause;
mod cursor;
pub mod quantity;
pub mod time;
pub mod unit;
