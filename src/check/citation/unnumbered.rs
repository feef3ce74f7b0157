//! CIT-001: a document cited without its number.

use super::titles;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("CIT-001", check);

/// Last words of the titles of documents that carry a number.
const KINDS: &[&str] = &[
    "的通知", "的意见", "的决定", "的方案", "的批复", "的函", "的通报", "的规划", "的纪要", "的通告", "的公告",
    "的决议",
];
/// Where a title is followed by this, it goes out with the notice.
const ENCLOSED: &[&str] = &["印发给你们", "现印发", "已经", "予以公布", "征求意见", "附后", "转发给你们"];

fn check(draft: &Draft, findings: &mut Findings) {
    let mut cited: HashSet<&str> = HashSet::new();
    for (range, title) in titles(draft) {
        let numbered = KINDS.iter().any(|kind| title.ends_with(kind));
        if !numbered || !cited.insert(title) || is_known(draft, range, title) {
            continue;
        }
        if title.starts_with("关于") && !names_issuer(draft.before(range.start)) {
            findings.add(range, "引用的文件既没有发文机关，也没有发文字号，无从查对。").severity(Severity::Warning);
        } else {
            findings.add(range, "首次引用公文，标题后宜注明发文字号。");
        }
    }
}

/// Whether the number is given, or there is none to give.
fn is_known(draft: &Draft, range: TextRange, title: &str) -> bool {
    let after = draft.after(range.end);
    let near: usize = after.chars().take(40).map(char::len_utf8).sum();
    let bracket = after[..near].strip_prefix('（').and_then(|rest| rest.split('）').next());
    let given = bracket.is_some_and(|words| words.contains(['〔', '号', '[']))
        || after.starts_with('〔')
        || number_follows(&after[..near])
        || draft.before(range.start).ends_with('号');
    let enclosed = ENCLOSED.iter().any(|words| after[..near].contains(words));
    let unpublished = title.starts_with("中共中央") || title.contains("征求意见稿") || title.contains("草案");
    let own = draft.analysis.notice.title.as_deref().is_some_and(|own| own.contains(title) || title.contains(own));
    given || enclosed || unpublished || own
}

/// 《…》国办发〔2024〕5号: CIT-002 speaks of the missing bracket.
fn number_follows(after: &str) -> bool {
    after.find(['〔', '[', '【']).is_some_and(|at| at <= 30 && !after[..at].contains(['，', '。', '、', '《', '；']))
}

/// Whether the words before a title end with a unit's name: 市安委会《关于…》.
fn names_issuer(before: &str) -> bool {
    ["政府", "办公厅", "办公室", "委员会", "安委会", "安委办", "厅", "局", "部", "委", "院", "指挥部", "领导小组"]
        .iter()
        .any(|unit| {
            before.ends_with(unit)
                || before.ends_with(&format!("{unit}印发的"))
                || before.ends_with(&format!("{unit}印发"))
        })
}
