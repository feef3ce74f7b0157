//! ELM-008: the block of copies and printing.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-008", check);

/// Openings of lines that the format does not know.
const UNKNOWN: &[&str] = &[
    "主题词：", "校对：", "校核：", "打字：", "打印：", "录入：", "核稿：", "拟稿：", "共印", "（共印", "印数：",
    "印制份数",
];

fn check(draft: &Draft, findings: &mut Findings) {
    let letter = draft.letter;
    if let (Some(signed), Some(printed)) = (letter.signed_on, letter.printed_on)
        && let (Some(day), Some(later)) = (signed.date, printed.date)
        && later < day
    {
        let finding = findings.add(printed.range, "印发日期早于成文日期，请核对。");
        finding.severity(Severity::Warning).related(signed.range);
    }
    for note in &letter.notes {
        let text = draft.slice(*note);
        if UNKNOWN.iter().any(|word| text.starts_with(word)) {
            let name = text.split(['：', '（']).find(|part| !part.is_empty()).unwrap_or(text);
            let name: String = name.chars().take_while(|c| !c.is_ascii_digit()).collect();
            findings.add(*note, format!("“{name}”不是现行公文格式的要素，可以删去。"));
        }
    }
    if let Some(last) = letter.copies_to.last() {
        let next = draft.char_at(last.end);
        if next.is_some_and(|c| c == '\n' || c == '；' || c == '，') {
            let mark = TextRange::new(last.end, last.end + next.filter(|c| *c != '\n').map_or(0, char::len_utf8));
            let width = draft.slice(*last).chars().next_back().map_or(0, char::len_utf8);
            let place = TextRange::new(last.end - width, mark.end);
            findings.add(place, "最后一个抄送机关后应标句号。").fix(mark, "。");
        }
    }
}
