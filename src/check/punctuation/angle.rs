//! <…> where a title takes 《》, and 〈〉 where it stands within one.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::span::TextRange;

/// Words within the marks, at most, in bytes.
const TITLE_BYTES: usize = 150;

/// What ends the name of a document: <含编外> is a bracket.
const SORTS: &[&str] = &[
    "办法", "条例", "规定", "通知", "意见", "方案", "细则", "法", "法典", "决定", "计划", "规划", "纲要", "标准",
    "规范", "规则", "制度", "章程", "公告", "通告", "批复", "函", "纪要", "报告", "指南", "目录", "清单", "措施",
    "协议", "合同", "）",
];

/// Reports pairs of signs of comparison around Chinese words.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let text = draft.text();
    let opens = |c: char| matches!(c, '<' | '＜');
    let signs = draft.signs().all();
    for (at, open) in
        signs.flat_map(|run| run.of(text).match_indices(opens).map(move |(at, open)| (run.start + at, open)))
    {
        let inner = draft.near(at + open.len());
        let Some(close) = inner.find(['>', '＞', '\n', '，', '。', '；']).filter(|len| *len <= TITLE_BYTES) else {
            continue;
        };
        let sign = inner[close..].chars().next().filter(|c| matches!(c, '>' | '＞'));
        let Some(sign) = sign.filter(|_| inner.starts_with(is_han) && !inner[..close].contains(opens)) else {
            continue;
        };
        if !SORTS.iter().any(|sort| inner[..close].ends_with(sort)) {
            continue;
        }
        let start = at + open.len();
        let marks = [TextRange::new(at, start), TextRange::new(start + close, start + close + sign.len_utf8())];
        let (left, right) = if draft.marks.in_title(at) { ("〈", "〉") } else { ("《", "》") };
        findings
            .add(TextRange::new(at, marks[1].end), format!("书名号应为{left}{right}，不用小于号、大于号。"))
            .fix(marks[0], left)
            .fix(marks[1], right);
    }
}
