//! Rows as they stand in the text: lines with cells between tabs or pipes.

use super::look::{Look, look};
use super::{COLUMNS, Table, header, resolve};
use crate::lexicon::marker::{Style, marker_at};
use crate::source::{CELL, CELL_BREAK, LineKind, Source};
use crate::span::TextRange;
use std::ops::Range;

/// A line between two rows that is part of their table has at most this many
/// characters.
const BETWEEN_CHARS: usize = 40;
/// A row whose cells hold line breaks takes at most this many lines.
const BROKEN_LINES: usize = 40;
/// Says that the table goes on after a page break.
const CONTINUED: &[&str] = &["续表", "（续表）", "（续）", "接上表", "（接上表）"];

/// One row: for each cell its paragraphs.
#[derive(Clone, Debug)]
pub(super) struct GridRow {
    pub(super) cells: Vec<Vec<TextRange>>,
    pub(super) range: TextRange,
}

/// The rows of one table.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) rows: Vec<GridRow>,
    pub(super) lines: Range<usize>,
}

/// The table that starts with line `first`, which is a row, and the line behind
/// its last row. A row alone is no table.
pub(super) fn table(source: &Source, first: usize) -> (Option<Table>, usize) {
    let grid = read(source, first);
    let end = grid.lines.end;
    let narrow = grid.rows.iter().all(|row| row.cells.len() <= COLUMNS);
    let table = if grid.rows.len() > 1 && narrow { resolve::table(source, grid) } else { None };
    (table, end)
}

/// Reads the rows from line `first` to the last that belongs to the same table.
fn read(source: &Source, first: usize) -> Grid {
    let lines = source.lines();
    let mut rows = vec![row(source, lines[first].range)];
    let width = header::is_header(source, &rows[0]).then(|| rows[0].cells.len());
    let mut at = first + 1;
    while at < lines.len() {
        if let Some((broken, next)) = width.and_then(|width| broken_row(source, at, width)) {
            rows.push(broken);
            at = next;
            continue;
        }
        match lines[at].kind {
            LineKind::Row => rows.push(row(source, lines[at].range)),
            LineKind::Text | LineKind::Cell => match between(source, at) {
                Some(chapter) => rows.extend(chapter),
                None => break,
            },
        }
        at += 1;
    }
    Grid { rows, lines: first..at }
}

fn row(source: &Source, range: TextRange) -> GridRow {
    let text = source.slice(range);
    let mut start = range.start;
    let cells = text.split(CELL).map(|cell| {
        let own = TextRange::new(start, start + cell.len());
        start = own.end + CELL.len_utf8();
        paragraphs(source, own)
    });
    GridRow { cells: cells.collect(), range }
}

fn paragraphs(source: &Source, cell: TextRange) -> Vec<TextRange> {
    let mut start = cell.start;
    let parts = source.slice(cell).split(CELL_BREAK).map(|part| {
        let own = TextRange::new(start, start + part.len());
        start = own.end + CELL_BREAK.len_utf8();
        unquoted(source, own)
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Spreadsheets quote a cell that holds line breaks.
fn unquoted(source: &Source, range: TextRange) -> TextRange {
    let text = source.slice(range);
    let start = usize::from(text.starts_with('"'));
    let end = usize::from(text.len() > start && text.ends_with('"'));
    TextRange::new(range.start + start, range.end - end)
}

/// A row whose cells hold line breaks stands on several lines: together they
/// have the cells of a row.
fn broken_row(source: &Source, first: usize, width: usize) -> Option<(GridRow, usize)> {
    let lines = source.lines();
    if lines[first].kind != LineKind::Row {
        return None;
    }
    let mut broken = row(source, lines[first].range);
    if broken.cells.len() >= width || is_blank(&broken) {
        return None;
    }
    for (at, line) in lines.iter().enumerate().skip(first + 1).take(BROKEN_LINES) {
        let next = row(source, line.range);
        let opens = next.cells.first().and_then(|cell| cell.first()).map(|cell| source.slice(*cell));
        let starts_row = opens.is_none_or(|text| look(text) == Look::Number) && line.kind == LineKind::Row;
        if starts_row || broken.cells.len() + next.cells.len() - 1 > width {
            return None;
        }
        let mut cells = next.cells.into_iter();
        if let (Some(last), Some(more)) = (broken.cells.last_mut(), cells.next()) {
            last.extend(more);
        }
        broken.cells.extend(cells);
        broken.range.end = line.range.end;
        if broken.cells.len() == width && line.kind == LineKind::Row {
            return Some((broken, at + 1));
        }
    }
    None
}

fn is_blank(row: &GridRow) -> bool {
    row.cells.iter().all(Vec::is_empty)
}

/// A line between two rows: the name of a chapter as a row, or nothing.
fn between(source: &Source, at: usize) -> Option<Option<GridRow>> {
    let lines = source.lines();
    let text = source.slice(lines[at].range);
    if lines.get(at + 1)?.kind != LineKind::Row {
        return None;
    }
    if CONTINUED.contains(&text) {
        return Some(None);
    }
    let outer = marker_at(text).is_some_and(|m| matches!(m.style, Style::Chinese | Style::ChineseBracketed));
    let short = text.chars().take(BETWEEN_CHARS + 1).count() <= BETWEEN_CHARS && !text.contains('。');
    (outer && short).then(|| Some(GridRow { cells: vec![vec![lines[at].range]], range: lines[at].range }))
}
