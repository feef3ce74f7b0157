//! TIME: deadlines, reports and dates.

mod clock;
pub(super) mod cutoff;
mod day;
pub(super) mod impossible;
pub(super) mod no_period;
pub(super) mod no_year;
pub(super) mod past;
mod phases;
pub(super) mod report;
pub(super) mod undated;
pub(super) mod vague;
mod weekday;
pub(super) mod weekend;

use super::draft::Draft;
use crate::analysis::{Deadline, DeadlineKind};
use crate::span::TextRange;
use jiff::civil::Date;

/// The date of the notice, where it closes a line as signatures do; a date that
/// was taken for it out of a sentence dates nothing.
fn signed(draft: &Draft) -> Option<(Date, TextRange)> {
    let signed = draft.letter.signed_on?;
    let line = draft.line(signed.range.start)?;
    let rest = draft.slice(TextRange::new(signed.range.end.min(line.range.end), line.range.end));
    let closes = rest.trim_start_matches(['）', '。']).trim().is_empty();
    signed.date.filter(|_| closes).map(|date| (date, signed.range))
}

/// The deadlines of all tasks, with their places.
fn deadlines<'a>(draft: &Draft<'a>) -> impl Iterator<Item = (&'a Deadline, TextRange)> {
    let source = draft.source;
    let all = draft.analysis.tasks.iter().flat_map(|task| &task.deadlines);
    all.map(move |deadline| (deadline, source.range(deadline.span)))
}

/// Those that fall on a day.
fn dated<'a>(draft: &Draft<'a>) -> impl Iterator<Item = (&'a Deadline, TextRange)> {
    deadlines(draft).filter(|(d, _)| matches!(d.kind, DeadlineKind::By | DeadlineKind::During))
}

/// Whether a time that binds stands within `range`.
fn has_time(draft: &Draft, times: &[TextRange], range: TextRange) -> bool {
    let from = times.partition_point(|t| t.end <= range.start);
    let known = times.get(from).is_some_and(|t| t.start < range.end);
    known
        || draft.slice(range).contains(['月', '日', '周']) && draft.slice(range).contains(|c: char| c.is_ascii_digit())
}

/// The places of all deadlines, in order.
fn places(draft: &Draft) -> Vec<TextRange> {
    let mut places: Vec<TextRange> = deadlines(draft).map(|(_, range)| range).collect();
    places.sort_unstable();
    places
}
