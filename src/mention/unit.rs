//! Names of units: how one is recognised by its ending, and how a list of them
//! is taken apart into full names.

mod alias;
mod cores;
mod endings;
mod levels;
mod list;
mod tails;
mod territory;

pub use alias::alias_key;
pub use endings::Tail;
pub use levels::level_of;
pub use list::{UnitList, UnitName, unit_list, unit_list_after};
pub(crate) use tails::is_place;
pub use tails::{category_of, is_unit, tail_of};
