//! What comes round again: 每季度, 每年2月底前, 每周五17:00前, 逐月, 按季度, 全年
//! 至少两次.

use super::context::Context;
use super::count;
use super::due_day;
use super::duration::{self, Unit};
use super::label::{Label, label};
use super::point::day_of;
use super::words::{
    ACTS, CHANGES, COMPLETIONS, LIMITS, NAMINGS, RATE_BASES, RATE_LEADS, RATE_UNITS, RATES, STEP_FOLLOWERS,
};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, starts_with_any};

/// Reads 每… at `at`.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("每");
    if let Some(reading) = shift(context, at, cursor) {
        return Some(reading);
    }
    let period = period(&mut cursor)?;
    if is_rate(context, cursor) {
        return Some(Reading::Lookalike(cursor.at));
    }
    let has_date = due_day::step_over(&mut cursor, period.ends_with('W'));
    if cursor.sees(NAMINGS) {
        return Some(Reading::Lookalike(cursor.at));
    }
    context.yearly |= has_date && period == "P1Y";
    let mut time = Time::recurring(at, cursor.at, period);
    time.count = count::after(context, cursor.at);
    Some(Reading::Time(time))
}

/// 每班至少检查3次: once a shift, whose length nobody says.
fn shift(context: &Context, at: usize, mut cursor: Cursor) -> Option<Reading> {
    if !cursor.eat("班") || cursor.sees(&["级", "次", "组", "人", "配", "不", "学"]) {
        return None;
    }
    let count = count::after(context, cursor.at);
    let binds = count.is_some() || starts_with_any(context.clause_after(cursor.at), ACTS);
    let time = Time { period: None, count, ..Time::recurring(at, cursor.at, String::new()) };
    binds.then(|| Reading::Time(time.likely()))
}

/// The period behind 每, as ISO 8601.
fn period(cursor: &mut Cursor) -> Option<String> {
    cursor.eat("隔");
    if cursor.eat("半") {
        let word = cursor.eat_any(&["年度", "年", "个月", "月", "个学期", "学期"])?;
        let iso = match word {
            "年度" | "年" => "P6M",
            "个月" | "月" => "P15D",
            _ => "P3M",
        };
        return Some(iso.to_owned());
    }
    if cursor.eat_any(&["双月", "单月"]).is_some() {
        return Some("P2M".to_owned());
    }
    let number = cursor.small_number().unwrap_or(1);
    unit(cursor).map(|unit| unit.iso(number))
}

/// A unit as it stands behind 每: also 个月, 个季度.
fn unit(cursor: &mut Cursor) -> Option<&'static Unit> {
    duration::calendar_unit(cursor)
        .or_else(|| cursor.attempt(|ahead| ahead.eat("个").then(|| duration::calendar_unit(ahead))?))
}

/// Whether 每… only sets a rate or a limit: 每月500元, 每人每年只享受一次.
fn is_rate(context: &Context, mut cursor: Cursor) -> bool {
    let after = context.clause_after(cursor.at);
    if starts_with_any(after, LIMITS) || starts_with_any(after, RATES) {
        return true;
    }
    while cursor.eat_any(RATE_LEADS).or_else(|| cursor.eat_any(RATE_BASES)).is_some() {}
    cursor.number().is_some() && {
        cursor.eat_any(&["余", "多"]);
        cursor.sees(RATE_UNITS)
    }
}

/// Reads 逐月, 按季度 at `at`.
pub(super) fn stepwise(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let is_step = cursor.eat("逐");
    if !is_step {
        cursor.eat("按");
        cursor.eat("照");
    }
    let period = match cursor.eat_any(&["半年度", "半年"]) {
        Some(_) => "P6M".to_owned(),
        None => duration::calendar_unit(&mut cursor)?.iso(1),
    };
    let after = context.clause_after(cursor.at);
    let acts = starts_with_any(after, ACTS);
    let binds = match (is_step, period.as_str()) {
        (true, "P1Y") => acts,
        (true, _) => !starts_with_any(after, CHANGES),
        (false, "P1Y") => acts,
        (false, _) => acts || after.is_empty() || starts_with_any(after, STEP_FOLLOWERS),
    };
    if !binds {
        return Some(Reading::Lookalike(cursor.at));
    }
    let mut time = Time::recurring(at, cursor.at, period);
    time.count = count::after(context, cursor.at);
    Some(Reading::Time(time))
}

/// Reads 全年 at `at`: a period if it says how many times or how much at least,
/// the end of the year if it is to be reached by then.
pub(super) fn whole_year(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let word = cursor.eat_any(&["全年度", "全年", "全学年", "全学期"])?;
    let after = context.clause_after(cursor.at);
    if starts_with_any(after, LIMITS) || ["发生", "累计", "共"].iter().any(|word| after.contains(word)) {
        return None;
    }
    let count = count::after(context, cursor.at);
    if count.is_some() || ["至少", "不少于", "不低于"].iter().any(|word| after.contains(word)) {
        let period = if word == "全学期" { "P6M" } else { "P1Y" };
        let time = Time::recurring(at, cursor.at, period.to_owned());
        return Some(Reading::Time(Time { count, ..time }));
    }
    let measured = starts_with_any(after, ACTS) && after.contains(|c: char| c.is_ascii_digit());
    if label(context.before(at)) == Label::Due || starts_with_any(after, COMPLETIONS) || measured {
        let end = context.base.work_year.and_then(|year| day_of(year, 12, 31));
        return Some(Reading::Time(Time::by(at, cursor.at, end).likely()));
    }
    None
}
