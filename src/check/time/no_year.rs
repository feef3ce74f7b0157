//! TIME-002: a deadline without its year at the turn of the year.

use super::{dated, signed};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::lexicon::numeral::leading_number;

pub(in crate::check) static RULE: Check = page!("TIME-002", check);

/// The first month of the last quarter.
const LAST_QUARTER: i8 = 10;

fn check(draft: &Draft, findings: &mut Findings) {
    let Some((signed, _)) = signed(draft) else { return };
    let dated_title = draft.letter.title.as_ref().is_some_and(|title| title.text.contains('年'));
    if signed.month() < LAST_QUARTER || dated_title {
        return;
    }
    for (deadline, range) in dated(draft) {
        let month = leading_number(&deadline.text).filter(|(_, len)| deadline.text[*len..].starts_with('月'));
        let next_year = month.is_some_and(|(month, _)| i64::from(month) < i64::from(signed.month()));
        if next_year && !deadline.text.contains('年') {
            findings.add(range, format!("“{}”没有写年份，请写明是哪一年。", deadline.text));
        }
    }
}
