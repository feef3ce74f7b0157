//! PUN: punctuation (GB/T 15834-2011).

mod angle;
pub(super) mod half_width;
pub(super) mod lead_in;
pub(super) mod quoted_list;
pub(super) mod repeated;
mod stop;
mod straight;
pub(super) mod unpaired;
