//! PUN-005: the mark behind 通知如下.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("PUN-005", check)
    .words(Words::List(&["如下。", "如下，", "如下；", "联系电话", "联系人", "电子邮箱", "邮箱", "传真", "邮编"]));

/// Places of a label that are looked at for its colon.
const LABELS: usize = 40;
/// What is announced by 如下.
const ANNOUNCED: &[&str] = &[
    "通知", "安排", "公告", "通告", "意见", "报告", "通报", "方案", "规定", "决定", "要求", "批复", "部署", "分工",
    "事项", "说明", "函告", "请示",
];

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code) {
        if !draft.slice(hit.range()).starts_with("如下") {
            label(draft, hit, findings);
            continue;
        }
        let before = draft.before(hit.range().start);
        let Some(word) = ANNOUNCED.iter().find(|word| before.ends_with(**word)) else { continue };
        let mark = TextRange::new(hit.range().start + "如下".len(), hit.range().end);
        let range = TextRange::new(hit.range().start - word.len(), hit.range().end);
        findings.add(range, format!("“{word}如下”提示下文，后面宜用冒号。")).fix(mark, "：");
    }
}

/// 联系电话0000: a label without the colon that it has elsewhere.
fn label(draft: &Draft, hit: &Hit, findings: &mut Findings) {
    let behind = |hit: &Hit| draft.char_at(hit.range().end);
    let bare = behind(hit).is_some_and(|c| c.is_ascii_alphanumeric());
    let same = |other: &&Hit| other.word() == hit.word();
    if bare && draft.hits(RULE.rule.code).iter().filter(same).take(LABELS).any(|other| behind(other) == Some('：')) {
        let end = TextRange::new(hit.range().end, hit.range().end);
        let message = format!("“{}”后面漏了冒号，本文别处有。", draft.slice(hit.range()));
        findings.add(hit.range(), message).fix(end, "：");
    }
}
