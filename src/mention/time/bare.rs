//! Dates without 前 or 内, and what tells the ones that bind (到2025年，
//! 完成时限：6月, 第二季度开展…) from the ones that only name or record
//! (2月24日会议, 2018年底前入职的).

use super::closing::Closing;
use super::context::Context;
use super::date::{by, tells_state};
use super::point::{Part, Point};
use super::range::with_reach;
use super::words::{
    ACTS, ADVERBS, COMPARED, COMPLETIONS, DUE_LABELS, DUE_VERBS, ENTITLED, EVENT_LABELS, HELD_ON, LAUNCHES, MODALS,
};
use super::{Reading, Time};
use crate::mention::cursor::{Cursor, ends_with_any, starts_with_any};

/// Reads a date that nothing closes.
pub(super) fn read(context: &mut Context, at: usize, point: Point, cursor: Cursor) -> Reading {
    let before = context.before(at);
    let end = cursor.at;
    let after = context.clause_after(end);
    if is_due_label(before) {
        return by(context, at, point, end, Closing::Until);
    }
    if is_event_label(before) && point.part != Part::Year {
        return during(context, at, point, end);
    }
    if with_reach(context, at) < at && !after.starts_with(['的', '年', '度']) {
        return by(context, at, point, end, Closing::Until);
    }
    let past = context.is_past(context.days(point).last);
    if past || is_told(after) {
        return Reading::Lookalike(end);
    }
    match point.part {
        Part::Day(..) => day(context, at, point, end),
        Part::Month(_) | Part::Quarter(_) => stretch(context, at, point, end),
        Part::Half(_) if opens(context, at) && (acts(after) || after.is_empty()) => {
            likely(by(context, at, point, end, Closing::Until))
        }
        Part::Year if opens(context, at) && is_goal(context, end) => {
            likely(by(context, at, point, end, Closing::Until))
        }
        _ => Reading::Lookalike(end),
    }
}

fn during(context: &Context, at: usize, point: Point, end: usize) -> Reading {
    let days = context.days(point);
    Reading::Time(Time::during(at, end, days.first, days.last))
}

fn likely(reading: Reading) -> Reading {
    match reading {
        Reading::Time(time) => Reading::Time(time.likely()),
        reading => reading,
    }
}

/// 于3月20日报送, 定于5月20日召开.
fn day(context: &Context, at: usize, point: Point, end: usize) -> Reading {
    if !ends_with_any(context.before(at), HELD_ON) {
        return Reading::Lookalike(end);
    }
    let after = act(context.clause_after(end));
    if starts_with_any(after, DUE_VERBS) || after.starts_with('将') && DUE_VERBS.iter().any(|verb| after.contains(verb))
    {
        return by(context, at, point, end, Closing::Until);
    }
    if acts(after) { likely(during(context, at, point, end)) } else { Reading::Lookalike(end) }
}

/// 6月，组织…; 第二季度开展…; （3月）.
fn stretch(context: &Context, at: usize, point: Point, end: usize) -> Reading {
    let after = context.after(end);
    let bracketed = context.before(at).ends_with('（') && after.starts_with('）');
    if bracketed || opens(context, at) && after.starts_with('：') {
        return likely(during(context, at, point, end));
    }
    if !opens(context, at) {
        return Reading::Lookalike(end);
    }
    if starts_with_any(act(after), COMPLETIONS) {
        return likely(by(context, at, point, end, Closing::Until));
    }
    if acts(after) { likely(during(context, at, point, end)) } else { Reading::Lookalike(end) }
}

/// Whether a clause, or a date after 在, opens at `at`.
fn opens(context: &Context, at: usize) -> bool {
    context.opens_clause(at) || ends_with_any(context.before(at), HELD_ON)
}

/// Whether an end (6月底, 6月上旬, 年底) without 前 is one to be reached by.
pub(super) fn is_reached(context: &Context, at: usize, point: Point, cursor: Cursor) -> bool {
    let before = context.before(at);
    if with_reach(context, at) < at || is_labelled(before) {
        return true;
    }
    let after = context.clause_after(cursor.at);
    if context.text[at..cursor.at].ends_with('内') {
        return true;
    }
    if point.part == Part::YearEnd && context.text[at..].starts_with('年') {
        return (opens(context, at) || before.ends_with("力争")) && (after.is_empty() || acts(after));
    }
    !is_told(after) && !after.starts_with('的') && !ends_with_any(before, COMPARED)
}

/// What follows a date, without the words that may stand before its verb.
fn act(after: &str) -> &str {
    let mut rest = after.trim_start_matches('，');
    while let Some(word) = MODALS.iter().chain(ADVERBS).find(|word| rest.starts_with(**word)) {
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
    if let Some(next) = after.strip_prefix('，') {
        let clause = context.clause_after(end + '，'.len_utf8());
        return !next.is_empty() && LAUNCHES.iter().any(|word| clause.contains(word)) && !is_told(clause);
    }
    starts_with_any(act(after), COMPLETIONS)
}

/// Whether a clause tells what has happened: 了, 已, 以来.
fn is_told(clause: &str) -> bool {
    ["了", "已", "以来", "曾"].iter().any(|word| clause.contains(word))
}

/// Whether a label such as 完成时限： stands before a date.
pub(super) fn is_labelled(before: &str) -> bool {
    is_due_label(before) || is_event_label(before)
}

/// The words before a date without what joins a label to it.
fn label(before: &str) -> &str {
    let mut rest = before;
    while let Some(joint) = ["：", "为", "是", "定于", "在", "于", "截止到", "截止", "到", "至"]
        .iter()
        .find(|joint| rest.ends_with(**joint))
    {
        rest = &rest[..rest.len() - joint.len()];
    }
    rest
}

fn is_due_label(before: &str) -> bool {
    ends_with_any(before, super::words::LATEST)
        || label(before).len() < before.len() && ends_with_any(label(before), DUE_LABELS)
}

fn is_event_label(before: &str) -> bool {
    label(before).len() < before.len() && ends_with_any(label(before), EVENT_LABELS)
}

/// Whether the words around a date make it one of eligibility, statistics or
/// comparison: 截至2023年底, 较2020年底, 2018年12月31日前入职的.
pub(super) fn is_record(context: &Context, at: usize, end: usize, point: Point) -> bool {
    let before = context.before(at);
    if tells_state(before) || ends_with_any(before, COMPARED) {
        return true;
    }
    let after = context.clause_after(end);
    if after.starts_with("已") && !after.starts_with("已公布") || after.starts_with("以来") {
        return true;
    }
    let Some(of) = after.find('的').filter(|of| *of <= 60) else { return false };
    let attribute = &after[..of];
    let verb = attribute.trim_start_matches("已");
    starts_with_any(verb, ENTITLED)
        || context.is_past(context.days(point).last)
            && starts_with_any(verb, COMPLETIONS)
            && attribute.chars().count() <= 8
}
