//! What changed within one task: its number, its title, its times, its
//! quantities.

use crate::analysis::{Deadline, DeadlineKind, Metric, Task};
use crate::compare::comparison::{MetricPair, TimeChange, TimePair, Words};
use jiff::civil::Date;

/// Clauses as alike as this (in hundredths) are about the same thing.
const SAME_CLAUSE: usize = 50;
/// Clauses are told apart by this many characters.
const CLAUSE_CHARS: usize = 80;
/// A time or quantity is looked for among this many to each side of its place.
const NEAR: usize = 20;

pub(super) fn renumbered(old: &[&Task], new: &[&Task]) -> bool {
    let number = |tasks: &[&Task]| tasks.first().map(|task| folded(&task.number));
    !old.is_empty() && !new.is_empty() && number(old) != number(new)
}

/// Numbers in one width: (一) and （一） are the same.
fn folded(number: &[String]) -> Vec<String> {
    let fold = |part: &String| part.chars().filter(|c| c.is_alphanumeric() || *c == '.').collect();
    number.iter().map(fold).collect()
}

/// Whether the title differs. It does not where it only seems to end sooner and
/// its rest opens the words.
pub(super) fn renamed(old: &[&Task], new: &[&Task]) -> bool {
    let (Some(old), Some(new)) = (old.first(), new.first()) else { return false };
    let (a, b) = (letters(&old.title), letters(&new.title));
    let longer = a.chars().count().max(b.chars().count());
    a != b && opening(old, &a, longer) != opening(new, &b, longer)
}

/// The first characters of a task: its title, and its words behind it.
fn opening(task: &Task, title: &str, count: usize) -> String {
    let words = letters(task.wording.text());
    let apart = if words.starts_with(title) { "" } else { title };
    apart.chars().chain(words.chars()).take(count).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The times of both, partners together.
pub(super) fn times(old: &[&Task], new: &[&Task], old_year: Option<i16>, new_year: Option<i16>) -> Vec<TimePair> {
    let shift = match (old_year, new_year) {
        (Some(old), Some(new)) => new - old,
        _ => 0,
    };
    let left: Vec<&Deadline> = old.iter().flat_map(|task| &task.deadlines).collect();
    let right: Vec<&Deadline> = new.iter().flat_map(|task| &task.deadlines).collect();
    let same = |a: &&Deadline, b: &&Deadline| same_time(a, b, shift);
    let alike = |a: &&Deadline, b: &&Deadline| a.kind == b.kind && alike(&a.clause, &b.clause);
    let both = |a: &&Deadline, b: &&Deadline| same(a, b) && alike(a, b);
    let pairs = partners(&left, &right, &[&both, &alike, &same]);
    pairs.into_iter().map(|(old, new)| time_pair(old.copied(), new.copied(), shift)).collect()
}

fn time_pair(old: Option<&Deadline>, new: Option<&Deadline>, shift: i16) -> TimePair {
    let words = |time: &Deadline| Words { text: time.text.clone(), clause: time.clause.clone(), span: time.span };
    let (change, days) = match (old, new) {
        (None, _) => (TimeChange::Added, 0),
        (_, None) => (TimeChange::Dropped, 0),
        (Some(old), Some(new)) => change_of(old, new, shift),
    };
    TimePair { old: old.map(words), new: new.map(words), change, days }
}

fn change_of(old: &Deadline, new: &Deadline, shift: i16) -> (TimeChange, i32) {
    if same_time(old, new, shift) {
        return (TimeChange::Same, 0);
    }
    let dated = !matches!(old.kind, DeadlineKind::Recurring | DeadlineKind::Relative);
    let (Some(from), Some(to)) = (old.end.and_then(|end| shifted(end, shift)), new.end) else {
        return (TimeChange::Other, 0);
    };
    match (to - from).get_days() {
        days if days < 0 && dated => (TimeChange::Earlier, days),
        days if days > 0 && dated => (TimeChange::Later, days),
        _ => (TimeChange::Other, 0),
    }
}

/// Whether two times bind alike, the turn of the year apart.
fn same_time(old: &Deadline, new: &Deadline, shift: i16) -> bool {
    let rest = |time: &Deadline| (time.kind, time.period.clone(), time.count, time.event.clone(), time.offset.clone());
    let day = |from: Option<Date>, to: Option<Date>| from == to || from.and_then(|day| shifted(day, shift)) == to;
    rest(old) == rest(new) && day(old.end, new.end) && day(old.start, new.start)
}

/// The same day `years` later; the last of February stays the last.
fn shifted(day: Date, years: i16) -> Option<Date> {
    let first = Date::new(day.year().checked_add(years)?, day.month(), 1).ok()?;
    let last = day == day.last_of_month();
    Date::new(
        first.year(),
        first.month(),
        if last { first.days_in_month() } else { day.day().min(first.days_in_month()) },
    )
    .ok()
}

/// The quantities of both, partners together.
pub(super) fn metrics(old: &[&Task], new: &[&Task]) -> Vec<MetricPair> {
    let left: Vec<&Metric> = old.iter().flat_map(|task| &task.metrics).collect();
    let right: Vec<&Metric> = new.iter().flat_map(|task| &task.metrics).collect();
    let value = |metric: &Metric| (metric.comparator, metric.value, metric.upper, metric.unit.clone());
    let same = |a: &&Metric, b: &&Metric| value(a) == value(b) && alike(&a.clause, &b.clause);
    let near = |a: &&Metric, b: &&Metric| a.unit == b.unit && alike(&a.clause, &b.clause);
    let words = |metric: &Metric| Words { text: metric.text.clone(), clause: metric.clause.clone(), span: metric.span };
    let pair = |(old, new): (Option<&&Metric>, Option<&&Metric>)| MetricPair {
        changed: old.zip(new).is_some_and(|(old, new)| value(old) != value(new)),
        old: old.map(|metric| words(metric)),
        new: new.map(|metric| words(metric)),
    };
    partners(&left, &right, &[&same, &near]).into_iter().map(pair).collect()
}

/// Whether two members of lists may be partners.
type Test<'t, T> = &'t dyn Fn(&T, &T) -> bool;

/// Pairs the members of two short lists by one test after another. The old
/// order, then what is new.
fn partners<'a, T>(old: &'a [T], new: &'a [T], tests: &[Test<T>]) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    let mut taken = vec![false; new.len()];
    for test in tests {
        for (at, one) in old.iter().enumerate() {
            let free = |other: &usize| !taken[*other] && test(one, &new[*other]);
            let near = at.saturating_sub(NEAR)..new.len().min(at + NEAR);
            if partner[at].is_none()
                && let Some(other) = near.into_iter().find(free)
            {
                (partner[at], taken[other]) = (Some(other), true);
            }
        }
    }
    let mut pairs: Vec<(Option<&T>, Option<&T>)> =
        old.iter().zip(&partner).map(|(one, other)| (Some(one), other.map(|other| &new[other]))).collect();
    let used: Vec<usize> = partner.iter().flatten().copied().collect();
    pairs.extend((0..new.len()).filter(|at| !used.contains(at)).map(|at| (None, Some(&new[at]))));
    pairs
}

/// Whether two clauses are about the same thing: they share most of their
/// characters, in order.
fn alike(one: &str, other: &str) -> bool {
    let chars = |text: &str| text.chars().filter(|c| c.is_alphabetic()).take(CLAUSE_CHARS).collect::<Vec<char>>();
    let (a, b) = (chars(one), chars(other));
    let mut row = vec![0; b.len() + 1];
    for x in &a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()] * 200 >= (a.len() + b.len()) * SAME_CLAUSE
}
