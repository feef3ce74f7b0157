//! One point of the calendar as notices write it: 6月底, 2025年3月15日, 明年底,
//! 第二季度, 上半年.

use super::words::RANGE_SIGNS;
use crate::mention::cursor::Cursor;
use jiff::civil::Date;

/// The year a point states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// None.
    Left,
    /// 2024年.
    Stated(i16),
    /// 今年, 本年.
    This,
    /// 明年, 来年.
    Next,
    /// 次年, 翌年: the year after the one spoken of.
    Following,
    /// 去年, 上一年度.
    Past,
}

/// Years that are not written as numbers; longer words first.
const YEARS: &[(&str, Year)] = &[
    ("今年", Year::This),
    ("本年度", Year::This),
    ("本年", Year::This),
    ("当年", Year::This),
    ("明年", Year::Next),
    ("来年", Year::Next),
    ("次年", Year::Following),
    ("翌年", Year::Following),
    ("下一年度", Year::Following),
    ("下一年", Year::Following),
    ("下年度", Year::Following),
    ("去年", Year::Past),
    ("上一年度", Year::Past),
    ("上年度", Year::Past),
    ("上一年", Year::Past),
    ("上年", Year::Past),
];

/// The part of the year a point states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// 3月15日.
    Day(u32, u32),
    /// 15日, in a month named before.
    DayOnly(u32),
    /// 6月上旬, 中旬, 中下旬: from which third of the month to which.
    Tenth(u32, u8, u8),
    /// 6月初: no certain day; read as its first third.
    MonthStart(u32),
    /// 6月.
    Month(u32),
    /// 6月底.
    MonthEnd(u32),
    /// 第二季度.
    Quarter(u32),
    /// 二季度末.
    QuarterEnd(u32),
    /// 上半年, 下半年.
    Half(u8),
    /// 2025年.
    Year,
    /// 2025年底, 年内.
    YearEnd,
}

/// A point of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub year: Year,
    pub part: Part,
}

/// The days a point covers; `None` where the year is unknown or the day does
/// not exist.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Days {
    pub first: Option<Date>,
    pub last: Option<Date>,
}

impl Part {
    /// The month it lies in, where it states one.
    pub fn month(self) -> Option<u32> {
        match self {
            Part::Day(month, _) | Part::Tenth(month, ..) => Some(month),
            Part::MonthStart(month) | Part::Month(month) | Part::MonthEnd(month) => Some(month),
            _ => None,
        }
    }

    /// Whether the words say that they mean an end: 底, 末, 旬, 年内.
    pub fn is_end(self) -> bool {
        matches!(self, Part::Tenth(..) | Part::MonthStart(_) | Part::MonthEnd(_) | Part::QuarterEnd(_) | Part::YearEnd)
    }

    /// Whether 前 after it leaves open if it is meant inclusively.
    pub fn is_stretch(self) -> bool {
        matches!(self, Part::Month(_) | Part::Quarter(_) | Part::Year)
    }

    /// The days it covers in `year`.
    pub fn days(self, year: i16) -> Days {
        let (from, to) = match self {
            Part::Day(month, day) => {
                let date = day_of(year, month, day);
                return Days { first: date, last: date };
            }
            Part::DayOnly(_) => return Days::default(),
            Part::Tenth(month, from, to) => {
                let last = if to == 3 { month_end(year, month) } else { day_of(year, month, to as u32 * 10) };
                return Days { first: day_of(year, month, from as u32 * 10 - 9), last };
            }
            Part::MonthStart(month) => {
                return Days { first: day_of(year, month, 1), last: day_of(year, month, 10) };
            }
            Part::Month(month) | Part::MonthEnd(month) => (month, month),
            Part::Quarter(quarter) | Part::QuarterEnd(quarter) => (quarter * 3 - 2, quarter * 3),
            Part::Half(half) => (half as u32 * 6 - 5, half as u32 * 6),
            Part::Year | Part::YearEnd => (1, 12),
        };
        Days { first: day_of(year, from, 1), last: month_end(year, to) }
    }
}

/// The date, if there is such a day.
pub(super) fn day_of(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The last day of a month.
pub(super) fn month_end(year: i16, month: u32) -> Option<Date> {
    day_of(year, month, 1).map(Date::last_of_month)
}

/// Reads a point and steps over it.
pub(super) fn parse(cursor: &mut Cursor) -> Option<Point> {
    cursor.attempt(digits).or_else(|| cursor.attempt(words))
}

/// 2024-06-30, 2024.6.30, 2024/6/30.
fn digits(cursor: &mut Cursor) -> Option<Point> {
    let year = Year::Stated(stated_year(cursor)?);
    let sign = cursor.eat_any(&["-", ".", "/"])?;
    let month = cursor.small_number().filter(|month| (1..=12).contains(month))?;
    if cursor.eat(sign) {
        return Some(Point { year, part: Part::Day(month, cursor.small_number()?) });
    }
    let is_month = sign != "-" && !cursor.sees(&["年", "月", "%"]) && !cursor.sees(RANGE_SIGNS);
    is_month.then_some(Point { year, part: Part::Month(month) })
}

/// 2024年6月底, 明年上半年, 年内.
fn words(cursor: &mut Cursor) -> Option<Point> {
    let year = year(cursor);
    let end = match year {
        Some(_) => cursor.attempt(|ahead| {
            ahead.eat("年");
            ahead.eat_any(&["底", "末", "终"])
        }),
        None => cursor.attempt(|ahead| ahead.eat("年").then(|| ahead.eat_any(&["底", "末", "终", "内"]))?),
    };
    let part = match end {
        Some(_) => Some(Part::YearEnd),
        None => half(cursor).or_else(|| cursor.attempt(quarter)).or_else(|| cursor.attempt(month)),
    };
    let part = part.or(year.map(|_| Part::Year))?;
    Some(Point { year: year.unwrap_or(Year::Left), part })
}

/// A number that can only be a year.
fn stated_year(cursor: &mut Cursor) -> Option<i16> {
    let value = cursor.number().filter(|value| (1990..=2100).contains(value))?;
    i16::try_from(value).ok()
}

fn year(cursor: &mut Cursor) -> Option<Year> {
    let named = YEARS.iter().find(|(word, _)| cursor.eat(word));
    let full = named.map(|(_, year)| *year).or_else(|| {
        cursor.attempt(|ahead| {
            let value = stated_year(ahead)?;
            (ahead.eat("年") || opens_range(*ahead, "年")).then_some(Year::Stated(value))
        })
    });
    full.or_else(|| cursor.attempt(short_year))
}

/// The 24年 of 24年底 and 24年6月, which cannot be a length.
fn short_year(cursor: &mut Cursor) -> Option<Year> {
    if !cursor.peek()?.is_ascii_digit() {
        return None;
    }
    let value = cursor.small_number().filter(|value| (18..=40).contains(value))?;
    let closed = cursor.eat("年");
    let mut ahead = *cursor;
    let goes_on = ahead.sees(&["底", "末"]) || month(&mut ahead).is_some();
    (closed && goes_on).then_some(Year::Stated(2000 + i16::try_from(value).ok()?))
}

/// Whether a sign and another number with `unit` follow: the 2023 of
/// 2023—2025年.
fn opens_range(mut ahead: Cursor, unit: &str) -> bool {
    ahead.eat_any(RANGE_SIGNS).is_some() && ahead.number().is_some() && ahead.eat(unit)
}

/// Whether more numbers and at last 月 follow: the 3 of 3、6、9、12月.
fn opens_list(mut ahead: Cursor) -> bool {
    for _ in 0..11 {
        if !ahead.eat("、") || ahead.small_number().is_none() {
            return false;
        }
        if ahead.sees(&["月"]) {
            return true;
        }
    }
    false
}

fn half(cursor: &mut Cursor) -> Option<Part> {
    Some(match cursor.eat_any(&["上半年", "下半年"])? {
        "上半年" => Part::Half(1),
        _ => Part::Half(2),
    })
}

fn quarter(cursor: &mut Cursor) -> Option<Part> {
    cursor.eat("第");
    let number = cursor.small_number().filter(|number| (1..=4).contains(number))?;
    if !cursor.eat("季度") {
        return opens_range(*cursor, "季度").then_some(Part::Quarter(number));
    }
    let is_end = cursor.eat_any(&["末", "底"]).is_some();
    Some(if is_end { Part::QuarterEnd(number) } else { Part::Quarter(number) })
}

fn month(cursor: &mut Cursor) -> Option<Part> {
    let month = cursor.small_number().filter(|month| (1..=12).contains(month))?;
    if !cursor.eat("月") {
        return (opens_range(*cursor, "月") || opens_list(*cursor)).then_some(Part::Month(month));
    }
    let day = cursor.attempt(|ahead| {
        ahead.eat("份");
        ahead.eat("的");
        let day = ahead.small_number()?;
        (ahead.eat_any(&["日", "号"]).is_some() || opens_range(*ahead, "日")).then_some(day)
    });
    Some(day.map_or_else(|| within_month(cursor, month), |day| Part::Day(month, day)))
}

/// What follows 6月, other than a day.
fn within_month(cursor: &mut Cursor, month: u32) -> Part {
    cursor.eat("份");
    for (word, from, to) in [("上旬", 1, 1), ("上中旬", 1, 2), ("中旬", 2, 2), ("中下旬", 2, 3), ("下旬", 3, 3)]
    {
        if cursor.eat(word) {
            return Part::Tenth(month, from, to);
        }
    }
    match cursor.eat_any(&["底", "末", "初"]) {
        Some("初") => Part::MonthStart(month),
        Some(_) => Part::MonthEnd(month),
        None => Part::Month(month),
    }
}
