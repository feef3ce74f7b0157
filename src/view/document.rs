//! What an office sends as a text document: the division of tasks as it is
//! annexed to a notice, and what each unit is asked to comment on.

use crate::analysis::{Analysis, Role};
use crate::view::part::names;
use crate::view::row::{Row, Time, last_day};
use crate::view::sheet::{Sheet, Table};
use crate::view::unit_sheet::{UnitSheet, own_sheets, unit_sheet};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::str::FromStr;

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Document {
    /// 重点任务分工, an annex.
    Assignments,
    /// 征求意见分送单, a page for each unit.
    Slips,
    /// 修改意见表.
    Amendments,
}

/// A part of a document that begins a new page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What stands above the title: 附件.
    pub label: String,
    /// Its title.
    pub title: String,
    /// Whom it is for; mostly empty.
    pub to: String,
    /// The paragraphs before the table.
    pub lead: Vec<String>,
    /// The table.
    pub table: Table,
    /// What stands in an empty box behind it: its head, and two lines at its
    /// foot, to the left and to the right.
    pub room: Option<[String; 3]>,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 3] = [Self::Assignments, Self::Slips, Self::Amendments];

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Assignments => "重点任务分工",
            Self::Slips => "征求意见分送单",
            Self::Amendments => "修改意见表",
        }
    }

    /// The name by which the page and the command line ask for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Assignments => "assignments",
            Self::Slips => "slips",
            Self::Amendments => "amendments",
        }
    }

    /// Whether its pages lie on their side.
    pub fn is_wide(self) -> bool {
        self != Self::Slips
    }
}

impl FromStr for Document {
    type Err = String;

    /// Reads a [`Document::name`].
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|one| one.name() == name).ok_or_else(|| format!("unknown document: {name}"))
    }
}

/// 重点任务分工 of `rows`; that of a draft says so.
pub fn assignments(analysis: &Analysis, rows: &[Row]) -> Section {
    let draft = analysis.notice.draft.as_ref().map(|draft| format!("（{draft}）"));
    Section {
        label: "附件".to_owned(),
        title: format!("{}{}", Document::Assignments.title(), draft.unwrap_or_default()),
        table: assignment_table(rows),
        ..Section::default()
    }
}

/// 征求意见分送单: a section for `unit`, or, where it is empty, for every unit
/// that the notice names, those with most tasks first.
pub fn slips(analysis: &Analysis, rows: &[Row], unit: &str) -> Vec<Section> {
    match unit {
        "" => slips_of(analysis, rows, 0..usize::MAX),
        unit => vec![slip(&unit_sheet(analysis, rows, unit), analysis.notice.marked_title().as_deref())],
    }
}

/// The same for those `units` only, by their places in [`super::unit_list`].
pub fn slips_of(analysis: &Analysis, rows: &[Row], units: Range<usize>) -> Vec<Section> {
    let title = analysis.notice.marked_title();
    own_sheets(analysis, rows, units).map(|sheet| slip(&sheet, title.as_deref())).collect()
}

/// 修改意见表 of what stands in `table`, that of [`Sheet::Amendments`].
pub fn amendment_section(analysis: &Analysis, table: Table) -> Section {
    let of = analysis.notice.marked_title().map(|title| format!("对《{title}》的修改意见如下："));
    Section {
        title: Document::Amendments.title().to_owned(),
        lead: of.into_iter().collect(),
        table: table.without_blank_columns(),
        ..Section::default()
    }
}

/// The columns of a division of tasks as offices annex it; those of the roles
/// only where a role is given.
fn assignment_table(rows: &[Row]) -> Table {
    const HEADER: [&str; 7] = ["序号", "任务", "主要内容", "牵头单位", "责任单位", "配合单位", "完成时限"];
    let cells = |(index, row): (usize, &Row)| {
        let cells = vec![
            (index + 1).to_string(),
            row.title.clone(),
            row.measures.iter().map(|one| one.text.as_str()).collect(),
            names(&row.parts, Role::Lead),
            names(&row.parts, Role::Responsible),
            names(&row.parts, Role::Support),
            row.deadlines.iter().map(Time::cell).collect::<Vec<_>>().join("；"),
        ];
        (row.id.clone(), cells)
    };
    let table = Table::keyed(HEADER.map(str::to_owned).to_vec(), rows.iter().enumerate().map(cells));
    table.dated(rows.iter().map(|row| last_day(&row.deadlines))).without_blank_columns()
}

/// The box in which a unit answers.
const ROOM: [&str; 3] =
    ["反馈意见：", "联系人：　　　　　　　　　　联系电话：", "（单位盖章）　　　　　　年　　月　　日"];

fn slip(sheet: &UnitSheet, title: Option<&str>) -> Section {
    const HEADER: [&str; 7] = ["序号", "任务", "角色", "要求", "时限", "出处", "说明"];
    let cells = |(index, duty): (usize, &crate::view::UnitDuty)| {
        let times: Vec<String> = duty.deadlines.iter().map(Time::cell).collect();
        let cells = vec![
            (index + 1).to_string(),
            duty.title.clone(),
            duty.roles.join("、"),
            duty.words.clone(),
            times.join("；"),
            duty.place.clone(),
            duty.reason.clone(),
        ];
        (duty.id.clone(), cells)
    };
    let table = Table::keyed(HEADER.map(str::to_owned).to_vec(), sheet.duties.iter().enumerate().map(cells));
    let of = title.map(|title| format!("《{title}》")).unwrap_or_else(|| "通知".to_owned());
    let lead = format!("{of}涉及你单位的内容共{}项，列表如下，请研究提出意见。", sheet.duties.len());
    Section {
        title: Document::Slips.title().to_owned(),
        to: format!("{}：", sheet.unit),
        lead: vec![lead],
        table: table.without_blank_columns(),
        room: Some(ROOM.map(str::to_owned)),
        ..Section::default()
    }
}

impl Document {
    /// Its sections, for one unit or, where `unit` is empty, for all.
    pub fn sections(self, analysis: &Analysis, rows: &[Row], unit: &str) -> Vec<Section> {
        match self {
            Self::Assignments => vec![assignments(analysis, rows)],
            Self::Slips => slips(analysis, rows, unit),
            Self::Amendments => vec![amendment_section(analysis, Sheet::Amendments.table(analysis))],
        }
    }
}
