//! TIME-006: days that do not exist, and periods that end before they start.

use super::{clock, phases, weekday};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::lexicon::numeral::leading_number;
use crate::mention::time::is_range_sign;
use crate::span::TextRange;
use jiff::civil::Date;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TIME-006",
    title: "日期不存在或者起止倒置",
    severity: Severity::Error,
    basis: "《党政机关公文处理工作条例》第二十条第四项（时间准确）",
    page: Page {
        what: "写了不存在的月、日、时刻（6月31日、13月、17:75），括注的星期与日期不合，或者一段时间的止早于起（3月31日—3月1日）；分阶段的，前后两个阶段的时间重叠（警告）。",
        why: "日期错了，任务没有办法按时完成。",
        bad: "集中整治时间为6月1日至6月31日。",
        good: "集中整治时间为6月1日至6月30日。",
        silent: "“11月至次年3月”是跨年，不报；“13个月”不是月份，不报；成文日期归 ELM-005。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["月", "：", ":", "时"]),
    check,
};

/// A leap year, in which a day without a year may exist.
const LEAP: i16 = 2024;

fn check(draft: &Draft, findings: &mut Findings) {
    let signed = draft.letter.signed_on.map(|at| at.range);
    let mut last: Option<Day> = None;
    let mut year = None;
    for hit in draft.hits(RULE.code) {
        if draft.slice(hit.range) != "月" {
            clock::check(draft, hit, findings);
            continue;
        }
        let Some(day) = Day::read(draft, hit.range) else { continue };
        if signed.is_some_and(|signed| signed.covers(day.range)) || draft.marks.in_title(day.range.start) {
            continue;
        }
        if !day.exists() {
            findings.add(day.range, format!("“{}”这个日期不存在，请核对。", draft.slice(day.range)));
        } else if let Some(start) = last.filter(|start| day.ends(draft, start)) {
            let range = TextRange::new(start.range.start, day.range.end);
            findings.add(range, "起止时间倒置，止早于起，请核对。");
        }
        year = day.year.or(year);
        weekday::check(draft, &day, year, findings);
        last = Some(day);
    }
    phases::check(draft, findings);
}

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

    fn exists(self) -> bool {
        let Ok(month) = i8::try_from(self.month) else { return false };
        let day = self.day.map_or(Ok(1), i8::try_from);
        day.is_ok_and(|day| Date::new(self.year.unwrap_or(LEAP), month, day).is_ok())
    }

    /// Whether this day closes a period that `start` opens, and lies before it.
    fn ends(self, draft: &Draft, start: &Self) -> bool {
        let between = draft.slice(TextRange::new(start.range.end, self.range.start.max(start.range.end)));
        let joined = is_range_sign(between);
        let same_year = self.year.is_none() || self.year == start.year;
        let (from, to) = ((start.month, start.day.unwrap_or(0)), (self.month, self.day.unwrap_or(u32::MAX)));
        let later_year = self.year.zip(start.year).is_some_and(|(end, start)| end < start);
        joined && (later_year || same_year && to < from && (self.year.is_some() || self.month == start.month))
    }
}
