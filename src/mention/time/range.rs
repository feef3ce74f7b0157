//! Two points with a sign between: 3月至5月, 2024年3月1日—15日, 从今年1月起至年底;
//! and lists that share a closing: 6月20日、12月20日前.

use super::bare;
use super::closing::{Closing, clock, closing};
use super::context::Context;
use super::label::{Label, label};
use super::point::{self, Days, Part, Point, Year};
use super::words::{JOINTS, NOT_REACHED, RANGE_SIGNS, RECORD_VERBS};
use super::{Reading, Time};
use crate::analysis::Certainty;
use crate::mention::cursor::{Cursor, ends_with_any, starts_with_any};

/// Reads the range that `first` opens; `cursor` stands behind it.
pub(super) fn read(context: &mut Context, at: usize, first: Point, mut cursor: Cursor) -> Option<Reading> {
    clock(&mut cursor);
    if cursor.eat_any(&["开始", "起"]).is_some() {
        cursor.eat("，");
    }
    cursor.eat_any(RANGE_SIGNS)?;
    if cursor.eat("今") && !cursor.sees(&["年"]) {
        return Some(Reading::Lookalike(cursor.at));
    }
    let second = second(&mut cursor, first.part)?;
    closing(&mut cursor);
    let end = cursor.at;
    if !binds(context, at, end, first, second) {
        return Some(Reading::Lookalike(end));
    }
    let (days, doubtful) = days(context, first, second);
    context.lend(if second.year == Year::Left { Point { part: second.part, ..first } } else { second });
    let start = with_from(context, at);
    let mut time = Time::during(start, end, days.first, days.last);
    if doubtful || days.last < days.first {
        time.certainty = Certainty::Likely;
    }
    Some(Reading::Time(time))
}

/// The second point of a range; the month of a bare day is the first one's.
fn second(cursor: &mut Cursor, first: Part) -> Option<Point> {
    if let Some(point) = point::parse(cursor) {
        return Some(point);
    }
    let (Part::Day(month, _), Some(day)) = (first, cursor.small_number()) else { return None };
    cursor.eat_any(&["日", "号"])?;
    Some(Point { year: Year::Left, part: Part::Day(month, day) })
}

/// The days from `first` to `second`, and whether a year was only inferred.
fn days(context: &Context, first: Point, second: Point) -> (Days, bool) {
    let (from, to) = (first.part.month(), second.part.month());
    let crosses = from > to && to.is_some();
    let mut doubtful = false;
    let (start, end) = match (first.year, second.year) {
        (Year::Left, Year::Stated(year)) => (Some(year.saturating_sub(i16::from(crosses))), Some(year)),
        (_, Year::Following) => {
            let year = context.year(first);
            (year, year.map(|year| year.saturating_add(1)))
        }
        (_, Year::Left) => {
            doubtful = crosses && from >= Some(9);
            let year = context.year(first);
            (year, year.map(|year| year.saturating_add(i16::from(doubtful))))
        }
        _ => (context.year(first), context.year(second)),
    };
    let first = start.and_then(|year| first.part.days(year).first);
    let last = end.and_then(|year| second.part.days(year).last);
    (Days { first, last }, doubtful)
}

/// Whether a range says when to act, rather than what was counted or done.
fn binds(context: &Context, at: usize, end: usize, first: Point, second: Point) -> bool {
    let before = context.before(at);
    let after = context.after(end);
    let labelled = label(before);
    if labelled == Label::Record || starts_with_any(after, RECORD_VERBS) || is_period_of_records(after) {
        return false;
    }
    if first.part == Part::Year {
        let bracketed = before.ends_with('（');
        return labelled != Label::None || !bracketed && (after.starts_with('，') || bare::acts(after));
    }
    let past = context.is_past(days(context, first, second).0.last);
    !past || labelled != Label::None || before.ends_with("阶段（")
}

/// Whether 期间发表的 or its like follows a range.
fn is_period_of_records(after: &str) -> bool {
    let Some(verb) = after.strip_prefix("期间").or_else(|| after.strip_prefix('间')) else { return false };
    let near: &str = verb.char_indices().nth(10).map_or(verb, |(end, _)| &verb[..end]);
    near.contains('的') && !bare::acts(verb)
}

/// Where the words of a range start: 从今年1月起至年底 takes its 从.
fn with_from(context: &Context, at: usize) -> usize {
    ["从", "自"].iter().find(|from| context.before(at).ends_with(**from)).map_or(at, |from| at - from.len())
}

/// Where the words of a last day start: 到2022年底 takes its 到.
pub(super) fn with_reach(context: &Context, at: usize) -> usize {
    let before = context.before(at);
    let reach = ["到", "至"].iter().find(|reach| before.ends_with(**reach));
    match reach {
        Some(reach) if !ends_with_any(&before[..before.len() - reach.len()], NOT_REACHED) => at - reach.len(),
        _ => at,
    }
}

/// Whether a list of bare numbers opens at `at`, as in 3、6、9、12月, rather than an
/// item number (1、3月底前…).
pub(super) fn is_list(context: &Context, at: usize) -> bool {
    let mut cursor = Cursor::new(context.text, at);
    let numbers = std::iter::from_fn(|| cursor.attempt(|ahead| ahead.small_number().filter(|_| ahead.eat("、"))));
    numbers.take(2).count() == 2 || ends_with_any(context.before(at), &["于", "在", "、"])
}

/// Where a list of points ends that goes on at `cursor`: behind the 、12月 of
/// 6月、12月.
pub(super) fn list_end(mut cursor: Cursor) -> usize {
    for _ in 0..6 {
        let next = cursor.attempt(|ahead| ahead.eat_any(JOINTS).and_then(|_| point::parse(ahead)));
        if next.is_none() {
            break;
        }
    }
    cursor.at
}

/// The closing that the last member of a list gives the members before it, and
/// the day, where they are bare months.
pub(super) fn shared_closing(mut cursor: Cursor) -> Option<(Closing, Option<u32>)> {
    for _ in 0..6 {
        cursor.eat_any(JOINTS)?;
        let point = point::parse(&mut cursor)?;
        let closed = closing(&mut cursor);
        if closed != Closing::None {
            let day = if let Part::Day(_, day) = point.part { Some(day) } else { None };
            return Some((closed, day));
        }
    }
    None
}
