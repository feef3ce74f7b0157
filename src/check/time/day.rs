//! A date as it is written, whether it exists or not.

use crate::check::draft::Draft;
use crate::lexicon::numeral::leading_number;
use crate::mention::time::is_range_sign;
use crate::span::TextRange;
use jiff::civil::Date;

/// A leap year, in which a day without a year may exist.
const LEAP: i16 = 2024;

/// A month, with its day and year where they are given.
#[derive(Clone, Copy)]
pub(super) struct Day {
    pub range: TextRange,
    pub year: Option<i16>,
    pub month: u32,
    pub day: Option<u32>,
}

impl Day {
    /// Reads the date around a 月 with a number in Arabic digits.
    pub fn read(draft: &Draft, mark: TextRange) -> Option<Self> {
        let before = draft.before(mark.start);
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &before[head.len()..];
        let month: u32 = digits.parse().ok().filter(|_| (1..=2).contains(&digits.len()))?;
        let year = head.strip_suffix('年').and_then(|rest| {
            let number = &rest[rest.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
            number.parse().ok().filter(|_| number.len() == 4).map(|year: i16| (year, number.len() + '年'.len_utf8()))
        });
        let spans = head.ends_with('-') && head.trim_end_matches('-').ends_with(['日', '月']);
        let odd = !spans && head.ends_with(['.', '-', '/', '·', '第', '满'])
            || year.is_none() && head.ends_with('年') && !head.ends_with("今年") && !head.ends_with("明年");
        let after = draft.after(mark.end);
        let day = leading_number(after)
            .filter(|(_, len)| after.as_bytes()[0].is_ascii_digit() && after[*len..].starts_with('日'));
        let end = mark.end + day.map_or(0, |(_, len)| len + '日'.len_utf8());
        let start = mark.start - digits.len() - year.map_or(0, |(_, len)| len);
        let range = TextRange::new(start, end);
        (!odd).then_some(Self { range, year: year.map(|(year, _)| year), month, day: day.map(|(day, _)| day) })
    }

    /// Whether the calendar has it.
    pub fn exists(self) -> bool {
        let Ok(month) = i8::try_from(self.month) else { return false };
        let day = self.day.map_or(Ok(1), i8::try_from);
        day.is_ok_and(|day| Date::new(self.year.unwrap_or(LEAP), month, day).is_ok())
    }

    /// Whether this day closes a period that `start` opens, and lies before it.
    pub fn ends(self, draft: &Draft, start: &Self) -> bool {
        let between = draft.slice(TextRange::new(start.range.end, self.range.start.max(start.range.end)));
        let joined = is_range_sign(between);
        let same_year = self.year.is_none() || self.year == start.year;
        let (from, to) = ((start.month, start.day.unwrap_or(0)), (self.month, self.day.unwrap_or(u32::MAX)));
        let later_year = self.year.zip(start.year).is_some_and(|(end, start)| end < start);
        joined && (later_year || same_year && to < from && (self.year.is_some() || self.month == start.month))
    }
}
