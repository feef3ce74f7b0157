//! The tasks that one row of a table holds.

use crate::lexicon::heading::ColumnKind;
use crate::lexicon::marker::{Style, marker_at};
use crate::outline::numbering::title_of;
use crate::outline::table::{Cell, Row, Table};
use crate::source::Source;
use crate::span::TextRange;
use crate::task::field;

/// One task of a row.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its number, without marks.
    pub(super) number: String,
    /// Where the number stands; empty if it has none.
    pub(super) number_at: TextRange,
    /// Its short title; empty if it has none.
    pub(super) title: TextRange,
    /// What is to be done.
    pub(super) text: Vec<TextRange>,
}

/// The tasks of `row`; `steps` says what [`counts_steps`] says of its table.
pub(super) fn entries(source: &Source, table: &Table, row: &Row, steps: bool) -> Vec<Entry> {
    let said: Vec<&Cell> = row.cells.iter().filter(|cell| table.kind_of(cell).says_tasks()).collect();
    let (Some(first), Some(last)) = (said.first(), said.last()) else { return Vec::new() };
    let head = head_of(source, table, &said, steps).unwrap_or(first);
    let (number, number_at) = number(source, table, row, head);
    if let Some(fields) = fields(source, last, &number, number_at) {
        return fields;
    }
    if !has_numbers(table)
        && let Some(items) = items(source, table, row, last, steps)
    {
        return items;
    }
    let own = said.iter().copied().filter(|cell| !cell.inherited && table.kind_of(cell) == ColumnKind::Content);
    let mut text: Vec<TextRange> = own.flat_map(|cell| cell.paragraphs.iter().copied()).collect();
    if text.is_empty() {
        text.clone_from(&last.paragraphs);
    }
    vec![Entry { number, number_at, title: title(source, head), text }]
}

/// Of columns of tasks within tasks the last that has a number, where the first reaches
/// over several rows: 一、责任, （一）制度, 1.修订办法.
fn head_of<'r>(source: &Source, table: &Table, said: &[&'r Cell], steps: bool) -> Option<&'r Cell> {
    let column = said.first()?.column;
    let grouped = table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.column == column && cell.inherited);
    let numbered = |cell: &&&Cell| cell.paragraphs.first().is_some_and(|part| marker_at(source.slice(*part)).is_some());
    let deepest = said.iter().rev().find(numbered).copied();
    deepest.filter(|_| grouped && !steps && !has_numbers(table))
}

fn has_numbers(table: &Table) -> bool {
    table.columns.iter().any(|column| column.kind == ColumnKind::Number)
}

/// The number column, else the number that the task itself opens with.
fn number(source: &Source, table: &Table, row: &Row, first: &Cell) -> (String, TextRange) {
    let numbered = row.cells.iter().find(|cell| table.kind_of(cell) == ColumnKind::Number);
    let part = numbered.unwrap_or(first).paragraphs.first().copied().unwrap_or_default();
    let text = source.slice(part);
    match marker_at(text) {
        Some(marker) => (marker.label.to_owned(), TextRange::new(part.start, part.start + marker.len)),
        None if numbered.is_some() => (text.trim_end_matches(['.', '、']).to_owned(), part),
        None => (String::new(), TextRange::default()),
    }
}

/// The heading phrase that a cell opens with, behind its number.
fn title(source: &Source, cell: &Cell) -> TextRange {
    let Some(part) = cell.paragraphs.first() else { return TextRange::default() };
    let number = marker_at(source.slice(*part)).map_or(0, |marker| marker.len);
    title_of(source, *part, number).0
}

/// Fields of work, 煤矿方面，…: a task each, also where a row has only one.
fn fields(source: &Source, cell: &Cell, number: &str, number_at: TextRange) -> Option<Vec<Entry>> {
    let mut starts: Vec<(usize, TextRange)> = field::openings(source, &cell.paragraphs)
        .into_iter()
        .filter(|opening| !opening.title.is_empty())
        .map(|opening| (opening.at, opening.title))
        .collect();
    if starts.is_empty() {
        let first = *cell.paragraphs.first()?;
        starts.push((first.start, field::aspect_at(source.slice(first))?.shift(first.start)));
    }
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([usize::MAX]);
    let entries = starts.iter().zip(ends).map(|((start, title), end)| {
        let text = cell.paragraphs.iter().filter_map(|part| overlap(*part, *start, end)).collect();
        Entry { number: number.to_owned(), number_at, title: *title, text }
    });
    Some(entries.collect())
}

fn overlap(part: TextRange, start: usize, end: usize) -> Option<TextRange> {
    let common = TextRange::new(part.start.max(start), part.end.min(end));
    (!common.is_empty()).then_some(common)
}

/// Numbered tasks below one another in a cell, where no column numbers them. Numbers
/// that start again in each row count the steps of its one task, unless each has
/// its own units.
fn items(source: &Source, table: &Table, row: &Row, cell: &Cell, steps: bool) -> Option<Vec<Entry>> {
    let markers: Vec<_> = cell.paragraphs.iter().map(|part| marker_at(source.slice(*part))).collect();
    let rising = markers.windows(2).all(|pair| match (pair[0], pair[1]) {
        (Some(one), Some(next)) => {
            next.style == Style::Arabic && one.style == next.style && one.ordinal + 1 == next.ordinal
        }
        _ => false,
    });
    let alone = |cell: &Cell| cell.paragraphs.len() != markers.len();
    let shared = row.cells.iter().filter(|cell| table.kind_of(cell).names_units()).all(alone);
    if markers.len() < 2 || !rising || steps && shared {
        return None;
    }
    let entries = cell.paragraphs.iter().zip(markers).filter_map(|(part, marker)| {
        let marker = marker?;
        let title = title_of(source, *part, marker.len).0;
        let number_at = TextRange::new(part.start, part.start + marker.len);
        Some(Entry { number: marker.label.to_owned(), number_at, title, text: vec![*part] })
    });
    Some(entries.collect())
}

/// Whether the cells of a table count anew from 1, each the steps of its own task,
/// so that its numbers are those of no tasks.
pub(super) fn counts_steps(source: &Source, table: &Table) -> bool {
    let first = |row: &Row| {
        let cell = row.cells.iter().rfind(|cell| table.kind_of(cell).says_tasks() && !cell.inherited)?;
        marker_at(source.slice(*cell.paragraphs.first()?)).map(|marker| marker.ordinal)
    };
    table.rows.len() > 1 && table.rows.iter().all(|row| first(row).is_none_or(|number| number == 1))
}
