//! How a row stands in its table: what it shares with others, where its number,
//! units and time stand.

use super::entry::Entry;
use super::shared_out;
use crate::analysis::{LeadCell, RowLayout};
use crate::lexicon::heading::ColumnKind;
use crate::lexicon::marker::marker_at;
use crate::outline::numbering::title_of;
use crate::outline::table::{Cell, Row, Table};
use crate::source::Source;
use crate::span::{Span, TextRange};
use crate::task::wording::split;
use std::collections::HashSet;

/// A row without number and title is pointed at by this many characters.
const OPENING_CHARS: usize = 8;

/// A table, and which of its cells reach over several rows.
pub(super) struct Grid<'a> {
    source: &'a Source<'a>,
    table: &'a Table,
    /// Counted from 0.
    index: usize,
    merged: HashSet<usize>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(source: &'a Source<'a>, table: &'a Table, index: usize) -> Self {
        let inherited = table.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.inherited);
        let merged = inherited.filter_map(|cell| Some(cell.paragraphs.first()?.start)).collect();
        Self { source, table, index, merged }
    }

    /// The layout of task `nth` of the `share` that `row` holds.
    pub(super) fn layout(&self, row: &Row, entry: &Entry, nth: usize, share: usize) -> RowLayout {
        let units = cells(self.table, row, ColumnKind::names_units);
        let times = cells(self.table, row, |kind| kind == ColumnKind::Deadline);
        let spans =
            |cells: &[&Cell]| self.hull(&cells.iter().flat_map(|c| shared_out(c, nth, share)).collect::<Vec<_>>());
        let lead = self.lead(row, entry);
        let title = self.source.slice(entry.title);
        let heading = entry.text.first().map(|part| split(self.source, *part, title).0).unwrap_or_default();
        RowLayout {
            table: self.index,
            heading: self.source.passage(&[heading]),
            wording: self.source.passage(&self.wording(row, entry)),
            head: self.head(row, entry, lead.is_some()),
            lead,
            number_inherited: !entry.number_at.is_empty() && !row.range.covers(entry.number_at),
            title_inherited: !entry.title.is_empty() && !row.range.covers(entry.title),
            units: spans(&units),
            units_inherited: !units.is_empty() && units.iter().all(|cell| cell.inherited),
            deadline: spans(&times),
        }
    }

    /// What the row says, without number and title. A sentence in the column of
    /// the tasks is part of it, if it is this row's alone.
    fn wording(&self, row: &Row, entry: &Entry) -> Vec<TextRange> {
        let title = self.source.slice(entry.title);
        let rest = |part: &TextRange| TextRange::new(split(self.source, *part, title).1, part.end);
        let before = self.cells_before(row, entry).into_iter().filter(|cell| !self.is_lead(cell, row, entry));
        let mut parts: Vec<TextRange> =
            before.flat_map(|cell| cell.paragraphs.iter().map(rest)).filter(|part| !part.is_empty()).collect();
        parts.extend(entry.text.first().map(rest));
        parts.extend(entry.text.iter().skip(1));
        parts
    }

    /// The words of the row itself: the cells before its task, and the task.
    pub(super) fn said(&self, row: &Row, entry: &Entry) -> Vec<TextRange> {
        let before = self.cells_before(row, entry).into_iter().filter(|cell| !self.is_lead(cell, row, entry));
        before.flat_map(|cell| cell.paragraphs.iter()).chain(&entry.text).copied().collect()
    }

    /// The number counts only where it is the row's own.
    fn head(&self, row: &Row, entry: &Entry, has_lead: bool) -> Span {
        let number = if has_lead { TextRange::default() } else { entry.number_at };
        let own = |part: &TextRange| !part.is_empty() && row.range.covers(*part);
        let parts: Vec<TextRange> = [number, entry.title].into_iter().filter(own).collect();
        if !parts.is_empty() {
            return self.hull(&parts);
        }
        let Some(first) = entry.text.first() else { return Span::default() };
        let opening: usize = self.source.slice(*first).chars().take(OPENING_CHARS).map(char::len_utf8).sum();
        self.source.span(TextRange::new(first.start, first.start + opening))
    }

    /// The cell before the row's own words that holds what several rows have in
    /// common.
    fn lead(&self, row: &Row, entry: &Entry) -> Option<LeadCell> {
        let cell = self.cells_before(row, entry).into_iter().rfind(|cell| self.is_lead(cell, row, entry))?;
        let first = *cell.paragraphs.first()?;
        let text = self.source.slice(first);
        let marker = marker_at(text);
        let title = title_of(self.source, first, marker.map_or(0, |m| m.len)).0;
        let (heading, start) = split(self.source, first, self.source.slice(title));
        let behind = TextRange::new(start, first.end);
        let parts: Vec<TextRange> = [behind].into_iter().chain(cell.paragraphs.iter().skip(1).copied()).collect();
        let wording = self.source.passage(&parts);
        (!wording.is_empty()).then(|| LeadCell {
            number: marker.map(|m| m.label.to_owned()).unwrap_or_default(),
            title: self.source.written(title),
            heading: self.source.passage(&[heading]),
            wording,
            span: self.hull(&cell.paragraphs),
            inherited: cell.inherited,
        })
    }

    /// The cells that say something before the one that holds the entry.
    fn cells_before<'r>(&self, row: &'r Row, entry: &Entry) -> Vec<&'r Cell> {
        let said = cells(self.table, row, ColumnKind::says_tasks);
        let home = said.iter().position(|cell| cell.paragraphs.iter().any(|part| holds(*part, entry)));
        said.into_iter().take(home.unwrap_or(0)).collect()
    }

    /// Whether a cell before the entry speaks for other rows too: it reaches
    /// over several, or stands in the column of the entry itself.
    fn is_lead(&self, cell: &Cell, row: &Row, entry: &Entry) -> bool {
        let reaches_down = cell.paragraphs.first().is_some_and(|first| self.merged.contains(&first.start));
        let home = row.cells.iter().find(|other| other.paragraphs.iter().any(|part| holds(*part, entry)));
        cell.inherited || reaches_down || home.is_some_and(|home| home.column == cell.column)
    }

    /// From the first of `parts` to the last.
    fn hull(&self, parts: &[TextRange]) -> Span {
        let (Some(start), Some(end)) = (parts.iter().map(|p| p.start).min(), parts.iter().map(|p| p.end).max()) else {
            return Span::default();
        };
        self.source.span(TextRange::new(start, end))
    }
}

fn holds(part: TextRange, entry: &Entry) -> bool {
    entry.text.first().is_some_and(|own| part.covers(*own))
}

fn cells<'r>(table: &Table, row: &'r Row, wanted: fn(ColumnKind) -> bool) -> Vec<&'r Cell> {
    row.cells.iter().filter(|cell| wanted(table.kind_of(cell))).collect()
}
