//! 责任矩阵: tasks by units, with a mark for each role.

use crate::analysis::{Analysis, Basis, UnitCategory};
use crate::span::Span;
use crate::view::body::{Bodies, Body};
use crate::view::label;
use crate::view::part::Part;
use crate::view::row::Row;
use crate::view::sheet::Table;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// How the columns are laid out.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Shape {
    /// Those with most tasks first, else in the order of the text.
    pub by_load: bool,
    /// Units with one task share a last column.
    pub fold: bool,
}

/// Rows and columns; only cells that bear a mark are listed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Matrix {
    /// The units, group after group.
    pub columns: Vec<Column>,
    /// The tasks.
    pub rows: Vec<MatrixRow>,
    /// How many units have one task only.
    pub single: usize,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its name.
    pub unit: String,
    /// Every other way the notice writes it.
    pub spellings: Vec<String>,
    /// Where it stands.
    pub group: ColumnGroup,
    /// Whether it is a class of units: 有关部门, 各成员单位.
    pub class: bool,
    /// In how many rows it bears a mark.
    pub tasks: usize,
}

/// Units of one group stand together, classes of units before their members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnGroup {
    /// Departments and what coordinates them.
    Department,
    /// Governments and places.
    Territory,
    /// Enterprises and other executors.
    Executor,
    /// Those that act only by a rule for all tasks, or besides in the task
    /// that states the rule.
    Blanket,
    /// What was folded: units with one task.
    Rest,
}

/// One task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MatrixRow {
    /// Id of the row.
    pub id: String,
    /// Its number as it is cited.
    pub place: String,
    /// Its title, or how its text begins.
    pub title: String,
    /// Its words.
    pub span: Span,
    /// How many units bear a mark in it.
    pub units: usize,
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

/// Who acts in which of `rows`.
pub fn matrix(analysis: &Analysis, rows: &[Row], shape: &Shape) -> Matrix {
    let bodies = Bodies::new(analysis, rows);
    let mut columns: Vec<(usize, Column)> = columns(&bodies, rows, analysis).into_iter().enumerate().collect();
    let load = |column: &Column| if shape.by_load { Reverse(column.tasks) } else { Reverse(0) };
    columns.sort_by_key(|(_, column)| (column.group, !column.class, load(column)));
    let single = columns.iter().filter(|(_, column)| column.tasks == 1).count();
    let folds = |column: &Column| shape.fold && single > 1 && column.tasks == 1;
    let kept = columns.iter().filter(|(_, column)| !folds(column)).count();
    let mut place: HashMap<usize, usize> = HashMap::new();
    let mut shown = 0;
    for (body, column) in &columns {
        place.insert(*body, if folds(column) { kept } else { shown });
        shown += usize::from(!folds(column));
    }
    let rows =
        rows.iter().map(|row| matrix_row(row, |unit| bodies.at(unit).and_then(|body| place.get(&body).copied())));
    let rows: Vec<MatrixRow> = rows.collect();
    let rest = (kept < columns.len()).then(|| rest(&columns, folds));
    let columns = columns.into_iter().map(|(_, column)| column).filter(|column| !folds(column)).chain(rest).collect();
    Matrix { columns, rows, single }
}

/// The column of those that have one task each.
fn rest(columns: &[(usize, Column)], folds: impl Fn(&Column) -> bool) -> Column {
    let folded: Vec<String> = columns.iter().filter(|(_, c)| folds(c)).map(|(_, c)| c.unit.clone()).collect();
    Column {
        unit: format!("其他{}个单位", folded.len()),
        tasks: folded.len(),
        spellings: folded,
        group: ColumnGroup::Rest,
        class: false,
    }
}

/// A column for each body, in the order of the text.
fn columns(bodies: &Bodies, rows: &[Row], analysis: &Analysis) -> Vec<Column> {
    let rules: HashMap<&str, Span> =
        analysis.notice.blanket_units.iter().map(|named| (named.name.as_str(), named.span)).collect();
    let mut columns: Vec<Column> = bodies.all().iter().map(column).collect();
    for row in rows {
        let mut seen = HashSet::new();
        for part in &row.parts {
            let Some(at) = bodies.at(&part.unit) else { continue };
            columns[at].tasks += usize::from(seen.insert(at));
            let states_rule = rules.get(part.unit.as_str()).is_some_and(|rule| row.span.contains(rule.start));
            if part.basis != Basis::Blanket && !states_rule {
                columns[at].group = group(bodies.all()[at].category);
            }
        }
    }
    columns
}

fn column(body: &Body) -> Column {
    Column {
        unit: body.name.clone(),
        spellings: body.spellings.clone(),
        group: ColumnGroup::Blanket,
        class: body.is_class(),
        tasks: 0,
    }
}

impl Body {
    /// 有关部门, 各县（市、区）: no single unit.
    fn is_class(&self) -> bool {
        self.category == UnitCategory::Class
            || self.name.starts_with('各')
            || self.name.contains("有关") && self.category == UnitCategory::Government
    }
}

pub(super) fn group(category: UnitCategory) -> ColumnGroup {
    match category {
        UnitCategory::Government => ColumnGroup::Territory,
        UnitCategory::Enterprise => ColumnGroup::Executor,
        _ => ColumnGroup::Department,
    }
}

fn matrix_row(row: &Row, column: impl Fn(&str) -> Option<usize>) -> MatrixRow {
    let mut parts: Vec<(usize, &Part)> =
        row.parts.iter().filter_map(|part| Some((column(&part.unit)?, part))).collect();
    parts.sort_by_key(|(column, part)| (*column, part.role));
    let mut cells: Vec<Cell> = Vec::new();
    for (column, part) in parts {
        match cells.last_mut().filter(|cell| cell.column == column) {
            Some(cell) => cell.parts.push(part.clone()),
            None => cells.push(Cell { column, parts: vec![part.clone()] }),
        }
    }
    let units = row.parts.iter().map(|part| part.unit.as_str()).collect::<HashSet<_>>().len();
    let Row { id, place, title, span, .. } = row;
    MatrixRow { id: id.clone(), place: place.clone(), title: title.clone(), span: *span, units, cells }
}

impl Cell {
    /// `牵`, `牵督`; in brackets what a rule for all tasks says; with its name
    /// what stands among others.
    fn text(&self, named: bool) -> String {
        let mark = |part: &Part| match &part.origin {
            Some(_) => format!("（{}）", label::role_mark(part.role)),
            None => label::role_mark(part.role).to_owned(),
        };
        let one = |part: &Part| if named { format!("{}{}", mark(part), part.unit) } else { mark(part) };
        self.parts.iter().map(one).collect::<Vec<_>>().join(if named { "、" } else { "" })
    }
}

/// A matrix of more cells is written as the list of those that bear a mark,
const MOST_CELLS: usize = 200_000;
/// and of these at most so many.
const MOST_MARKS: usize = 50_000;

/// The cells that bear a mark, one on each line.
fn list(matrix: &Matrix) -> Table {
    let marks: usize = matrix.rows.iter().map(|row| row.cells.len()).sum();
    let cells = matrix.rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell)));
    let line = |(index, (row, cell)): (usize, (&MatrixRow, &Cell))| {
        let unit = matrix.columns[cell.column].unit.clone();
        let cells = vec![(index + 1).to_string(), row.place.clone(), row.title.clone(), unit, cell.text(false)];
        (row.id.clone(), cells)
    };
    let header = ["序号", "出处", "任务", "责任单位", "角色"].map(str::to_owned).to_vec();
    let mut table = Table::keyed(header, cells.take(MOST_MARKS).enumerate().map(line));
    let (tasks, units) = (matrix.rows.len(), matrix.columns.len());
    let rest = if marks > MOST_MARKS { format!("共{marks}条，只列前{MOST_MARKS}条。") } else { String::new() };
    table.note = format!("{tasks}项任务、{units}个单位，矩阵太大，改为逐条列出各项任务的责任单位。{rest}");
    table
}

/// The matrix as plain cells, with a last line of totals.
pub fn matrix_table(matrix: &Matrix) -> Table {
    if matrix.rows.len().saturating_mul(matrix.columns.len()) > MOST_CELLS {
        return list(matrix);
    }
    let mut header: Vec<String> = ["序号", "出处", "任务", label::TOTAL].map(str::to_owned).to_vec();
    header.extend(matrix.columns.iter().map(|column| column.unit.clone()));
    let cells = |(index, row): (usize, &MatrixRow)| {
        let mut cells = vec![(index + 1).to_string(), row.place.clone(), row.title.clone(), row.units.to_string()];
        cells.resize(header.len(), String::new());
        for cell in &row.cells {
            cells[4 + cell.column] = cell.text(matrix.columns[cell.column].group == ColumnGroup::Rest);
        }
        (row.id.clone(), cells)
    };
    let rows = matrix.rows.iter().enumerate().map(cells);
    let mut table = Table { before_units: Some(4), ..Table::keyed(header.clone(), rows) };
    if !matrix.columns.is_empty() {
        let count = |column: &Column| column.tasks.to_string();
        let total = ["", "", label::TOTAL, ""].map(str::to_owned).into_iter().chain(matrix.columns.iter().map(count));
        table.rows.push(total.collect());
    }
    table
}
