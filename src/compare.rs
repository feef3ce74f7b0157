//! Comparisons.

mod align;
mod change;
mod word;
