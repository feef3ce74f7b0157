//! From rows as they stand to rows that read by themselves: the header found,
//! cells put into columns, merged cells filled in, continued rows joined.

use super::align::columns_of;
use super::grid::{Grid, GridRow};
use super::header;
use super::look::{Look, look};
use super::{Cell, Column, Row, Table};
use crate::lexicon::heading::ColumnKind;
use crate::lexicon::marker::{Style, marker_at};
use crate::source::Source;
use crate::span::TextRange;

/// A chapter that stands in a row of its own has at most this many characters.
const CHAPTER_CHARS: usize = 50;
/// Rows of one width that are looked at together.
const SAMPLE: usize = 60;

/// Reads a grid as a table.
pub(super) fn table(source: &Source, grid: Grid) -> Option<Table> {
    let (columns, used) = header::columns(source, &grid.rows);
    let body = &grid.rows[used..];
    if columns.is_empty() || body.is_empty() {
        return None;
    }
    let mut resolver = Resolver::new(source, columns);
    let mut start = 0;
    while start < body.len() {
        let width = body[start].cells.len();
        let run = body[start..].iter().take_while(|row| row.cells.len() == width).count();
        resolver.run(&body[start..start + run]);
        start += run;
    }
    Some(resolver.finish(grid.lines))
}

/// Puts rows together one by one.
pub(super) struct Resolver<'s, 't> {
    source: &'s Source<'t>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// What the last row holds in each place, with the place's column.
    carried: Vec<(usize, Vec<TextRange>)>,
}

impl<'s, 't> Resolver<'s, 't> {
    pub(super) fn new(source: &'s Source<'t>, columns: Vec<Column>) -> Self {
        Self { source, columns, rows: Vec::new(), carried: Vec::new() }
    }

    pub(super) fn finish(mut self, lines: std::ops::Range<usize>) -> Table {
        settle_chapters(self.source, &mut self.columns, &self.rows);
        Table { columns: self.columns, rows: self.rows, lines }
    }

    /// Adds rows of one width.
    fn run(&mut self, rows: &[GridRow]) {
        let kinds: Vec<ColumnKind> = self.columns.iter().map(|column| column.kind).collect();
        let width = rows.first().map_or(0, |row| row.cells.len());
        let source = self.source;
        let looks = |row: &GridRow, index: usize| look_of(source, &row.cells[index]);
        let wide = width >= kinds.len();
        let shared: Vec<Vec<Look>> =
            (0..width).map(|index| rows.iter().take(SAMPLE).map(|row| looks(row, index)).collect()).collect();
        let shared = columns_of(&kinds, &shared);
        for row in rows {
            let places = if wide {
                shared.clone()
            } else {
                let own: Vec<Vec<Look>> = (0..width).map(|index| vec![looks(row, index)]).collect();
                columns_of(&kinds, &own)
            };
            self.add(row, &places);
        }
    }

    /// Adds a row whose cells stand in the columns `places`.
    pub(super) fn add(&mut self, row: &GridRow, places: &[usize]) {
        let own: Vec<usize> = (0..row.cells.len()).filter(|index| !row.cells[*index].is_empty()).collect();
        if own.is_empty()
            || self.repeats_header(row)
            || self.is_chapter(row, &own, places)
            || self.continues(row, &own, places)
        {
            return;
        }
        let same_shape = self.carried.len() == places.len() && self.carried.iter().zip(places).all(|(c, p)| c.0 == *p);
        let mut cells: Vec<(usize, Vec<TextRange>, bool)> = Vec::new();
        for (index, column) in places.iter().enumerate() {
            if !row.cells[index].is_empty() {
                cells.push((*column, row.cells[index].clone(), false));
            } else if index < own[0]
                && let Some(above) = self.above(index, *column, same_shape)
            {
                cells.push((*column, above, true));
            }
        }
        self.inherit_left_out(places, &mut cells);
        self.inherit_chapter(row, places, &mut cells);
        self.inherit_units(&mut cells);
        cells.sort_by_key(|cell| cell.0);
        self.carry(places, &cells, row);
        let cells = cells.into_iter().map(|(column, paragraphs, inherited)| Cell { column, paragraphs, inherited });
        self.rows.push(Row { cells: cells.collect(), range: row.range });
    }

    /// A page break repeats the header.
    fn repeats_header(&self, row: &GridRow) -> bool {
        let words = |cell: &Vec<TextRange>| cell.iter().map(|part| self.source.slice(*part)).collect::<String>();
        let told: Vec<String> = row.cells.iter().map(words).filter(|words| !words.is_empty()).collect();
        told.len() > 1 && told.iter().all(|words| self.columns.iter().any(|column| column.heading == *words))
    }

    /// 一、安全生产: a row that holds nothing but the name of a chapter.
    fn is_chapter(&self, row: &GridRow, own: &[usize], places: &[usize]) -> bool {
        let [index] = own else { return false };
        let Some(part) = row.cells[*index].first() else { return false };
        let text = self.source.slice(*part);
        let kind = self.columns.get(places[*index]).map_or(ColumnKind::Other, |column| column.kind);
        let outer = marker_at(text)
            .is_some_and(|m| matches!(m.style, Style::Chinese | Style::ChineseBracketed | Style::Chapter));
        let phrase = look(text) == Look::Phrase
            && (matches!(kind, ColumnKind::Number | ColumnKind::Chapter) || row.cells.len() == 1);
        let short = text.chars().take(CHAPTER_CHARS + 1).count() <= CHAPTER_CHARS && !text.contains('。');
        short && *index <= 1 && (outer || phrase)
    }

    /// A row that only goes on with the one above: units on a line of their
    /// own, or the rest of a sentence that a page break cut.
    fn continues(&mut self, row: &GridRow, own: &[usize], places: &[usize]) -> bool {
        let kind = |index: &usize| self.columns.get(places[*index]).map_or(ColumnKind::Other, |column| column.kind);
        let only_units = own
            .iter()
            .all(|index| kind(index).names_units() || look_of(self.source, &row.cells[*index]) == Look::Units);
        let only_text = own.iter().all(|index| kind(index).says_tasks());
        let cut = only_text && self.last_text_is_cut(row, own);
        let Some(last) = self.rows.last_mut().filter(|_| only_units || cut) else { return false };
        for index in own {
            let column = match places[*index] {
                column if cut || self.columns[column].kind.names_units() => column,
                column => self.columns.iter().position(|c| c.kind.names_units()).unwrap_or(column),
            };
            match last.cells.iter_mut().rev().find(|cell| cell.column == column) {
                Some(cell) if !cell.inherited => cell.paragraphs.extend(&row.cells[*index]),
                Some(cell) => *cell = Cell { column, paragraphs: row.cells[*index].clone(), inherited: false },
                None => last.cells.push(Cell { column, paragraphs: row.cells[*index].clone(), inherited: false }),
            }
        }
        last.range.end = row.range.end;
        true
    }

    fn last_text_is_cut(&self, row: &GridRow, own: &[usize]) -> bool {
        let is_text = |cell: &&Cell| self.columns[cell.column].kind.says_tasks();
        let last = self.rows.last().and_then(|last| last.cells.iter().rev().find(is_text)?.paragraphs.last());
        let next = own.first().and_then(|index| row.cells[*index].first());
        let (Some(last), Some(next)) = (last, next) else { return false };
        let (last, next) = (self.source.slice(*last), self.source.slice(*next));
        !last.ends_with(['。', '；', '！', '？', '）', '”', '：'])
            && marker_at(next).is_none()
            && look(last) == Look::Text
    }

    /// What stands above a blank place: merged cells reach down.
    fn above(&self, index: usize, column: usize, same_shape: bool) -> Option<Vec<TextRange>> {
        let found =
            if same_shape { self.carried.get(index) } else { self.carried.iter().find(|(above, _)| *above == column) };
        found.map(|(_, paragraphs)| paragraphs.clone()).filter(|paragraphs| !paragraphs.is_empty())
    }

    /// Columns before the first cell that the row does not have at all.
    fn inherit_left_out(&self, places: &[usize], cells: &mut Vec<(usize, Vec<TextRange>, bool)>) {
        let first = places.first().copied().unwrap_or(0);
        for (column, paragraphs) in self.carried.iter().filter(|(column, above)| *column < first && !above.is_empty()) {
            cells.push((*column, paragraphs.clone(), true));
        }
    }

    /// The same number stands again on the next page, its chapter does not.
    fn inherit_chapter(&self, row: &GridRow, places: &[usize], cells: &mut Vec<(usize, Vec<TextRange>, bool)>) {
        let blank = |index: &usize| row.cells[*index].is_empty() && *index == 1;
        let Some(index) = (1..places.len().min(2)).find(blank) else { return };
        let number = row.cells[0].first().map(|part| self.source.slice(*part));
        let above = self.carried.first().and_then(|(_, parts)| parts.first()).map(|part| self.source.slice(*part));
        if number.is_some() && number == above && !cells.iter().any(|cell| cell.0 == places[index]) {
            let found = self.above(index, places[index], false);
            cells.extend(found.map(|paragraphs| (places[index], paragraphs, true)));
        }
    }

    /// A row without units of its own shares those above.
    fn inherit_units(&self, cells: &mut Vec<(usize, Vec<TextRange>, bool)>) {
        let names = |column: usize| self.columns.get(column).is_some_and(|c| c.kind.names_units());
        if cells.iter().any(|cell| names(cell.0)) {
            return;
        }
        let Some(last) = self.rows.last() else { return };
        let shared = |kind: ColumnKind| kind.names_units() || kind == ColumnKind::Deadline;
        for cell in last.cells.iter().filter(|cell| self.columns.get(cell.column).is_some_and(|c| shared(c.kind))) {
            if !cells.iter().any(|own| own.0 == cell.column) {
                cells.push((cell.column, cell.paragraphs.clone(), true));
            }
        }
    }

    fn carry(&mut self, places: &[usize], cells: &[(usize, Vec<TextRange>, bool)], row: &GridRow) {
        let mut carried: Vec<(usize, Vec<TextRange>)> = Vec::with_capacity(places.len());
        for (index, column) in places.iter().enumerate() {
            let own = &row.cells[index];
            let paragraphs = if own.is_empty() {
                let nth = places[..index].iter().filter(|place| *place == column).count();
                cells
                    .iter()
                    .filter(|cell| cell.0 == *column && cell.2)
                    .nth(nth)
                    .map(|cell| cell.1.clone())
                    .unwrap_or_default()
            } else {
                own.clone()
            };
            carried.push((*column, paragraphs));
        }
        let first = places.first().copied().unwrap_or(0);
        let left_out = cells.iter().filter(|cell| cell.0 < first).map(|cell| (cell.0, cell.1.clone()));
        self.carried = left_out.chain(carried).collect();
    }
}

fn look_of(source: &Source, cell: &[TextRange]) -> Look {
    cell.first().map_or(Look::Empty, |part| look(source.slice(*part)))
}

/// A column called 任务 holds chapters where the numbered tasks stand in the
/// column behind it.
fn settle_chapters(source: &Source, columns: &mut [Column], rows: &[Row]) {
    let Some(task) = columns.iter().position(|column| column.kind == ColumnKind::Task) else { return };
    let Some(content) = columns.iter().position(|column| column.kind == ColumnKind::Content) else { return };
    if content < task {
        return;
    }
    let numbers: Vec<u32> = rows
        .iter()
        .filter_map(|row| row.cells.iter().find(|cell| cell.column == content && !cell.inherited)?.paragraphs.first())
        .filter_map(|part| marker_at(source.slice(*part)))
        .filter(|marker| marker.style == Style::Arabic)
        .map(|marker| marker.ordinal)
        .collect();
    let rising = numbers.windows(2).filter(|pair| pair[0] < pair[1]).count();
    if numbers.len() > 1 && (numbers.len() - 1) <= rising * 2 && numbers.len() * 2 >= rows.len() {
        for column in columns[..content].iter_mut().filter(|c| matches!(c.kind, ColumnKind::Task | ColumnKind::Number))
        {
            column.kind = ColumnKind::Chapter;
        }
    }
}
