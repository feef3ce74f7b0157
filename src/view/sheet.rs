//! The tables that leave the house: one name, one shape.

use crate::analysis::Analysis;
use crate::view::{calendar, collation, findings, matrix, notice_sheet, task_table};
use serde::Serialize;
use std::str::FromStr;

/// A table of plain cells; every row is as long as the header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What its reader must know first, such as what it leaves out; mostly
    /// empty.
    pub note: String,
    /// The head of each column.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without a note.
    pub(super) fn new(header: &[&str], rows: Vec<Vec<String>>) -> Self {
        Self { note: String::new(), header: header.iter().map(|head| (*head).to_owned()).collect(), rows }
    }
}

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 任务分解表.
    Tasks,
    /// 责任矩阵.
    Matrix,
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
}

impl Sheet {
    /// Every table, in the order the page shows them.
    pub const ALL: [Self; 7] =
        [Self::Tasks, Self::Matrix, Self::Calendar, Self::Annex, Self::Collation, Self::Notice, Self::Findings];

    /// Its Chinese title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Tasks => "任务分解表",
            Self::Matrix => "责任矩阵",
            Self::Calendar => "时限清单",
            Self::Annex => "附表",
            Self::Collation => "正文与附表比对",
            Self::Notice => "公文信息",
            Self::Findings => "核对意见",
        }
    }

    /// The name by which the page and the command line ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tasks => "tasks",
            Self::Matrix => "matrix",
            Self::Calendar => "calendar",
            Self::Annex => "annex",
            Self::Collation => "collation",
            Self::Notice => "notice",
            Self::Findings => "findings",
        }
    }

    /// Its cells.
    pub fn table(self, analysis: &Analysis) -> Table {
        match self {
            Self::Tasks => task_table::table(&task_table::task_table(analysis)),
            Self::Matrix => matrix::table(&matrix::matrix(analysis)),
            Self::Calendar => calendar::table(&calendar::calendar(analysis)),
            Self::Annex => task_table::table(&task_table::annex_table(analysis)),
            Self::Collation => collation::table(&collation::collation(analysis)),
            Self::Notice => notice_sheet::table(&notice_sheet::notice_sheet(analysis)),
            Self::Findings => findings::finding_table(&findings::finding_rows(analysis)),
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
