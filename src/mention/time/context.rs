//! What the reading of a stretch knows at a place: the words on either side,
//! and the year, month or closing that the times of a sentence lend each other.

use super::calendar::{Days, Month, Part, Point, Within, Year};
use super::cue::Cue;
use super::pattern::{GRAMMAR, Mark};
use super::token::Token;
use super::value::{Time, TimeBase};
use crate::analysis::{Certainty, DeadlineKind};
use jiff::civil::Date;

/// Characters that a reading looks ahead or behind at most.
const REACH: usize = 60;

/// How a point is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Closing {
    /// Not at all.
    None,
    /// 前, 之前, 以前.
    Before,
    /// 内, 以内.
    Within,
    /// 止, 截止, 为止.
    Until,
}

impl Closing {
    pub fn of(marks: &[Mark]) -> Self {
        let has = |slot| marks.iter().any(|mark| mark.slot == slot);
        if has("before") {
            Self::Before
        } else if has("within") {
            Self::Within
        } else if has("until") {
            Self::Until
        } else {
            Self::None
        }
    }
}

/// The rest of a list of points behind its first: 、12月 of 6月、12月.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// Where its last point ends.
    pub end: usize,
    /// What closes its last point, and so all of them.
    pub closing: Closing,
    /// The day of its last point, and so of bare months before it.
    pub day: Option<u32>,
}

/// What is known at a place.
pub(super) struct Context<'t> {
    /// The stretch being read.
    pub text: &'t str,
    /// What incomplete dates are resolved against.
    pub base: &'t TimeBase,
    /// Where the last time ended.
    pub floor: usize,
    /// The year, where it was said, and the month of the last date of the sentence.
    lent: Option<(Option<i16>, Option<u32>)>,
    /// How the last time bound, and how surely.
    pub last: Option<(DeadlineKind, Certainty)>,
    /// Whether the sentence has said 每年 with a date.
    pub yearly: bool,
    list: Option<List>,
    /// Where the last member of a system (日调度、周通报) ended.
    system_end: Option<usize>,
}

impl<'t> Context<'t> {
    pub fn new(text: &'t str, base: &'t TimeBase) -> Self {
        Self { text, base, floor: 0, lent: None, last: None, yearly: false, list: None, system_end: None }
    }

    /// The words before `at`, back to the last time.
    pub fn before(&self, at: usize) -> &'t str {
        &self.text[self.floor.min(at)..at]
    }

    /// The words from `at` on.
    pub fn after(&self, at: usize) -> &'t str {
        &self.text[at..]
    }

    /// The clause from `at` on, within reach. The commas of a bracket are its own.
    pub fn clause_after(&self, at: usize) -> &'t str {
        let rest = self.after(at);
        let mut depth = 0_usize;
        let mut chars = rest.char_indices().enumerate();
        let end = chars.find(|(n, (_, c))| {
            match c {
                '（' => depth += 1,
                '）' => depth = depth.saturating_sub(1),
                _ => {}
            }
            *n == REACH || matches!(c, '。' | '！' | '？' | '\n') || depth == 0 && matches!(c, '，' | '；')
        });
        end.map_or(rest, |(_, (end, _))| &rest[..end])
    }

    /// Where the words go on behind the remark in brackets at `at`, if one stands
    /// there: （含当日）, （逾期不予受理）.
    pub fn behind_remark(&self, at: usize) -> usize {
        let remark = self.after(at).strip_prefix('（').and_then(|_| {
            let clause = self.clause_after(at);
            clause.find('）').map(|close| at + close + '）'.len_utf8())
        });
        remark.unwrap_or(at)
    }

    /// What the sentence goes on with behind `at`, within reach.
    pub fn sentence_after(&self, at: usize) -> &'t str {
        let rest = self.after(at);
        let end = rest.char_indices().enumerate().find(|(n, (_, c))| *n == REACH || matches!(c, '。' | '\n'));
        end.map_or(rest, |(_, (end, _))| &rest[..end])
    }

    /// The clause behind the comma at `at`.
    pub fn next_clause(&self, at: usize) -> Option<&'t str> {
        self.after(at).starts_with('，').then(|| self.clause_after(at + '，'.len_utf8()))
    }

    /// The clause up to `at`, within reach.
    pub fn clause_before(&self, at: usize) -> &'t str {
        let before = self.before(at);
        let mut start = before.len();
        for c in before.chars().rev().take(REACH) {
            if matches!(c, '，' | '。' | '；' | '！' | '？' | '：' | '（' | '\n') {
                break;
            }
            start -= c.len_utf8();
        }
        &before[start..]
    }

    /// Whether a clause opens at `at`.
    pub fn opens_clause(&self, at: usize) -> bool {
        self.text[..at].chars().next_back().is_none_or(|c| "，。；：！？（）\n\t\u{b}、”".contains(c))
    }

    /// Notes a time that was read.
    pub fn found(&mut self, time: &Time) {
        self.floor = time.range.end;
        self.last = Some((time.kind, time.certainty));
    }

    /// Notes that a member of a system ends at `at`.
    pub fn enter_system(&mut self, at: usize) {
        self.system_end = Some(at);
    }

    /// Whether a member of the same system ended shortly before `at`.
    pub fn in_system(&self, at: usize) -> bool {
        let between = self.system_end.and_then(|end| self.text.get(end..at));
        between.is_some_and(|words| words.len() <= 24 && !words.contains(['。', '；', '\n']))
    }

    /// How the time before `at` bound, if a list of bare dates goes on there: the
    /// 2025年 of 到2024年、2025年.
    pub fn goes_on(&self, at: usize) -> Option<(DeadlineKind, Certainty)> {
        let closed = self.text[..self.floor].ends_with(['前', '内', '止']);
        self.last.filter(|_| !closed && Cue::Joints.is(self.before(at)))
    }

    /// The list that the point goes on with which ends before `rest`. Read once
    /// for all its members.
    pub fn list(&mut self, end: usize, rest: &[Token]) -> List {
        if let Some(list) = self.list.filter(|list| end <= list.end) {
            return list;
        }
        let mut list = List { end, closing: Closing::None, day: None };
        let mut at = 0;
        while let Some(member) = GRAMMAR.rule("member", &rest[at..])
            && rest.get(at).is_some_and(|joint| joint.start == list.end)
        {
            at += member.len;
            list.end = rest[at - 1].end;
            list.closing = Closing::of(&member.marks);
            if let Part::Month(_, Within::Day(day)) = Point::read(&member.marks).0.part {
                list.day = Some(day);
            }
            if list.closing != Closing::None {
                break;
            }
        }
        self.list = Some(list);
        list
    }

    /// Forgets what the sentence lent.
    pub fn end_sentence(&mut self) {
        self.lent = None;
        self.yearly = false;
    }

    /// The year of 今年.
    fn this_year(&self) -> Option<i16> {
        self.base.signed_on.map(Date::year).or(self.base.work_year)
    }

    fn lent_year(&self) -> Option<i16> {
        self.lent.and_then(|lent| lent.0)
    }

    fn lent_month(&self) -> Option<u32> {
        self.lent.and_then(|lent| lent.1)
    }

    /// The year a point lies in.
    pub fn year(&self, point: Point) -> Option<i16> {
        let spoken = || self.lent_year().or(self.base.work_year);
        match point.year {
            Year::Stated(year) => Some(year),
            Year::Near(distance) => self.this_year().map(|year| year.saturating_add(distance)),
            Year::Following => spoken().map(|year| year.saturating_add(1)),
            Year::Left if self.turns_back(point) => self.base.work_year,
            Year::Left if self.turns(point) => spoken().map(|year| year.saturating_add(1)),
            Year::Left => spoken(),
        }
    }

    /// Whether an early month of a notice from the end of a year is one of the
    /// next year.
    pub fn turns(&self, point: Point) -> bool {
        let Some(signed) = self.base.signed_on.filter(|signed| signed.month() >= 11) else { return false };
        let early = match point.part {
            Part::Quarter(quarter) | Part::QuarterEnd(quarter) => quarter == 1,
            part => matches!(part.month(), Some(Month::Stated(1..=3))),
        };
        point.year == Year::Left && self.lent_year().is_none() && early && self.base.work_year == Some(signed.year())
    }

    /// Whether a late month behind one early in the next year (2024年1月2日开考，
    /// 12月15日前排考) is of the work year again, and still to come.
    fn turns_back(&self, point: Point) -> bool {
        let (Some((Some(lent), Some(early))), Some(Month::Stated(late))) = (self.lent, point.part.month()) else {
            return false;
        };
        let Some((year, signed)) = self.base.work_year.zip(self.base.signed_on) else { return false };
        let ahead = point.days(Some(year), None).last.is_some_and(|last| last >= signed);
        lent == year.saturating_add(1) && late > early + 6 && ahead
    }

    /// The days a point covers.
    pub fn days(&self, point: Point) -> Days {
        let part = match (point.part, self.lent_month()) {
            (Part::Month(Month::Lent, within), Some(month)) => Part::Month(Month::Stated(month), within),
            (Part::Month(Month::Lent, within), None) => Part::Month(Month::Near(0), within),
            (part, _) => part,
        };
        Point { part, ..point }.days(self.year(point), self.base.signed_on)
    }

    /// Lends the year (if it was said) and month of a date that was read to the
    /// rest of the sentence.
    pub fn lend(&mut self, point: Point) {
        let said = if point.year == Year::Left { self.lent_year() } else { self.year(point) };
        let month = match point.part.month() {
            Some(Month::Stated(month)) => Some(month),
            Some(Month::Near(_)) => self.days(point).last.map(|last| last.month() as u32),
            Some(Month::Lent) | None => None,
        };
        self.lent = Some((said, month.or(self.lent_month())));
    }

    /// Whether the last date of the sentence stated a month.
    pub fn has_month(&self) -> bool {
        self.lent_month().is_some()
    }

    /// Whether `date` lies before the notice itself.
    pub fn is_past(&self, date: Option<Date>) -> bool {
        match (date, self.base.signed_on, self.base.work_year) {
            (Some(date), Some(signed), _) => date < signed,
            (Some(date), None, Some(year)) => date.year() < year,
            _ => false,
        }
    }
}
