//! 责任矩阵: tasks by units, with a mark for each role.

use crate::analysis::{Analysis, Basis, UnitCategory};
use crate::span::Span;
use crate::view::label;
use crate::view::part::Part;
use crate::view::sheet::Table;
use crate::view::task_table::{Row, annex_table, task_table};
use serde::Serialize;
use std::collections::HashMap;

/// Rows and columns; only cells that bear a mark are listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Matrix {
    /// The units, group after group, each group in the order of the text.
    pub columns: Vec<Column>,
    /// The tasks; of a paste that is only a table, its rows.
    pub rows: Vec<MatrixRow>,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its name.
    pub unit: String,
    /// Where it stands.
    pub group: ColumnGroup,
    /// In how many rows it bears a mark.
    pub tasks: usize,
}

/// Units of one group stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnGroup {
    /// Units that a letter can be addressed to.
    Unit,
    /// Classes and executors: 有关部门, 各成员单位, 企业.
    Class,
    /// Those that act only by a rule for all tasks, or besides in the task
    /// that states the rule.
    Blanket,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MatrixRow {
    /// Id of the task.
    pub id: String,
    /// Its number as it is cited.
    pub place: String,
    /// Its title, or how its text begins.
    pub title: String,
    /// Its words.
    pub span: Span,
    /// The marks, by column.
    pub cells: Vec<Cell>,
}

/// What one unit does in one task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// Index into [`Matrix::columns`].
    pub column: usize,
    /// Its parts, strongest role first; never empty.
    pub parts: Vec<Part>,
}

/// Who acts in which task.
pub fn matrix(analysis: &Analysis) -> Matrix {
    let rows = if analysis.tasks.is_empty() { annex_table(analysis) } else { task_table(analysis) };
    let columns = columns(&rows, analysis);
    let index = columns.iter().enumerate().map(|(index, column)| (column.unit.as_str(), index)).collect();
    let rows = rows.into_iter().map(|row| matrix_row(row, &index)).collect();
    Matrix { columns, rows }
}

fn columns(rows: &[Row], analysis: &Analysis) -> Vec<Column> {
    let categories: HashMap<&str, UnitCategory> =
        analysis.units.iter().map(|unit| (unit.name.as_str(), unit.category)).collect();
    let rules: HashMap<&str, Span> =
        analysis.notice.blanket_units.iter().map(|named| (named.name.as_str(), named.span)).collect();
    let mut columns: Vec<Column> = Vec::new();
    let mut seen: HashMap<&str, (usize, usize)> = HashMap::new();
    for (line, row) in rows.iter().enumerate() {
        for part in &row.parts {
            let (column, last_line) = seen.entry(&part.unit).or_insert_with(|| {
                let group = ColumnGroup::Blanket;
                columns.push(Column { unit: part.unit.clone(), group, tasks: 0 });
                (columns.len() - 1, usize::MAX)
            });
            let column = &mut columns[*column];
            column.tasks += usize::from(*last_line != line);
            *last_line = line;
            let states_rule = rules.get(part.unit.as_str()).is_some_and(|rule| row.span.contains(rule.start));
            if part.basis != Basis::Blanket && !states_rule {
                column.group = group(categories.get(part.unit.as_str()).copied());
            }
        }
    }
    columns.sort_by_key(|column| column.group);
    columns
}

fn group(category: Option<UnitCategory>) -> ColumnGroup {
    match category {
        Some(UnitCategory::Class | UnitCategory::Enterprise) => ColumnGroup::Class,
        _ => ColumnGroup::Unit,
    }
}

fn matrix_row(row: Row, index: &HashMap<&str, usize>) -> MatrixRow {
    let mut parts: Vec<(usize, Part)> = row.parts.into_iter().map(|part| (index[part.unit.as_str()], part)).collect();
    parts.sort_by_key(|(column, part)| (*column, part.role));
    let mut cells: Vec<Cell> = Vec::new();
    for (column, part) in parts {
        match cells.last_mut().filter(|cell| cell.column == column) {
            Some(cell) => cell.parts.push(part),
            None => cells.push(Cell { column, parts: vec![part] }),
        }
    }
    MatrixRow { id: row.id, place: row.place, title: row.title, span: row.span, cells }
}

impl Cell {
    /// `牵`, `牵督`; in brackets what a rule for all tasks says.
    fn text(&self) -> String {
        let mark = |part: &Part| match &part.origin {
            Some(_) => format!("（{}）", label::role_mark(part.role)),
            None => label::role_mark(part.role).to_owned(),
        };
        self.parts.iter().map(mark).collect()
    }
}

/// A matrix of more cells is written as the list of those that bear a mark,
const MOST_CELLS: usize = 200_000;
/// and of these at most so many.
const MOST_MARKS: usize = 50_000;

/// The matrix as plain cells.
pub(super) fn table(matrix: &Matrix) -> Table {
    if matrix.rows.len().saturating_mul(matrix.columns.len()) > MOST_CELLS {
        return list(matrix);
    }
    let units = matrix.columns.iter().map(|column| column.unit.as_str());
    let header: Vec<&str> = ["序号", "出处", "任务"].into_iter().chain(units).collect();
    let cells = |(index, row): (usize, &MatrixRow)| {
        let mut cells = vec![(index + 1).to_string(), row.place.clone(), row.title.clone()];
        cells.resize(header.len(), String::new());
        for cell in &row.cells {
            cells[3 + cell.column] = cell.text();
        }
        cells
    };
    Table::new(&header, matrix.rows.iter().enumerate().map(cells).collect())
}

/// The cells that bear a mark, one on each line.
fn list(matrix: &Matrix) -> Table {
    let marks: usize = matrix.rows.iter().map(|row| row.cells.len()).sum();
    let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let line = |(index, (row, cell)): (usize, (&MatrixRow, &Cell))| {
        let unit = matrix.columns[cell.column].unit.clone();
        vec![(index + 1).to_string(), row.place.clone(), row.title.clone(), unit, cell.text()]
    };
    let rows = cells.take(MOST_MARKS).enumerate().map(line).collect();
    let (tasks, units) = (matrix.rows.len(), matrix.columns.len());
    let rest = if marks > MOST_MARKS { format!("共{marks}条，只列前{MOST_MARKS}条。") } else { String::new() };
    let note = format!("{tasks}项任务、{units}个单位，矩阵太大，改为逐条列出各项任务的责任单位。{rest}");
    Table { note, ..Table::new(&["序号", "出处", "任务", "责任单位", "角色"], rows) }
}
