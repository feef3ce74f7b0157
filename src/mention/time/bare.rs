//! Dates without 前 or 内, and what tells the ones that bind (到2025年，
//! 完成时限：6月, 第二季度开展…) from the ones that only name or record
//! (2月24日会议, 2018年底前入职的).

use super::closing::Closing;
use super::context::Context;
use super::date::by;
use super::label::{Label, label};
use super::point::{Part, Point};
use super::range::{list_end, with_reach};
use super::words::{
    ACTS, ADVERBS, ATTENDANCES, COMPARED, COMPLETIONS, DUE_VERBS, ENTITLED, HELD_ON, HOLDINGS, LAUNCHES, MODALS,
    STATED, TOLD,
};
use super::{Reading, Time};
use crate::analysis::{Certainty, DeadlineKind};
use crate::mention::cursor::{Cursor, ends_with_any, starts_with_any};

/// Reads a date that nothing closes.
pub(super) fn read(context: &mut Context, at: usize, point: Point, cursor: Cursor) -> Reading {
    let end = cursor.at;
    match label(context.before(at)) {
        Label::Due => return by(context, at, point, end, Closing::Until),
        Label::Event if point.part != Part::Year => return during(context, at, point, end),
        _ => {}
    }
    let after = context.clause_after(end);
    if let Some((kind @ (DeadlineKind::By | DeadlineKind::During), certainty)) = context.goes_on(at) {
        let alike = match kind {
            DeadlineKind::During => during(context, at, point, end),
            _ => by(context, at, point, end, Closing::Until),
        };
        return if certainty == Certainty::Likely { likely(alike) } else { alike };
    }
    if with_reach(context, at) < at && !after.starts_with(['的', '年', '度']) {
        return by(context, at, point, end, Closing::Until);
    }
    if context.is_past(context.days(point).last) || is_told(after) {
        return Reading::Lookalike(end);
    }
    let reading = match point.part {
        Part::Day(..) => day(context, at, point, cursor),
        Part::Month(_) | Part::Quarter(_) => stretch(context, at, point, cursor).map(likely),
        Part::Half(_) if opens(context, at) => half(context, at, point, cursor).map(likely),
        Part::Year if opens(context, at) && is_goal(context, list_end(cursor)) => {
            Some(likely(by(context, at, point, end, Closing::Until)))
        }
        _ => None,
    };
    reading.unwrap_or(Reading::Lookalike(end))
}

fn likely(reading: Reading) -> Reading {
    match reading {
        Reading::Time(time) => Reading::Time(time.likely()),
        lookalike => lookalike,
    }
}

/// The time of an event, from the first day of `point` to its last.
pub(super) fn during(context: &Context, at: usize, point: Point, end: usize) -> Reading {
    let days = context.days(point);
    Reading::Time(Time::during(at, end, days.first, days.last))
}

/// 于3月20日报送, 定于5月20日召开; 4月10日完成; 现场检查阶段（9月25日）.
fn day(context: &Context, at: usize, point: Point, cursor: Cursor) -> Option<Reading> {
    let end = cursor.at;
    let before = context.before(at);
    if before.ends_with("阶段（") {
        return Some(during(context, at, point, end));
    }
    let held = ends_with_any(before, HELD_ON);
    let after = context.clause_after(list_end(cursor));
    if before.ends_with('：') && after.is_empty() {
        return Some(likely(during(context, at, point, end)));
    }
    if starts_with_any(act(after), ATTENDANCES) {
        return Some(likely(during(context, at, point, end)));
    }
    if !held && (context.base.signed_on.is_none() || !context.opens_clause(at)) {
        return None;
    }
    let hands_in = after.starts_with(['将', '把']) && DUE_VERBS.iter().any(|verb| after.contains(verb));
    let after = act(after);
    if starts_with_any(after, DUE_VERBS) || hands_in {
        let due = by(context, at, point, end, Closing::Until);
        return Some(if held { due } else { likely(due) });
    }
    (acts(after) || holds_next(context, end)).then(|| likely(during(context, at, point, end)))
}

/// Whether a comma follows a day, and then a clause that holds something:
/// 6月16日，各县（市、区）举办….
fn holds_next(context: &Context, end: usize) -> bool {
    if !context.after(end).starts_with('，') {
        return false;
    }
    let clause = context.clause_after(end + '，'.len_utf8());
    HOLDINGS.iter().any(|verb| clause.contains(verb)) && !is_told(clause)
}

/// 6月，组织…; 第二季度开展…; （3月）.
fn stretch(context: &Context, at: usize, point: Point, cursor: Cursor) -> Option<Reading> {
    let end = cursor.at;
    let after = context.after(list_end(cursor));
    let bracketed = context.before(at).ends_with('（') && after.starts_with('）');
    if bracketed || opens(context, at) && after.starts_with('：') {
        return Some(during(context, at, point, end));
    }
    if !opens(context, at) {
        return None;
    }
    if starts_with_any(act(after), COMPLETIONS) {
        return Some(by(context, at, point, end, Closing::Until));
    }
    acts(after).then(|| during(context, at, point, end))
}

/// 上半年完成…; 下半年，…; 上半年、下半年各开展….
fn half(context: &Context, at: usize, point: Point, cursor: Cursor) -> Option<Reading> {
    let after = context.clause_after(list_end(cursor));
    (after.is_empty() || acts(after)).then(|| by(context, at, point, cursor.at, Closing::Until))
}

/// Whether a clause, or a date after 在, opens at `at`.
fn opens(context: &Context, at: usize) -> bool {
    let before = context.before(at);
    context.opens_clause(at) || ends_with_any(before, HELD_ON) || ends_with_any(before, MODALS)
}

/// 6月上旬召开…; 网上报名：6月中旬: a third of a month in which an event lies.
pub(super) fn is_held(context: &Context, at: usize, point: Point, end: usize) -> bool {
    let after = context.clause_after(end);
    let event = starts_with_any(after, &["召开", "举办", "举行", "开考", "考试", "报名"]);
    let scheduled = after.is_empty() && context.before(at).ends_with('：');
    matches!(point.part, Part::Tenth(..)) && label(context.before(at)) == Label::None && (event || scheduled)
}

/// Whether an end (6月底, 6月上旬, 年底) without 前 is one to be reached by.
pub(super) fn is_reached(context: &Context, at: usize, point: Point, cursor: Cursor) -> bool {
    let before = context.before(at);
    if with_reach(context, at) < at || label(before) != Label::None || context.text[at..cursor.at].ends_with('内') {
        return true;
    }
    let after = context.clause_after(cursor.at);
    if point.part == Part::YearEnd && context.text[at..].starts_with('年') {
        return opens(context, at) && (after.is_empty() || acts(after));
    }
    !is_told(after) && !after.starts_with('的')
}

/// What follows a date, from its verb on: without 要, 全面 and the like.
fn act(after: &str) -> &str {
    let mut rest = after.trim_start_matches('，');
    while !starts_with_any(rest, COMPLETIONS) {
        let Some(word) = MODALS.iter().chain(ADVERBS).find(|word| rest.starts_with(**word)) else { break };
        rest = &rest[word.len()..];
    }
    rest
}

/// Whether an order follows a date.
pub(super) fn acts(after: &str) -> bool {
    let after = act(after);
    starts_with_any(after, ACTS) || starts_with_any(after, COMPLETIONS)
}

/// Whether what follows a bare year is a goal for it.
fn is_goal(context: &Context, end: usize) -> bool {
    let after = context.after(end);
    if after.starts_with('，') {
        let clause = context.clause_after(end + '，'.len_utf8());
        return LAUNCHES.iter().any(|word| clause.contains(word)) && !is_told(clause);
    }
    starts_with_any(act(after), COMPLETIONS)
}

/// Whether a clause tells what has happened: 了, 已, 以来.
fn is_told(clause: &str) -> bool {
    TOLD.iter().any(|word| clause.contains(word))
}

/// Whether the words around a date make it one of eligibility, statistics or
/// comparison: 截至2023年底, 较2020年底, 2018年12月31日前入职的.
pub(super) fn is_record(context: &Context, at: usize, end: usize, point: Point) -> bool {
    let before = context.before(at);
    let past = || context.is_past(context.days(point).last);
    let to_come = || context.base.signed_on.is_some() && context.days(point).last.is_some() && !past();
    if label(before) == Label::Record && !(ends_with_any(before, STATED) && to_come())
        || ends_with_any(before, COMPARED)
    {
        return true;
    }
    let after = context.clause_after(end);
    if after.starts_with('已') || after.starts_with("以来") || after.starts_with('的') && past() {
        return true;
    }
    let Some(of) = after.find('的').filter(|of| *of <= 60) else { return false };
    let attribute = &after[..of];
    starts_with_any(attribute, ENTITLED)
        || starts_with_any(attribute, COMPLETIONS) && attribute.chars().count() <= 8 && past()
}
