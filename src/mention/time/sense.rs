//! The senses of `patterns.txt`: what each makes of its place, and what it
//! lends to the rest of the sentence.

use super::calendar::{Point, Year};
use super::context::Context;
use super::pattern::{Mark, Match};
use super::place::{Place, Reading};
use super::token::Token;
use super::{date, recurring, relative};
use crate::span::TextRange;

/// What the rest of the sentence may need of a time.
#[derive(Clone, Copy)]
enum Lends {
    Nothing,
    /// The year and month of its last date.
    Date,
    /// That something comes round each year.
    Yearly,
    /// That a system goes on.
    System,
}

type Read = fn(Place, &[Mark]) -> Option<Reading>;

const SENSES: &[(&str, Read, Lends)] = &[
    ("Lend", |place, _| Some(Reading::Lookalike(place.range.end)), Lends::Date),
    ("Skip", |place, _| Some(Reading::Lookalike(place.range.end)), Lends::Nothing),
    ("Point", date::point, Lends::Date),
    ("Span", date::span, Lends::Date),
    ("Now", date::from_now, Lends::Date),
    ("Since", date::since, Lends::Nothing),
    ("Lasting", date::lasting, Lends::Nothing),
    ("Back", date::back, Lends::Nothing),
    ("Eve", date::eve, Lends::Nothing),
    ("PlanEnd", date::plan_end, Lends::Nothing),
    ("PlanTerm", date::plan_term, Lends::Nothing),
    ("Every", recurring::every, Lends::Yearly),
    ("Shift", |place, _| recurring::shift(place), Lends::Nothing),
    ("Step", recurring::step, Lends::Nothing),
    ("Whole", recurring::whole, Lends::Nothing),
    ("Cycle", recurring::cycle, Lends::Nothing),
    ("Periodic", recurring::periodic, Lends::Nothing),
    ("Follow", |place, _| recurring::follow(place), Lends::Nothing),
    ("System", recurring::system, Lends::System),
    ("Within", relative::within, Lends::Nothing),
    ("Spend", relative::spend, Lends::Nothing),
    ("Counted", relative::counted, Lends::Nothing),
    ("Ahead", relative::ahead, Lends::Nothing),
    ("AheadOf", relative::ahead_of, Lends::Nothing),
    ("SameDay", |place, _| relative::same_day(place), Lends::Nothing),
    ("Occasion", |place, _| relative::occasion(place), Lends::Nothing),
    ("Event", |place, _| relative::before_event(place), Lends::Nothing),
    ("SchoolWeek", relative::school_week, Lends::Nothing),
];

/// Reads what `found` says, which opens `tokens`.
pub(super) fn read(context: &mut Context, tokens: &[Token], found: &Match) -> Option<Reading> {
    let (_, read, lends) = SENSES.iter().find(|(name, ..)| *name == found.sense)?;
    let (taken, rest) = tokens.split_at_checked(found.len)?;
    let range = TextRange::new(taken.first()?.start, taken.last()?.end);
    let list = context.list(range.end, rest);
    let reading = read(Place { context, range, list }, &found.marks);
    if matches!(reading, Some(Reading::Time(_))) || found.sense == "Lend" {
        lend(context, *lends, range, &found.marks);
    }
    reading
}

fn lend(context: &mut Context, lends: Lends, range: TextRange, marks: &[Mark]) {
    match lends {
        Lends::Nothing => {}
        Lends::Date => {
            let (first, second) = Point::read(marks);
            let last = second.unwrap_or(first);
            let year = if last.year == Year::Left { first.year } else { last.year };
            context.lend(Point { year, ..last });
        }
        Lends::Yearly => context.yearly |= recurring::is_dated_yearly(marks),
        Lends::System => context.enter_system(range.end),
    }
}

#[cfg(test)]
mod tests {
    use super::SENSES;

    #[test]
    fn every_sense_is_read() {
        let named = include_str!("patterns.txt").lines().filter_map(|line| line.split(' ').next());
        let mut senses = named.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
        assert!(senses.all(|name| SENSES.iter().any(|(known, ..)| *known == name)));
    }
}
