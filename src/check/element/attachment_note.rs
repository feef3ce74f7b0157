//! ELM-007: how attachments are announced.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ELM-007",
    title: "附件说明写法不规范",
    severity: Severity::Hint,
    basis: "GB/T 9704-2012 7.3.4",
    page: Page {
        what: "附件说明写成“附表：”“附：”，附件名称后面带了标点，多个附件没有编顺序号，或者冒号是半角。",
        why: "GB/T 9704-2012 7.3.4 规定标“附件”二字，后标全角冒号和附件名称；有多个附件的用阿拉伯数字标注顺序号；附件名称后不加标点。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n附表：任务分工\n青岭县人民政府\n2024年5月8日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛工作。\n附件：任务分工\n青岭县人民政府\n2024年5月8日",
        silent: "附件里面的附表、附图不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let names = &draft.letter.attachments;
    let Some(first) = names.first() else { return };
    let Some(line) = draft.line(first.start).map(|l| l.range) else { return };
    let head = TextRange::new(line.start, first.start.max(line.start));
    let label = draft.slice(head);
    let numbered = label.trim_end_matches(['.', '、']).ends_with(|c: char| c.is_ascii_digit());
    let word = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、')).trim_end_matches('：');
    if !word.is_empty() && word != "附件" && word.starts_with('附') {
        let word = TextRange::new(head.start, head.start + word.len());
        findings.add(word, format!("“{}”应写作“附件”。", draft.slice(word))).fix(word, "附件");
    }
    if let Some(colon) = label.find('：').map(|at| head.start + at).filter(|at| draft.folded(*at).is_some()) {
        let colon = TextRange::new(colon, colon + '：'.len_utf8());
        findings.add(colon, "“附件”后面的冒号应为全角。").fix(colon, "：");
    }
    if names.len() > 1 && !numbered && label.ends_with('：') {
        findings.add(*first, "有多个附件，应用阿拉伯数字标注顺序号。");
    }
    for name in names {
        if let Some(mark) = draft.slice(*name).chars().next_back().filter(|c| matches!(c, '。' | '；' | '，' | '、'))
        {
            let mark = TextRange::new(name.end - mark.len_utf8(), name.end);
            findings.add(mark, "附件名称后不加标点。").fix(mark, "");
        }
    }
}
