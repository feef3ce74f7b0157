//! The day within a period: the 2月底前 of 每年2月底前, the 五17:00前 of 每周五17:00前,
//! the （25日前） of 每月（25日前）.

use super::closing::closing;
use super::duration;
use super::point;
use super::words::{COUNTED, CYCLES, DAYS_OF_PERIOD, JOINTS, MONTHS_OF_QUARTER, OCCASIONS, RANGE_SIGNS, WITHIN};
use crate::mention::cursor::Cursor;

/// Steps over the day within a period and says whether it stated a month.
/// `weekly` periods may leave out 周 before the weekday.
pub(super) fn step_over(cursor: &mut Cursor, weekly: bool) -> bool {
    let bracketed = cursor.attempt(|ahead| {
        ahead.eat("（").then_some(())?;
        let start = ahead.at;
        let has_month = days(ahead, weekly);
        (ahead.at > start && ahead.eat("）")).then_some(has_month)
    });
    bracketed.unwrap_or_else(|| days(cursor, weekly))
}

/// Steps over one day or a list of days.
fn days(cursor: &mut Cursor, weekly: bool) -> bool {
    if cursor.attempt(after_period).is_some() {
        return false;
    }
    let mut has_month = false;
    let mut ahead = *cursor;
    ahead.eat("的");
    loop {
        if let Some(point) = point::parse(&mut ahead) {
            has_month |= point.part.month().is_some();
        } else if ahead.attempt(|ahead| day(ahead, weekly)).is_none() {
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
fn day(cursor: &mut Cursor, weekly: bool) -> Option<()> {
    cursor.eat_any(MONTHS_OF_QUARTER);
    cursor.eat("的");
    let hit = cursor.attempt(|ahead| weekday(ahead, weekly)).is_some()
        || cursor.eat_any(DAYS_OF_PERIOD).is_some()
        || cursor.attempt(ordinal).is_some()
        || cursor.attempt(numbered).is_some()
        || cursor.attempt(occasion).is_some();
    hit.then_some(())
}

/// 25日, 5号.
fn numbered(cursor: &mut Cursor) -> Option<()> {
    cursor.small_number()?;
    cursor.eat_any(&["日", "号"]).map(|_| ())
}

/// 最后一个工作日, 第一个周五, 第3个工作日, 前3个工作日.
fn ordinal(cursor: &mut Cursor) -> Option<()> {
    cursor.eat_any(&["最后", "第", "前"])?;
    cursor.small_number()?;
    cursor.eat("个");
    let named = cursor.attempt(|ahead| weekday(ahead, false));
    named.or_else(|| cursor.eat_any(&["工作日", "星期", "周", "天", "日"]).map(|_| ()))
}

/// 周五, 星期五, or 五 behind 每周; not the 一 of 每周一通报 or the 三 of 每周三次.
fn weekday(cursor: &mut Cursor, bare: bool) -> Option<()> {
    let named = cursor.eat_any(&["周", "星期"]).is_some();
    let day = cursor.eat_any(&["一", "二", "三", "四", "五", "六", "日", "天"])?;
    let counts = cursor.sees(if day == "一" { CYCLES } else { COUNTED });
    ((named || bare) && !counts).then_some(())
}

/// 春节前, 开学前 behind 每年.
fn occasion(cursor: &mut Cursor) -> Option<()> {
    cursor.eat_any(OCCASIONS)?;
    cursor.sees(&["前"]).then_some(())
}

/// 结束后10日内.
fn after_period(cursor: &mut Cursor) -> Option<()> {
    cursor.eat_any(&["结束后", "终了后", "结束之日起", "开学后", "后"])?;
    cursor.eat("的");
    duration::length(cursor)?;
    cursor.eat_any(WITHIN).map(|_| ())
}
