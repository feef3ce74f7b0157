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
/// What titles say of documents that carry none, or the number of an order.
const UNNUMBERED: &[&str] = &["征求意见稿", "草案", "关于修改", "关于废止"];
/// What the party's centre is called.
const CENTRAL: &[&str] = &["中央", "中央办公厅", "党中央、国务院", "党中央"];
/// Ends of the names of those who issue documents.
const ISSUERS: &[&str] = &[
    "政府", "办公厅", "办公室", "委员会", "安委会", "安委办", "厅", "局", "部", "委", "院", "指挥部", "领导小组",
    "部门", "地方", "单位", "国家", "上级", "省上", "省里", "市里", "总局", "银行", "管委会",
];
/// What they do with them.
const VERBS: &[&str] = &["印发", "联合印发", "报送", "发布", "出台", "下发", "制定", "转发", "联合发布", "联合下发"];

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
    let given = bracket.is_some_and(|words| words.contains(['〔', '号', '[', '（']))
        || after.starts_with('〔')
        || number_follows(&after[..near])
        || draft.before(range.start).ends_with('号');
    let enclosed = ENCLOSED.iter().any(|words| after[..near].contains(words));
    let unpublished = ["中共", "全国人民代表大会"].iter().any(|issuer| title.starts_with(issuer))
        || UNNUMBERED.iter().any(|words| title.contains(words))
        || is_central(draft.before(range.start));
    let own = draft.analysis.notice.title.as_deref().is_some_and(|own| own.contains(title) || title.contains(own));
    given || enclosed || unpublished || own
}

/// Whether the words before a title say that the party's centre issued it: such
/// documents are often made public without their numbers.
fn is_central(before: &str) -> bool {
    let clause = before.rsplit(['，', '。', '；', '》', '\n']).next().unwrap_or_default();
    let issuer = without_verb(clause);
    CENTRAL.iter().any(|centre| issuer.ends_with(centre)) || ["中共中央", "中办"].iter().any(|c| issuer.contains(c))
}

/// 市应急局等5部门联合印发的: what stands before the verb.
fn without_verb(before: &str) -> &str {
    let ends = VERBS.iter().filter_map(|verb| before.trim_end_matches('的').strip_suffix(verb));
    ends.min_by_key(|rest| rest.len()).unwrap_or(before)
}

/// 《…》国办发〔2024〕5号: CIT-002 speaks of the missing bracket.
fn number_follows(after: &str) -> bool {
    after.find(['〔', '[', '【']).is_some_and(|at| at <= 30 && !after[..at].contains(['，', '。', '、', '《', '；']))
}

/// Whether the words before a title end with a unit's name: 市安委会《关于…》,
/// 9部门印发的《关于…》.
fn names_issuer(before: &str) -> bool {
    let issuer = without_verb(before);
    ISSUERS.iter().any(|unit| issuer.ends_with(unit)) || is_central(before)
}
