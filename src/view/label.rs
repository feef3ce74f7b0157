//! How the tables name roles, numbers and times in an official's words.

use crate::analysis::{Deadline, DeadlineKind, Role};
use jiff::civil::Date;

/// Marks what a person should check.
pub(super) const LIKELY: &str = "待核";
/// A rule that makes units responsible for every task.
pub(super) const BLANKET: &str = "统一规定";
/// Behind a class whose members the directory gives.
pub(super) const EXPANDED: &str = "展开";
/// A sum of marks.
pub(super) const TOTAL: &str = "合计";
/// What did not change.
pub(super) const UNCHANGED: &str = "未变";
/// What the other side has besides,
pub(super) const GAINED: &str = "增";
/// what it lacks,
pub(super) const LOST: &str = "减";
/// and what it has instead.
pub(super) const TURNED: &str = "改";

/// The one character that marks a role in a cell of the matrix.
pub(super) fn role_mark(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵",
        Role::Responsible => "责",
        Role::Support => "配",
        Role::Supervise => "督",
    }
}

/// What a role is called.
pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Responsible => "责任",
        Role::Support => "配合",
        Role::Supervise => "督促",
    }
}

/// A path of item numbers as an official cites it: `三、（二）1.`
pub(super) fn place(number: &[String]) -> String {
    number.iter().map(|part| punctuated(part)).collect()
}

/// One number with the mark that its style takes; a bracketed or circled
/// number, and 第一章, take none.
fn punctuated(part: &str) -> String {
    match part.chars().next_back() {
        Some(last) if last.is_ascii_digit() => format!("{part}."),
        Some(last) if "一二三四五六七八九十百".contains(last) => format!("{part}、"),
        _ => part.to_owned(),
    }
}

/// The place of one among several of the same number: ③, then （21）.
pub(super) fn turn(number: usize) -> String {
    match u32::try_from(number).ok().filter(|number| (1..=20).contains(number)) {
        Some(number) => char::from_u32('①' as u32 + number - 1).map(String::from).unwrap_or_default(),
        None => format!("（{number}）"),
    }
}

/// `2024年6月30日`.
pub(super) fn day(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// `2024年6月`.
pub(super) fn month(date: Date) -> String {
    format!("{}年{}月", date.year(), date.month())
}

/// What a deadline's words come to, where the words alone do not say it: the
/// full date, or the event a distance is counted from. Empty otherwise.
pub(super) fn when(deadline: &Deadline) -> String {
    match deadline.kind {
        DeadlineKind::By => deadline.end.map(|end| format!("{}前", day(end))).unwrap_or_default(),
        DeadlineKind::During => during(deadline.start, deadline.end),
        DeadlineKind::Recurring => recurring(deadline),
        DeadlineKind::Relative => relative(deadline),
    }
}

fn during(start: Option<Date>, end: Option<Date>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start == end => day(end),
        (Some(start), Some(end)) if start.year() == end.year() => {
            format!("{}至{}月{}日", day(start), end.month(), end.day())
        }
        (Some(start), Some(end)) => format!("{}至{}", day(start), day(end)),
        (Some(start), None) => format!("自{}起", day(start)),
        (None, Some(end)) => format!("至{}", day(end)),
        (None, None) => String::new(),
    }
}

/// `每季度2次`, with the day it starts or stops where one is given.
fn recurring(deadline: &Deadline) -> String {
    let times = deadline.count.map(|count| format!("{count}次")).unwrap_or_default();
    let period = deadline.period.as_deref().map(period).unwrap_or_default();
    let bounds = during(deadline.start, deadline.end);
    if bounds.is_empty() { format!("{period}{times}") } else { format!("{bounds}，{period}{times}") }
}

fn relative(deadline: &Deadline) -> String {
    let offset = deadline.offset.as_deref().map(distance).unwrap_or_default();
    match deadline.event.as_deref() {
        _ if deadline.end.is_some() => deadline.end.map(|end| format!("{}前", day(end))).unwrap_or_default(),
        Some(event) if !offset.is_empty() => format!("{event}后{offset}内"),
        _ => String::new(),
    }
}

/// An ISO 8601 period as a frequency: `P3M` is 每季度.
fn period(iso: &str) -> String {
    match iso {
        "P1D" => "每日".into(),
        "P1W" | "P7D" => "每周".into(),
        "P15D" => "每半月".into(),
        "P1M" => "每月".into(),
        "P3M" => "每季度".into(),
        "P6M" => "每半年".into(),
        "P1Y" => "每年".into(),
        _ => format!("每{}", distance(iso)),
    }
}

/// An ISO 8601 period as a length of time: `P7D` is 7日, `P2Y` is 2年.
fn distance(iso: &str) -> String {
    const UNITS: [(char, &str); 4] = [('D', "日"), ('W', "周"), ('M', "个月"), ('Y', "年")];
    let length = |(letter, unit)| Some((iso.strip_prefix('P')?.strip_suffix(letter)?, unit));
    match UNITS.into_iter().find_map(length) {
        Some((number, unit)) => format!("{number}{unit}"),
        None => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(path: &str) -> Vec<String> {
        path.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_path_reads_as_it_is_cited() {
        let cases = [
            ("", ""),
            ("二", "二、"),
            ("二 （一）", "二、（一）"),
            ("三 （二） 1", "三、（二）1."),
            ("1.2", "1.2."),
            ("第二章 第三条", "第二章第三条"),
            ("①", "①"),
        ];
        for (path, cited) in cases {
            assert_eq!(place(&numbers(path)), cited, "{path}");
        }
    }

    #[test]
    fn a_period_reads_as_a_frequency() {
        let cases = [
            ("P1D", "每日"),
            ("P3M", "每季度"),
            ("P2W", "每2周"),
            ("P2Y", "每2年"),
            ("P", "每P"),
            ("", "每"),
            ("PT1H", "每PT1H"),
        ];
        for (iso, read) in cases {
            assert_eq!(period(iso), read, "{iso}");
        }
    }
}
