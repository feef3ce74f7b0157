//! ELM-002: the year of the number against the date signed.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-002", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let (Some(number), Some(signed)) = (&draft.letter.doc_number, draft.letter.signed_on) else { return };
    let Some(date) = signed.date else { return };
    let digits = |c: char| !c.is_ascii_digit();
    let year = number.text.split(digits).find(|part| part.len() == 4).and_then(|year| year.parse::<i16>().ok());
    // A text without line breaks: the date may be any.
    let one_line = draft.line(number.range.start).is_some_and(|line| line.range.end >= signed.range.start);
    if let Some(year) = year.filter(|year| *year != date.year() && !one_line) {
        let at = number.range.start + draft.slice(number.range).find(&year.to_string()).unwrap_or(0);
        let message = format!("发文字号是{year}年，成文日期是{}年，请核对。", date.year());
        findings.add(TextRange::new(at, number.range.end), message).related(signed.range);
    }
}
