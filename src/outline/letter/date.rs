//! Dates as a letter closes with them: 2024年2月18日, 二〇二四年二月十八日, also
//! with blanks to be filled in (2025年 月 日).

use crate::lexicon::numeral::{is_year_char, leading_number};
use jiff::civil::Date;

/// A date in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// Bytes it takes.
    pub(super) len: usize,
    /// Its year, where one is given.
    pub(super) year: Option<i16>,
    /// The day; `None` if a part is blank or there is no such day.
    pub(super) date: Option<Date>,
}

/// Characters that hold the place of a number to be filled in.
const BLANKS: &[char] = &['X', 'x', '×', '_', '＿', '—', '△', '某', '…', '.'];

/// Reads the date that `text` opens with.
pub(super) fn date_at(text: &str) -> Option<Written> {
    han_date(text).or_else(|| digit_date(text))
}

/// Reads `text` if it is a date and nothing else, also in brackets.
pub(super) fn whole_date(text: &str) -> Option<Written> {
    let inner = text.strip_prefix('（').and_then(|t| t.strip_suffix('）')).unwrap_or(text);
    date_at(inner).filter(|written| written.len == inner.len())
}

/// Whether `text` is a year and a month, as some letters are dated.
pub(super) fn is_month(text: &str) -> bool {
    part(text, '年').and_then(|(year, rest)| Some((year?, part(rest, '月')?))).is_some_and(|(_, month)| {
        let (number, rest) = month;
        rest.is_empty() && number.is_some_and(|month| (1..=12).contains(&month))
    })
}

/// The first and the last year that a title names: 2024年, 2024—2026年.
pub(super) fn years_in(title: &str) -> Option<(i16, i16)> {
    let places = title.char_indices().filter(|(_, c)| c.is_ascii_digit() || "二一".contains(*c));
    let mut years = places.filter_map(|(at, _)| {
        let inner = title[..at].ends_with(|c: char| c.is_ascii_digit());
        if inner { None } else { year_at(&title[at..]).or_else(|| span_start(&title[at..])) }
    });
    let first = years.next()?;
    Some((first, years.next_back().unwrap_or(first)))
}

/// The first year of 2024—2026年.
fn span_start(text: &str) -> Option<i16> {
    let (year, len) = leading_number(text)?;
    let rest = text[len..].trim_start_matches(['—', '-', '－', '–', '～', '~', '至', '到']);
    let ends = rest.len() < text.len() - len && year_at(rest).is_some();
    (ends && (1949..=2099).contains(&year)).then_some(year as i16)
}

/// The year that `text` opens with: 2024年, 二〇二四年, 2024年度.
pub(super) fn year_at(text: &str) -> Option<i16> {
    let (year, len) = leading_number(text)?;
    let plausible = (1949..=2099).contains(&year) && text[len..].starts_with('年');
    plausible.then_some(year as i16)
}

fn han_date(text: &str) -> Option<Written> {
    let (year, rest) = lettered_year(text).or_else(|| part(text, '年'))?;
    let (month, rest) = part(rest, '月')?;
    let (day, rest) = part(rest, '日').or_else(|| part(rest, '号'))?;
    let year = year.filter(|y| (1949..=2099).contains(y)).map(|y| y as i16);
    Some(Written { len: text.len() - rest.len(), year, date: day_of(year, month, day) })
}

/// 二O二四年: a letter for the nought.
fn lettered_year(text: &str) -> Option<(Option<u32>, &str)> {
    let (digits, rest) = text.split_once('年').filter(|(digits, _)| digits.chars().take(5).count() == 4)?;
    let lettered = digits.contains(['O', 'o']) && digits.chars().all(is_year_char);
    lettered.then(|| (leading_number(&digits.replace(['O', 'o'], "〇")).map(|(year, _)| year), rest))
}

/// The number before `mark`, `None` where it is blank, and what follows.
fn part(text: &str, mark: char) -> Option<(Option<u32>, &str)> {
    let (number, rest) = match leading_number(text) {
        Some((number, len)) => (Some(number), &text[len..]),
        None => (None, text.trim_start_matches(BLANKS)),
    };
    Some((number, rest.strip_prefix(mark)?))
}

/// 2024-02-18, 2024.2.18, 2024/2/18
fn digit_date(text: &str) -> Option<Written> {
    let (year, len) = leading_number(text).filter(|(year, len)| *len == 4 && (1949..=2099).contains(year))?;
    let mark = text[len..].chars().next().filter(|c| matches!(c, '-' | '.' | '/' | '—'))?;
    let rest = &text[len + mark.len_utf8()..];
    let (month, len) = leading_number(rest)?;
    let rest = rest[len..].strip_prefix(mark)?;
    let (day, len) = leading_number(rest)?;
    let year = Some(year as i16);
    let date = day_of(year, Some(month), Some(day))?;
    Some(Written { len: text.len() - rest.len() + len, year, date: Some(date) })
}

fn day_of(year: Option<i16>, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let (month, day) = (i8::try_from(month?).ok()?, i8::try_from(day?).ok()?);
    Date::new(year?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::{whole_date, year_at};

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2024年2月18日", Some((Some(2024), Some("2024-02-18")))),
            ("二〇二四年二月十八日", Some((Some(2024), Some("2024-02-18")))),
            ("二○二四年十二月三十日", Some((Some(2024), Some("2024-12-30")))),
            ("二O二四年十二月三十日", Some((Some(2024), Some("2024-12-30")))),
            ("（2024年2月18日）", Some((Some(2024), Some("2024-02-18")))),
            ("2024-02-18", Some((Some(2024), Some("2024-02-18")))),
            ("2024.2.8", Some((Some(2024), Some("2024-02-08")))),
            ("2025年月日", Some((Some(2025), None))),
            ("2025年X月X日", Some((Some(2025), None))),
            ("年月日", Some((None, None))),
            ("2025年3月日", Some((Some(2025), None))),
            ("2025年2月30日", Some((Some(2025), None))),
            ("2024年2月8号", Some((Some(2024), Some("2024-02-08")))),
            ("2024年2月", None),
            ("2月18日", None),
            ("2024年2月18日前", None),
            ("2024年2月18日印发", None),
            ("1.2.3", None),
            ("", None),
        ] {
            let expected = expected.map(|(year, date)| (year, date.map(str::to_owned)));
            let found = whole_date(text).map(|w| (w.year, w.date.map(|d| d.to_string())));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn years() {
        for (text, expected) in [
            ("2024年安全生产", Some(2024)),
            ("二〇二五年重点工作", Some(2025)),
            ("2024年度", Some(2024)),
            ("2024号", None),
            ("20年", None),
            ("三年行动", None),
        ] {
            assert_eq!(year_at(text), expected, "{text}");
        }
    }
}
