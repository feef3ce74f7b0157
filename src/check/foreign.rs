//! DOC-001: a text that is no Chinese notice.

use super::draft::{Draft, is_han};
use super::findings::Findings;
use super::rule::{APART, Page, Rule, Words};
use crate::analysis::Severity;
use crate::span::TextRange;

pub(super) static RULE: Rule = Rule {
    code: "DOC-001",
    title: "不像中文公文",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "文字里几乎没有汉字，没有可以核对的内容。只说这一句，别的都不报。",
        why: "外文、数字、乱码按公文规则核对，只会满篇误报。",
        bad: "Dear all, please find the report attached.",
        good: "各单位要抓好落实。",
        silent: "夹有英文缩写、网址、表格数字的中文公文照常核对。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// Characters that are enough to tell.
const SAMPLE: usize = 4000;

fn check(draft: &Draft, findings: &mut Findings) {
    if is_foreign(draft.text()) {
        let first = draft.char_at(0).map_or(0, char::len_utf8);
        findings.add(TextRange::new(0, first), "这段文字不像中文公文，没有可以核对的内容。");
    }
}

/// Whether a text is written in something else than Chinese: of its letters
/// few are Chinese characters, or kana and Hangul stand among them.
pub(super) fn is_foreign(text: &str) -> bool {
    let letters = text.chars().take(SAMPLE).filter(|c| is_han(*c) || c.is_alphabetic());
    let (mut all, mut han, mut other) = (0, 0, 0);
    for c in letters {
        all += 1;
        han += usize::from(is_han(c));
        other += usize::from(matches!(c, '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7a3}'));
    }
    !text.is_empty() && (han * 5 < all || han == 0 || other * 5 > han)
}
