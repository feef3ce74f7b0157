//! Dates: by a day (6月底前, 到2025年), within a stretch (3月至5月), since a
//! day (2022年6月起，每月25日前).

use super::bare;
use super::closing::{Closing, clock, closing};
use super::context::Context;
use super::every;
use super::label::{Label, label};
use super::point::{self, Part, Point, Year};
use super::range;
use super::words::{NO_YEAR_AFTER, NOT_A_YEAR, RANGE_SIGNS, SINCE, SINCE_LEADS};
use super::{Reading, Time};
use crate::analysis::Certainty;
use crate::mention::cursor::{Cursor, ends_with_any, is_number_char};

/// Reads the date at `at`.
pub(super) fn read(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    let before = context.text[..at].chars().next_back();
    if cursor.peek() == Some('年') && before.is_some_and(|c| NO_YEAR_AFTER.contains(c) || is_number_char(c)) {
        return None;
    }
    let point = point::parse(&mut cursor)?;
    if point.year == Year::Past {
        cursor.attempt(|ahead| ahead.eat_any(RANGE_SIGNS).and_then(|_| point::parse(ahead)));
        return Some(Reading::Lookalike(cursor.at));
    }
    if point.part == Part::Year && cursor.sees(NOT_A_YEAR) {
        return Some(Reading::Lookalike(cursor.at));
    }
    if let Some(reading) = range::read(context, at, point, cursor) {
        return Some(reading);
    }
    if let Some(reading) = since(context, at, point, cursor) {
        return Some(reading);
    }
    let reading = single(context, at, point, cursor);
    if let Some(Reading::Time(_)) = reading {
        context.lend(point);
    }
    reading
}

/// 2022年6月起，每月25日前: one time that says since when. Any other 起, 以来
/// or 后 is no deadline.
fn since(context: &mut Context, at: usize, point: Point, mut cursor: Cursor) -> Option<Reading> {
    clock(&mut cursor);
    cursor.eat_any(SINCE)?;
    let end = cursor.at;
    cursor.eat("，");
    cursor.eat_any(SINCE_LEADS);
    if cursor.sees(&["每", "按"]) {
        let start = context.days(point).first;
        let open = cursor.at;
        let reading = if cursor.sees(&["每"]) { every::read(context, open) } else { every::stepwise(context, open) };
        if let Some(Reading::Time(mut time)) = reading {
            time.range.start = at;
            time.start = start;
            return Some(Reading::Time(time));
        }
    }
    Some(Reading::Lookalike(end))
}

/// A date that is no range.
fn single(context: &mut Context, at: usize, point: Point, mut cursor: Cursor) -> Option<Reading> {
    let open = cursor;
    let mut point = point;
    let mut closed = closing(&mut cursor);
    if closed == Closing::None
        && let Some((shared, day)) = range::shared_closing(open)
    {
        (closed, cursor) = (shared, open);
        point.part = day_of_list(point.part, day);
    }
    let end = cursor.at;
    if bare::is_record(context, at, end, point) {
        return Some(Reading::Lookalike(end));
    }
    if closed == Closing::None && !point.part.is_end() {
        return Some(bare::read(context, at, point, cursor));
    }
    if closed == Closing::None && bare::is_held(context, at, point, end) {
        return Some(bare::during(context, at, point, end));
    }
    if closed == Closing::None && !bare::is_reached(context, at, point, cursor) {
        return Some(Reading::Lookalike(end));
    }
    Some(by(context, at, point, end, closed))
}

/// The day that the last member of a list lends to a bare month: 3、6、9、12月25日前.
fn day_of_list(part: Part, day: Option<u32>) -> Part {
    match (part, day) {
        (Part::Month(month), Some(day)) => Part::Day(month, day),
        _ => part,
    }
}

/// The time `point`, which ends at byte `end`, sets as a last day.
pub(super) fn by(context: &Context, at: usize, point: Point, end: usize, closed: Closing) -> Reading {
    let start = range::with_reach(context, at);
    if context.yearly && point.year == Year::Left {
        return Reading::Time(Time::recurring(start, end, "P1Y".to_owned()).likely());
    }
    let last = context.days(point).last;
    if let Some(time) = since_event(context, start, end) {
        return Reading::Time(Time { end: last, ..time });
    }
    let mut time = Time::by(start, end, last);
    let doubtful = label(context.before(at)) == Label::Record
        || closed == Closing::Before && point.part.is_stretch()
        || matches!(point.part, Part::MonthStart(_))
        || last.is_none() && context.year(point).is_some()
        || point.year == Year::Left && context.is_past(last);
    if doubtful {
        time.certainty = Certainty::Likely;
    }
    Reading::Time(time)
}

/// The time from an event to a last day: 自本通知印发之日起至12月31日. The day of
/// issue is the day of signature; that of any other event is not known.
fn since_event(context: &Context, start: usize, end: usize) -> Option<Time> {
    let before = context.clause_before(start);
    let event = before.strip_suffix("之日起")?;
    if !context.after(start).starts_with(['至', '到']) {
        return None;
    }
    let issued = ends_with_any(event, &["印发", "发布", "下发", "公布"]);
    let first = context.base.signed_on.filter(|_| issued);
    Some(Time::during(start - before.len(), end, first, None))
}

/// Reads 即日起至6月底 and 从现在起到年底 at `at`.
pub(super) fn from_now(context: &mut Context, at: usize) -> Option<Reading> {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat_any(&["即日起", "现在起", "即日", "即时起"])?;
    let now = cursor.at;
    cursor.eat("开始");
    cursor.eat("，");
    if cursor.eat_any(RANGE_SIGNS).is_none() {
        return Some(Reading::Lookalike(now));
    }
    let Some(point) = point::parse(&mut cursor) else { return Some(Reading::Lookalike(now)) };
    closing(&mut cursor);
    context.lend(point);
    let last = context.days(point).last;
    Some(Reading::Time(Time::during(at, cursor.at, context.base.signed_on, last)))
}
