//! Rows that hold no task of their own: headers repeated on a new page, names
//! of chapters, and what only goes on with the row above.

use super::look::{Look, look, look_of};
use super::resolve::{Placed, Resolver};
use super::{Cell, Row};
use crate::lexicon::heading::ColumnKind;
use crate::lexicon::list::{TABLE, WordList};
use crate::lexicon::marker::{Style, marker_at};
use crate::span::TextRange;

/// A chapter that stands in a row of its own has at most this many characters.
const CHAPTER_CHARS: usize = 50;
static SUMS: WordList = WordList::of(TABLE, "sums");

/// Whether `row` is such a row; what it adds to the one above is put there.
pub(super) fn take(table: &mut Resolver, row: &Placed) -> bool {
    repeats_header(table, row)
        || is_chapter(table, row)
        || heads_group(table, row)
        || is_sum(table, row)
        || goes_on(table, row)
}

/// The places that hold something.
fn own(row: &Placed) -> impl Iterator<Item = usize> + '_ {
    (0..row.cells.len()).filter(|index| !row.cells[*index].is_empty())
}

fn repeats_header(table: &Resolver, row: &Placed) -> bool {
    let is_heading = |words: String| table.columns.iter().any(|column| column.heading == words);
    own(row).count() > 1 && own(row).all(|index| is_heading(table.words(&row.cells[index])))
}

/// 一、安全生产 alone in its row.
fn is_chapter(table: &Resolver, row: &Placed) -> bool {
    let (Some(index), 1) = (own(row).next(), own(row).count()) else { return false };
    let text = table.words(&row.cells[index]);
    let outer = |style| matches!(style, Style::Chinese | Style::ChineseBracketed | Style::Chapter);
    let numbered = marker_at(&text).is_some_and(|marker| outer(marker.style));
    let grouping = matches!(table.kind(row.places[index]), ColumnKind::Number | ColumnKind::Chapter);
    let phrase = look(&text) == Look::Phrase && (grouping || row.cells.len() == 1);
    let short = text.chars().take(CHAPTER_CHARS + 1).count() <= CHAPTER_CHARS && !text.contains('。');
    short && index <= 1 && (numbered || phrase)
}

/// 二、⇥治水⇥ among rows with numbers in digits: it heads those below it.
fn heads_group(table: &Resolver, row: &Placed) -> bool {
    let number = |index: &usize| table.kind(row.places[*index]) == ColumnKind::Number;
    let Some(index) = own(row).next().filter(number) else { return false };
    let outer = !table.words(&row.cells[index]).contains(|c: char| c.is_ascii_digit());
    let owes = |kind: ColumnKind| kind.names_units() || kind == ColumnKind::Deadline;
    table.digits && outer && own(row).count() == 2 && !own(row).any(|index| owes(table.kind(row.places[index])))
}

/// 合计⇥⇥2912
fn is_sum(table: &Resolver, row: &Placed) -> bool {
    own(row).take(2).any(|index| SUMS.contains(table.words(&row.cells[index]).as_str()))
}

/// Units on a line of their own, or the rest of a sentence that a page break
/// cut.
fn goes_on(table: &mut Resolver, row: &Placed) -> bool {
    let kind = |index: usize| table.kind(row.places[index]);
    let names_units =
        |index: usize| kind(index).names_units() || look_of(table.source, &row.cells[index]) == Look::Units;
    let only_units = own(row).all(names_units);
    let cut = own(row).all(|index| kind(index).says_tasks()) && cuts_text(table, row);
    if !only_units && !cut {
        return false;
    }
    let unit_column = table.columns.iter().position(|column| column.kind.names_units());
    let column_of = |index: usize| match (kind(index).names_units(), unit_column) {
        (false, Some(column)) if !cut => column,
        _ => row.places[index],
    };
    let additions: Vec<(usize, usize)> = own(row).map(|index| (index, column_of(index))).collect();
    let Some(last) = table.rows.last_mut() else { return false };
    for (index, column) in additions {
        append(last, column, &row.cells[index]);
    }
    last.range.end = row.range.end;
    true
}

/// Adds paragraphs to the cell of a column; what it inherited gives way.
fn append(row: &mut Row, column: usize, paragraphs: &[TextRange]) {
    match row.cells.iter_mut().rev().find(|cell| cell.column == column) {
        Some(cell) if !cell.inherited => cell.paragraphs.extend(paragraphs),
        Some(cell) => *cell = Cell { column, paragraphs: paragraphs.to_vec(), inherited: false },
        None => row.cells.push(Cell { column, paragraphs: paragraphs.to_vec(), inherited: false }),
    }
}

/// Whether the text above breaks off and this row finishes it.
fn cuts_text(table: &Resolver, row: &Placed) -> bool {
    let is_text = |cell: &&Cell| table.kind(cell.column).says_tasks();
    let last = table.rows.last().and_then(|last| last.cells.iter().rev().find(is_text)?.paragraphs.last());
    let next = own(row).next().and_then(|index| row.cells[index].first());
    let (Some(last), Some(next)) = (last, next) else { return false };
    let (last, next) = (table.source.slice(*last), table.source.slice(*next));
    let open = !last.ends_with(['。', '；', '！', '？', '）', '”', '：']) && look(last) == Look::Text;
    open && marker_at(next).is_none()
}
