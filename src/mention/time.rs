//! Times: the expressions in a stretch of text that fix when, or how often, an
//! obligation must be met. Dates of the notice, of other documents and of
//! meetings, incidents, named plans, conditions and durations stay silent.
//!
//! One pass looks at every character; where one can open (每, 年, a digit, …)
//! or close (期间, 前) a time, a small parser reads on from there. Each parser
//! looks a bounded number of characters ahead and behind, so the cost is linear.

mod bare;

mod closing;
mod context;
mod count;

mod date;
mod day;
mod due_day;
mod duration;
mod every;
mod label;
mod occasion;
mod point;
mod range;
mod school_week;
mod system;
mod words;

use super::clause::Clauses;
use super::cursor::{Cursor, is_number_char};
use crate::analysis::{Certainty, DeadlineKind};
use crate::span::TextRange;
use context::Context;
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
    /// ISO 8601 distance of `Relative`, such as `P7D`. Working days count as
    /// days: ISO 8601 has no sign for them.
    pub offset: Option<String>,
    /// How sure the reading is.
    pub certainty: Certainty,
}

impl Time {
    fn new(start: usize, end: usize, kind: DeadlineKind) -> Self {
        let range = TextRange::new(start, end);
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

    fn by(start: usize, end: usize, last: Option<Date>) -> Self {
        Self { end: last, ..Self::new(start, end, DeadlineKind::By) }
    }

    fn during(start: usize, end: usize, first: Option<Date>, last: Option<Date>) -> Self {
        Self { start: first, end: last, ..Self::new(start, end, DeadlineKind::During) }
    }

    fn recurring(start: usize, end: usize, period: String) -> Self {
        Self { period: Some(period), ..Self::new(start, end, DeadlineKind::Recurring) }
    }

    fn relative(start: usize, end: usize, event: Option<String>, offset: String) -> Self {
        Self { event, offset: Some(offset), ..Self::new(start, end, DeadlineKind::Relative) }
    }

    fn likely(self) -> Self {
        Self { certainty: Certainty::Likely, ..self }
    }
}

/// The times in `range` (bytes) of the cleaned view, in order, not overlapping.
/// A range that is not on character boundaries holds none.
///
/// ```
/// use notice_analyzer::mention::time::{TimeBase, times};
/// use notice_analyzer::TextRange;
/// let text = "各镇每季度至少检查一次，6月底前完成整改。";
/// let base = TimeBase { work_year: Some(2024), signed_on: None };
/// let times = times(text, TextRange::new(0, text.len()), &base);
/// assert_eq!(times[0].range.of(text), "每季度");
/// assert_eq!((times[0].period.as_deref(), times[0].count), (Some("P3M"), Some(1)));
/// assert_eq!(times[1].range.of(text), "6月底前");
/// assert_eq!(times[1].end.unwrap().to_string(), "2024-06-30");
/// ```
pub fn times(clean: &str, range: TextRange, base: &TimeBase) -> Vec<Time> {
    let Some(text) = clean.get(range.start..range.end) else { return Vec::new() };
    let mut times = scan(Context::new(text, base));
    let clauses = Clauses::new(text);
    let mut floor = 0;
    for time in &mut times {
        time.clause = clauses.of_time(time.range, floor).shift(range.start);
        floor = time.range.end;
        time.range = time.range.shift(range.start);
    }
    times
}

/// What a parser makes of a place.
enum Reading {
    /// A time.
    Time(Time),
    /// Words that look like a time and are none, up to this byte.
    Lookalike(usize),
}

/// The pass over the text.
fn scan(mut context: Context) -> Vec<Time> {
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while let Some(c) = context.text[at..].chars().next() {
        at = match read(&mut context, at, c) {
            Some(Reading::Time(time)) => {
                context.floor = time.range.end;
                context.last = Some((time.kind, time.certainty));
                found.push(time);
                context.floor
            }
            Some(Reading::Lookalike(end)) => end,
            None => at + c.len_utf8(),
        };
    }
    found
}

/// Reads the time that opens, or closes, with the character `c` at `at`.
fn read(context: &mut Context, at: usize, c: char) -> Option<Reading> {
    match c {
        '。' | '\n' => {
            context.end_sentence();
            None
        }
        '《' => context.title(at),
        '每' => every::read(context, at),
        '前' => occasion::before(context, at),
        _ if is_number_char(c) => number(context, at),
        _ => {
            let followers = words::followers(c)?;
            let next = context.after(at + c.len_utf8()).chars().next()?;
            if followers.contains(next) { word(context, at, c) } else { None }
        }
    }
}

/// Reads the time that opens with a word at `at`: 今年, 上半年, 逐月, 周调度.
fn word(context: &mut Context, at: usize, c: char) -> Option<Reading> {
    match c {
        '逐' | '按' => every::stepwise(context, at),
        '全' => every::whole_year(context, at),
        '期' => occasion::during(context, at),
        '即' | '现' => date::from_now(context, at),
        '第' => date::read(context, at).or_else(|| school_week::read(context, at)),
        '日' | '周' | '季' | '旬' | '半' | '双' => system::read(context, at),
        _ => date::read(context, at).or_else(|| system::read(context, at)).or_else(|| day::read(context, at)),
    }
}

/// A time that opens with a number; or a number that opens none.
fn number(context: &mut Context, at: usize) -> Option<Reading> {
    let end = Cursor::new(context.text, at).number_end();
    let next = context.text[end..].chars().next();
    if !next.is_some_and(|c| words::AFTER_NUMBER.contains(c)) {
        return Some(Reading::Lookalike(end));
    }
    if next == Some('、') && !range::is_list(context, at) {
        return Some(Reading::Lookalike(end));
    }
    duration::cycle(context, at)
        .or_else(|| duration::per_period(context, at))
        .or_else(|| occasion::plan_end(context, at))
        .or_else(|| date::read(context, at))
        .or_else(|| duration::read(context, at))
        .or_else(|| day::read(context, at))
        .or(Some(Reading::Lookalike(end)))
}
