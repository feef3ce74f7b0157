//! ELM-005: signature and date.

use super::{body, is_whole};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::outline::letter::DateAt;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ELM-005",
    title: "署名或者成文日期缺失、空白、写法不对",
    severity: Severity::Error,
    basis: "《党政机关公文处理工作条例》第九条第十一项、第十二项；GB/T 9704-2012 7.3.5.4",
    page: Page {
        what: "文末没有署名和成文日期，日期留空没有填，日期不存在，用汉字书写，用点或者短横分隔，或者月日编了虚位（02月08日）。",
        why: "条例规定公文署发文机关全称或者规范化简称，并署成文日期；GB/T 9704-2012 7.3.5.4 规定日期用阿拉伯数字将年、月、日标全，月、日不编虚位。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年 月 日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年5月8日",
        silent: "只粘贴了一段正文、没有标题的不报；文末什么也没有的，可能是漏粘贴，只作警告；征求意见稿的日期留空只作提示。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let is_draft = draft.letter.draft.is_some();
    match draft.letter.signed_on {
        Some(signed) => written(draft, signed, is_draft, findings),
        None if is_whole(draft) => missing(draft, is_draft, findings),
        None => {}
    }
}

/// The year of the standard that wants Arabic numerals (GB/T 9704-2012).
const SINCE: i16 = 2012;

fn written(draft: &Draft, signed: DateAt, is_draft: bool, findings: &mut Findings) {
    let text = draft.slice(signed.range);
    if signed.date.is_none() {
        let blank = ["年月", "月日", "年日"].iter().any(|gap| text.contains(gap))
            || !text.contains(|c: char| c.is_ascii_digit());
        let message =
            if blank { "成文日期留空，印发前请填实。" } else { "成文日期不存在，请核对。" };
        let severity = if is_draft && blank { Severity::Hint } else { Severity::Error };
        findings.add(signed.range, message).severity(severity);
        return;
    }
    let Some(date) = signed.date else { return };
    let right = format!("{}年{}月{}日", date.year(), date.month(), date.day());
    let chinese = text.chars().next().is_some_and(|c| "二一〇○".contains(c));
    let padded = text.contains("年0") || text.contains("月0");
    if !text.contains('年') {
        findings.add(signed.range, "成文日期应写全年、月、日。").fix(signed.range, right);
    } else if chinese && date.year() >= SINCE {
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
    let severity = if is_draft { Severity::Hint } else { Severity::Warning };
    let message = match draft.letter.signed_by {
        Some(_) => "文末有署名而没有成文日期，请核对是否漏粘贴。",
        None => "文末未见署名和成文日期，请核对是否漏粘贴。",
    };
    findings.add(range, message).severity(severity);
}
