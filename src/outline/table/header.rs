//! What the columns hold: by the header, or without one by their cells.

use super::Column;
use super::grid::GridRow;
use super::look::{Look, look, look_of};
use super::resolve::HEADER_ROWS;
use crate::lexicon::heading::{ColumnKind, duty_of, heading_kind};
use crate::source::Source;

/// Without a header, the cells of a task column have at least this many
/// characters on average.
const TASK_CHARS: usize = 5;
/// The name of a person has at most this many characters.
const NAME_CHARS: usize = 3;
/// Rows that are looked at to tell the columns of a table without header.
const SAMPLE: usize = 60;

/// The columns of a table, and how many rows at its top they took.
pub(super) fn columns(source: &Source, rows: &[GridRow]) -> (Vec<Column>, usize) {
    let Some(at) = rows.iter().take(HEADER_ROWS).position(|row| row.is_header(source)) else {
        return unnamed(source, rows);
    };
    let mut columns = named(source, &rows[at]);
    let mut used = at + 1;
    if let Some(second) = rows.get(used).filter(|row| is_second_header(source, row)) {
        refine(&mut columns, named(source, second));
        used += 1;
    }
    settle(source, &mut columns, &rows[used..]);
    (columns, used)
}

/// The columns of a table whose header is not known for one. The first row is one
/// all the same where it names no unit and all others do: 做什么, 谁来做.
fn unnamed(source: &Source, rows: &[GridRow]) -> (Vec<Column>, usize) {
    let columns = by_cells(source, rows);
    let Some((first, rest)) = rows.split_first().filter(|(_, rest)| rest.len() > 1) else { return (columns, 0) };
    let look_in = |row: &GridRow, index: usize| row.cells.get(index).map_or(Look::Empty, |cell| look_of(source, cell));
    let units = columns.iter().position(|column| column.kind.names_units());
    let headed = units.is_some_and(|index| {
        look_in(first, index) == Look::Phrase && rest.iter().all(|row| look_in(row, index) == Look::Units)
    });
    (columns, usize::from(headed))
}

/// Under a wide heading (责任分工) its own columns may stand in a second row.
fn is_second_header(source: &Source, row: &GridRow) -> bool {
    let headings: Vec<String> = row.words(source).into_iter().filter(|words| !words.is_empty()).collect();
    !headings.is_empty() && headings.iter().all(|words| heading_kind(words).is_some())
}

fn named(source: &Source, row: &GridRow) -> Vec<Column> {
    let columns = row.words(source).into_iter().map(|heading| {
        let kind = heading_kind(&heading).unwrap_or(ColumnKind::Other);
        Column { kind, heading }
    });
    columns.collect()
}

/// Puts the second row of a header in: below the first, or, where only the
/// parts of a wide heading stand in it, in the place of that heading.
fn refine(columns: &mut Vec<Column>, second: Vec<Column>) {
    if second.len() >= columns.len() {
        for (column, finer) in columns.iter_mut().zip(second) {
            if !finer.heading.is_empty() {
                *column = finer;
            }
        }
    } else if let Some(wide) = columns.iter().position(|column| column.kind.names_units()) {
        let parts = second.into_iter().filter(|column| !column.heading.is_empty());
        columns.splice(wide..=wide, parts);
    }
}

/// What a heading leaves open, the cells tell.
fn settle(source: &Source, columns: &mut [Column], rows: &[GridRow]) {
    settle_units(source, columns, rows);
    settle_task(source, columns, rows);
    // Beside tasks that only now are known, more columns name units that owe them.
    settle_units(source, columns, rows);
}

/// 单位 is a unit that acts only where its cells say so, in a table of tasks. So
/// is a heading of no known kind whose cells name units: its own words may tell
/// the duty (责任县区), unless they tell where something is.
fn settle_units(source: &Source, columns: &mut [Column], rows: &[GridRow]) {
    let tasks = columns.iter().any(|column| column.kind.says_tasks());
    let vague = |column: &Column| matches!(column.heading.as_str(), "单位" | "部门");
    for (index, column) in columns.iter_mut().enumerate() {
        let unknown = heading_kind(&column.heading).is_none();
        let duty = duty_of(&column.heading).filter(|_| unknown);
        let told = column.heading.is_empty() || tells_place(&column.heading);
        let open = vague(column) || unknown && !told;
        if open && tasks && share(source, rows, index).looks() == Look::Units {
            column.kind = duty.unwrap_or(ColumnKind::Responsible);
        } else if vague(column) {
            column.kind = ColumnKind::Other;
        }
    }
}

/// 所属片区, 地点
fn tells_place(heading: &str) -> bool {
    heading.starts_with('所') || heading.contains('地')
}

/// Where no column is called 任务 or the like, the tasks stand in the last column
/// of sentences or phrases before the units.
fn settle_task(source: &Source, columns: &mut [Column], rows: &[GridRow]) {
    let units = columns.iter().position(|column| column.kind.names_units());
    let Some(units) = units else { return };
    if columns.iter().any(|column| column.kind.says_tasks()) {
        return;
    }
    let open = |column: &Column| column.kind == ColumnKind::Chapter || heading_kind(&column.heading).is_none();
    let says = |index: &usize| matches!(share(source, rows, *index).looks(), Look::Text | Look::Phrase);
    // 任务分工 beside 落实单位: its cells are the tasks.
    let named = |index: &usize| columns[*index].kind.names_units();
    let shared = || (0..columns.len()).filter(named).any(|index| share(source, rows, index).looks() == Look::Units);
    let divided = (units..columns.len()).filter(named).find(says).filter(|_| shared());
    if let Some(task) = (0..units).rev().filter(|index| open(&columns[*index])).find(says).or(divided) {
        columns[task].kind = ColumnKind::Task;
    }
}

/// The columns of a table without header.
fn by_cells(source: &Source, rows: &[GridRow]) -> Vec<Column> {
    let width = usual_width(rows.iter().take(SAMPLE).map(|row| row.cells.len()));
    let full: Vec<GridRow> = rows.iter().take(SAMPLE).filter(|row| row.cells.len() == width).cloned().collect();
    let shares: Vec<Share> = (0..width).map(|index| share(source, &full, index)).collect();
    let text_follows = |index: usize| shares.get(index + 1).is_some_and(|next| next.looks() == Look::Text);
    let kind = |(index, share): (usize, &Share)| match share.looks() {
        Look::Number => ColumnKind::Number,
        Look::Units => ColumnKind::Responsible,
        Look::Time => ColumnKind::Deadline,
        Look::Text => ColumnKind::Content,
        Look::Phrase if share.mean_chars() >= TASK_CHARS || text_follows(index) => ColumnKind::Task,
        Look::Phrase | Look::Figure | Look::Empty => ColumnKind::Other,
    };
    let mut kinds: Vec<ColumnKind> = shares.iter().enumerate().map(kind).collect();
    name_short_tasks(&shares, &mut kinds);
    // A number column stands before the tasks; figures elsewhere count things.
    let first = kinds.iter().position(|kind| kind.says_tasks()).unwrap_or(0);
    for kind in kinds.iter_mut().skip(first).filter(|kind| **kind == ColumnKind::Number) {
        *kind = ColumnKind::Other;
    }
    kinds.into_iter().map(|kind| Column { kind, heading: String::new() }).collect()
}

/// Between numbers and units even short phrases are tasks, unless they are as
/// short as the names of persons.
fn name_short_tasks(shares: &[Share], kinds: &mut [ColumnKind]) {
    let place = |wanted: ColumnKind| kinds.iter().position(|kind| *kind == wanted);
    let (Some(number), Some(units)) = (place(ColumnKind::Number), place(ColumnKind::Responsible)) else { return };
    let phrase = |index: &usize| shares[*index].looks() == Look::Phrase && shares[*index].mean_chars() > NAME_CHARS;
    if let Some(task) = (number + 1..units).rev().find(phrase)
        && !kinds.iter().any(|kind| kind.says_tasks())
    {
        kinds[task] = ColumnKind::Task;
    }
}

/// What most rows have; of two, the larger.
pub(super) fn usual_width(widths: impl Iterator<Item = usize>) -> usize {
    let mut widths: Vec<usize> = widths.collect();
    widths.sort_unstable();
    let runs = widths.chunk_by(|one, next| one == next);
    runs.max_by_key(|run| run.len()).map_or(0, |run| run[0])
}

/// What the cells of a column look like.
#[derive(Default)]
struct Share {
    counts: [usize; LOOKS.len()],
    chars: usize,
}

const LOOKS: [Look; 6] = [Look::Units, Look::Number, Look::Time, Look::Text, Look::Phrase, Look::Figure];

fn share(source: &Source, rows: &[GridRow], index: usize) -> Share {
    let mut share = Share::default();
    for cell in rows.iter().take(SAMPLE).filter_map(|row| row.cells.get(index)?.first()) {
        let words = source.slice(*cell);
        if let Some(found) = LOOKS.iter().position(|l| *l == look(words)) {
            share.counts[found] += 1;
            share.chars += words.chars().count();
        }
    }
    share
}

impl Share {
    fn told(&self) -> usize {
        self.counts.iter().sum()
    }

    /// What at least half of the cells look like, else most of them.
    fn looks(&self) -> Look {
        let most = self.counts.iter().copied().max().unwrap_or(0);
        let half = self.counts.iter().position(|count| *count > 0 && *count * 2 >= self.told());
        half.or_else(|| self.counts.iter().rposition(|count| *count > 0 && *count == most))
            .map_or(Look::Empty, |i| LOOKS[i])
    }

    fn mean_chars(&self) -> usize {
        self.chars.checked_div(self.told()).unwrap_or(0)
    }
}
