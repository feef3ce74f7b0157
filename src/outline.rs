//! Stage 2: the skeleton of a notice: its letter (letterhead, title,
//! addressees, closing, attachments), its tables and its numbered items.

pub mod letter;
pub mod numbering;
pub mod own_names;
pub mod table;
