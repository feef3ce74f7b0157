//! TXT-004: a verb noun that comes back within one phrase.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-004",
    title: "词语疑似重复",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "同一个动词在一个短语里隔着另一个动词又出现一次，如“指挥调度指挥”。",
        why: "多是把两种写法接在了一起，后一个词没有删净。",
        bad: "推动应急指挥调度指挥、应对处置工作规范化。",
        good: "推动应急指挥调度、应对处置工作规范化。",
        silent: "只看指挥、调度、排查、整治一类动词，并且后面是标点或者“的”“等”“和”；“应急部门应急指挥部”一类不报。",
    },
    on: true,
    apart: APART,
    words: Words::List(VERBS),
    check,
};

const VERBS: &[&str] = &[
    "指挥", "调度", "排查", "整治", "管理", "检查", "督查", "治理", "处置", "监测", "预警", "宣传", "培训", "演练",
    "巡查", "执法", "监管", "救援", "整改", "督导", "协调", "研判", "防范", "管控", "评估", "审核", "验收",
];
/// Bytes of a verb.
const VERB: usize = 6;

fn check(draft: &Draft, findings: &mut Findings) {
    let hits = draft.hits(RULE.code);
    for three in hits.windows(3) {
        let adjoin = three[0].range.end == three[1].range.start && three[1].range.end == three[2].range.start;
        let (first, last) = (three[0], three[2]);
        if !adjoin || first.word != last.word || !ends_phrase(draft.after(last.range.end)) {
            continue;
        }
        let range = TextRange::new(first.range.start, last.range.end);
        let verb = VERBS[first.word];
        let message = format!("“{}”里“{verb}”出现两次，疑有一个多余。", draft.slice(range));
        findings.add(range, message).fix(TextRange::new(last.range.end - VERB, last.range.end), "");
    }
}

fn ends_phrase(after: &str) -> bool {
    after.is_empty() || after.starts_with(['、', '，', '。', '；', '的', '等', '和', '及', '\n', '）'])
}
