//! Corrections by a person, applied to the reading before units are collected,
//! the annex is held against the body, and anything is checked: so they go into
//! whatever is made of the reading.
//!
//! Corrections are carried out one after the other, each on what those before it
//! have made. Taking one away means not to apply it.

mod anchor;
mod apply;
mod names;
mod row;
mod structure;
mod time;
mod work;

pub use apply::apply;
pub use row::on_row;
pub(crate) use work::{keep, retain};
