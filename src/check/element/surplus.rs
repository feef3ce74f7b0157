//! ELM-008: the block of copies and printing.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ELM-008",
    title: "版记写法不规范",
    severity: Severity::Hint,
    basis: "GB/T 9704-2012 7.4.2、7.4.3；《党政机关公文处理工作条例》第九条",
    page: Page {
        what: "印发日期早于成文日期（警告），抄送末尾没有句号，版记里有主题词、校对、共印份数一类现行格式没有的内容。",
        why: "条例第九条列明公文要素，没有主题词、校对、印数；GB/T 9704-2012 7.4.2 规定最后一个抄送机关后标句号。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年5月8日\n青岭县人民政府办公室2024年5月9日印发\n共印：70份",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n青岭县人民政府\n2024年5月8日\n青岭县人民政府办公室2024年5月9日印发",
        silent: "抄送分系统内外写成两句、各有句号的不报；印发与成文同日或者在后的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

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
