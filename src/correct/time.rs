//! A time that a person types.

use super::names::plain;
use crate::analysis::{Certainty, Deadline, DeadlineKind};
use crate::mention::time::{Time, TimeBase, times_of_cell};
use crate::source::Source;
use crate::span::Span;

/// What `typed` says; where it is no time that the grammar knows, its words
/// alone. `read` is what it stands for, `clause` what it binds.
pub(super) fn deadline(typed: &str, base: &TimeBase, read: &str, clause: &str, span: Span) -> Deadline {
    let source = Source::new(typed);
    let words = Deadline {
        text: plain(typed),
        kind: DeadlineKind::By,
        start: None,
        end: None,
        period: None,
        count: None,
        event: None,
        offset: None,
        clause: clause.to_owned(),
        certainty: Certainty::Sure,
        corrected: Some(read.to_owned()),
        span,
    };
    match <[Time; 1]>::try_from(times_of_cell(source.clean(), base)) {
        Ok([Time { kind, start, end, period, count, event, offset, .. }]) => {
            Deadline { kind, start, end, period, count, event, offset, ..words }
        }
        Err(_) => words,
    }
}
