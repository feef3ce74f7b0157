//! CIT-004: a short name that was never introduced.

use super::titles;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("CIT-004", check).words(Words::List(SLOGAN_FILES));

/// Names that many documents bear.
const GENERIC: &[&str] = &[
    "通知", "意见", "方案", "条例", "规定", "办法", "细则", "规划", "纲要", "决定", "规则", "实施细则", "实施方案",
    "实施意见", "实施办法", "指导意见", "行动方案", "行动计划", "工作方案", "若干意见", "若干措施", "暂行办法",
];
/// A slogan and a kind of document, without a title.
const SLOGAN_FILES: &[&str] =
    &["”实施细则", "”实施意见", "”实施办法", "”实施方案", "”暂行办法", "”暂行规定", "”管理办法"];

fn check(draft: &Draft, findings: &mut Findings) {
    let mut seen: HashSet<&str> = HashSet::new();
    for (range, title) in titles(draft).filter(|(_, title)| GENERIC.contains(title)) {
        if seen.insert(title) && !is_introduced(draft, range, title) {
            findings.add(range, format!("《{title}》是哪个文件没有交代，首次出现宜写全称并注明简称。"));
        }
    }
    for hit in draft.hits(RULE.rule.code) {
        let inside = draft.marks.quote(hit.range().start);
        let slogan = inside.filter(|quote| quote.len() <= 36 && !draft.marks.in_title(quote.start));
        let cited = slogan.is_some_and(|quote| names_the_whole(draft, quote));
        if let Some(quote) = slogan.filter(|_| !cited) {
            let range = TextRange::new(quote.start, hit.range().end);
            findings.add(range, "把提法当作文件名称使用，宜写出文件全称并加书名号。");
        }
    }
}

/// Whether its full name is told, or it is the notice itself: 本《通知》.
fn is_introduced(draft: &Draft, first: TextRange, title: &str) -> bool {
    let before = &draft.text()[..first.end];
    let head = draft.before(first.start);
    let called = head.rfind(['，', '（', '。', '；']).map_or(head, |at| &head[at..]);
    draft.char_before(first.start) == Some('本')
        || called.contains("简称")
        || called.contains("以下称")
        || before.contains(&format!("简称《{title}》"))
        || draft.text().contains(&format!("简称“{title}”"))
}

/// 制定“一老一小”实施方案: a plan yet to be written has no full name.
fn names_the_whole(draft: &Draft, quote: TextRange) -> bool {
    let before = draft.before(quote.start);
    ["公布", "发布", "制定", "编制", "出台", "研究", "起草", "印发", "修订", "完善", "拟定", "形成"].iter().any(
        |verb| {
            before.rfind(verb).is_some_and(|at| before.len() - at <= 24 && !before[at..].contains(['，', '。', '；']))
        },
    )
}
