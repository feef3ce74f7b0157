//! CSV as Chinese offices open it: UTF-8 with a byte order mark, without which
//! Excel and WPS guess the local code page, and lines that end with CRLF (RFC
//! 4180).

use super::guard::literal;
use crate::view::Table;
use csv::{Terminator, WriterBuilder};

/// The table as one CSV file.
pub fn write(table: &Table) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(Vec::new());
    let note = (!table.note.is_empty()).then(|| vec![table.note.clone()]);
    for row in note.iter().chain([&table.header]).chain(&table.rows) {
        let cells = row.iter().map(|cell| literal(cell).into_owned());
        // Writing to memory cannot fail, and a flexible writer takes any row.
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}
