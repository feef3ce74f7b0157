//! What comes round again: 每季度, 每年2月底前, 每周五17:00前, 逐月, 按季度, 全年
//! 至少两次.

use super::closing::closing;
use super::context::Context;
use super::count;
use super::duration::{self, Unit};
use super::point;
use super::words::{
    ACTS, CHANGES, CYCLES, JOINTS, LIMITS, NAMINGS, OCCASIONS, RANGE_SIGNS, RATE_UNITS, RATES, STEP_FOLLOWERS, WITHIN,
};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any, starts_with_any};

/// Reads 每… at `at`.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("每");
    let period = period(&mut cursor)?;
    if is_rate(context, cursor) {
        return Some(Reading::Lookalike(cursor.at));
    }
    let has_date = due_day(&mut cursor);
    if cursor.sees(NAMINGS) {
        return Some(Reading::Lookalike(cursor.at));
    }
    context.yearly |= has_date && period == "P1Y";
    let mut time = Time::recurring(at, cursor.at, period);
    time.count = count::after(context, cursor.at);
    Some(Reading::Time(time))
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
    cursor.eat_any(&["约", "按", "最高", "补助", "补贴", "给予", "奖励", "不低于", "不少于"]);
    cursor.number().is_some() && {
        cursor.eat_any(&["余", "多"]);
        cursor.sees(RATE_UNITS)
    }
}

/// Steps over the day within the period: 2月底前, 五17:00前, 结束后10日内.
/// Whether a month was said.
fn due_day(cursor: &mut Cursor) -> bool {
    if cursor.attempt(after_period).is_some() {
        return false;
    }
    let mut has_month = false;
    let mut ahead = *cursor;
    ahead.eat("的");
    loop {
        if let Some(point) = point::parse(&mut ahead) {
            has_month |= point.part.month().is_some();
        } else if !day_in_period(&mut ahead) {
            break;
        }
        closing(&mut ahead);
        *cursor = ahead;
        if ahead.eat_any(JOINTS).or_else(|| ahead.eat_any(RANGE_SIGNS)).is_none() {
            break;
        }
    }
    closing(cursor);
    has_month
}

/// A day within a period, other than a date: 25日, 底, 最后一个工作日, 周五.
fn day_in_period(cursor: &mut Cursor) -> bool {
    let day = cursor.attempt(|ahead| {
        ahead.eat_any(&["首月", "末月", "次月", "最后一个月", "第一个月", "第二个月", "第三个月"]);
        ahead.eat("的");
        let hit = weekday(ahead)
            || ahead.eat_any(&["年底", "年末", "月底", "底", "末", "初", "上旬", "中旬", "下旬"]).is_some()
            || ordinal_day(ahead)
            || numbered_day(ahead)
            || occasion(ahead);
        hit.then_some(())
    });
    day.is_some()
}

/// 25日, 5号.
fn numbered_day(cursor: &mut Cursor) -> bool {
    cursor.attempt(|ahead| ahead.small_number().and_then(|_| ahead.eat_any(&["日", "号"]))).is_some()
}

/// 最后一个工作日, 第一个周五, 第3个工作日, 前3个工作日.
fn ordinal_day(cursor: &mut Cursor) -> bool {
    let day = cursor.attempt(|ahead| {
        ahead.eat_any(&["最后", "第", "前"])?;
        ahead.small_number()?;
        ahead.eat("个");
        (ahead.eat_any(&["工作日", "天", "日"]).is_some() || weekday(ahead)).then_some(())
    });
    day.is_some()
}

/// 五 behind 每周, 周五, 星期五; not the 一 of 每周一次.
fn weekday(cursor: &mut Cursor) -> bool {
    let day = cursor.attempt(|ahead| {
        ahead.eat_any(&["周", "星期"]);
        ahead.eat_any(&["一", "二", "三", "四", "五", "六", "日", "天"])?;
        (!ahead.sees(CYCLES)).then_some(())
    });
    day.is_some()
}

/// 春节前, 开学前 behind 每年.
fn occasion(cursor: &mut Cursor) -> bool {
    cursor.attempt(|ahead| ahead.eat_any(OCCASIONS).filter(|_| ahead.sees(&["前"]))).is_some()
}

/// Steps over 结束后10日内.
fn after_period(cursor: &mut Cursor) -> Option<()> {
    cursor.eat_any(&["结束后", "终了后", "结束之日起", "后"])?;
    cursor.eat("的");
    duration::length(cursor)?;
    cursor.eat_any(WITHIN).map(|_| ())
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

/// Reads 全年 at `at`: a period if it says how many times.
pub(super) fn whole_year(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let word = cursor.eat_any(&["全年度", "全年", "全学年", "全学期"])?;
    let after = context.clause_after(cursor.at);
    if ends_with_any(context.before(at), &["完成时限：", "完成时间：", "时限："]) {
        let end = context.base.work_year.and_then(|year| point::day_of(year, 12, 31));
        return Some(Reading::Time(Time::by(at, cursor.at, end).likely()));
    }
    if starts_with_any(after, LIMITS) || ["发生", "累计", "共"].iter().any(|word| after.contains(word)) {
        return None;
    }
    let times = count::after(context, cursor.at)?;
    let period = if word == "全学期" { "P6M" } else { "P1Y" };
    let mut time = Time::recurring(at, cursor.at, period.to_owned());
    time.count = Some(times);
    Some(Reading::Time(time))
}
