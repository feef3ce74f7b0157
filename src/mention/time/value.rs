//! A time as it is handed on, and what it is resolved against.

use super::calendar::Days;
use super::period::Period;
use crate::analysis::{Certainty, DeadlineKind};
use crate::span::TextRange;
use jiff::civil::Date;

/// What dates that leave something out are resolved against. What is unknown
/// leaves the value open; it is never guessed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeBase {
    /// The year that a date without a year belongs to.
    pub work_year: Option<i16>,
    /// The day of 今年, 明年, 月底前 and 即日起.
    pub signed_on: Option<Date>,
}

/// A time in the cleaned view.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// The shortest words that carry it.
    pub range: TextRange,
    /// The clause it binds.
    pub clause: TextRange,
    /// How it binds.
    pub kind: DeadlineKind,
    /// First day, of `During` and of a `Recurring` that says since when.
    pub start: Option<Date>,
    /// Last day, inclusive, of `By` and `During`.
    pub end: Option<Date>,
    /// ISO 8601 period of `Recurring`, such as `P3M`.
    pub period: Option<String>,
    /// Times in each period, where said; never things.
    pub count: Option<u32>,
    /// What `Relative` is counted from, where said.
    pub event: Option<String>,
    /// ISO 8601 distance of `Relative`, such as `P7D`; negative before an event.
    /// Working days count as days: ISO 8601 has no sign for them.
    pub offset: Option<String>,
    /// How sure the reading is.
    pub certainty: Certainty,
}

impl Time {
    fn new(range: TextRange, kind: DeadlineKind) -> Self {
        Self {
            range,
            clause: range,
            kind,
            start: None,
            end: None,
            period: None,
            count: None,
            event: None,
            offset: None,
            certainty: Certainty::Sure,
        }
    }

    pub(super) fn by(range: TextRange, last: Option<Date>) -> Self {
        Self { end: last, ..Self::new(range, DeadlineKind::By) }
    }

    pub(super) fn during(range: TextRange, days: Days) -> Self {
        Self { start: days.first, end: days.last, ..Self::new(range, DeadlineKind::During) }
    }

    pub(super) fn recurring(range: TextRange, period: Period) -> Self {
        Self { period: Some(period.iso()), ..Self::new(range, DeadlineKind::Recurring) }
    }

    /// `offset` behind an event, `None` where it only must come first.
    pub(super) fn relative(range: TextRange, event: Option<String>, offset: Option<String>) -> Self {
        Self { event, offset, ..Self::new(range, DeadlineKind::Relative) }
    }

    pub(super) fn likely(self) -> Self {
        Self { certainty: Certainty::Likely, ..self }
    }

    pub(super) fn likely_if(self, doubtful: bool) -> Self {
        if doubtful { self.likely() } else { self }
    }
}
