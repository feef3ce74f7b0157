//! ORG-002: names of offices that no longer exist.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::table::Table;
use crate::check::work::{Check, Words, page};
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("ORG-002", check).words(Words::Table(&TABLE));

pub(in crate::check) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../words/retired.txt")));

/// Words of what became of an office.
const HISTORY: &[&str] = &["转制", "改制", "更名", "撤销", "并入", "组建"];

fn check(draft: &Draft, findings: &mut Findings) {
    let signed = draft.letter.signed_on.and_then(|at| at.date).map(|date| date.year());
    let year =
        signed.or(draft.letter.work_year).or_else(|| latest_number(draft.text())).or_else(|| first_year(draft.text()));
    for slip in TABLE.slips(draft, draft.hits(RULE.rule.code)) {
        let since: i16 = slip.section.parse().unwrap_or(i16::MIN);
        let past = year.is_some_and(|year| year < since) || draft.before(slip.range.start).ends_with('原');
        let told = HISTORY.iter().any(|word| draft.slice(draft.clause(slip.range)).contains(word));
        if !past && !told && !draft.marks.in_quotes(slip.range.start) {
            let name = draft.slice(slip.range);
            findings.add(slip.range, format!("“{name}”是机构改革前的名称，请核对是否应为“{}”。", slip.right));
        }
    }
}

/// The latest year of the documents that a text cites: 〔2016〕. Of other years
/// a plan names those to come.
fn latest_number(text: &str) -> Option<i16> {
    let years = text.match_indices('〕').filter_map(|(at, _)| {
        let head = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        text[head.len()..at].parse().ok().filter(|year| (1990..2100).contains(year))
    });
    years.max()
}

/// The earliest year that a text without a date names: what it says of later ones
/// may be a plan.
fn first_year(text: &str) -> Option<i16> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    digits.filter_map(|part| part.parse().ok()).filter(|year| (1990..2100).contains(year)).min()
}
