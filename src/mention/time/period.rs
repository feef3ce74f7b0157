//! Lengths of time, as ISO 8601 writes them.

use jiff::Span;
use jiff::civil::Date;

/// The day that lies an ISO 8601 distance behind `day`, or before it, where the
/// distance is negative.
///
/// ```
/// use notice_analyzer::mention::time::counted_from;
/// let day = "2024-02-28".parse().unwrap();
/// assert_eq!(counted_from(day, "P7D").unwrap().to_string(), "2024-03-06");
/// assert_eq!(counted_from(day, "-P1M").unwrap().to_string(), "2024-01-28");
/// ```
pub fn counted_from(day: Date, distance: &str) -> Option<Date> {
    let (length, sign) = match distance.strip_prefix('-') {
        Some(length) => (length, 1),
        None => (distance, -1),
    };
    let length = length.strip_prefix('P')?;
    // Hours and minutes end on the same day.
    let period = Period::parse(if length.starts_with('T') { "0D" } else { length })?;
    Period { n: period.n.checked_mul(sign)?, ..period }.before(day)
}

/// A unit of time, as ISO 8601 writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

const UNITS: [(Unit, &str); 6] = [
    (Unit::Minute, "m"),
    (Unit::Hour, "H"),
    (Unit::Day, "D"),
    (Unit::Week, "W"),
    (Unit::Month, "M"),
    (Unit::Year, "Y"),
];

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub n: i32,
    pub unit: Unit,
}

impl Period {
    /// Reads `3M`; minutes are `m`.
    pub fn parse(text: &str) -> Option<Self> {
        let (unit, sign) = UNITS.iter().find(|(_, sign)| text.ends_with(sign))?;
        Some(Self { n: text.strip_suffix(sign)?.parse().ok()?, unit: *unit })
    }

    /// As one number, which tokens carry.
    pub fn code(self) -> i32 {
        self.n * UNITS.len() as i32 + self.unit as i32
    }

    pub fn of(code: i32) -> Option<Self> {
        let unit = UNITS.get(usize::try_from(code).ok()? % UNITS.len())?.0;
        Some(Self { n: code / UNITS.len() as i32, unit })
    }

    /// ISO 8601: `P3M`, `PT90M`.
    pub fn iso(self) -> String {
        let Self { n, unit } = self;
        match unit {
            Unit::Minute => format!("PT{n}M"),
            Unit::Hour => format!("PT{n}H"),
            Unit::Day => format!("P{n}D"),
            Unit::Week => format!("P{n}W"),
            Unit::Month => format!("P{n}M"),
            Unit::Year => format!("P{n}Y"),
        }
    }

    /// Weeks as days: a distance is counted day by day.
    pub fn in_days(self) -> Self {
        match self.unit {
            Unit::Week => Self { n: self.n.saturating_mul(7), unit: Unit::Day },
            _ => self,
        }
    }

    /// The day so long before `date`.
    pub fn before(self, date: Date) -> Option<Date> {
        let span: Span = match self.unit {
            Unit::Minute | Unit::Hour => return Some(date),
            Unit::Day => Span::new().try_days(self.n).ok()?,
            Unit::Week => Span::new().try_weeks(self.n).ok()?,
            Unit::Month => Span::new().try_months(self.n).ok()?,
            Unit::Year => Span::new().try_years(self.n).ok()?,
        };
        date.checked_sub(span).ok()
    }

    /// The next smaller unit, and how many of it the unit has.
    pub fn parts(unit: Unit) -> (Unit, i32) {
        match unit {
            Unit::Year => (Unit::Month, 12),
            Unit::Month => (Unit::Day, 30),
            Unit::Week => (Unit::Day, 7),
            Unit::Day => (Unit::Hour, 24),
            Unit::Hour | Unit::Minute => (Unit::Minute, 60),
        }
    }

    /// So many tenths of its unit, in whole parts of the next smaller one.
    pub fn tenths(n: i32, unit: Unit) -> Self {
        let (smaller, parts) = Self::parts(unit);
        Self { n: n.saturating_mul(parts) / 10, unit: smaller }
    }
}
