//! ORG-004: units of a list with nothing between them.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::work::{Check, Words, page};
use crate::source::LineKind;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ORG-004", check).words(Words::List(WORDS));

/// Where a unit of one level ends and another of the same level begins; the
/// last ones are bodies that always stand side by side.
const WORDS: &[&str] = &[
    "局市", "局县", "局区", "局省", "委市", "委县", "委区", "委省", "办市", "办县", "办区", "办省", "厅省", "部门各",
    "团体各", "单位各", "企业各", "工会共青团", "共青团妇联", "工会妇联", "妇联工商联", "共青团工商联", "妇联残联",
    "科协残联", "文联科协",
];
/// The first of the bodies.
const BODIES: usize = 17;
/// What the second unit ends with.
const ENDINGS: &[&str] =
    &["局", "委", "办", "厅", "院", "中心", "部门", "团体", "单位", "企业", "银行", "公司", "学校"];
/// Characters of a unit's name, at most.
const NAME_CHARS: usize = 10;

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code) {
        let Some(at) = border(draft, hit) else { continue };
        let running = draft
            .line(at)
            .is_some_and(|line| line.kind == LineKind::Text && draft.slice(line.range).contains(['。', '，', '；']));
        if running && !draft.source.gap_before(at) && !draft.marks.in_title(at) {
            let range = hit.range();
            findings.add(range, "并列的单位之间少了顿号。").fix(TextRange::new(at, at), "、");
        }
    }
}

/// Where the second unit begins, if two of one kind meet.
fn border(draft: &Draft, hit: &Hit) -> Option<usize> {
    let words = draft.slice(hit.range());
    if hit.word() >= BODIES {
        let second = ["共青团", "妇联", "工商联", "残联", "科协"].into_iter().find(|body| words.ends_with(body))?;
        return Some(hit.range().end - second.len());
    }
    let level = words.chars().next_back()?;
    let at = hit.range().end - level.len_utf8();
    let before: String = draft.before(at).chars().rev().take(NAME_CHARS).take_while(|c| is_han(*c)).collect();
    let first = before.chars().skip(2).any(|c| c == level);
    let after: String = draft.after(hit.range().end).chars().take(NAME_CHARS).take_while(|c| is_han(*c)).collect();
    let second = ENDINGS.iter().any(|ending| after.find(ending).is_some_and(|place| place > 0));
    (first && second).then_some(at)
}
