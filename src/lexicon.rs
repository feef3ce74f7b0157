//! Language knowledge that no single stage owns: what words can do in a
//! sentence (`classes/*.txt` and the general word list), how numbers are written,
//! how items are numbered.

pub mod class;
pub mod closers;
pub mod duty;
pub mod header;
pub mod heading;
pub mod letter;
pub mod lexemes;
pub mod list;
pub mod marker;
pub mod modal;
pub mod numeral;
pub mod openers;
pub mod page;
pub mod words;
