//! A sentence that stops before it has said anything, and a list that goes on
//! before a word that ends it.

use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::span::TextRange;

/// What opens an adverbial, and what closes one.
const OPENS: &[&str] = &[
    "按照", "根据", "依据", "遵照", "针对", "对于", "随着", "通过", "围绕", "结合", "为了", "在", "鉴于", "本着",
    "经过",
];
const CLOSES: &[&str] = &[
    "的部署", "部署要求", "的要求", "的情况", "情况", "的原则", "的精神", "精神", "的规定", "规定", "的基础上",
    "基础上", "前", "后", "时", "之前", "之后", "过程中", "的同时", "的前提下", "前提下", "的指导下", "的领导下",
    "的支持下", "的部署和要求", "安排部署", "的通知要求", "的安排",
];
/// Characters of such a sentence, at most.
const LONG: usize = 60;

/// 按照市政府的部署。各区要…: a full stop behind an adverbial.
pub(super) fn adverbial(draft: &Draft, findings: &mut Findings) {
    for line in draft.source.lines() {
        let text = draft.slice(line.range);
        let mut start = 0;
        for (end, _) in text.match_indices('。') {
            let sentence = &text[start..end];
            let goes_on = text[end + '。'.len_utf8()..].starts_with(is_han);
            if goes_on && is_adverbial(sentence) {
                let mark = TextRange::new(end, end + '。'.len_utf8()).shift(line.range.start);
                let range = TextRange::new(start, end).shift(line.range.start);
                findings
                    .add(mark, "句号断在状语之后，话没有说完，宜用逗号。")
                    .severity(Severity::Warning)
                    .related(range)
                    .fix(mark, "，");
            }
            start = end + '。'.len_utf8();
        }
    }
}

fn is_adverbial(sentence: &str) -> bool {
    let chars = sentence.chars().count();
    (4..=LONG).contains(&chars)
        && !sentence.contains(['，', '：', '；'])
        && !["要", "须", "应", "为准", "执行", "办理"]
            .iter()
            .any(|word| sentence.contains(word) && !sentence.contains("要求"))
        && OPENS.iter().any(|word| sentence.starts_with(word))
        && CLOSES.iter().any(|word| sentence.ends_with(word))
}

/// 用气、和用火: no 、 before the word that joins the last member.
pub(super) fn joined(draft: &Draft, hit: &Hit, findings: &mut Findings) {
    let word = draft.slice(hit.range());
    let mark = TextRange::new(hit.range().start, hit.range().start + '、'.len_utf8());
    let joint = &word['、'.len_utf8()..];
    // 、和平街道, 、与会人员: a word of its own.
    let text = &draft.text()[mark.end..];
    let longer = crate::lexicon::words::words_at(text).any(|w| w.len > joint.len());
    let within = draft.marks.in_title(hit.range().start) || draft.marks.in_quotes(hit.range().start);
    if !longer && !within {
        let severity = if joint == "以及" { Severity::Hint } else { Severity::Warning };
        findings.add(hit.range(), format!("“{joint}”前不用顿号。")).severity(severity).fix(mark, "");
    }
}
