//! Stretches of time: counted from an event (“两会”结束后一周内), from nothing
//! said (15日内), or coming round again (一年一次, 5年一周期).

use super::context::Context;
use super::words::{
    ACTS, AWAITED, CALENDAR_UNITS, CYCLES, EVENT_CUTS, EVENT_ENDS, EVENT_HEADS, EVENT_SHORTS, EVENT_TAILS,
    NO_PREPOSITION_AFTER, NOT_A_UNIT, NOT_PREPOSITIONS, NOT_WITHIN_AFTER, NOT_WITHIN_BEFORE, NOTICES, OBLIGED_IN,
    RANGE_SIGNS, UNITS, WITHIN, WITHIN_ACTS,
};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any, starts_with_any};

/// A unit of time and its ISO 8601 sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// As written.
    pub word: &'static str,
    /// ISO letter, with `T` before it where it is less than a day.
    pub sign: &'static str,
    /// How many of the letter it is.
    pub factor: u32,
}

impl Unit {
    /// `n` of this unit as ISO 8601.
    pub fn iso(&self, n: u32) -> String {
        let n = n.saturating_mul(self.factor);
        match self.sign.strip_prefix('T') {
            Some(sign) => format!("PT{n}{sign}"),
            None => format!("P{n}{}", self.sign),
        }
    }
}

/// Steps over a unit of time.
fn unit(cursor: &mut Cursor) -> Option<&'static Unit> {
    of_table(cursor, UNITS)
}

/// Steps over a unit of time that stands behind 每 or 按: also 月, 季, 年度.
pub(super) fn calendar_unit(cursor: &mut Cursor) -> Option<&'static Unit> {
    of_table(cursor, CALENDAR_UNITS).or_else(|| unit(cursor))
}

fn of_table(cursor: &mut Cursor, table: &'static [Unit]) -> Option<&'static Unit> {
    cursor.attempt(|ahead| {
        let unit = table.iter().find(|unit| ahead.eat(unit.word))?;
        (!ahead.sees(NOT_A_UNIT)).then_some(unit)
    })
}

/// Reads a length of time and steps over it: 一周, 5个工作日, 半年, 1至2年. Of two
/// numbers the upper one.
pub(super) fn length(cursor: &mut Cursor) -> Option<String> {
    if cursor.eat("半") {
        let iso = match cursor.eat_any(&["个月", "年", "月", "天", "个小时", "小时"])? {
            "年" => "P6M",
            "个月" | "月" => "P15D",
            "天" => "PT12H",
            _ => "PT30M",
        };
        return Some(iso.to_owned());
    }
    let number = cursor.small_number()?;
    let upper = cursor.attempt(|ahead| ahead.eat_any(RANGE_SIGNS).and_then(|_| ahead.small_number()));
    let number = upper.unwrap_or(number);
    if cursor.eat("个半月") {
        return Some(format!("P{}D", number * 30 + 15));
    }
    Some(unit(cursor)?.iso(number))
}

/// Reads 一周内 and its like at `at`; also 提前3日.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let offset = in_days(length(&mut cursor)?);
    if let Some(reading) = ahead_of(context, at, cursor, &offset) {
        return Some(reading);
    }
    let event = event(context, at, EVENT_TAILS);
    let counted = context.before(at).ends_with("之日起");
    let closed = cursor.eat_any(WITHIN).is_some() || counted && context.clause_after(cursor.at).is_empty();
    closed.then_some(())?;
    if context.after(cursor.at).starts_with('可')
        || is_permitted(context, at)
        || event.is_none() && !binds(context, at, cursor.at)
    {
        return Some(Reading::Lookalike(cursor.at));
    }
    let start = event.as_ref().map_or(at, |event| event.0);
    Some(Reading::Time(Time::relative(start, cursor.at, event.map(|event| event.1), offset)))
}

/// 提前3日报备, 会议召开前5个工作日内报送: the distance is negative.
fn ahead_of(context: &Context, at: usize, mut cursor: Cursor, offset: &str) -> Option<Reading> {
    let before = context.before(at);
    let early = ["提前至少", "至少提前", "提前"].iter().find(|word| before.ends_with(**word));
    let event =
        event(context, at, &["前"]).filter(|(_, event)| before.ends_with('前') && ends_with_any(event, AWAITED));
    cursor.eat_any(WITHIN);
    if early.is_none() && event.is_none() || !starts_with_any(context.after(cursor.at), NOTICES) {
        return None;
    }
    let start = event.as_ref().map_or(at - early.map_or(0, |word| word.len()), |event| event.0);
    let event = event.map(|event| event.1);
    Some(Reading::Time(Time::relative(start, cursor.at, event, format!("-{offset}")).likely()))
}

/// A distance in weeks as one in days: it is counted day by day.
fn in_days(offset: String) -> String {
    let weeks = offset.strip_prefix('P').and_then(|rest| rest.strip_suffix('W')?.parse::<u32>().ok());
    weeks.map_or(offset, |weeks| format!("P{}D", weeks * 7))
}

/// Whether the clause only permits: 可在开学后两周内申请.
fn is_permitted(context: &Context, at: usize) -> bool {
    let clause = context.clause_before(at);
    clause.match_indices('可').any(|(found, word)| {
        let (before, after) = (&clause[..found], &clause[found + word.len()..]);
        !before.ends_with(['许', '认', '不']) && (after.starts_with(['在', '于', '自']) || after.starts_with("以在"))
    })
}

/// Whether a stretch without an event says when something must be done, rather
/// than how long something holds or what counts.
fn binds(context: &Context, at: usize, end: usize) -> bool {
    let after = context.clause_after(end);
    let after = after.trim_start_matches(['，', '、']);
    if context.before(at).ends_with('限') {
        return true;
    }
    if ends_with_any(context.before(at), OBLIGED_IN) && !starts_with_any(after, NOT_WITHIN_AFTER) {
        return true;
    }
    !ends_with_any(context.before(at), NOT_WITHIN_BEFORE)
        && !starts_with_any(after, NOT_WITHIN_AFTER)
        && WITHIN_ACTS.iter().any(|act| after.contains(act))
}

/// The event that the stretch at `at` is counted from: where its words start
/// and what it is. It stands in the same clause, or closes the one before:
/// 任务下达后，10日内….
fn event(context: &Context, at: usize, tails: &[&str]) -> Option<(usize, String)> {
    let before = context.clause_before(at);
    let (before, end) = match context.before(at).strip_suffix('，') {
        Some(previous) => (context.clause_before(at - '，'.len_utf8()), previous),
        None => (before, context.before(at)),
    };
    let open = context.floor.min(at) + end.len() - before.len();
    let before = before.trim_end_matches('的');
    let tail = tails.iter().find(|tail| before.ends_with(**tail));
    let words = &before[..before.len() - tail.map_or(0, |tail| tail.len())];
    let start = event_start(words);
    let event = words[start..].trim_end_matches('的');
    let touches = open + before.len() == at;
    let ends_itself = touches && (ends_with_any(words, EVENT_ENDS) || starts_with_any(event, EVENT_HEADS));
    let short = event.chars().count() < 2 && !EVENT_SHORTS.contains(&event);
    if tail.is_none() && !ends_itself || short {
        return None;
    }
    Some((open + start, event.to_owned()))
}

/// Where the words of an event start in the clause before its tail: behind the
/// last 在, 自 or 应当, or with 收到.
fn event_start(words: &str) -> usize {
    let cut = EVENT_CUTS.iter().filter_map(|cut| words.rfind(cut).map(|found| found + cut.len())).max();
    let preposition = words.char_indices().rev().find(|&(at, c)| {
        let (before, after) = (&words[..at], &words[at..]);
        "在于自从".contains(c)
            && !starts_with_any(after, NOT_PREPOSITIONS)
            && !before.ends_with(|c| NO_PREPOSITION_AFTER.contains(c))
    });
    let cut = cut.max(preposition.map(|(at, c)| at + c.len_utf8())).unwrap_or(0);
    let head = EVENT_HEADS.iter().filter_map(|head| words[cut..].rfind(head)).max();
    cut + head.unwrap_or(0)
}

/// Reads 2次/年 at `at`.
pub(super) fn per_period(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let number = cursor.small_number()?;
    cursor.eat_any(&["次/", "次／"])?;
    let period = calendar_unit(&mut cursor)?.iso(1);
    let mut time = Time::recurring(at, cursor.at, period);
    time.count = Some(number);
    Some(Reading::Time(time))
}

/// Reads 一年一次, 半月一调度, 5年一周期, 一周三次 at `at`.
pub(super) fn cycle(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    if ends_with_any(context.before(at), &["第", "上", "近", "近期", "前"]) {
        return None;
    }
    let period = cursor.attempt(length).or_else(|| {
        cursor.attempt(|ahead| {
            let number = ahead.small_number()?;
            calendar_unit(ahead).map(|unit| unit.iso(number))
        })
    })?;
    let end = cursor.at;
    cursor.eat_any(&["至少", "不少于", "不低于", "各"]);
    let number = cursor.number()?;
    let count = if number == 1 { CYCLES } else { &["次", "轮", "遍", "查", "报"][..] };
    let once = number == 1 && cursor.sees(ACTS);
    if !once && !cursor.sees(count) {
        return None;
    }
    let mut time = Time::recurring(at, end, period);
    time.count = Some(number);
    Some(Reading::Time(time))
}
