//! PUN-002: half-width punctuation in Chinese text.

use super::{angle, straight};
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::marks::Marks;
use crate::check::rule::{Page, Rule, Words};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "PUN-002",
    title: "中文里用了半角标点",
    severity: Severity::Hint,
    basis: "GB/T 15834-2011 4.4.2 等（标点形式）",
    page: Page {
        what: "汉字旁边的逗号、分号、冒号、问号、叹号、括号是半角，引号是直引号，句末是半角的点，省略号不是六个圆点，书名号写成小于号、大于号。全文合并为一条，逐处可改。",
        why: "中文标点各占一字位置；半角标点多半是录入或者网页粘贴留下的，排版后疏密不一。",
        bad: "强化担当作为,压实安全责任。",
        good: "强化担当作为，压实安全责任。",
        silent: "小数、时刻（8:30）、比例（1:100000）、网址、西文里的标点不报；层次序号的半角括号归 STR-004，一半全角一半半角的括号归 PUN-001。",
    },
    on: true,
    apart: 1,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    straight::check(draft, findings);
    angle::check(draft, findings);
    let mixed = mixed_brackets(&draft.marks, draft);
    for &(at, original) in draft.all_folded() {
        let Some(full) = draft.char_at(at) else { continue };
        let range = TextRange::new(at, at + full.len_utf8());
        let skipped = !is_punctuation(original) || mixed.binary_search(&at).is_ok() || is_item_number(draft, range);
        if !skipped && stands_in_chinese(draft, range) {
            findings.add(range, "汉字旁边用了半角标点，宜改为全角。").fix(range, full.to_string());
        }
    }
}

fn is_punctuation(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')')
}

fn stands_in_chinese(draft: &Draft, range: TextRange) -> bool {
    let chinese = |c: char| is_han(c) || "，。；：、“”《》（）〔〕".contains(c);
    let before = draft.char_before(range.start);
    let after = draft.char_at(range.end);
    before.is_some_and(is_han) || after.is_some_and(is_han) || before.is_some_and(chinese) && after.is_none_or(chinese)
}

/// The places of brackets whose partner has another width, or is missing.
fn mixed_brackets(marks: &Marks, draft: &Draft) -> Vec<usize> {
    let half = |at| draft.folded(at).is_some();
    let pairs = marks.brackets().map(|p| (p.open.range.start, p.close.range.start));
    let mut places: Vec<usize> = pairs.filter(|&(a, b)| half(a) != half(b)).flat_map(|(a, b)| [a, b]).collect();
    places.extend(marks.single.iter().map(|m| m.range.start));
    places.sort_unstable();
    places
}

/// A bracket of the number that opens a line: （一）.
fn is_item_number(draft: &Draft, range: TextRange) -> bool {
    let line = draft.line(range.start).map(|l| l.range);
    line.is_some_and(|line| {
        let near = range.start - line.start <= 24;
        near && marker_at(draft.slice(line)).is_some_and(|m| range.end <= line.start + m.len)
    })
}
