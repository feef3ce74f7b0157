//! Puts lines together to rows: a cell may go on over several lines, and
//! between two rows stand the names of chapters.

use super::grid::{Grid, GridRow};
use super::header::usual_width;
use super::look::{Look, look, look_of};
use super::{COLUMNS, Table, resolve};
use crate::lexicon::header::header_lines;
use crate::lexicon::heading::{ColumnKind, ends_table, heading_kind};
use crate::lexicon::list::{TABLE, WordList};
use crate::lexicon::marker::{Style, marker_at};
use crate::source::{CELL, LineKind, Source};
use crate::span::TextRange;

/// A header stands within so many lines.
const HEADER_LINES: usize = 3;
/// A line of it has at most so many bytes.
const HEADER_BYTES: usize = 1500;
/// Rows that are looked at to tell how many cells a row has.
const SAMPLE: usize = 60;
/// A row whose cells hold line breaks takes at most this many lines.
const BROKEN_LINES: usize = 40;
/// The name of a chapter has at most this many characters.
const CHAPTER_CHARS: usize = 40;
/// A line of units with duties of no known form has at most this many.
const UNITS_CHARS: usize = 100;

/// The table that starts with line `first`, which is a row, and the line behind
/// its last row. A row alone is no table.
pub(super) fn table(source: &Source, first: usize) -> (Option<Table>, usize) {
    let mut gatherer = Gatherer::new(source, first);
    let end = gatherer.run(first);
    let start = first - gatherer.first_chapter(first);
    let rows = gatherer.rows;
    let narrow = rows.iter().all(|row| row.cells.len() <= COLUMNS);
    let grid = Grid { rows, lines: start..end };
    let table = if grid.rows.len() > 1 && narrow { resolve::table(source, grid) } else { None };
    (table.map(|table| Table { unread: gatherer.unread, ..table }), end)
}

static CONTINUED: WordList = WordList::of(TABLE, "continued");

struct Gatherer<'s, 't> {
    source: &'s Source<'t>,
    rows: Vec<GridRow>,
    /// How many cells a row has.
    width: Option<usize>,
    /// The headings; empty without a header.
    headings: Vec<String>,
    /// What the last column holds, if its heading says it.
    last: Option<ColumnKind>,
    /// Whether the last row is the header.
    below_header: bool,
    /// Whether names of chapters stand between its rows.
    chapters: bool,
    /// Lines between its rows that are neither chapters nor parts of cells.
    unread: Vec<TextRange>,
}

impl<'s, 't> Gatherer<'s, 't> {
    fn new(source: &'s Source<'t>, first: usize) -> Self {
        let header = (first..first + HEADER_LINES).find_map(|at| header_at(source, at));
        let headings = header.map(|(row, _)| row.words(source)).unwrap_or_default();
        let width = if headings.is_empty() { width_of_rows(source, first) } else { Some(headings.len()) };
        let last = headings.last().and_then(|words| heading_kind(words));
        Self {
            source,
            rows: Vec::new(),
            width,
            headings,
            last,
            below_header: false,
            chapters: false,
            unread: Vec::new(),
        }
    }

    /// Reads from line `first` to the last that belongs to the table.
    fn run(&mut self, first: usize) -> usize {
        let mut at = first;
        while let Some(line) = self.source.lines().get(at).filter(|line| line.kind == LineKind::Row) {
            match header_at(self.source, at) {
                Some(header) if self.is_another(&header.0) => return at,
                Some((header, next)) => {
                    self.rows.push(header);
                    self.below_header = true;
                    at = next;
                    continue;
                }
                None => {}
            }
            self.below_header &= self.source.slice(line.range).find(CELL).is_none();
            if let Some((broken, next)) = self.broken_row(at) {
                self.rows.push(broken);
                at = next;
                continue;
            }
            let row = GridRow::of(self.source, line.range);
            match row.cells.len() {
                1 => self.between(row),
                _ if self.names_chapter(&row) => {}
                _ => self.rows.push(row),
            }
            at += 1;
        }
        at + self.trailing(at)
    }

    /// A header that is not the own one, on a new page, nor its second row, is
    /// that of the next table.
    fn is_another(&self, header: &GridRow) -> bool {
        let words = header.words(self.source);
        words != self.headings && (self.headings.is_empty() || !self.below_header && !self.rows.is_empty())
    }

    /// A row whose cells hold line breaks stands on several lines: together they
    /// have the cells of a row, or, behind a number, those that it does not leave
    /// blank.
    fn broken_row(&self, first: usize) -> Option<(GridRow, usize)> {
        let (width, lines) = (self.width?, self.source.lines());
        let mut broken = GridRow::of(self.source, lines[first].range);
        if broken.cells.len() >= width || broken.cells.len() < 2 || self.is_closed(&broken) {
            return None;
        }
        let numbered = self.is_numbered(&broken);
        let mut found = None;
        for (at, line) in lines.iter().enumerate().skip(first + 1).take(BROKEN_LINES) {
            let next = GridRow::of(self.source, line.range);
            let opens = next.cells.len() > 1 && (next.cells[0].is_empty() || self.is_numbered(&next));
            let over = broken.cells.len() + next.cells.len() - 1 > width;
            if line.kind != LineKind::Row || opens || over || numbered && !self.fits(&broken, &next) {
                break;
            }
            let cut = next.cells.len() > 1;
            broken.go_on(next);
            if broken.cells.len() == width {
                return Some((broken, at + 1));
            }
            if cut && numbered {
                found = Some((broken.clone(), at + 1));
            }
        }
        found
    }

    /// Whether the last cell of a row can go on with the first of a line: units
    /// with units, times with times.
    fn fits(&self, row: &GridRow, next: &GridRow) -> bool {
        let kind = self.headings.get(row.cells.len() - 1).and_then(|words| heading_kind(words));
        let (last, first) = (row.cells.last(), next.cells.first());
        let looks = |cell: Option<&Vec<TextRange>>| look_of(self.source, cell.map_or(&[][..], Vec::as_slice));
        let own = match kind {
            Some(kind) if kind.names_units() => Look::Units,
            Some(ColumnKind::Deadline) => Look::Time,
            _ => return true,
        };
        looks(last) != own || looks(first) == own
    }

    fn is_numbered(&self, row: &GridRow) -> bool {
        let first = row.cells.first().and_then(|cell| cell.first());
        first.is_some_and(|cell| look(self.source.slice(*cell)) == Look::Number)
    }

    /// Whether a short row ends as the table does: it lacks merged cells, and no
    /// line goes on with it.
    fn is_closed(&self, row: &GridRow) -> bool {
        let last = row.cells.last().and_then(|cell| cell.last()).map(|part| look(self.source.slice(*part)));
        match self.last {
            Some(kind) if kind.names_units() => last == Some(Look::Units),
            Some(ColumnKind::Deadline) => last == Some(Look::Time),
            _ => row.filled() == 0,
        }
    }

    /// A line without cells behind a row: its last cell goes on, or a chapter
    /// begins.
    fn between(&mut self, line: GridRow) {
        let words = self.source.slice(line.range);
        let continues = self.continues(words);
        match self.rows.last_mut() {
            Some(row) if continues => row.go_on(line),
            _ if CONTINUED.contains(words) => {}
            _ if is_chapter(words) || look(words) == Look::Phrase => self.chapters = true,
            _ => self.unread.push(line.range),
        }
    }

    /// The name of the first chapter, above a table without header.
    fn first_chapter(&self, first: usize) -> usize {
        let above = first.checked_sub(1).and_then(|at| self.source.lines().get(at));
        let phrase = above
            .is_some_and(|line| line.kind == LineKind::Text && look(self.source.slice(line.range)) == Look::Phrase);
        usize::from(self.chapters && self.headings.is_empty() && phrase)
    }

    /// Whether the last cell of the last row goes on with a line.
    fn continues(&self, line: &str) -> bool {
        let Some(row) = self.rows.last().filter(|_| !self.below_header) else { return false };
        let Some(above) = row.cells.last().and_then(|cell| cell.last()).map(|part| self.source.slice(*part)) else {
            return false;
        };
        if ends_table(line) || is_chapter(line) && !is_chapter(above) {
            return false;
        }
        let kind = self.last_kind(row);
        let names_units = kind.map_or_else(|| look(above) == Look::Units, ColumnKind::names_units);
        let tells_times = kind.map_or_else(|| look(above) == Look::Time, |kind| kind == ColumnKind::Deadline);
        match look(line) {
            Look::Units => names_units,
            Look::Time => tells_times,
            Look::Phrase if names_units => line.starts_with('各') || above.ends_with(['、', '，']),
            Look::Phrase => !tells_times && phrase_goes_on(above, line),
            Look::Text if names_units => line.chars().count() <= UNITS_CHARS && !line.contains('。'),
            Look::Text | Look::Number | Look::Figure => !tells_times && self.is_full(row),
            Look::Empty => false,
        }
    }

    fn is_full(&self, row: &GridRow) -> bool {
        self.width.is_none_or(|width| row.cells.len() >= width)
    }

    /// What the column of the last cell of a row holds, if a heading says it: a
    /// row may leave out blank cells at its end.
    fn last_kind(&self, row: &GridRow) -> Option<ColumnKind> {
        if self.is_full(row) || !self.is_numbered(row) {
            return self.last.filter(|_| self.is_full(row));
        }
        self.headings.get(row.cells.len() - 1).and_then(|words| heading_kind(words))
    }

    /// The name of a chapter in a cell over the whole table, given out to all of
    /// its columns.
    fn names_chapter(&self, row: &GridRow) -> bool {
        let words = row.words(self.source);
        let repeated = words.len() > 2 && words.iter().all(|own| *own == words[0]);
        repeated && (is_chapter(&words[0]) || look(&words[0]) == Look::Phrase)
    }

    /// Units on lines behind the last row go on with it, unless they sign the
    /// notice.
    fn trailing(&mut self, at: usize) -> usize {
        let names_units = self.last.is_some_and(ColumnKind::names_units);
        let lines = &self.source.lines()[at..];
        let units = |line: &&crate::source::Line| {
            let words = self.source.slice(line.range);
            line.kind == LineKind::Text && look(words) == Look::Units && self.continues(words)
        };
        let more: Vec<TextRange> = lines.iter().take_while(units).map(|line| line.range).collect();
        let dated = lines.get(more.len()).is_some_and(|line| look(self.source.slice(line.range)) == Look::Time);
        if !names_units || dated {
            return 0;
        }
        for range in &more {
            self.between(GridRow::of(self.source, *range));
        }
        more.len()
    }
}

/// The header that starts with line `at`, and the line behind it. A heading may
/// hold line breaks.
fn header_at(source: &Source, at: usize) -> Option<(GridRow, usize)> {
    let lines = source.lines().get(at..)?;
    let rows = lines.iter().take_while(|line| line.kind == LineKind::Row && line.range.len() <= HEADER_BYTES);
    let rows = rows.map(|line| GridRow::of(source, line.range));
    let len = header_lines(rows.clone().map(|row| row.words(source)))?;
    let header = rows.take(len).reduce(|mut header, more| {
        header.go_on(more);
        header
    })?;
    Some((header, at + len))
}

/// What most rows have.
fn width_of_rows(source: &Source, first: usize) -> Option<usize> {
    let lines = source.lines()[first..].iter().take_while(|line| line.kind == LineKind::Row).take(SAMPLE);
    let widths = lines.map(|line| source.slice(line.range).matches(CELL).count() + 1);
    Some(usual_width(widths.filter(|width| *width > 2))).filter(|width| *width > 0)
}

/// Whether a phrase below a cell is part of it: the cell breaks off, or holds
/// a list. Otherwise it names a chapter.
fn phrase_goes_on(above: &str, phrase: &str) -> bool {
    let open = look(above) == Look::Text && !above.ends_with(['。', '；']) || above.ends_with(['，', '、']);
    open || phrase.starts_with(['（', '《']) || marker_at(phrase).is_some()
}

/// 一、市容环境
fn is_chapter(line: &str) -> bool {
    let outer = |style| matches!(style, Style::Chinese | Style::ChineseBracketed | Style::Chapter);
    marker_at(line).is_some_and(|m| outer(m.style))
        && line.chars().take(CHAPTER_CHARS + 1).count() <= CHAPTER_CHARS
        && !line.contains('。')
}
