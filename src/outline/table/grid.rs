//! Rows as they stand in the text: lines with cells between tabs or pipes.

use crate::lexicon::header::is_header;
use crate::source::{CELL, CELL_BREAK, Source};
use crate::span::TextRange;
use std::ops::Range;

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

impl GridRow {
    /// The cells of one line.
    pub(super) fn of(source: &Source, range: TextRange) -> Self {
        let mut start = range.start;
        let cells = source.slice(range).split(CELL).map(|cell| {
            let own = TextRange::new(start, start + cell.len());
            start = own.end + CELL.len_utf8();
            paragraphs(source, own)
        });
        Self { cells: cells.collect(), range }
    }

    /// Goes on with the cells of the next line, the first of them in the cell
    /// that is open.
    pub(super) fn go_on(&mut self, next: GridRow) {
        let mut cells = next.cells.into_iter();
        if let (Some(last), Some(more)) = (self.cells.last_mut(), cells.next()) {
            last.extend(more);
        }
        self.cells.extend(cells);
        self.range.end = next.range.end;
    }

    /// The words of each cell.
    pub(super) fn words(&self, source: &Source) -> Vec<String> {
        self.cells.iter().map(|cell| words(source, cell)).collect()
    }

    /// How many cells hold something.
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    /// Whether it holds headings.
    pub(super) fn is_header(&self, source: &Source) -> bool {
        is_header(self.words(source).iter().map(String::as_str))
    }

    /// The rows of tables that stand side by side under one header, from left to
    /// right.
    pub(super) fn parts(&self, width: usize) -> impl Iterator<Item = GridRow> + '_ {
        self.cells.chunks(width).map(|cells| {
            let mut parts = cells.iter().flatten();
            let first = parts.next().copied().unwrap_or(self.range);
            let end = parts.next_back().map_or(first.end, |last| last.end);
            GridRow { cells: cells.to_vec(), range: TextRange::new(first.start, end) }
        })
    }
}

/// The words of a cell.
pub(super) fn words(source: &Source, cell: &[TextRange]) -> String {
    cell.iter().map(|part| source.slice(*part)).collect()
}

fn paragraphs(source: &Source, cell: TextRange) -> Vec<TextRange> {
    let mut start = cell.start;
    let parts = source.slice(cell).split(CELL_BREAK).map(|part| {
        let own = TextRange::new(start, start + part.len());
        start = own.end + CELL_BREAK.len_utf8();
        own
    });
    parts.filter(|part| !part.is_empty()).collect()
}
