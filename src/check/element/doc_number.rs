//! ELM-001: the form of the document number.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-001", check);

/// A line that holds a number and nothing else has at most this many bytes.
const LINE_BYTES: usize = 90;
/// Lines of the head that are looked at.
const HEAD_LINES: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    if let Some(number) = draft.letter.doc_number.as_ref().filter(|number| stands_alone(draft, number.range)) {
        check_form(draft, number.range, findings);
    } else {
        blank_number(draft, findings);
    }
}

/// A sentence may open with a number too: 青政发〔2024〕5号文件要求….
fn stands_alone(draft: &Draft, number: TextRange) -> bool {
    let after = draft.after(number.end);
    after.is_empty() || after.starts_with(['\n', '）']) || after.starts_with("签发人") || draft.letter.title.is_some()
}

fn check_form(draft: &Draft, range: TextRange, findings: &mut Findings) {
    let text = draft.slice(range);
    let Some(open) = text.find(['〔', '［', '[', '【', '（', '{']) else { return };
    let Some(close) = text.find(['〕', '］', ']', '】', '）', '}']) else { return };
    let mark =
        |at: usize| TextRange::new(at, at + text[at..].chars().next().map_or(0, char::len_utf8)).shift(range.start);
    let (left, right) = (mark(open), mark(close));
    let year = draft.slice(TextRange::new(left.end, right.start));
    let serial = draft.slice(TextRange::new(right.end, range.end)).trim_end_matches('号');
    let bare = serial.trim_start_matches('第').trim_start_matches('0');
    let mut wrong = Vec::new();
    if draft.slice(left) != "〔" || draft.slice(right) != "〕" {
        wrong.push("年份应用六角括号〔〕括入");
    }
    if year.len() != 4 {
        wrong.push("年份应写全四位数");
    }
    if bare != serial {
        wrong.push("顺序号不加“第”字、不编虚位");
    }
    if !wrong.is_empty() {
        let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
        let mended = format!("{}〔{year}〕{bare}号", &text[..open]);
        findings.add(range, format!("发文字号{}。", wrong.join("，"))).fix(range, mended);
    }
}

/// 青政发〔2024〕号: still to be filled in; 青政发〔2024〕5: without its last word.
fn blank_number(draft: &Draft, findings: &mut Findings) {
    for line in draft.source.lines().iter().take(HEAD_LINES).filter(|l| l.range.len() <= LINE_BYTES) {
        let text = draft.slice(line.range);
        let Some(at) = text.find('〔') else { continue };
        let rest = &text[at + '〔'.len_utf8()..];
        let year = rest.bytes().take_while(u8::is_ascii_digit).count();
        let blank =
            rest[year..].strip_prefix('〕').map(|tail| tail.trim_start_matches(['X', '×', 'x', '_', '＿', ' ']));
        let unended = rest[year..].strip_prefix('〕').is_some_and(|serial| {
            !serial.is_empty() && serial.len() <= 4 && serial.bytes().all(|b| b.is_ascii_digit())
        });
        if unended && at > 0 && year == 4 {
            let end = TextRange::new(line.range.end, line.range.end);
            findings.add(line.range, "发文字号末尾漏了“号”字。").fix(end, "号");
        }
        if blank == Some("号") && at > 0 {
            let severity = if draft.letter.draft.is_some() { Severity::Hint } else { Severity::Error };
            findings.add(line.range, "发文字号尚未编号，印发前请补填。").severity(severity);
        }
    }
}
