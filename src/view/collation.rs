//! 正文与附表: body and annex next to each other, one row for each task.

use crate::analysis::{Analysis, Name, Role};
use crate::compare::{Collation, DifferenceKind, Pair, Piece, PieceKind, Statement, UnitChange, UnitPair, Verdict};
use crate::span::Span;
use crate::view::label;
use crate::view::sheet::Table;
use serde::Serialize;

/// Body and annex next to each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CollationView {
    /// Why there are no rows; empty if there are.
    pub note: &'static str,
    /// How many rows differ.
    pub differing: usize,
    /// The rows, in the order of the body.
    pub rows: Vec<CollationRow>,
}

/// One task on both sides.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CollationRow {
    /// Names it in this view.
    pub id: String,
    /// What the body says; `None` where only the annex has it.
    pub body: Option<CollationSide>,
    /// What the annex says; `None` where only the body has it.
    pub annex: Option<CollationSide>,
    /// The units of both sides as one set.
    pub units: Vec<UnitMark>,
    /// What differs, in a word each: 文字, 责任单位, …; empty where nothing does.
    pub differs: Vec<&'static str>,
}

/// One side of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CollationSide {
    /// Id of the task (`T1`) or place of the row in the annex (`A1`); empty for
    /// a cell above several rows.
    pub id: String,
    /// Its number as it is cited; empty if it has none.
    pub place: String,
    /// Its title; empty if it has none.
    pub title: String,
    /// Its words, cut where they differ.
    pub pieces: Vec<Piece>,
    /// Its times, as written.
    pub times: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// A unit and how the right side has it: the annex, the new notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitMark {
    /// The unit, as the left side writes it if it has it.
    pub unit: String,
    /// Its role there.
    pub role: Role,
    /// 增 where only the right side has it, 减 where only the left side has it,
    /// 改 where its name or role differs; else empty.
    pub sign: &'static str,
    /// What the right side has instead, where the sign is 改; else empty.
    pub note: String,
    /// The words of the left side.
    pub left: Option<Span>,
    /// The words of the right side.
    pub right: Option<Span>,
}

/// Holds the body against its annex.
///
/// ```
/// use notice_analyzer::{Options, analyze, view};
/// let text = "一、排查隐患。建立台账。（县应急局、县水利局负责）\n\n序号\t任务\t内容\t责任单位\n\
///             1\t排查隐患\t建立清单。\t县应急局\n";
/// let shown = view::collation(&analyze(text, &Options::default()));
/// assert_eq!(shown.rows[0].differs, ["文字", "责任单位"]);
/// assert_eq!(shown.rows[0].units[1].sign, "减");
/// ```
pub fn collation(analysis: &Analysis) -> CollationView {
    let collation = &analysis.collation;
    let rows: Vec<CollationRow> = (0..collation.pairs.len()).map(|at| row(collation, at)).collect();
    CollationView {
        note: note(collation.verdict),
        differing: rows.iter().filter(|row| !row.differs.is_empty()).count(),
        rows,
    }
}

fn note(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NoAnnex => "没有读出带责任单位的附表，无从比对。",
        Verdict::Unrelated => "附表的内容与正文的任务对不上，应当是另一张表，未作比对。",
        Verdict::Compared => "",
    }
}

fn row(collation: &Collation, at: usize) -> CollationRow {
    let pair = &collation.pairs[at];
    let mut differs = Vec::new();
    let first = collation.differences.partition_point(|difference| difference.pair < at);
    for difference in collation.differences[first..].iter().take_while(|difference| difference.pair == at) {
        let word = word(difference.kind);
        if !word.is_empty() && !differs.contains(&word) {
            differs.push(word);
        }
    }
    CollationRow {
        id: at.to_string(),
        body: pair.body.as_ref().map(|said| side(said, pair.tasks.first().map(Name::to_string).unwrap_or_default())),
        annex: pair.annex.as_ref().map(|said| side(said, row_id(pair))),
        units: pair.units.iter().map(unit_mark).collect(),
        differs,
    }
}

fn row_id(pair: &Pair) -> String {
    pair.rows.first().map(|row| format!("A{}", row + 1)).unwrap_or_default()
}

/// A kind of difference in a word; form alone is none.
fn word(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Heading | DifferenceKind::Number => "编号",
        DifferenceKind::Title => "标题",
        DifferenceKind::Wording => "文字",
        DifferenceKind::Counts | DifferenceKind::Deadline => "数字时限",
        DifferenceKind::Form => "",
        DifferenceKind::Units | DifferenceKind::Spelling => "责任单位",
        DifferenceKind::Lead | DifferenceKind::Role => "牵头",
        DifferenceKind::DoubledTitle
        | DifferenceKind::RepeatedCell
        | DifferenceKind::BlankUnits
        | DifferenceKind::OddEnd => "单元格",
        DifferenceKind::OnlyBody => "附表缺",
        DifferenceKind::OnlyAnnex => "正文缺",
        DifferenceKind::Moved => "条目不同",
    }
}

fn side(said: &Statement, id: String) -> CollationSide {
    CollationSide {
        id,
        place: label::place(std::slice::from_ref(&said.number)),
        title: said.title.clone(),
        pieces: said.pieces.clone(),
        times: said.times.clone(),
        span: said.span,
    }
}

/// One unit of both sides, with its sign.
pub(super) fn unit_mark(pair: &UnitPair) -> UnitMark {
    let known = pair.left.as_ref().or(pair.right.as_ref());
    let right = pair.right.as_ref();
    let (sign, note) = match pair.change {
        UnitChange::Same => ("", String::new()),
        UnitChange::Added => (label::GAINED, String::new()),
        UnitChange::Dropped => (label::LOST, String::new()),
        UnitChange::Renamed => (label::TURNED, right.map(|duty| duty.unit.to_string()).unwrap_or_default()),
        UnitChange::Role => (label::TURNED, right.map(|duty| label::role(duty.role).to_owned()).unwrap_or_default()),
    };
    UnitMark {
        unit: known.map(|duty| duty.unit.to_string()).unwrap_or_default(),
        role: known.map_or(Role::Responsible, |duty| duty.role),
        sign,
        note,
        left: pair.left.as_ref().map(|duty| duty.span),
        right: right.map(|duty| duty.span),
    }
}

/// The rows as plain cells; words that differ stand in 【】.
pub(super) fn table(view: &CollationView) -> Table {
    const HEADER: [&str; 8] =
        ["序号", "正文条目", "正文内容", "附表条目", "附表内容", "责任单位（正文）", "附表增减", "不一致"];
    let cells = |(index, row): (usize, &CollationRow)| {
        let title = |side: &Option<CollationSide>| side.as_ref().map(|s| format!("{}{}", s.place, s.title));
        let words = |side: &Option<CollationSide>| side.as_ref().map(|s| marked(&s.pieces));
        let cells = vec![
            (index + 1).to_string(),
            title(&row.body).unwrap_or_default(),
            words(&row.body).unwrap_or_default(),
            title(&row.annex).unwrap_or_default(),
            words(&row.annex).unwrap_or_default(),
            row.units.iter().filter(|unit| unit.left.is_some()).map(|u| u.unit.as_str()).collect::<Vec<_>>().join("、"),
            signed(&row.units),
            row.differs.join("、"),
        ];
        (row.id.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), view.rows.iter().enumerate().map(cells))
}

/// `增：甲局；减：乙局；改：丙局→牵头`.
pub(super) fn signed(units: &[UnitMark]) -> String {
    let of = |sign: &str| {
        let shown = |unit: &UnitMark| {
            if unit.note.is_empty() { unit.unit.clone() } else { format!("{}→{}", unit.unit, unit.note) }
        };
        units.iter().filter(|unit| unit.sign == sign).map(shown).collect::<Vec<_>>().join("、")
    };
    let parts = [label::GAINED, label::LOST, label::TURNED].map(|sign| (sign, of(sign)));
    let said = parts.iter().filter(|(_, names)| !names.is_empty()).map(|(sign, names)| format!("{sign}：{names}"));
    said.collect::<Vec<_>>().join("；")
}

/// A text whose differing words stand in 【】.
pub(super) fn marked(pieces: &[Piece]) -> String {
    let shown = |piece: &Piece| match piece.kind {
        PieceKind::Same | PieceKind::Form | PieceKind::Gap => piece.text.clone(),
        PieceKind::Differs | PieceKind::Moved => format!("【{}】", piece.text),
    };
    pieces.iter().map(shown).collect()
}
