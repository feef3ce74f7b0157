//! TXT-006: spaces within words and beside numbers.

use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::source::LineKind;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-006",
    title: "字间、数字旁有多余空格",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "正文里汉字与汉字之间、汉字与数字之间有空格。全文合并为一条，逐处可改。",
        why: "多是粘贴、排版留下的；印发前不清，换行时会在空格处断开。",
        bad: "现将 2025 年安全生产重点工作安排如下：请抓好落实。",
        good: "现将2025年安全生产重点工作安排如下：请抓好落实。",
        silent: "标题、版头、落款、表格里为对齐留的空格，两个机关名称之间的空格，联系人姓名，西文两侧的空格，不报。",
    },
    on: true,
    apart: 1,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let mut running = Running::default();
    for (at, noise) in draft.source.noise() {
        let blank = !noise.is_empty() && noise.chars().all(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}'));
        let (Some(before), Some(after)) = (draft.char_before(at), draft.char_at(at)) else { continue };
        if blank && is_tight(before, after) && !draft.marks.in_title(at) && running.holds(draft, at) {
            let range = TextRange::new(at - before.len_utf8(), at + after.len_utf8());
            findings.add(range, "正文里有多余空格，请删去。").close_gap(at);
        }
    }
}

/// Characters between which no space belongs.
fn is_tight(before: char, after: char) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    is_han(before) && (is_han(after) || digit(after)) || digit(before) && is_han(after)
}

/// Whether the line last asked about is running text: a paragraph with marks
/// within, not a heading or a signature.
#[derive(Default)]
struct Running {
    line: TextRange,
    text: bool,
}

impl Running {
    fn holds(&mut self, draft: &Draft, at: usize) -> bool {
        if !(self.line.start < at && at < self.line.end) {
            let Some(line) = draft.line(at) else { return false };
            let marks = draft.slice(line.range).contains(['。', '，', '；']);
            *self = Self { line: line.range, text: line.kind == LineKind::Text && marks };
        }
        let contact = || ["联系人", "电话", "邮编", "地址"].iter().any(|word| draft.before(at).contains(word));
        self.text && !opens_line(draft, self.line, at) && !contact()
    }
}

/// The space behind the number or the field name that opens a line.
fn opens_line(draft: &Draft, line: TextRange, at: usize) -> bool {
    at - line.start <= 24 && {
        let head = draft.slice(TextRange::new(line.start, at));
        crate::lexicon::marker::marker_at(draft.slice(line)).is_some_and(|m| m.len >= head.len())
    }
}
