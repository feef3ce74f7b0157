//! TXT-004: a verb noun that comes back within one phrase.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TXT-004", check).words(Words::List(VERBS));

const VERBS: &[&str] = &[
    "指挥", "调度", "排查", "整治", "管理", "检查", "督查", "治理", "处置", "监测", "预警", "宣传", "培训", "演练",
    "巡查", "执法", "监管", "救援", "整改", "督导", "协调", "研判", "防范", "管控", "评估", "审核", "验收",
];
/// Bytes of a verb.
const VERB: usize = 6;

fn check(draft: &Draft, findings: &mut Findings) {
    let hits = draft.hits(RULE.rule.code);
    for three in hits.windows(3) {
        let adjoin = three[0].range().end == three[1].range().start && three[1].range().end == three[2].range().start;
        let (first, last) = (three[0], three[2]);
        if !adjoin || first.word() != last.word() || !ends_phrase(draft.after(last.range().end)) {
            continue;
        }
        let range = TextRange::new(first.range().start, last.range().end);
        let verb = VERBS[first.word()];
        let message = format!("“{}”里“{verb}”出现两次，疑有一个多余。", draft.slice(range));
        findings.add(range, message).fix(TextRange::new(last.range().end - VERB, last.range().end), "");
    }
}

fn ends_phrase(after: &str) -> bool {
    after.is_empty() || after.starts_with(['、', '，', '。', '；', '的', '等', '和', '及', '\n', '）'])
}
