//! How wide a column is and what its cells are, by its head: the heads are
//! those of `view`, and a column that stands in several tables looks the same
//! in all of them.

use super::guard::is_formula;
use jiff::civil::Date;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Sentences and lists.
    Text,
    /// A few words that stand in the middle.
    Short,
    /// Counts.
    Number,
    /// Days as `2024-06-30`.
    Day,
    /// Marks of the matrix under an upright head.
    Mark,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// In characters of half width.
    pub width: u32,
    /// What its cells hold.
    pub kind: Kind,
}

const COLUMNS: &[(u32, Kind, &[&str])] = &[
    (6, Kind::Number, &["序号", "合计"]),
    (8, Kind::Short, &["级别", "角色", "类别"]),
    (10, Kind::Short, &["规则", "来源", "责任人"]),
    (12, Kind::Short, &["位置", "出处", "编号", "项目", "联系方式", "附表序号"]),
    (14, Kind::Day, &["最迟日期"]),
    (14, Kind::Text, &["章节", "配合单位", "督促单位", "完成情况", "备注", "说明"]),
    (18, Kind::Text, &["单位", "牵头单位", "时限", "完成时限", "折算日期", "进展", "依据", "目标"]),
    (22, Kind::Text, &["任务", "责任单位", "事项"]),
    (32, Kind::Text, &["原文", "问题", "建议", "建议改为", "理由和依据"]),
    (48, Kind::Text, &["措施", "主要内容", "要求", "内容", "正文内容", "附表内容", "原文字", "现文字"]),
];

/// Where no head is known.
const OTHER: Column = Column { width: 18, kind: Kind::Text };
/// A unit of the matrix.
const UNIT: Column = Column { width: 7, kind: Kind::Mark };

/// The columns under `header`; from `units` on they are units of a matrix.
pub(super) fn columns(header: &[String], units: Option<usize>) -> Vec<Column> {
    let known = |head: &str| COLUMNS.iter().find(|(.., heads)| heads.contains(&head));
    let column = |(at, head): (usize, &String)| match known(head) {
        _ if units.is_some_and(|from| at >= from) => UNIT,
        Some(&(width, kind, _)) => Column { width, kind },
        None => OTHER,
    };
    header.iter().enumerate().map(column).collect()
}

/// What one cell is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// Nothing.
    Blank,
    /// Words; a program might take them for a formula if they are `literal`.
    Text { words: &'a str, literal: bool },
    /// A count.
    Number(u32),
    /// A day.
    Day(Date),
}

impl Kind {
    /// What `cell` is in a column of this kind. Only what the views count or
    /// date themselves is anything else than text.
    pub(super) fn value(self, cell: &str) -> Value<'_> {
        let number = || cell.parse().ok().filter(|number: &u32| number.to_string() == cell).map(Value::Number);
        let day = || cell.parse().ok().map(Value::Day);
        let typed = match self {
            _ if cell.is_empty() => Some(Value::Blank),
            Self::Number | Self::Mark => number(),
            Self::Day => day(),
            Self::Text | Self::Short => None,
        };
        typed.unwrap_or_else(|| Value::Text { words: cell, literal: is_formula(cell) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_say_what_a_cell_is() {
        let header = ["序号", "任务", "最迟日期", "县应急局", "序号"].map(str::to_owned);
        let kinds: Vec<Kind> = columns(&header, Some(3)).iter().map(|column| column.kind).collect();
        assert_eq!(kinds, [Kind::Number, Kind::Text, Kind::Day, Kind::Mark, Kind::Mark]);
        let text = |words| Value::Text { words, literal: false };
        for (kind, cell, value) in [
            (Kind::Number, "12", Value::Number(12)),
            (Kind::Number, "007", text("007")),
            (Kind::Number, "1-1", text("1-1")),
            (Kind::Text, "12", text("12")),
            (Kind::Text, "=1+1", Value::Text { words: "=1+1", literal: true }),
            (Kind::Day, "2024-06-30", Value::Day(jiff::civil::date(2024, 6, 30))),
            (Kind::Day, "6月底", text("6月底")),
            (Kind::Mark, "牵", text("牵")),
            (Kind::Day, "", Value::Blank),
        ] {
            assert_eq!(kind.value(cell), value, "{kind:?} {cell}");
        }
    }
}
