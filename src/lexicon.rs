//! Language knowledge that no single stage owns: how numbers are written and
//! how items are numbered. Word tables stand beside the stage that reads them.

pub mod heading;
pub mod letter;
pub mod marker;
pub mod modal;
pub mod numeral;
pub mod openers;
pub mod page;
pub mod words;
