//! Stage 5: the rows of tables that divide labour, one for each task.

mod detail;
mod entry;
mod layout;
mod units;

use crate::analysis::{AnnexRow, Assignment, Unread, UnreadReason};
use crate::lexicon::heading::ColumnKind;
use crate::mention::time::TimeBase;
use crate::outline::table::{Cell, Row, Table};
use crate::source::Source;
use crate::span::TextRange;
use detail::Details;
use entry::{Entry, counts_steps, entries};
use layout::Grid;
use units::Units;

/// The rows of the annex, and what was not understood of its tables.
#[derive(Clone, Debug, Default)]
pub struct Annex {
    /// The rows, in the order of the text.
    pub rows: Vec<AnnexRow>,
    /// What gave no row, and members of lists that are no units.
    pub unread: Vec<Unread>,
}

/// Reads the rows of `tables`, dates against `base`. Tables that do not divide
/// labour give none.
///
/// ```
/// use notice_analyzer::{annex, mention::time::TimeBase, outline::table, source::Source};
/// let source = Source::new("序号\t任务\t牵头单位\n1\t开展排查\t县应急局\n2\t开展宣传\t县委宣传部\n");
/// let rows = annex::read(&source, &table::read(&source), &TimeBase::default()).rows;
/// assert_eq!(rows[1].title, "开展宣传");
/// assert_eq!(rows[1].assignments[0].unit, "县委宣传部");
/// ```
pub fn read(source: &Source, tables: &[Table], base: &TimeBase) -> Annex {
    let mut reader = Reader { source, base, annex: Annex::default() };
    let mut dividing = 0;
    for table in tables {
        if table.divides_labour() {
            reader.table(table, dividing);
            dividing += 1;
        } else {
            reader.unread(table.range(source), UnreadReason::Table);
        }
    }
    reader.annex.unread.sort_by_key(|unread| unread.span.start);
    reader.annex
}

struct Reader<'s, 't> {
    source: &'s Source<'t>,
    base: &'s TimeBase,
    annex: Annex,
}

impl Reader<'_, '_> {
    fn unread(&mut self, range: TextRange, reason: UnreadReason) {
        self.annex.unread.push(Unread { span: self.source.span(range), reason });
    }

    fn table(&mut self, table: &Table, index: usize) {
        let grid = Grid::new(self.source, table, index);
        table.unread.iter().for_each(|line| self.unread(*line, UnreadReason::Line));
        let steps = counts_steps(self.source, table);
        table.rows.iter().for_each(|row| self.row(table, row, &grid, steps));
    }

    /// One row of a table holds one task, or one for each field of work it names.
    fn row(&mut self, table: &Table, row: &Row, grid: &Grid, steps: bool) {
        let entries = entries(self.source, table, row, steps);
        let share = entries.len();
        let mut owed = false;
        for (nth, entry) in entries.into_iter().enumerate() {
            let units = Units::read(self.source, table, row, nth, share);
            units.left_out.iter().for_each(|member| self.unread(*member, UnreadReason::Member));
            owed |= !units.assignments.is_empty();
            let row = self.annex_row(table, row, grid, entry, (nth, share), units.assignments);
            self.annex.rows.push(row);
        }
        if !owed {
            self.unread(row.range, UnreadReason::Row);
        }
    }

    /// Task `nth` of the `share` that a row holds.
    fn annex_row(
        &self,
        table: &Table,
        row: &Row,
        grid: &Grid,
        entry: Entry,
        (nth, share): (usize, usize),
        assignments: Vec<Assignment>,
    ) -> AnnexRow {
        let source = self.source;
        let times = times(table, row, nth, share);
        let details = Details::read(source, self.base, entry.title, &grid.said(row, &entry), &times);
        let place = if share > 1 { joined(&entry.text).unwrap_or(row.range) } else { row.range };
        AnnexRow {
            layout: grid.layout(row, &entry, nth, share),
            title: source.written(entry.title),
            corrected: None,
            text: entry.text.iter().map(|part| source.written(*part)).collect(),
            number: entry.number,
            assignments,
            deadline: times.iter().map(|part| source.written(*part)).collect::<Vec<_>>().join("；"),
            deadlines: details.deadlines,
            metrics: details.metrics,
            measures: details.measures,
            task: None,
            span: source.span(place),
        }
    }
}

fn joined(parts: &[TextRange]) -> Option<TextRange> {
    Some(TextRange::new(parts.first()?.start, parts.last()?.end))
}

/// The time column.
fn times(table: &Table, row: &Row, nth: usize, share: usize) -> Vec<TextRange> {
    let cells = row.cells.iter().filter(|cell| table.kind_of(cell) == ColumnKind::Deadline);
    cells.flat_map(|cell| shared_out(cell, nth, share)).collect()
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
