//! TXT-009: a character taken for another of the same sound or shape, told by
//! counts of official prose.

mod candidate;
mod document;
mod evidence;

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use document::Document;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-009",
    title: "疑似别字",
    severity: Severity::Warning,
    basis: "《党政机关公文处理工作条例》第二十条第四项（文字准确）",
    page: Page {
        what: "一个字和前后的字连不成词，换成同音字、形近字就是公文常用词的，如“管护协仪”。",
        why: "多是拼音选错了字，或者识别软件认错了字，读起来顺口，校对时容易滑过。",
        bad: "各单位要认真履行管护协仪。",
        good: "各单位要认真履行管护协议。",
        silent: "只凭公文用字的统计判断，把握不大的降为提示；人名、文号、引号和书名号里的字，全文反复出现的写法，不报；换了字仍是另一个词的（权利、权力）看不出来。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// Slips looked at: a text of nothing else is no notice.
const MOST: usize = 400;
/// Evidence from which on a finding is more than a hint.
const STRONG: f64 = 2.0;

fn check(draft: &Draft, findings: &mut Findings) {
    let document = Document::new(draft);
    for (evidence, slip) in evidence::weigh(&document, candidate::all(&document)).into_iter().take(MOST) {
        let range = document.range(slip.word.clone());
        if findings.touch(range) {
            continue;
        }
        let wrong = draft.slice(range);
        let message = format!("“{wrong}”不成词，疑为“{}”。", slip.meant);
        let severity = if evidence >= STRONG { Severity::Warning } else { Severity::Hint };
        findings.add(range, message).severity(severity).fix(range, slip.meant);
    }
}
