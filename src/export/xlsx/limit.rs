//! What a sheet has room for (ECMA-376, and the specification of Excel), and
//! what is told of a table that is larger.

use super::name::cut;
use crate::view::Table;
use std::borrow::Cow;

/// Rows of a sheet.
const ROWS: usize = 1_048_576;
/// Columns of a sheet.
const COLUMNS: usize = 16_384;
/// UTF-16 code units of a cell.
const CELL: usize = 32_767;
/// What stands at the end of a cell that was cut.
const CUT: &str = "……（单元格容量已满，以下见原文）";

/// How much of a table a sheet takes, and what is to be said of the rest.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Rows below the head.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// The table's own note, and what had no room; mostly empty.
    pub note: String,
}

impl Room {
    pub(super) fn of(table: &Table) -> Self {
        // The note and the head take a row each.
        let rows = table.rows.len().min(ROWS - 2);
        let columns = table.header.len().min(COLUMNS);
        let mut note = table.note.clone();
        if rows < table.rows.len() {
            note += &format!("共{}行，一张工作表只容得下前{rows}行。", table.rows.len());
        }
        if columns < table.header.len() {
            note += &format!("共{}列，一张工作表只容得下前{columns}列。", table.header.len());
        }
        let long = table.rows.iter().take(rows).flatten().filter(|cell| is_too_long(cell)).count();
        if long > 0 {
            note += &format!("有{long}个单元格超过{CELL}字，只写前面的部分。");
        }
        Self { rows, columns, note }
    }
}

fn is_too_long(cell: &str) -> bool {
    // A code unit takes at least one byte.
    cell.len() > CELL && cell.encode_utf16().count() > CELL
}

/// As much of `cell` as a cell holds.
pub(super) fn fitting(cell: &str) -> Cow<'_, str> {
    if !is_too_long(cell) {
        return Cow::Borrowed(cell);
    }
    let room = CELL - CUT.encode_utf16().count();
    Cow::Owned(format!("{}{CUT}", cut(cell, room)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(columns: usize, rows: Vec<Vec<String>>) -> Table {
        Table { header: vec![String::new(); columns], rows, ..Table::default() }
    }

    #[test]
    fn what_has_no_room_is_told() {
        assert_eq!(
            Room::of(&table(3, vec![vec!["甲".to_owned(); 3]])),
            Room { rows: 1, columns: 3, note: String::new() }
        );
        let room = Room::of(&table(20_000, vec![Vec::new(); ROWS]));
        assert_eq!((room.rows, room.columns), (ROWS - 2, COLUMNS));
        assert_eq!(room.note, "共1048576行，一张工作表只容得下前1048574行。共20000列，一张工作表只容得下前16384列。");
        let room = Room::of(&table(1, vec![vec!["字".repeat(CELL)], vec!["字".repeat(CELL + 1)]]));
        assert_eq!(room.note, "有1个单元格超过32767字，只写前面的部分。");
    }

    #[test]
    fn a_cell_is_cut_at_its_limit() {
        let full = "😀".repeat(CELL / 2) + "字";
        assert_eq!(fitting(&full), full);
        let cut = fitting(&(full + "多")).into_owned();
        assert!(cut.ends_with(CUT) && cut.encode_utf16().count() <= CELL, "{}", cut.encode_utf16().count());
    }
}
