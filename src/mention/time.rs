//! Times: the expressions in a stretch of text that fix when, or how often, an
//! obligation must be met. Dates of the notice, of other documents and of
//! meetings, incidents, named plans, conditions and durations stay silent.
//!
//! One pass makes tokens of numbers and words of time (`token`); patterns of
//! tokens (`patterns.txt`, `pattern`) say what an expression means (`calendar`);
//! its surroundings say whether it binds (`place`, `bare`, `relative`). Each
//! reading looks a bounded number of characters ahead and behind, so the cost is
//! linear.

mod bare;
mod calendar;
mod context;
mod count;
mod cue;
mod date;
mod event;
mod label;
mod pattern;
mod period;
mod place;
mod recurring;
mod relative;
mod sense;
mod token;
mod value;

use super::clause::Clauses;
use crate::span::TextRange;
use context::Context;
use cue::Cue;
use pattern::GRAMMAR;
pub use period::counted_from;
use place::Reading;
use token::{Kind, Token, WORDS, tokens};
pub use value::{Time, TimeBase};

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

/// Stands before a time that is all its cell says, so that it is read as what
/// the heading of its column makes of it.
const COLUMN_LABEL: &str = "完成时限：";

/// The times of a cell in a column of times, where even a bare 3月 binds; the
/// clause of each is the cell.
///
/// ```
/// use notice_analyzer::mention::time::{TimeBase, times_of_cell};
/// let base = TimeBase { work_year: Some(2024), signed_on: None };
/// assert_eq!(times_of_cell("3月", &base)[0].range.start, 0);
/// ```
pub fn times_of_cell(cell: &str, base: &TimeBase) -> Vec<Time> {
    let text = format!("{COLUMN_LABEL}{cell}");
    let found = times(&text, TextRange::new(COLUMN_LABEL.len(), text.len()), base);
    let bare = if found.is_empty() { times(&text, TextRange::new(0, text.len()), base) } else { found };
    let moved = bare.into_iter().filter(|time| time.range.start >= COLUMN_LABEL.len()).map(|time| {
        let start = time.range.start - COLUMN_LABEL.len();
        Time { range: TextRange::new(start, start + time.range.len()), clause: TextRange::new(0, cell.len()), ..time }
    });
    moved.collect()
}

/// Whether `text` is a time and nothing else but a word such as 完成 behind it,
/// as a cell of a time column is; also several of them.
///
/// ```
/// use notice_analyzer::mention::time::is_time;
/// assert!(is_time("2025年6月底前完成") && is_time("3月启动，9月完成") && is_time("2024-06-30"));
/// assert!(!is_time("6月整改") && !is_time("三年行动"));
/// ```
pub fn is_time(text: &str) -> bool {
    let tokens = tokens(text);
    let mut end = 0;
    loop {
        let rest = &tokens[tokens.partition_point(|token| token.start < end)..];
        let longest = GRAMMAR.matches(rest).map(|found| found.len).max();
        let Some(last) = longest.and_then(|len| rest.get(len - 1)).filter(|_| rest[0].start == end) else {
            return false;
        };
        end = last.end + Cue::Completed.opening(&text[last.end..]).map_or(0, str::len);
        if end == text.len() {
            return true;
        }
        let joint = Cue::Joints.opening(&text[end..]).unwrap_or("，");
        if !text[end..].starts_with(joint) {
            return false;
        }
        end += joint.len();
    }
}

/// Whether `text` is a sign between the ends of a range: —, ～, 至.
pub fn is_range_sign(text: &str) -> bool {
    range_sign(text).is_some_and(|sign| sign == text)
}

/// The sign of a range that `text` opens with.
pub(crate) fn range_sign(text: &str) -> Option<&'static str> {
    WORDS.opening(text, "sign")
}

/// The pass over the tokens.
fn scan(mut context: Context) -> Vec<Time> {
    let tokens = tokens(context.text);
    let mut found: Vec<Time> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == Kind::Stop {
            context.end_sentence();
        }
        let rest = &tokens[at..];
        let reading = if measures_number(&tokens, at) {
            None
        } else {
            GRAMMAR.matches(rest).find_map(|found| sense::read(&mut context, rest, &found))
        };
        let end = match reading {
            Some(Reading::Time(time)) => {
                context.found(&time);
                found.push(time);
                context.floor
            }
            Some(Reading::Lookalike(end)) => end,
            None => token.end,
        };
        at += rest.iter().take_while(|token| token.start < end).count();
    }
    found
}

/// Whether the token `at` only says what the number before it counts.
fn measures_number(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
    let touches = before.end == tokens[at].start;
    touches && matches!(before.kind, Kind::Number { .. }) && tokens[at].is_measure()
}
