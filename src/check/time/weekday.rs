//! 2024年3月15日（星期三）: the weekday in brackets is not that of the date.

use super::day::Day;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::span::TextRange;
use jiff::civil::{Date, Weekday};

/// The days of a week, from Monday on, as they are written.
const DAYS: [(char, &str); 8] = [
    ('一', "星期一"),
    ('二', "星期二"),
    ('三', "星期三"),
    ('四', "星期四"),
    ('五', "星期五"),
    ('六', "星期六"),
    ('日', "星期日"),
    ('天', "星期日"),
];

/// Reports the weekday behind `day`, where it is another one; a date without a
/// year is one of the year `told` last, else of the notice's own.
pub(super) fn check(draft: &Draft, day: &Day, told: Option<i16>, findings: &mut Findings) {
    let Some((word, said)) = weekday_behind(draft, day.range.end) else { return };
    let signed = draft.letter.signed_on.and_then(|at| at.date).map(|date| date.year());
    let Some(year) = told.or(signed).or(draft.letter.work_year) else { return };
    let (Ok(month), Some(Ok(number))) = (i8::try_from(day.month), day.day.map(i8::try_from)) else { return };
    let weekday = |year| Date::new(year, month, number).map(|date| date.weekday());
    let Ok(right) = weekday(year) else { return };
    // The year told last need not be that of the work: 2018年12月29日上班…，2月2日.
    let of_work = draft.letter.work_year.filter(|_| day.year.is_none());
    if right == said || of_work.is_some_and(|year| weekday(year).is_ok_and(|other| other == said)) {
        return;
    }
    let name = DAYS[right.to_monday_zero_offset() as usize].1;
    let message = format!("{year}年{month}月{number}日是{name}，请核对日期和星期。");
    let severity = if day.year.is_some() { Severity::Error } else { Severity::Warning };
    findings.add(word, message).severity(severity).related(day.range);
}

/// （星期三）, (周三）, 星期三.
fn weekday_behind(draft: &Draft, at: usize) -> Option<(TextRange, Weekday)> {
    let after = draft.after(at);
    let bracket = if after.starts_with('（') { '（'.len_utf8() } else { 0 };
    let rest = &after[bracket..];
    let week = ["星期", "礼拜", "周"].into_iter().find(|week| rest.starts_with(week))?;
    let number = rest[week.len()..].chars().next()?;
    let index = DAYS.iter().position(|(c, _)| *c == number)?.min(6);
    let start = at + bracket;
    let range = TextRange::new(start, start + week.len() + number.len_utf8());
    Some((range, Weekday::from_monday_zero_offset(i8::try_from(index).ok()?).ok()?))
}
