//! Tables that were pasted one cell per line: each line is put into the column
//! that it fits, in order, so that merged cells may be missing and a cell may
//! take several lines.

use super::grid::GridRow;
use super::look::{Look, fit, look};
use super::resolve::{Placed, Resolver};
use super::{COLUMNS, Column, Table, header};
use crate::lexicon::header::{HeaderLine, header_len};
use crate::lexicon::heading::{ColumnKind, heading_kind};
use crate::lexicon::marker::{Style, marker_at};
use crate::source::{LineKind, Source};
use crate::span::TextRange;

/// A column of the same row that a line skips costs this much.
const SKIP: i32 = 10;
/// A column at the start of a row that is left out, because its cell is merged.
const SKIP_FIRST: i32 = 6;
/// A row without its number, or without its task, costs this much more.
const UNNUMBERED: i32 = 30;

/// The table that starts with line `first`, and the line behind the last that
/// may belong to it.
pub(super) fn table(source: &Source, first: usize) -> (Option<Table>, usize) {
    let lines = source.lines()[first..].iter().take_while(|line| line.kind == LineKind::Cell);
    let cells: Vec<TextRange> = lines.map(|line| line.range).collect();
    (read(source, first, &cells), first + cells.len())
}

fn read(source: &Source, first: usize, cells: &[TextRange]) -> Option<Table> {
    let headings = headings(source, cells);
    let numbered = cells.first().is_some_and(|cell| look(source.slice(*cell)) == Look::Number);
    let columns = match headings {
        0 if numbered => unnamed(source, cells),
        _ => named(source, &cells[..headings]),
    };
    let body = without_signature(source, &columns, &cells[headings..]);
    if columns.is_empty() || columns.len() > COLUMNS || body.is_empty() {
        return None;
    }
    let places: Vec<usize> = (0..columns.len()).collect();
    let rows: Vec<GridRow> =
        stretches(source, &columns, body).into_iter().flat_map(|cells| rows_of(source, &columns, cells)).collect();
    let mut resolver = Resolver::new(source, columns);
    for row in rows {
        resolver.add(Placed { places: places.clone(), cells: row.cells, range: row.range });
    }
    Some(resolver.finish(first..first + headings + body.len()))
}

/// How many lines the header takes.
fn headings(source: &Source, cells: &[TextRange]) -> usize {
    let lines = cells.iter().take(COLUMNS).map(|cell| {
        let words = source.slice(*cell);
        match (heading_kind(words), look(words)) {
            (Some(kind), _) => HeaderLine::Heading(kind),
            (None, Look::Phrase) if marker_at(words).is_none() => HeaderLine::Phrase,
            (None, Look::Number) if words == "1" => HeaderLine::First,
            _ => HeaderLine::No,
        }
    });
    header_len(&lines.collect::<Vec<_>>()).unwrap_or(0)
}

fn named(source: &Source, headings: &[TextRange]) -> Vec<Column> {
    let columns = headings.iter().map(|range| {
        let heading = source.slice(*range);
        Column { kind: heading_kind(heading).unwrap_or(ColumnKind::Other), heading: heading.to_owned() }
    });
    columns.collect()
}

/// Without headings, the rows that open with a number and have the usual
/// number of cells tell the columns.
fn unnamed(source: &Source, cells: &[TextRange]) -> Vec<Column> {
    let mut rows: Vec<GridRow> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if look(source.slice(*cell)) != Look::Number => row.cells.push(vec![*cell]),
            _ => rows.push(GridRow { cells: vec![vec![*cell]], range: *cell }),
        }
    }
    let mut widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    rows.retain(|row| row.cells.len() == usual);
    header::columns(source, &rows).0
}

/// A name and a date behind the cells of the last row sign the notice.
fn without_signature<'c>(source: &Source, columns: &[Column], cells: &'c [TextRange]) -> &'c [TextRange] {
    let number = columns.iter().position(|column| column.kind == ColumnKind::Number);
    let last = cells.iter().rposition(|cell| look(source.slice(*cell)) == Look::Number);
    let (Some(number), Some(last)) = (number, last) else { return cells };
    let full = last + columns.len() - number;
    let dated = cells.last().is_some_and(|cell| {
        let text = source.slice(*cell);
        text.ends_with('日') && text.contains('年') && text.contains('月')
    });
    if dated && full < cells.len() { &cells[..full] } else { cells }
}

/// The cells between what is no cell of a row: the header on a new page, and
/// in a numbered table the names of chapters.
fn stretches<'c>(source: &Source, columns: &[Column], cells: &'c [TextRange]) -> Vec<&'c [TextRange]> {
    let numbered = columns.iter().any(|column| column.kind == ColumnKind::Number);
    let mut stretches = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < cells.len() {
        let skip = header_at(source, columns, &cells[at..]).unwrap_or(usize::from(
            numbered && (is_chapter(source.slice(cells[at])) || heads_rows(source, columns, cells, at)),
        ));
        if skip > 0 {
            stretches.push(&cells[start..at]);
            start = at + skip;
        }
        at += skip.max(1);
    }
    stretches.push(&cells[start.min(cells.len())..]);
    stretches
}

fn header_at(source: &Source, columns: &[Column], cells: &[TextRange]) -> Option<usize> {
    let named = columns.first().is_some_and(|column| !column.heading.is_empty()) && cells.len() >= columns.len();
    let same = named && columns.iter().zip(cells).all(|(column, cell)| column.heading == source.slice(*cell));
    same.then_some(columns.len())
}

/// 一、市容环境
fn is_chapter(text: &str) -> bool {
    look(text) == Look::Phrase
        && marker_at(text).is_some_and(|m| matches!(m.style, Style::Chinese | Style::ChineseBracketed))
}

/// A phrase between the last cell of a row and the number of the next one, where
/// that column holds units or times.
fn heads_rows(source: &Source, columns: &[Column], cells: &[TextRange], at: usize) -> bool {
    let looks = |at: usize| cells.get(at).map(|cell| look(source.slice(*cell)));
    let full = match columns.last().map(|column| column.kind) {
        Some(kind) if kind.names_units() => Look::Units,
        Some(ColumnKind::Deadline) => Look::Time,
        _ => return false,
    };
    let opens = columns.first().is_some_and(|column| column.kind == ColumnKind::Number);
    let before = at.checked_sub(1).and_then(looks);
    opens && before == Some(full) && looks(at) == Some(Look::Phrase) && looks(at + 1) == Some(Look::Number)
}

fn rows_of(source: &Source, columns: &[Column], cells: &[TextRange]) -> Vec<GridRow> {
    let mut rows: Vec<GridRow> = Vec::new();
    for (cell, (column, fresh)) in cells.iter().zip(assign(source, columns, cells)) {
        if fresh || rows.is_empty() {
            rows.push(GridRow { cells: vec![Vec::new(); columns.len()], range: *cell });
        }
        if let Some(row) = rows.last_mut() {
            row.cells[column].push(*cell);
            row.range.end = cell.end;
        }
    }
    rows
}

/// For each line its column, and whether it opens a row.
fn assign(source: &Source, columns: &[Column], cells: &[TextRange]) -> Vec<(usize, bool)> {
    let kinds: Vec<ColumnKind> = columns.iter().map(|column| column.kind).collect();
    let width = kinds.len();
    let mut costs: Vec<i32> = vec![0; width];
    let mut steps: Vec<Vec<(usize, bool)>> = Vec::with_capacity(cells.len());
    for (line, cell) in cells.iter().enumerate() {
        let own = look(source.slice(*cell));
        let mut next = vec![i32::MIN; width];
        let mut from = vec![(0, true); width];
        for column in 0..width {
            let fits = fit(kinds[column], own);
            let (before, fresh, cost) = if line == 0 {
                (0, true, -SKIP_FIRST * column as i32)
            } else {
                best_step(&kinds, &costs, column, fits)
            };
            next[column] = cost.saturating_add(fits);
            from[column] = (before, fresh);
        }
        // Only differences matter; without this a long table would overflow.
        let top = next.iter().copied().max().unwrap_or(0);
        costs = next.into_iter().map(|cost| cost.saturating_sub(top).max(-100_000)).collect();
        steps.push(from);
    }
    trace(&kinds, &costs, &steps)
}

/// The best place for the line before one in `column`: further left in the same
/// row, in the same cell, or in the row above. A further line in a cell earns
/// nothing by fitting.
fn best_step(kinds: &[ColumnKind], costs: &[i32], column: usize, fits: i32) -> (usize, bool, i32) {
    let width = kinds.len();
    let same_row = (0..=column).map(|before| {
        let step = match column - before {
            0 => -again_cost(kinds[column]) - fits.max(0),
            distance => -SKIP * (distance as i32 - 1),
        };
        (before, false, costs[before].saturating_add(step))
    });
    let new_row = (0..width).map(|before| {
        let step = -SKIP * (width - 1 - before) as i32 - start_cost(kinds, column);
        (before, true, costs[before].saturating_add(step))
    });
    same_row.chain(new_row).max_by_key(|(_, _, cost)| *cost).unwrap_or((column, true, 0))
}

/// A row that opens in `column`: the columns before it are merged with those
/// of the row above, which is rare for its number.
fn start_cost(kinds: &[ColumnKind], column: usize) -> i32 {
    let number = kinds.iter().position(|kind| *kind == ColumnKind::Number);
    let anchor = number.or_else(|| kinds.iter().position(|kind| kind.says_tasks())).unwrap_or(0);
    SKIP_FIRST * column as i32 + if column > anchor { UNNUMBERED } else { 0 }
}

/// One more line in the same cell.
fn again_cost(kind: ColumnKind) -> i32 {
    match kind {
        ColumnKind::Number | ColumnKind::Deadline => 60,
        ColumnKind::Content => 4,
        _ => 8,
    }
}

fn trace(kinds: &[ColumnKind], costs: &[i32], steps: &[Vec<(usize, bool)>]) -> Vec<(usize, bool)> {
    let ends = (0..kinds.len()).map(|column| (costs[column] - SKIP * (kinds.len() - 1 - column) as i32, column));
    let mut column = ends.max().map_or(0, |(_, column)| column);
    let mut places = vec![(0, false); steps.len()];
    for line in (0..steps.len()).rev() {
        let (before, fresh) = steps[line][column];
        places[line] = (column, fresh);
        column = before;
    }
    places
}
