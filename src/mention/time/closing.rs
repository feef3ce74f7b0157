//! What closes a date as a deadline: 前, 内, 止, with a weekday or clock time
//! between (3月15日（周五）17:00前).

use super::words::{DAY_PARTS, NOT_BEFORE, NOT_WITHIN};
use crate::mention::cursor::{Cursor, is_number_char};

/// How a date is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    /// Not at all.
    None,
    /// 前, 之前, 以前.
    Before,
    /// 内, 以内.
    Within,
    /// 止, 截止, 为止.
    Until,
}

/// Reads the closing of a date and steps over it and over a clock time.
pub(super) fn closing(cursor: &mut Cursor) -> Closing {
    clock(cursor);
    let mut ahead = *cursor;
    let found = if ahead.eat_any(&["（含）前", "及以前", "或之前", "之前", "以前", "前"]).is_some() {
        if ahead.sees(NOT_BEFORE) { Closing::None } else { Closing::Before }
    } else if ahead.eat_any(&["之内", "以内", "期内", "内"]).is_some() {
        if ahead.sees(NOT_WITHIN) { Closing::None } else { Closing::Within }
    } else if ahead.eat_any(&["为止", "截止", "止", "结束"]).is_some() {
        Closing::Until
    } else {
        Closing::None
    };
    if found != Closing::None {
        *cursor = ahead;
    }
    found
}

/// Steps over （星期五）, 上午, 17:00, 17时30分, 下班.
pub(super) fn clock(cursor: &mut Cursor) {
    cursor.attempt(bracketed_day);
    cursor.attempt(|ahead| {
        ahead.eat_any(&["星期", "周"])?;
        ahead.eat_any(&["一", "二", "三", "四", "五", "六", "日", "天"])
    });
    cursor.eat_any(DAY_PARTS);
    cursor.attempt(|ahead| ahead.eat_any(&["晚", "早"]).filter(|_| ahead.peek().is_some_and(is_number_char)));
    let hour = cursor.attempt(|ahead| {
        ahead.small_number()?;
        ahead.eat_any(&[":", "：", "时", "点"])
    });
    if hour.is_some() && cursor.eat_any(&["整", "半", "钟"]).is_none() && cursor.small_number().is_some() {
        cursor.eat("分");
    }
    cursor.eat_any(&["下班", "上班", "放学"]);
}

/// Steps over （周五）, （星期三）, （含当日）.
fn bracketed_day(cursor: &mut Cursor) -> Option<()> {
    cursor.eat("（").then_some(())?;
    cursor.eat_any(&["周", "星期", "礼拜", "本周", "下周", "含", "农历", "正月", "腊月"])?;
    let end = cursor.rest().char_indices().take(10).find(|(_, c)| *c == '）')?.0;
    cursor.at += end + '）'.len_utf8();
    Some(())
}
