//! 两稿对比: what changed from one notice to another.

use crate::analysis::Role;
use crate::compare::{
    ChangeSummary, Charge, Comparison, Fate, MetricPair, Piece, PieceKind, TaskChange, TaskPlace, TimeChange, TimePair,
    UnitBalance, Words,
};
use crate::span::Span;
use crate::view::collation::{UnitMark, marked, signed, unit_mark};
use crate::view::label;
use crate::view::sheet::Table;
use serde::Serialize;
use std::str::FromStr;

/// What changed from one notice to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeView {
    /// Whether the two have tasks in common.
    pub related: bool,
    /// One sentence each for tasks, units and times.
    pub summary: ChangeSummary,
    /// The tasks.
    pub rows: Vec<ChangeRow>,
    /// The units with a change.
    pub units: Vec<BalanceRow>,
}

/// One task of both notices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeRow {
    /// Names it in this view.
    pub id: String,
    /// What happened, in a word each: 新增, 改文字, …; empty where nothing did.
    pub tags: Vec<&'static str>,
    /// Where the old notice has it.
    pub old: Vec<ChangePlace>,
    /// Where the new notice has it.
    pub new: Vec<ChangePlace>,
    /// The old words, cut where they differ.
    pub old_pieces: Vec<Piece>,
    /// The new words.
    pub new_pieces: Vec<Piece>,
    /// The units of both as one set.
    pub units: Vec<UnitMark>,
    /// Times and quantities that changed.
    pub shifts: Vec<Shift>,
}

/// A task of one of the two notices.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangePlace {
    /// Its id in its notice.
    pub id: String,
    /// Its number as it is cited.
    pub place: String,
    /// Its title.
    pub title: String,
    /// Where it stands in its notice.
    pub span: Span,
}

/// A time or a quantity that changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shift {
    /// The old words; empty if there were none.
    pub old: String,
    /// The new words; empty if there are none.
    pub new: String,
    /// How it changed: 提前20天, 新增, ….
    pub note: String,
    /// Where the old words stand.
    pub old_span: Option<Span>,
    /// Where the new words stand.
    pub new_span: Option<Span>,
}

/// What one unit gained and lost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BalanceRow {
    /// The unit.
    pub unit: String,
    /// 新列入, 不再列入, or empty.
    pub note: &'static str,
    /// What it has to do now and had not.
    pub gained: Vec<ChargeMark>,
    /// What it had to do and has not now.
    pub lost: Vec<ChargeMark>,
    /// What it has in another role.
    pub recast: Vec<ChargeMark>,
}

/// A task that a unit gained, lost, or has in another role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChargeMark {
    /// The task as it is cited, with its title.
    pub task: String,
    /// What the unit does: 牵头, or 配合→牵头.
    pub role: String,
    /// The words that say it: of what was lost in the old notice, else in the
    /// new one.
    pub span: Span,
}

/// What the page shows of a comparison.
pub fn changes(comparison: &Comparison) -> ChangeView {
    ChangeView {
        related: comparison.related,
        summary: comparison.summary.clone(),
        rows: comparison.tasks.iter().enumerate().map(row).collect(),
        units: comparison.units.iter().map(|unit| balance(unit, &comparison.tasks)).collect(),
    }
}

fn row((at, task): (usize, &TaskChange)) -> ChangeRow {
    let shifts = task.times.iter().filter_map(time_shift).chain(task.metrics.iter().filter_map(metric_shift));
    ChangeRow {
        id: at.to_string(),
        tags: tags(task),
        old: task.old.iter().map(place).collect(),
        new: task.new.iter().map(place).collect(),
        old_pieces: task.old_pieces.clone(),
        new_pieces: task.new_pieces.clone(),
        units: task.units.iter().map(unit_mark).collect(),
        shifts: shifts.collect(),
    }
}

fn tags(task: &TaskChange) -> Vec<&'static str> {
    let fate = match task.fate {
        Fate::Kept => None,
        Fate::Split => Some("拆分"),
        Fate::Merged => Some("合并"),
        Fate::New => Some("新增"),
        Fate::Dropped => Some("删去"),
    };
    let both = !matches!(task.fate, Fate::New | Fate::Dropped);
    let when = |test: bool, word: &'static str| (test && both).then_some(word);
    let units = task.units.iter().any(|unit| unit.is_change());
    let times = task.times.iter().any(|time| time.change != TimeChange::Same);
    let metrics = task.metrics.iter().any(|metric| metric_shift(metric).is_some());
    let all = [
        fate,
        when(task.moved, "移动"),
        when(task.renamed, "改名"),
        when(task.reworded, "改文字"),
        when(units, "改单位"),
        when(times, "改时限"),
        when(metrics, "改数量"),
        when(task.renumbered, "改编号"),
    ];
    all.into_iter().flatten().collect()
}

fn place(task: &TaskPlace) -> ChangePlace {
    ChangePlace { id: task.id.clone(), place: label::place(&task.number), title: task.title.clone(), span: task.span }
}

fn time_shift(time: &TimePair) -> Option<Shift> {
    let days = time.days.unsigned_abs();
    let note = match time.change {
        TimeChange::Same => return None,
        TimeChange::Added => "新增时限".to_owned(),
        TimeChange::Dropped => "取消时限".to_owned(),
        TimeChange::Earlier => format!("提前{days}天"),
        TimeChange::Later => format!("推后{days}天"),
        TimeChange::Other => "时限改变".to_owned(),
    };
    Some(shift(&time.old, &time.new, note))
}

fn metric_shift(metric: &MetricPair) -> Option<Shift> {
    let note = match (&metric.old, &metric.new) {
        (None, _) => "新增数量",
        (_, None) => "取消数量",
        _ if metric.changed => "数量改变",
        _ => return None,
    };
    Some(shift(&metric.old, &metric.new, note.to_owned()))
}

fn shift(old: &Option<Words>, new: &Option<Words>, note: String) -> Shift {
    let text = |words: &Option<Words>| words.as_ref().map(|words| words.text.clone()).unwrap_or_default();
    let span = |words: &Option<Words>| words.as_ref().map(|words| words.span);
    Shift { old: text(old), new: text(new), note, old_span: span(old), new_span: span(new) }
}

fn balance(unit: &UnitBalance, tasks: &[TaskChange]) -> BalanceRow {
    let charges = |charges: &[Charge], old: bool| {
        let mark = |charge: &Charge| ChargeMark {
            task: charge.task.map_or_else(|| label::BLANKET.to_owned(), |at| cited(&tasks[at], old)),
            role: label::role(charge.role).to_owned(),
            span: charge.span,
        };
        charges.iter().map(mark).collect::<Vec<ChargeMark>>()
    };
    let recast = |from: Role, to: Role| format!("{}→{}", label::role(from), label::role(to));
    BalanceRow {
        unit: unit.unit.clone(),
        note: if unit.is_new {
            "新列入"
        } else if unit.is_gone {
            "不再列入"
        } else {
            ""
        },
        gained: charges(&unit.gained, false),
        lost: charges(&unit.lost, true),
        recast: unit
            .recast
            .iter()
            .map(|one| ChargeMark {
                task: cited(&tasks[one.task], false),
                role: recast(one.from, one.to),
                span: one.span,
            })
            .collect(),
    }
}

/// A task as it is cited, in the notice that has it.
fn cited(task: &TaskChange, old: bool) -> String {
    let (first, second) = if old { (&task.old, &task.new) } else { (&task.new, &task.old) };
    let place = first.first().or(second.first());
    place.map(|place| format!("{}{}", label::place(&place.number), place.title)).unwrap_or_default()
}

/// Which table of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeSheet {
    /// 任务变化.
    Tasks,
    /// 单位增减.
    Units,
}

impl ChangeSheet {
    /// Every table, in the order the page shows them.
    pub const ALL: [Self; 2] = [Self::Tasks, Self::Units];

    /// Its Chinese title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Tasks => "两稿任务对比",
            Self::Units => "两稿单位增减",
        }
    }

    /// The name by which the page asks for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tasks => "changes",
            Self::Units => "balance",
        }
    }

    /// Its cells.
    pub fn table(self, comparison: &Comparison) -> Table {
        let view = changes(comparison);
        match self {
            Self::Tasks => task_table(&view),
            Self::Units => unit_table(&view),
        }
    }
}

impl FromStr for ChangeSheet {
    type Err = String;

    /// Reads a [`ChangeSheet::name`].
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|sheet| sheet.name() == name).ok_or_else(|| format!("unknown table: {name}"))
    }
}

/// The tasks as plain cells; in the whole texts, words that differ stand in 【】.
fn task_table(view: &ChangeView) -> Table {
    const HEADER: [&str; 9] =
        ["序号", "变化", "原任务", "现任务", "文字增减", "单位增减", "时限和数量", "原文字", "现文字"];
    let cells = |(index, row): (usize, &ChangeRow)| {
        let cells = vec![
            (index + 1).to_string(),
            if row.tags.is_empty() { label::UNCHANGED.to_owned() } else { row.tags.join("、") },
            places(&row.old),
            places(&row.new),
            words(row),
            signed(&row.units),
            row.shifts.iter().map(shift_text).collect::<Vec<_>>().join("；"),
            marked(&row.old_pieces),
            marked(&row.new_pieces),
        ];
        (row.id.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), view.rows.iter().enumerate().map(cells))
}

/// Longer words are told by their start and end: the whole stands beside them.
const TOLD_CHARS: usize = 24;

/// `减“甲”“乙”；增“丙”`; of a task that is new or gone, nothing.
fn words(row: &ChangeRow) -> String {
    if row.old.is_empty() || row.new.is_empty() {
        return String::new();
    }
    let of = |sign: &str, pieces: &[Piece]| {
        let own = pieces.iter().filter(|piece| piece.kind == PieceKind::Differs);
        let quoted: String = own.map(|piece| format!("“{}”", shortened(&piece.text))).collect();
        if quoted.is_empty() { String::new() } else { format!("{sign}{quoted}") }
    };
    let parts = [of(label::LOST, &row.old_pieces), of(label::GAINED, &row.new_pieces)];
    parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("；")
}

fn shortened(words: &str) -> String {
    let count = words.chars().count();
    if count <= TOLD_CHARS {
        return words.to_owned();
    }
    let start: String = words.chars().take(TOLD_CHARS / 2).collect();
    let end: String = words.chars().skip(count - TOLD_CHARS / 3).collect();
    format!("{start}……{end}")
}

fn places(places: &[ChangePlace]) -> String {
    places.iter().map(|place| format!("{}{}", place.place, place.title)).collect::<Vec<_>>().join("；")
}

/// `6月底前→9月底前（推后92天）`.
fn shift_text(shift: &Shift) -> String {
    match (shift.old.is_empty(), shift.new.is_empty()) {
        (false, false) => format!("{}→{}（{}）", shift.old, shift.new, shift.note),
        _ => format!("{}{}（{}）", shift.old, shift.new, shift.note),
    }
}

fn unit_table(view: &ChangeView) -> Table {
    const HEADER: [&str; 5] = ["单位", "说明", "增加的任务", "减少的任务", "角色变化"];
    let charges = |charges: &[ChargeMark]| {
        charges.iter().map(|charge| format!("{}（{}）", charge.task, charge.role)).collect::<Vec<_>>().join("；")
    };
    let cells = |row: &BalanceRow| {
        let cells =
            vec![row.unit.clone(), row.note.to_owned(), charges(&row.gained), charges(&row.lost), charges(&row.recast)];
        (row.unit.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), view.units.iter().map(cells))
}
