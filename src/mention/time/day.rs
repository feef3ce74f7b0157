//! Days counted from the notice itself, or from a date named before: 月底前,
//! 本周五前, 明日12时前, 次月5日前, 15日前.

use super::closing::{Closing, closing};
use super::context::Context;
use super::point::{self, Part, Point, Year, day_of};
use super::words::{ADVANCE, DUE};
use super::{Reading, Time};
use crate::analysis::Certainty;
use crate::mention::cursor::{Cursor, ends_with_any};
use jiff::ToSpan;
use jiff::civil::Date;

/// Reads such a day at `at`.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    next_month(context, at)
        .or_else(|| this_month(context, &mut cursor, at))
        .or_else(|| weekday(context, &mut cursor, at))
        .or_else(|| today(context, &mut cursor, at))
        .or_else(|| day_only(context, &mut cursor, at))
}

/// The time, if it is closed as a deadline is.
fn due(cursor: &mut Cursor, at: usize, end: Option<Date>) -> Option<Reading> {
    let closed = closing(cursor);
    let binds = matches!(closed, Closing::Before | Closing::Within) || closed == Closing::None && cursor.sees(DUE);
    binds.then(|| Reading::Time(Time::by(at, cursor.at, end).likely()))
}

/// 次月5日前: again and again, a month after something monthly.
fn next_month(context: &Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat_any(&["次月", "当月"])?;
    if cursor.eat_any(&["底", "末", "初"]).is_none() {
        cursor.small_number()?;
        cursor.eat_any(&["日", "号"])?;
    }
    (closing(&mut cursor) == Closing::Before)
        .then(|| Reading::Time(Time::recurring(at, cursor.at, "P1M".to_owned()).likely()))
}

/// 月底前, 本月20日前, 下月5日前, 本季度末, 本学期内.
fn this_month(context: &Context, cursor: &mut Cursor, at: usize) -> Option<Reading> {
    let signed = context.base.signed_on;
    if cursor.eat_any(&["本学期", "本学年"]).is_some() {
        cursor.eat_any(&["结束", "末", "期末"]);
        return due(cursor, at, None);
    }
    if cursor.eat("本季度") {
        cursor.eat_any(&["末", "底"]);
        let end = signed.and_then(|date| {
            let quarter = (date.month() as u32 - 1) / 3 + 1;
            Part::Quarter(quarter).days(date.year()).last
        });
        return due(cursor, at, end);
    }
    let base = match cursor.eat_any(&["本月", "下月", "月"])? {
        "下月" => signed.and_then(|date| date.checked_add(1.month()).ok()),
        _ => signed,
    };
    let bare = context.text[at..].starts_with('月');
    if bare && ends_with_any(context.before(at), &["个", "岁", "蜜", "满", "每", "各"]) {
        return None;
    }
    if cursor.eat_any(&["底", "末"]).is_some() {
        return due(cursor, at, base.map(Date::last_of_month));
    }
    if bare {
        return None;
    }
    if cursor.sees(&["内", "前"]) {
        return due(cursor, at, base.map(Date::last_of_month));
    }
    let day = cursor.small_number()?;
    cursor.eat_any(&["日", "号"])?;
    let end = base.and_then(|date| day_of(date.year(), date.month() as u32, day));
    due(cursor, at, end)
}

/// 本周五前, 下周一12:00前, 本周内.
fn weekday(context: &Context, cursor: &mut Cursor, at: usize) -> Option<Reading> {
    let weeks = match cursor.eat_any(&["本周", "这周", "下周"])? {
        "下周" => 1,
        _ => 0,
    };
    let names = ["一", "二", "三", "四", "五", "六", "日"];
    let day = match cursor.eat_any(&names).or_else(|| cursor.eat("末").then_some("日")) {
        Some(name) => names.iter().position(|day| *day == name)?,
        None => 6,
    };
    // 本周五（11月8日）前: the date in the bracket says which.
    let dated = cursor.attempt(|ahead| {
        ahead.eat("（").then_some(())?;
        let point = point::parse(ahead)?;
        ahead.eat("）").then_some(point)
    });
    if let Some(point) = dated {
        return due(cursor, at, context.days(point).last);
    }
    let end = context.base.signed_on.and_then(|date| {
        let back = date.weekday().to_monday_zero_offset() as i64;
        date.checked_add((weeks * 7 + day as i64 - back).days()).ok()
    });
    due(cursor, at, end)
}

/// 今日18:00前, 明天上午10点前.
fn today(context: &Context, cursor: &mut Cursor, at: usize) -> Option<Reading> {
    let days = match cursor.eat_any(&["今日", "今天", "今晚", "明日", "明天", "明晚"])? {
        "今日" | "今天" | "今晚" => 0,
        _ => 1i64,
    };
    let end = context.base.signed_on.and_then(|date| date.checked_add(days.days()).ok());
    (closing(cursor) == Closing::Before).then(|| Reading::Time(Time::by(at, cursor.at, end)))
}

/// 15日前, in the month of the date before it, else in that of the notice.
fn day_only(context: &mut Context, cursor: &mut Cursor, at: usize) -> Option<Reading> {
    let day = cursor.small_number().filter(|day| (1..=31).contains(day))?;
    cursor.eat_any(&["日", "号"])?;
    if closing(cursor) != Closing::Before || ends_with_any(context.before(at), ADVANCE) {
        return None;
    }
    if context.has_month() {
        let days = context.days(Point { year: Year::Left, part: Part::DayOnly(day) });
        return Some(Reading::Time(Time::by(at, cursor.at, days.last)));
    }
    let end = context.base.signed_on.and_then(|date| day_of(date.year(), date.month() as u32, day));
    Some(Reading::Time(Time { certainty: Certainty::Likely, ..Time::by(at, cursor.at, end) }))
}
