//! ELM-002: the year of the number against the date signed.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ELM-002",
    title: "发文字号年份与成文日期年份不一致",
    severity: Severity::Warning,
    basis: "《党政机关公文处理工作条例》第九条第五项、第十二项；年份一致为惯例",
    page: Page {
        what: "发文字号里的年份与成文日期的年份不是同一年。",
        why: "多是套用上一年的文件没有改；年初补编上年文号的，也要核对一次。",
        bad: "青岭县人民政府文件\n青政发〔2023〕12号\n青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年5月3日",
        good: "青岭县人民政府文件\n青政发〔2024〕12号\n青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年5月3日",
        silent: "没有文号或者没有日期的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let (Some(number), Some(signed)) = (&draft.letter.doc_number, draft.letter.signed_on) else { return };
    let Some(date) = signed.date else { return };
    let digits = |c: char| !c.is_ascii_digit();
    let year = number.text.split(digits).find(|part| part.len() == 4).and_then(|year| year.parse::<i16>().ok());
    if let Some(year) = year.filter(|year| *year != date.year()) {
        let at = number.range.start + draft.slice(number.range).find(&year.to_string()).unwrap_or(0);
        let message = format!("发文字号是{year}年，成文日期是{}年，请核对。", date.year());
        findings.add(TextRange::new(at, number.range.end), message).related(signed.range);
    }
}
