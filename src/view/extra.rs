//! Columns that a table of tasks gets where it is handed out: the last day as
//! a date, and room for what the offices report back.

use crate::view::sheet::Table;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// One such column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extra {
    /// 最迟日期, a real date.
    Due,
    /// 责任人.
    Person,
    /// 联系方式.
    Contact,
    /// 进展.
    Progress,
    /// 完成情况.
    Result,
    /// 备注.
    Remark,
}

impl Extra {
    /// Every one, in the order in which they stand.
    pub const ALL: [Self; 6] = [Self::Due, Self::Person, Self::Contact, Self::Progress, Self::Result, Self::Remark];

    /// The head of the column.
    pub fn title(self) -> &'static str {
        match self {
            Self::Due => "最迟日期",
            Self::Person => "责任人",
            Self::Contact => "联系方式",
            Self::Progress => "进展",
            Self::Result => "完成情况",
            Self::Remark => "备注",
        }
    }

    /// The name by which the page and the command line ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Person => "person",
            Self::Contact => "contact",
            Self::Progress => "progress",
            Self::Result => "result",
            Self::Remark => "remark",
        }
    }
}

impl FromStr for Extra {
    type Err = String;

    /// Reads an [`Extra::name`].
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|extra| extra.name() == name).ok_or_else(|| format!("unknown column: {name}"))
    }
}

impl Table {
    /// Whether its rows ask something of somebody, so that it takes the columns
    /// of [`Extra`].
    pub fn is_handed_out(&self) -> bool {
        !self.due.is_empty()
    }

    /// With these columns at its end; as it is where its rows ask for nothing.
    /// A date reads `2024-06-30`.
    pub fn with(mut self, extras: &[Extra]) -> Self {
        if !self.is_handed_out() {
            return self;
        }
        for &extra in extras {
            self.header.push(extra.title().to_owned());
            for (row, due) in self.rows.iter_mut().zip(&self.due) {
                let day = due.filter(|_| extra == Extra::Due);
                row.push(day.map(|day| day.to_string()).unwrap_or_default());
            }
        }
        self
    }
}
