//! What the pass over a text knows at a place: the words on either side, and
//! the year, month or period that earlier times of the sentence lend to later
//! ones.

use super::point::{Days, Part, Point, Year};
use super::words::JOINTS;
use super::{Reading, TimeBase};
use crate::analysis::{Certainty, DeadlineKind};
use jiff::civil::Date;

/// Characters that parsers look ahead or behind at most.
const REACH: usize = 60;

/// What the pass knows at a place.
pub(super) struct Context<'t> {
    /// The stretch being read.
    pub text: &'t str,
    /// Where the last time ended.
    pub floor: usize,
    /// What incomplete dates are resolved against.
    pub base: &'t TimeBase,
    /// Year and month of the last date of the sentence.
    lent: Option<(Option<i16>, Option<u32>)>,
    /// How the last time bound, and how surely.
    pub last: Option<(DeadlineKind, Certainty)>,
    /// Whether the sentence has said 每年 with a date.
    pub yearly: bool,
    /// The next 》, once looked for; `usize::MAX` if there is none.
    title_end: Option<usize>,
    /// Where the last member of a system (日调度、周通报) ended.
    system_end: Option<usize>,
}

impl<'t> Context<'t> {
    pub fn new(text: &'t str, base: &'t TimeBase) -> Self {
        Self { text, floor: 0, base, lent: None, last: None, yearly: false, title_end: None, system_end: None }
    }

    /// The words before `at`, back to the last time.
    pub fn before(&self, at: usize) -> &'t str {
        &self.text[self.floor.min(at)..at]
    }

    /// The words from `at` on.
    pub fn after(&self, at: usize) -> &'t str {
        &self.text[at..]
    }

    /// The clause from `at` on, within reach.
    pub fn clause_after(&self, at: usize) -> &'t str {
        let rest = self.after(at);
        let end = rest
            .char_indices()
            .enumerate()
            .find(|(n, (_, c))| *n == REACH || matches!(c, '，' | '。' | '；' | '！' | '？' | '\n'));
        end.map_or(rest, |(_, (end, _))| &rest[..end])
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
        self.text[..at].chars().next_back().is_none_or(|c| "，。；：！？（\n\t\u{b}、”".contains(c))
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
        self.last.filter(|_| !closed && JOINTS.contains(&self.before(at)))
    }

    /// Forgets what the sentence lent.
    pub fn end_sentence(&mut self) {
        self.lent = None;
        self.yearly = false;
    }

    /// Steps over a title in 《》.
    pub fn title(&mut self, at: usize) -> Option<Reading> {
        let end = match self.title_end {
            Some(end) if end > at => end,
            _ => self.text[at..].find('》').map_or(usize::MAX, |end| at + end),
        };
        self.title_end = Some(end);
        let inside = self.text.get(at..end)?;
        (inside.len() < 300 && !inside.contains('\n')).then_some(Reading::Lookalike(end))
    }

    /// The year of 今年.
    pub fn this_year(&self) -> Option<i16> {
        self.base.signed_on.map(Date::year).or(self.base.work_year)
    }

    /// The year a point lies in.
    pub fn year(&self, point: Point) -> Option<i16> {
        match point.year {
            Year::Stated(year) => Some(year),
            Year::Left if self.turns_back(point) => self.base.work_year,
            Year::Left => self.lent.and_then(|lent| lent.0).or(self.base.work_year),
            Year::This => self.this_year(),
            Year::Next => self.this_year().map(|year| year.saturating_add(1)),
            Year::Following => {
                self.lent.and_then(|lent| lent.0).or(self.base.work_year).map(|year| year.saturating_add(1))
            }
            Year::Past => self.this_year().map(|year| year.saturating_sub(1)),
        }
    }

    /// Whether a late month behind one early in the next year (2024年1月2日开考，
    /// 12月15日前排考) is of the work year again, and still to come.
    fn turns_back(&self, point: Point) -> bool {
        let Some((Some(lent), Some(early))) = self.lent else { return false };
        let (Some(year), Some(late), Some(signed)) = (self.base.work_year, point.part.month(), self.base.signed_on)
        else {
            return false;
        };
        let ahead = point.part.days(year).last.is_some_and(|last| last >= signed);
        lent == year.saturating_add(1) && late > early + 6 && ahead
    }

    /// The days a point covers.
    pub fn days(&self, point: Point) -> Days {
        let part = match (point.part, self.lent.and_then(|lent| lent.1)) {
            (Part::DayOnly(day), Some(month)) => Part::Day(month, day),
            (part, _) => part,
        };
        self.year(point).map_or(Days::default(), |year| part.days(year))
    }

    /// Lends the year (if it was said) and month of a date that was read to the
    /// rest of the sentence.
    pub fn lend(&mut self, point: Point) {
        let said = if point.year == Year::Left { self.lent.and_then(|lent| lent.0) } else { self.year(point) };
        self.lent = Some((said, point.part.month().or(self.lent.and_then(|lent| lent.1))));
    }

    /// Whether the last date of the sentence stated a month.
    pub fn has_month(&self) -> bool {
        self.lent.is_some_and(|lent| lent.1.is_some())
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
