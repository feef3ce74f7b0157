//! The names of those who issue and sign: one organ, or several side by side.

use super::words::topic_at;
use crate::analysis::UnitCategory;
use crate::mention::unit::tail_of;
use crate::source::Source;
use crate::span::TextRange;

/// A name has at most this many characters.
const NAME_CHARS: usize = 40;
/// Endings of those who sign besides the units that tasks name.
const MORE_TAILS: &[&str] = &[
    "共青团中央", "军区", "中学", "小学", "幼儿园", "中心校", "书院", "院", "处", "站", "所", "队", "厂", "矿", "场",
    "馆", "社", "台", "坊",
];
/// Words that open a clause, not a name.
const CLAUSE_OPENERS: &[&str] = &[
    "根据", "按照", "依据", "关于", "为", "经", "由", "向", "报", "请", "现", "特", "各", "对", "在", "将", "与", "附",
];
/// Endings that a line break may cut from the name before them.
const BARE: &[&str] = &["办公室", "办公厅", "委员会", "管理局", "指挥部", "领导小组", "分局", "支队"];
/// What is set behind a name on paper: seals and the like.
const SEALS: &[&str] = &["（章）", "（盖章）", "（公章）", "（代章）", "（印章）", "（印）"];

/// Whether `name`, as a whole, can be the name of one organ.
pub(super) fn is_organ(name: &str) -> bool {
    let name = without_seal(name);
    let chars = name.chars().take(NAME_CHARS + 1).count();
    let spelled = |c: char| c.is_alphanumeric() || matches!(c, '（' | '）' | '·' | '“' | '”');
    (3..=NAME_CHARS).contains(&chars)
        && name.chars().all(spelled)
        && !name.starts_with(['（', '）', '”'])
        && ends_like_one(without_brackets(name))
        && !CLAUSE_OPENERS.iter().any(|word| name.starts_with(word))
        && topic_at(name).is_none()
}

fn ends_like_one(name: &str) -> bool {
    tail_of(name).is_some_and(|tail| tail.category != UnitCategory::Class)
        || MORE_TAILS.iter().any(|tail| name.ends_with(tail))
}

/// Whether a year stands in the name: as a rule the line of a title, not of a
/// letterhead.
pub(super) fn has_year(name: &str) -> bool {
    name.find('年').is_some_and(|at| name[..at].ends_with(|c: char| c.is_ascii_digit()))
}

fn without_seal(name: &str) -> &str {
    SEALS.iter().find_map(|seal| name.strip_suffix(seal)).unwrap_or(name)
}

fn without_brackets(name: &str) -> &str {
    match name.rfind('（') {
        Some(open) if name.ends_with('）') => &name[..open],
        _ => name,
    }
}

/// The names that stand in `range` side by side, held apart by 、, by lines or
/// by spaces. Empty if a part of it is no name.
pub(super) fn organs(source: &Source, range: TextRange) -> Vec<TextRange> {
    let text = source.slice(range);
    let spaced = is_letter_spaced(source, range);
    let mut names: Vec<TextRange> = Vec::new();
    let mut start = 0;
    let mut ends: Vec<(usize, usize)> = Vec::new();
    for (at, c) in text.char_indices().skip(1) {
        if matches!(c, '、' | '\n' | '\t') {
            ends.push((at, at + c.len_utf8()));
        } else if !spaced && source.gap_before(range.start + at) && is_organ(&text[start..at]) {
            ends.push((at, at));
        } else {
            continue;
        }
        start = ends.last().map_or(start, |end| end.1);
    }
    ends.push((text.len(), text.len()));
    let mut start = 0;
    for (end, next) in ends {
        let part = without_seal(&text[start..end]);
        let own = TextRange::new(range.start + start, range.start + start + part.len());
        start = next;
        match names.last_mut() {
            Some(last) if BARE.contains(&part) => last.end = own.end,
            _ if is_organ(part) => names.push(own),
            _ if part.is_empty() => {}
            _ => return Vec::new(),
        }
    }
    names
}

/// 青 岭 县 人 民 政 府: the spaces are set, they hold nothing apart.
fn is_letter_spaced(source: &Source, range: TextRange) -> bool {
    let text = source.slice(range);
    let gaps = text.char_indices().filter(|(at, _)| source.gap_before(range.start + at)).count();
    gaps * 2 >= text.chars().count()
}

/// Whether the name is cut off: 办公室 on a line of its own.
pub(super) fn is_bare(name: &str) -> bool {
    BARE.contains(&name)
}
