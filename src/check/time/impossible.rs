//! TIME-006: days that do not exist, and periods that end before they start.

use super::day::Day;
use super::{clock, phases, weekday};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-006", check).words(Words::List(&["月", "：", ":", "时"]));

fn check(draft: &Draft, findings: &mut Findings) {
    let signed = draft.letter.signed_on.map(|at| at.range);
    let mut last: Option<Day> = None;
    let mut year = None;
    for hit in draft.hits(RULE.rule.code) {
        if draft.slice(hit.range()) != "月" {
            clock::check(draft, hit, findings);
            continue;
        }
        let Some(day) = Day::read(draft, hit.range()) else { continue };
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
    phases::check(draft, draft.hits(RULE.rule.code), findings);
}
