//! Stage 5: the rows of tables that divide labour, one for each task.

mod entry;
mod layout;
mod units;

use crate::analysis::AnnexRow;
use crate::lexicon::heading::ColumnKind;
use crate::outline::table::{Cell, Row, Table};
use crate::source::Source;
use crate::span::TextRange;
use entry::{Entry, entries};
use layout::Grid;

/// Reads the rows of `tables`. Tables that do not divide labour give none.
///
/// ```
/// use notice_analyzer::{annex, outline::table, source::Source};
/// let source = Source::new("序号\t任务\t牵头单位\n1\t开展排查\t县应急局\n2\t开展宣传\t县委宣传部\n");
/// let rows = annex::rows(&source, &table::read(&source));
/// assert_eq!(rows[1].title, "开展宣传");
/// assert_eq!(rows[1].assignments[0].unit, "县委宣传部");
/// ```
pub fn rows(source: &Source, tables: &[Table]) -> Vec<AnnexRow> {
    let dividing = tables.iter().filter(|table| table.divides_labour());
    dividing.enumerate().flat_map(|(index, table)| table_rows(source, table, index)).collect()
}

fn table_rows(source: &Source, table: &Table, index: usize) -> Vec<AnnexRow> {
    let grid = Grid::new(source, table, index);
    table.rows.iter().flat_map(|row| read(source, table, row, &grid)).collect()
}

/// One row of a table holds one task, or one for each field of work it names.
fn read(source: &Source, table: &Table, row: &Row, grid: &Grid) -> Vec<AnnexRow> {
    let entries = entries(source, table, row);
    let share = entries.len();
    let annex_row = |(nth, entry): (usize, Entry)| AnnexRow {
        layout: grid.layout(row, &entry, nth, share),
        ..annex_row(source, table, row, entry, nth, share)
    };
    entries.into_iter().enumerate().map(annex_row).collect()
}

fn annex_row(source: &Source, table: &Table, row: &Row, entry: Entry, nth: usize, share: usize) -> AnnexRow {
    let text: String = entry.text.iter().map(|part| source.written(*part)).collect();
    let place = if share > 1 { joined(&entry.text).unwrap_or(row.range) } else { row.range };
    AnnexRow {
        number: entry.number,
        title: source.written(entry.title),
        text,
        assignments: units::assignments(source, table, row, nth, share),
        deadline: deadline(source, table, row, nth, share),
        span: source.span(place),
        ..AnnexRow::default()
    }
}

fn joined(parts: &[TextRange]) -> Option<TextRange> {
    Some(TextRange::new(parts.first()?.start, parts.last()?.end))
}

/// The time column, as written.
fn deadline(source: &Source, table: &Table, row: &Row, nth: usize, share: usize) -> String {
    let cells = row.cells.iter().filter(|cell| table.kind_of(cell) == ColumnKind::Deadline);
    let parts = cells.flat_map(|cell| shared_out(cell, nth, share));
    parts.map(|part| source.written(part)).collect::<Vec<_>>().join("；")
}

/// The paragraphs of a cell that belong to task `nth` of `share`: its own, if
/// the cell has one for each, otherwise all.
fn shared_out(cell: &Cell, nth: usize, share: usize) -> Vec<TextRange> {
    match cell.paragraphs.get(nth) {
        Some(own) if share > 1 && cell.paragraphs.len() == share => vec![*own],
        _ => cell.paragraphs.clone(),
    }
}

#[cfg(test)]
mod tests;
