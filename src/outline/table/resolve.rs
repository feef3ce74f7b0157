//! From rows as they stand to rows that read by themselves: the header found,
//! cells put into columns, merged cells filled in, continued rows joined.

use super::align::columns_of;
use super::grid::{Grid, GridRow, words};
use super::look::{Look, look_of};
use super::{Cell, Column, Row, Table, fragment, header};
use crate::lexicon::heading::ColumnKind;
use crate::lexicon::marker::{Style, marker_at};
use crate::source::Source;
use crate::span::TextRange;
use std::ops::Range;

/// A header stands within so many rows.
pub(super) const HEADER_ROWS: usize = 3;
/// Rows of one width that are looked at together.
const SAMPLE: usize = 60;

/// Reads a grid as a table.
pub(super) fn table(source: &Source, grid: Grid) -> Option<Table> {
    let grid = Grid { rows: side_by_side(source, grid.rows), ..grid };
    let (columns, used) = header::columns(source, &grid.rows);
    let body = &grid.rows[used..];
    if columns.is_empty() || body.is_empty() {
        return None;
    }
    let mut resolver = Resolver::new(source, columns);
    resolver.digits = body.iter().any(|row| resolver.numbers_in_digits(row));
    for run in body.chunk_by(|row, next| row.cells.len() == next.cells.len()) {
        resolver.run(run);
    }
    Some(resolver.finish(grid.lines))
}

/// A narrow table may be printed in two halves side by side, under the same
/// headings: they become one again.
fn side_by_side(source: &Source, rows: Vec<GridRow>) -> Vec<GridRow> {
    let Some(at) = rows.iter().take(HEADER_ROWS).position(|row| row.is_header(source)) else { return rows };
    let headings = rows[at].words(source);
    let repeats = |width: &usize| headings.chunks(*width).all(|part| *part == headings[..*width]);
    let Some(width) = (2..=headings.len() / 2).find(repeats) else { return rows };
    let halves = (0..headings.len() / width)
        .flat_map(|half| rows[at + 1..].iter().filter_map(move |row| row.parts(width).nth(half)));
    rows[at].parts(width).take(1).chain(halves).collect()
}

/// A row whose cells are put into columns.
pub(super) struct Placed {
    /// For each place of the row its column, ascending.
    pub(super) places: Vec<usize>,
    /// For each place its paragraphs; none where it is blank.
    pub(super) cells: Vec<Vec<TextRange>>,
    pub(super) range: TextRange,
}

/// Puts rows together one by one.
pub(super) struct Resolver<'s, 't> {
    pub(super) source: &'s Source<'t>,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Row>,
    /// Whether rows have numbers in digits, so that 一、 heads a group of them.
    pub(super) digits: bool,
    /// The last number in digits.
    number: Option<u32>,
    /// The last row with its merged cells filled in: what a blank place below
    /// may go on with.
    above: Placed,
}

impl<'s, 't> Resolver<'s, 't> {
    pub(super) fn new(source: &'s Source<'t>, columns: Vec<Column>) -> Self {
        let above = Placed { places: Vec::new(), cells: Vec::new(), range: TextRange::default() };
        Self { source, columns, rows: Vec::new(), digits: false, number: None, above }
    }

    pub(super) fn finish(mut self, lines: Range<usize>) -> Table {
        settle_chapters(self.source, &mut self.columns, &self.rows);
        settle_leads(&self.columns, &mut self.rows);
        settle_titles(self.source, &mut self.columns, &self.rows);
        Table { columns: self.columns, rows: self.rows, unread: Vec::new(), notes: Vec::new(), lines }
    }

    fn numbers_in_digits(&self, row: &GridRow) -> bool {
        let number = self.columns.iter().position(|column| column.kind == ColumnKind::Number);
        let cell = number.and_then(|number| row.cells.get(number));
        cell.is_some_and(|cell| words(self.source, cell).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// A short row that opens with figures other than the next number lacks its
    /// number: they are points, or a year.
    fn doubt_number(&mut self, row: &GridRow, looks: &mut [Vec<Look>]) {
        let Some(own) = number_of(self.source, row) else { return };
        if self.number.is_some_and(|last| last + 1 != own) {
            looks[0] = vec![Look::Figure];
        } else {
            self.number = Some(own);
        }
    }

    /// Adds rows of one width. Wide ones are split alike by their page; narrow
    /// ones lack now this cell, now that.
    fn run(&mut self, rows: &[GridRow]) {
        let kinds: Vec<ColumnKind> = self.columns.iter().map(|column| column.kind).collect();
        let width = rows.first().map_or(0, |row| row.cells.len());
        let looks = |rows: &[GridRow]| -> Vec<Vec<Look>> {
            let in_place = |index: usize| rows.iter().map(|row| look_of(self.source, &row.cells[index])).collect();
            (0..width).map(in_place).collect()
        };
        let shared = columns_of(&kinds, &looks(&rows[..rows.len().min(SAMPLE)]));
        let places: Vec<Vec<usize>> = match width < kinds.len() {
            true => {
                let mut places = Vec::with_capacity(rows.len());
                for row in rows {
                    let mut own = looks(std::slice::from_ref(row));
                    self.doubt_number(row, &mut own);
                    places.push(columns_of(&kinds, &own));
                }
                places
            }
            false => {
                self.number = rows.iter().rev().find_map(|row| number_of(self.source, row)).or(self.number);
                rows.iter().map(|_| shared.clone()).collect()
            }
        };
        for (row, places) in rows.iter().zip(places) {
            self.add(Placed { places, cells: row.cells.clone(), range: row.range });
        }
    }

    /// Adds one row.
    pub(super) fn add(&mut self, row: Placed) {
        let row = self.without_given_out(row);
        if row.cells.iter().all(Vec::is_empty) || fragment::take(self, &row) {
            return;
        }
        let row = self.with_left_out(row);
        let inherited = self.fill(&row);
        let filled = |index: usize| inherited[index].clone().unwrap_or_else(|| row.cells[index].clone());
        let cells: Vec<Vec<TextRange>> = (0..row.places.len()).map(filled).collect();
        let mut own: Vec<Cell> = Vec::new();
        for (index, paragraphs) in cells.iter().enumerate().filter(|(_, paragraphs)| !paragraphs.is_empty()) {
            let inherited = inherited[index].is_some();
            own.push(Cell { column: row.places[index], paragraphs: paragraphs.clone(), inherited });
        }
        self.share_units(&mut own);
        self.above = Placed { places: row.places, cells, range: row.range };
        self.rows.push(Row { cells: own, range: row.range });
    }

    /// A merged cell whose words are given out to each of its rows is blank below
    /// the first: number and task of a row that does something else. A row that
    /// stands twice keeps all it says.
    fn without_given_out(&self, mut row: Placed) -> Placed {
        let same = |index: usize| self.above.places == row.places && self.says_again(&row, index);
        let told = |index: &usize| !row.cells[*index].is_empty() && self.kind(row.places[*index]).says_tasks();
        let Some(last) = (0..row.places.len()).rev().find(told).filter(|last| !same(*last)) else { return row };
        let merged = (0..last).take_while(|index| same(*index)).count();
        // A number alone may start again in another chapter.
        if row.places[..merged].iter().any(|column| self.kind(*column) != ColumnKind::Number) {
            row.cells[..merged].iter_mut().for_each(Vec::clear);
        }
        row
    }

    /// Whether a cell that may reach over several rows says what the one above
    /// does.
    fn says_again(&self, row: &Placed, index: usize) -> bool {
        let kind = self.kind(row.places[index]);
        let spans = kind.says_tasks() || matches!(kind, ColumnKind::Number | ColumnKind::Chapter);
        spans && self.words(&self.above.cells[index]) == self.words(&row.cells[index])
    }

    /// Columns that the row leaves out before its first cell are blank places.
    fn with_left_out(&self, row: Placed) -> Placed {
        let first = row.places.first().copied().unwrap_or(0);
        let left_out = self.above.places.iter().copied().filter(|column| *column < first);
        let mut places: Vec<usize> = left_out.collect();
        let mut cells = vec![Vec::new(); places.len()];
        places.extend(row.places);
        cells.extend(row.cells);
        Placed { places, cells, range: row.range }
    }

    /// What blank places before the row's own cells take from above. A number
    /// that only repeats the one above (on a new page) is not its own.
    fn fill(&self, row: &Placed) -> Vec<Option<Vec<TextRange>>> {
        let same_shape = self.above.places == row.places;
        let own = |index: &usize| !row.cells[*index].is_empty() && !self.repeats_above(row, *index);
        let lead = (0..row.places.len()).find(own).unwrap_or(row.places.len());
        let above = |index: usize| {
            let place = match same_shape {
                true => Some(index),
                false => self.above.places.iter().position(|column| *column == row.places[index]),
            };
            place.map(|place| self.above.cells[place].clone()).filter(|paragraphs| !paragraphs.is_empty())
        };
        let blank = |index: usize| row.cells[index].is_empty() && (index < lead || self.is_shared(row, index));
        (0..row.places.len()).map(|index| if blank(index) { above(index) } else { None }).collect()
    }

    /// A task of several rows has one cell for what they share (存在问题), and
    /// one for who leads: both are blank in the rows below the first.
    fn is_shared(&self, row: &Placed, index: usize) -> bool {
        let told = |index: &usize| !row.cells[*index].is_empty() && self.kind(row.places[*index]).says_tasks();
        let merged = |index: usize| {
            row.cells[index].is_empty()
                && self.kind(row.places[index]) == ColumnKind::Task
                && (index + 1..row.places.len()).any(|index| told(&index))
        };
        match self.kind(row.places[index]) {
            ColumnKind::Task => merged(index),
            ColumnKind::Lead => (0..index).any(merged),
            _ => false,
        }
    }

    fn repeats_above(&self, row: &Placed, index: usize) -> bool {
        let column = row.places[index];
        let numbering = matches!(self.kind(column), ColumnKind::Number | ColumnKind::Chapter);
        let above = self.above.places.iter().position(|place| *place == column).map(|place| &self.above.cells[place]);
        numbering && above.is_some_and(|above| self.words(above) == self.words(&row.cells[index]))
    }

    /// A row without units of its own shares those above, and their time.
    fn share_units(&self, cells: &mut Vec<Cell>) {
        if cells.iter().any(|cell| self.kind(cell.column).names_units()) {
            return;
        }
        let Some(last) = self.rows.last() else { return };
        let shared = |kind: ColumnKind| kind.names_units() || kind == ColumnKind::Deadline;
        for above in last.cells.iter().filter(|cell| shared(self.kind(cell.column))) {
            if !cells.iter().any(|own| own.column == above.column) {
                cells.push(Cell { inherited: true, ..above.clone() });
            }
        }
        cells.sort_by_key(|cell| cell.column);
    }

    pub(super) fn kind(&self, column: usize) -> ColumnKind {
        self.columns.get(column).map_or(ColumnKind::Other, |column| column.kind)
    }

    pub(super) fn words(&self, cell: &[TextRange]) -> String {
        words(self.source, cell)
    }
}

/// The number in digits that a row opens with.
fn number_of(source: &Source, row: &GridRow) -> Option<u32> {
    words(source, row.cells.first()?).parse().ok()
}

/// Where tasks of one row go without a lead, a blank place is no merged cell.
fn settle_leads(columns: &[Column], rows: &mut [Row]) {
    let kind = |cell: &Cell| columns.get(cell.column).map_or(ColumnKind::Other, |column| column.kind);
    let without = |row: &Row| {
        row.cells.iter().any(|cell| kind(cell) == ColumnKind::Task)
            && row.cells.iter().all(|cell| !cell.inherited && kind(cell) != ColumnKind::Lead)
    };
    if rows.iter().any(without) {
        rows.iter_mut().for_each(|row| row.cells.retain(|cell| !cell.inherited || kind(cell) != ColumnKind::Lead));
    }
}

/// A column called 类别 between the numbers and the tasks holds the titles of
/// the tasks where each row has another.
fn settle_titles(source: &Source, columns: &mut [Column], rows: &[Row]) {
    let number = columns.iter().position(|column| column.kind == ColumnKind::Number);
    let chapter = columns.iter().rposition(|column| column.kind == ColumnKind::Chapter);
    let (Some(number), Some(chapter)) = (number, chapter) else { return };
    let own = |row: &Row| {
        let cell = row.cells.iter().find(|cell| cell.column == chapter && !cell.inherited)?;
        Some(words(source, &cell.paragraphs))
    };
    let titles: Vec<Option<String>> = rows.iter().map(own).collect();
    let each = titles.iter().all(Option::is_some) && titles.windows(2).all(|pair| pair[0] != pair[1]);
    if number < chapter && each && rows.len() > 1 && columns[chapter..].iter().any(|column| column.kind.says_tasks()) {
        columns[chapter].kind = ColumnKind::Task;
    }
}

/// A column called 任务 holds chapters where the numbered tasks stand in the
/// column behind it.
fn settle_chapters(source: &Source, columns: &mut [Column], rows: &[Row]) {
    let place = |kind: ColumnKind| columns.iter().position(|column| column.kind == kind);
    let (Some(task), Some(content)) = (place(ColumnKind::Task), place(ColumnKind::Content)) else { return };
    let own = |row: &Row| {
        row.cells.iter().find(|cell| cell.column == content && !cell.inherited)?.paragraphs.first().copied()
    };
    let markers = rows.iter().filter_map(own).filter_map(|part| marker_at(source.slice(part)));
    let numbered = markers.filter(|m| matches!(m.style, Style::Arabic | Style::ArabicBracketed));
    let numbers: Vec<u32> = numbered.map(|m| m.ordinal).collect();
    let rising = numbers.windows(2).filter(|pair| pair[0] < pair[1]).count();
    let run_through = numbers.len() > 1 && rising * 2 >= numbers.len() - 1 && numbers.len() * 2 >= rows.len();
    if task < content && run_through {
        let before = columns[..content].iter_mut();
        for column in before.filter(|c| matches!(c.kind, ColumnKind::Task | ColumnKind::Number)) {
            column.kind = ColumnKind::Chapter;
        }
    }
}
