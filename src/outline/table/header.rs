//! What the columns hold: by the header, or without one by their cells.

use super::Column;
use super::grid::GridRow;
use super::look::{Look, look};
use crate::lexicon::heading::{ColumnKind, heading_kind};
use crate::source::Source;

/// A header stands within so many rows.
const ROWS: usize = 3;
/// Without a header, the cells of a task column have at least this many
/// characters on average.
const TASK_CHARS: usize = 5;
/// Rows that are looked at to tell the columns of a table without header.
const SAMPLE: usize = 60;

/// The columns of a table, and how many rows at its top they took.
pub(super) fn columns(source: &Source, rows: &[GridRow]) -> (Vec<Column>, usize) {
    let Some(at) = rows.iter().take(ROWS).position(|row| is_header(source, row)) else {
        return (by_cells(source, rows), 0);
    };
    let mut columns = named(source, &rows[at]);
    let mut used = at + 1;
    if let Some(second) = rows.get(used).filter(|row| is_second_header(source, row)) {
        refine(&mut columns, named(source, second));
        used += 1;
    }
    settle_vague_headings(source, &mut columns, &rows[used..]);
    (columns, used)
}

/// Whether a row holds headings.
pub(super) fn is_header(source: &Source, row: &GridRow) -> bool {
    let mut known = 0;
    let mut unknown = 0;
    for cell in row.cells.iter().filter(|cell| !cell.is_empty()) {
        let words: String = cell.iter().map(|part| source.slice(*part)).collect();
        match heading_kind(&words) {
            Some(_) => known += 1,
            None if look(&words) == Look::Phrase => unknown += 1,
            None => return false,
        }
    }
    known >= 2 && known >= unknown
}

/// Under a wide heading (责任分工) its own columns may stand in a second row.
fn is_second_header(source: &Source, row: &GridRow) -> bool {
    let cells: Vec<_> = row.cells.iter().filter(|cell| !cell.is_empty()).collect();
    !cells.is_empty() && cells.iter().all(|cell| cell.iter().all(|part| heading_kind(source.slice(*part)).is_some()))
}

fn named(source: &Source, row: &GridRow) -> Vec<Column> {
    let columns = row.cells.iter().map(|cell| {
        let heading: String = cell.iter().map(|part| source.slice(*part)).collect();
        Column { kind: heading_kind(&heading).unwrap_or(ColumnKind::Other), heading }
    });
    columns.collect()
}

/// Puts the second row of a header in: below the first, or, where only the
/// parts of a wide heading stand in it, in the place of that heading.
fn refine(columns: &mut Vec<Column>, second: Vec<Column>) {
    if second.len() >= columns.len() {
        for (column, finer) in columns.iter_mut().zip(second) {
            if !finer.heading.is_empty() {
                *column = finer;
            }
        }
    } else if let Some(wide) = columns.iter().position(|column| column.kind.names_units()) {
        let parts = second.into_iter().filter(|column| !column.heading.is_empty());
        columns.splice(wide..=wide, parts);
    }
}

/// 单位 is a unit that acts only where its cells say so, and 时间 is a deadline
/// only in a table of tasks.
fn settle_vague_headings(source: &Source, columns: &mut [Column], rows: &[GridRow]) {
    let tasks = columns.iter().any(|column| column.kind.says_tasks());
    for (index, column) in columns.iter_mut().enumerate() {
        let vague = matches!(column.heading.as_str(), "单位" | "部门");
        if vague && (!tasks || majority(source, rows, index) != Look::Units) {
            column.kind = ColumnKind::Other;
        }
    }
}

/// The columns of a table without header.
fn by_cells(source: &Source, rows: &[GridRow]) -> Vec<Column> {
    let width = rows.iter().take(SAMPLE).map(|row| row.cells.len()).max().unwrap_or(0);
    let full: Vec<GridRow> = rows.iter().take(SAMPLE).filter(|row| row.cells.len() == width).cloned().collect();
    let mut kinds: Vec<ColumnKind> = (0..width)
        .map(|index| match majority(source, &full, index) {
            Look::Number => ColumnKind::Number,
            Look::Units => ColumnKind::Responsible,
            Look::Time => ColumnKind::Deadline,
            Look::Text => ColumnKind::Content,
            Look::Phrase if mean_chars(source, &full, index) >= TASK_CHARS => ColumnKind::Task,
            Look::Phrase | Look::Figure | Look::Empty => ColumnKind::Other,
        })
        .collect();
    // A number column stands before the tasks; figures elsewhere count things.
    let first = kinds.iter().position(|kind| kind.says_tasks()).unwrap_or(0);
    for kind in kinds.iter_mut().skip(first).filter(|kind| **kind == ColumnKind::Number) {
        *kind = ColumnKind::Other;
    }
    kinds.into_iter().map(|kind| Column { kind, heading: String::new() }).collect()
}

/// What most cells of a column look like.
fn majority(source: &Source, rows: &[GridRow], index: usize) -> Look {
    const LOOKS: [Look; 6] = [Look::Number, Look::Figure, Look::Units, Look::Time, Look::Phrase, Look::Text];
    let mut counts = [0; LOOKS.len()];
    for cell in rows.iter().take(SAMPLE).filter_map(|row| row.cells.get(index)?.first()) {
        if let Some(found) = LOOKS.iter().position(|l| *l == look(source.slice(*cell))) {
            counts[found] += 1;
        }
    }
    let best = (0..LOOKS.len()).max_by_key(|i| (counts[*i], *i)).filter(|i| counts[*i] > 0);
    best.map_or(Look::Empty, |i| LOOKS[i])
}

fn mean_chars(source: &Source, rows: &[GridRow], index: usize) -> usize {
    let cells: Vec<_> = rows.iter().filter_map(|row| row.cells.get(index)?.first()).collect();
    let chars: usize = cells.iter().map(|cell| source.slice(**cell).chars().count()).sum();
    chars.checked_div(cells.len()).unwrap_or(0)
}
