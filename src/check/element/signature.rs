//! ELM-005: signature and date.

use super::title::SORTS;
use super::{body, is_whole};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::outline::letter::DateAt;
use crate::span::TextRange;
use jiff::civil::{Date, date};

pub(in crate::check) static RULE: Check = page!("ELM-005", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let is_draft = draft.letter.draft.is_some();
    match draft.letter.signed_on {
        Some(signed) => written(draft, signed, is_draft, findings),
        None if is_whole(draft) => missing(draft, is_draft, findings),
        None => {}
    }
}

/// Since when the standard that wants Arabic numerals holds (GB/T 9704-2012).
const SINCE: Date = date(2012, 7, 1);

fn written(draft: &Draft, signed: DateAt, is_draft: bool, findings: &mut Findings) {
    let text = draft.slice(signed.range);
    if signed.date.is_none() {
        let blank = ["年月", "月日", "年日"].iter().any(|gap| text.contains(gap))
            || !text.contains(|c: char| c.is_ascii_digit());
        let message = match text.ends_with('月') {
            _ if blank => "成文日期留空，印发前请填实。",
            true => "成文日期没有写日，应写全年、月、日。",
            false => "成文日期不存在，请核对。",
        };
        let severity = match draft.letter.doc_number {
            _ if is_draft && blank => Severity::Hint,
            // A letter to the public may leave out its day.
            None if text.ends_with('月') => Severity::Warning,
            _ => Severity::Error,
        };
        findings.add(signed.range, message).severity(severity);
        return;
    }
    let Some(date) = signed.date else { return };
    let right = format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let chinese = text.chars().next().is_some_and(|c| "二一〇○".contains(c));
    let padded = text.contains("年0") || text.contains("月0");
    if !text.contains('年') {
        findings.add(signed.range, "成文日期应写全年、月、日。").fix(signed.range, right);
    } else if chinese && date >= SINCE {
        findings.add(signed.range, "成文日期应用阿拉伯数字书写。").fix(signed.range, right);
    } else if padded {
        findings.add(signed.range, "成文日期的月、日不编虚位。").fix(signed.range, right);
    }
}

/// Nothing at the end: a paste may have been cut off.
fn missing(draft: &Draft, is_draft: bool, findings: &mut Findings) {
    let Some(last) = body(draft).last() else { return };
    let text = draft.slice(*last);
    let sentence = text.trim_end_matches(['。', '；', '！']).rfind(['。', '；', '，']);
    let start = sentence.map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let range = TextRange::new(last.start + start, last.end);
    // Measures and rules without addressees stand for themselves; a draft is not
    // signed yet.
    let addressed = draft.letter.addressees.is_some();
    let letter = draft.letter.doc_type.is_some_and(|sort| SORTS.contains(&sort) && sort != "意见");
    if is_draft || !addressed && !letter {
        return;
    }
    let severity = if addressed { Severity::Warning } else { Severity::Hint };
    let message = match draft.letter.signed_by {
        Some(_) => "文末有署名而没有成文日期，请核对是否漏粘贴。",
        None => "文末未见署名和成文日期，请核对是否漏粘贴。",
    };
    findings.add(range, message).severity(severity);
}
