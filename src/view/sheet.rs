//! The tables that leave the house: one name, one shape.

use crate::analysis::Analysis;
use crate::view::matrix::Shape;
use crate::view::row::Row;
use crate::view::{amendment, calendar, collation, findings, matrix, notice_sheet, task_table, unit_sheet};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::str::FromStr;

/// A table of plain cells; every row is as long as the header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What its reader must know first, such as what it leaves out; mostly
    /// empty.
    pub note: String,
    /// The head of each column.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// What each row is about: the id of a task, a finding or a change. As long
    /// as `rows`, or empty.
    pub keys: Vec<String>,
    /// The last day for what each row asks. As long as `rows`, or empty where
    /// the rows ask for nothing.
    pub due: Vec<Option<Date>>,
    /// Of a matrix, how many columns stand before its units.
    pub before_units: Option<usize>,
}

impl Table {
    /// A table of rows with their keys.
    pub(super) fn keyed(header: Vec<String>, rows: impl Iterator<Item = (String, Vec<String>)>) -> Self {
        let (keys, rows) = rows.unzip();
        Self { header, rows, keys, ..Self::default() }
    }

    /// The same with the last day for what each row asks.
    pub(super) fn dated(self, days: impl Iterator<Item = Option<Date>>) -> Self {
        Self { due: days.collect(), ..self }
    }

    /// Only the rows that are about one of `ids`.
    pub fn only(mut self, ids: &HashSet<String>) -> Self {
        let mut stays = self.keys.iter().map(|key| ids.contains(key));
        self.rows.retain(|_| stays.next().unwrap_or(true));
        let mut stays = self.keys.iter().map(|key| ids.contains(key));
        self.due.retain(|_| stays.next().unwrap_or(true));
        self.keys.retain(|key| ids.contains(key));
        self
    }

    /// Without the columns that hold nothing.
    pub fn without_blank_columns(mut self) -> Self {
        let holds = |column: &usize| self.rows.iter().any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty()));
        if self.rows.is_empty() {
            return self;
        }
        let stay: Vec<usize> = (0..self.header.len()).filter(holds).collect();
        let pick = |row: &[String]| stay.iter().filter_map(|&column| row.get(column).cloned()).collect();
        self.header = pick(&self.header);
        self.rows = self.rows.iter().map(|row| pick(row)).collect();
        self.before_units = self.before_units.map(|before| stay.iter().filter(|&&column| column < before).count());
        self
    }
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 任务分解表.
    Tasks,
    /// 逐句任务分解表.
    Sentences,
    /// 责任矩阵.
    Matrix,
    /// 单位任务清单.
    Units,
    /// 时限清单.
    Calendar,
    /// 附表.
    Annex,
    /// 正文与附表比对.
    Collation,
    /// 公文信息.
    Notice,
    /// 核对意见.
    Findings,
    /// 修改意见.
    Amendments,
}

impl Sheet {
    /// Every table, in the order the page shows them.
    pub const ALL: [Self; 10] = [
        Self::Tasks,
        Self::Sentences,
        Self::Matrix,
        Self::Units,
        Self::Calendar,
        Self::Annex,
        Self::Collation,
        Self::Notice,
        Self::Findings,
        Self::Amendments,
    ];

    /// Its Chinese title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Tasks => "任务分解表",
            Self::Sentences => "任务分解表（逐句）",
            Self::Matrix => "责任矩阵",
            Self::Units => "单位任务清单",
            Self::Calendar => "时限清单",
            Self::Annex => "附表",
            Self::Collation => "正文与附表比对",
            Self::Notice => "公文信息",
            Self::Findings => "核对意见",
            Self::Amendments => "修改意见",
        }
    }

    /// The name by which the page and the command line ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Sentences => "sentences",
            Self::Matrix => "matrix",
            Self::Units => "units",
            Self::Calendar => "calendar",
            Self::Annex => "annex",
            Self::Collation => "collation",
            Self::Notice => "notice",
            Self::Findings => "findings",
            Self::Amendments => "amendments",
        }
    }

    /// Its cells.
    pub fn table(self, analysis: &Analysis) -> Table {
        self.table_of(analysis, &task_table::task_table(analysis))
    }

    /// The same, where the rows of [`task_table::task_table`] are known.
    pub fn table_of(self, analysis: &Analysis, rows: &[Row]) -> Table {
        match self {
            Self::Tasks => task_table::table(rows),
            Self::Sentences => task_table::sentence_table(rows),
            Self::Matrix => matrix::matrix_table(&matrix::matrix(analysis, rows, &Shape::default())),
            Self::Units => unit_sheet::table(analysis, rows),
            Self::Calendar => calendar::table(&calendar::calendar(rows, None)),
            Self::Annex => task_table::table(&task_table::annex_table(analysis)),
            Self::Collation => collation::table(&collation::collation(analysis)),
            Self::Notice => notice_sheet::table(&notice_sheet::notice_sheet(analysis)),
            Self::Findings => findings::finding_table(&findings::finding_rows(analysis, &analysis.findings)),
            Self::Amendments => amendment::amendment_table(&amendment::amendments(analysis, &analysis.findings)),
        }
    }
}

impl FromStr for Sheet {
    type Err = String;

    /// Reads a [`Sheet::name`].
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|sheet| sheet.name() == name).ok_or_else(|| format!("unknown table: {name}"))
    }
}
