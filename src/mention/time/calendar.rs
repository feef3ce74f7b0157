//! What marks say of the calendar: lengths, points as notices write them (6月底,
//! 明年底, 第二季度, 本周五), and the days they cover.

use super::pattern::Mark;
use super::period::Period;
use jiff::ToSpan;
use jiff::civil::Date;

/// The length that marks say: 5个工作日, 1.5小时, 一年半, 三年六个月.
pub(super) fn length(marks: &[Mark]) -> Option<Period> {
    let value = |slot| marks.iter().find(|mark| mark.slot == slot).map(|mark| mark.value);
    let n = value("n").unwrap_or(1);
    if let Some(half) = value("andhalf").and_then(Period::of) {
        let whole = half.n.saturating_mul(2).saturating_mul(n);
        return Some(Period { n: whole.saturating_add(half.n), unit: half.unit });
    }
    let unit = Period::of(value("unit")?)?;
    if let Some(tenths) = value("half").map(|_| 5).or(value("tenths")) {
        return Some(Period::tenths(n.saturating_mul(10).saturating_add(tenths), unit.unit));
    }
    let whole = Period { n: n.saturating_mul(unit.n), unit: unit.unit };
    let Some((more, rest)) = value("n2").zip(value("unit2").and_then(Period::of)) else { return Some(whole) };
    let (smaller, parts) = Period::parts(unit.unit);
    let n = whole.n.saturating_mul(parts).saturating_add(more.saturating_mul(rest.n));
    (rest.unit == smaller).then_some(Period { n, unit: smaller })
}

/// The year a point states.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Year {
    /// None.
    #[default]
    Left,
    /// 2024年.
    Stated(i16),
    /// 今年 is 0, 明年 1: counted from the notice.
    Near(i16),
    /// 次年: the one behind the year spoken of.
    Following,
}

/// What a point says below the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing: the whole year.
    #[default]
    Year,
    /// 2025年底, 年内.
    YearEnd,
    /// 上半年, 下半年.
    Half(u32),
    /// 前三季度.
    FirstQuarters(u32),
    /// 第二季度.
    Quarter(u32),
    /// 二季度末.
    QuarterEnd(u32),
    /// 本季度, by its distance.
    NearQuarter(i32),
    /// 6月, or what a point states within it.
    Month(Month, Within),
    /// 本周五; the day of the week counts from 1. `None` of the week is the
    /// next such day, `None` of the day the whole week.
    Week(Option<i32>, Option<i32>),
    /// 明日, by its distance.
    NearDay(i32),
    /// A time whose days nobody says: 第二周, 农历三月初一, 年初.
    Open,
}

/// What a point states within its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// Nothing: the whole month.
    All,
    /// 6月底.
    End,
    /// 6月初: no certain day; read as its first third.
    Start,
    /// 6月上旬, 中下旬: from which third of the month to which.
    Tenth(u32, u32),
    /// 6月上半月.
    Half(u32),
    /// 6月最后5天.
    LastDays(u32),
    /// 6月最后一个工作日.
    LastWorkday,
    /// 3月15日.
    Day(u32),
}

/// The month of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Month {
    /// 6月.
    Stated(u32),
    /// 本月 is 0, 下月 1.
    Near(i32),
    /// That of the point before.
    Lent,
}

/// A point of the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

impl Within {
    /// The days of it in the month that starts with `first`.
    fn days(self, first: Date) -> Days {
        let last = first.last_of_month();
        let day = |day: u32| i8::try_from(day).ok().and_then(|day| first.with().day(day).build().ok());
        let before_last = |days: i64| last.checked_sub(days.days()).ok();
        let (from, to) = match self {
            Within::All | Within::End => (Some(first), Some(last)),
            Within::Start => (Some(first), day(10)),
            Within::Tenth(from, 3) => (day(from * 10 - 9), Some(last)),
            Within::Tenth(from, to) => (day(from * 10 - 9), day(to * 10)),
            Within::Half(1) => (Some(first), day(15)),
            Within::Half(_) => (day(16), Some(last)),
            Within::LastDays(days) => (before_last(i64::from(days) - 1), Some(last)),
            Within::LastWorkday => {
                let workday = before_last((i64::from(last.weekday().to_monday_one_offset()) - 5).max(0));
                (workday, workday)
            }
            Within::Day(of_month) => (day(of_month), day(of_month)),
        };
        Days { first: from, last: to }
    }
}

impl Part {
    /// The month it lies in, where it names one.
    pub fn month(self) -> Option<Month> {
        match self {
            Part::Month(month, _) => Some(month),
            _ => None,
        }
    }

    /// The same part of another month.
    pub fn in_month(self, month: Month) -> Self {
        match self {
            Part::Month(_, within) => Part::Month(month, within),
            part => part,
        }
    }

    /// Whether the words say that they mean an end: 底, 末, 旬, 年内.
    pub fn is_end(self) -> bool {
        match self {
            Part::Month(_, within) => !matches!(within, Within::All | Within::LastDays(_) | Within::Day(_)),
            part => matches!(part, Part::QuarterEnd(_) | Part::YearEnd),
        }
    }

    /// Whether 前 after it leaves open if it is meant inclusively.
    pub fn is_stretch(self) -> bool {
        matches!(self, Part::Month(_, Within::All) | Part::Quarter(_) | Part::Year)
    }

    /// Whether it is counted from the notice itself.
    pub fn is_near(self) -> bool {
        matches!(self, Part::NearQuarter(_) | Part::Week(..) | Part::NearDay(_))
            || matches!(self.month(), Some(Month::Near(_) | Month::Lent))
    }

    /// The days it covers in `year`; of a month only where it is stated.
    fn days(self, year: i16) -> Days {
        let months = |from, to| {
            let first = day_of(year, from, 1);
            Days { first, last: day_of(year, to, 1).map(Date::last_of_month) }
        };
        match self {
            Part::Year | Part::YearEnd => months(1, 12),
            Part::Half(half) => months(half * 6 - 5, half * 6),
            Part::FirstQuarters(count) => months(1, (count * 3).min(12)),
            Part::Quarter(quarter) | Part::QuarterEnd(quarter) => months(quarter * 3 - 2, quarter * 3),
            Part::Month(Month::Stated(month), within) => {
                day_of(year, month, 1).map_or(Days::default(), |first| within.days(first))
            }
            Part::Month(..) | Part::NearQuarter(_) | Part::Week(..) | Part::NearDay(_) | Part::Open => Days::default(),
        }
    }

    /// The days it covers, counted from a notice of the day `signed`.
    fn near_days(self, signed: Date) -> Days {
        match self {
            Part::NearQuarter(distance) => {
                let quarter = (i32::from(signed.month()) - 1) / 3 + distance;
                let year = signed.year().saturating_add(quarter.div_euclid(4) as i16);
                Part::Quarter(quarter.rem_euclid(4) as u32 + 1).days(year)
            }
            Part::NearDay(distance) => Days::one(signed.checked_add(distance.days()).ok()),
            Part::Week(week, weekday) => week_days(signed, week, weekday),
            Part::Month(Month::Near(distance), within) => {
                let month = signed.first_of_month().checked_add(distance.months());
                month.map_or(Days::default(), |first| within.days(first))
            }
            _ => Days::default(),
        }
    }
}

impl Days {
    fn one(day: Option<Date>) -> Self {
        Self { first: day, last: day }
    }
}

/// The days of a week, or one of them.
fn week_days(signed: Date, week: Option<i32>, weekday: Option<i32>) -> Days {
    let today = i32::from(signed.weekday().to_monday_one_offset());
    let day = |weekday: i32| {
        let ahead = match week {
            Some(week) => week.saturating_mul(7).saturating_add(weekday - today),
            None => (weekday - today).rem_euclid(7),
        };
        signed.checked_add(ahead.days()).ok()
    };
    match weekday {
        Some(weekday) => Days::one(day(weekday)),
        None => Days { first: day(1), last: day(7) },
    }
}

/// The date, if there is such a day.
pub(super) fn day_of(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl Point {
    /// The point that marks say, and the one behind the sign of a range.
    pub fn read(marks: &[Mark]) -> (Self, Option<Self>) {
        match marks.iter().position(|mark| mark.slot == "sign") {
            Some(sign) => {
                let (first, second) = (Self::of(&marks[..sign]), Self::of(&marks[sign + 1..]));
                (first, Some(Self { part: with_lent(first.part, second.part), ..second }))
            }
            None => (Self::of(marks), None),
        }
    }

    fn of(marks: &[Mark]) -> Self {
        let value = |slot| marks.iter().find(|mark| mark.slot == slot).map(|mark| mark.value);
        let number = |slot| value(slot).and_then(|value| u32::try_from(value).ok());
        let small = |slot| value(slot).and_then(|value| i16::try_from(value).ok());
        let year = match (small("year"), small("rel"), value("following")) {
            (Some(year), ..) => Year::Stated(if year < 100 { year + 2000 } else { year }),
            (_, Some(distance), _) => Year::Near(distance),
            (.., Some(_)) => Year::Following,
            _ => Year::Left,
        };
        let month = number("month").map(Month::Stated).or(value("relmonth").map(Month::Near));
        let has = |slot| value(slot).is_some();
        let within = match number("third") {
            Some(third) => Within::Tenth(third / 10, third % 10),
            None if has("halfmonth") => Within::Half(number("halfmonth").unwrap_or(1)),
            None if has("last") => Within::LastDays(number("last").unwrap_or(1)),
            None if has("workday") => Within::LastWorkday,
            None if has("end") => Within::End,
            None if has("begin") => Within::Start,
            None => Within::All,
        };
        let quarter = |quarter| if has("end") { Part::QuarterEnd(quarter) } else { Part::Quarter(quarter) };
        let of_year = || {
            if has("end") {
                Part::YearEnd
            } else if has("begin") {
                Part::Open
            } else {
                Part::Year
            }
        };
        let part = if has("open") {
            Part::Open
        } else if let Some(day) = number("day") {
            Part::Month(month.unwrap_or(Month::Lent), Within::Day(day))
        } else {
            month
                .map(|month| Part::Month(month, within))
                .or_else(|| has("third").then_some(Part::Month(Month::Lent, within)))
                .or_else(|| has("halfmonth").then_some(Part::Month(Month::Near(0), within)))
                .or_else(|| number("quarters").map(Part::FirstQuarters))
                .or_else(|| number("quarter").map(quarter))
                .or_else(|| value("relquarter").map(Part::NearQuarter))
                .or_else(|| number("half").map(Part::Half))
                .or_else(|| (has("relweek") || has("weekday")).then(|| Part::Week(value("relweek"), value("weekday"))))
                .or_else(|| value("relday").map(Part::NearDay))
                .unwrap_or_else(of_year)
        };
        Self { year, part }
    }

    /// The days it covers: in `year`, or counted from the day `signed`.
    pub fn days(self, year: Option<i16>, signed: Option<Date>) -> Days {
        if self.part.is_near() {
            return signed.map_or(Days::default(), |signed| self.part.near_days(signed));
        }
        year.map_or(Days::default(), |year| self.part.days(year))
    }
}

/// The second point with what it takes from the first: the month of 3月1日—15日
/// and of 中旬至月底, the week of 下周三到周五.
fn with_lent(first: Part, second: Part) -> Part {
    match (first, second.month(), first.month()) {
        (_, Some(Month::Lent), Some(month)) => second.in_month(month),
        (_, Some(Month::Near(0)), Some(month)) => second.in_month(month),
        (Part::Week(week, _), None, None) => match second {
            Part::Week(None, day) => Part::Week(week, day),
            part => part,
        },
        _ => second,
    }
}
