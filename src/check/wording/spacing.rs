//! TXT-006: spaces within words and beside numbers.

use super::blank::means_something;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::source::LineKind;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TXT-006", check).apart(1).words(Words::List(&["年、"]));

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code).iter().filter(|hit| parts_a_date(draft, hit.range())) {
        let mark = TextRange::new(hit.range().start + '年'.len_utf8(), hit.range().end);
        findings.add(mark, "年、月之间不用标点。").fix(mark, "");
    }
    let mut running = Running::default();
    for (at, noise) in draft.source.noise() {
        if is_split_year(draft, at) {
            let range = TextRange::new(at - 2, at + 2);
            findings.add(range, "年份中间有空格，请删去。").fix(range, draft.slice(range));
            continue;
        }
        let blank = !noise.is_empty() && noise.chars().all(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}'));
        let (Some(before), Some(after)) = (draft.char_before(at), draft.char_at(at)) else { continue };
        if blank
            && is_tight(before, after)
            && !draft.marks.in_title(at)
            && running.holds(draft, at)
            && !means_something(draft, running.line, at, noise)
        {
            let range = TextRange::new(at - before.len_utf8(), at + after.len_utf8());
            findings.add(range, "正文里有多余空格，请删去。").close_gap(at);
        }
    }
}

/// Characters between which no space belongs.
fn is_tight(before: char, after: char) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let closes = matches!(before, '，' | '。' | '；' | '、' | '：' | '”' | '》');
    let opens = matches!(after, '“' | '《');
    is_han(before) && (is_han(after) || digit(after) || opens) || (digit(before) || closes) && is_han(after)
}

/// 2024年、5月: one date.
fn parts_a_date(draft: &Draft, mark: TextRange) -> bool {
    let after = draft.after(mark.end);
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let year = draft.before(mark.start).bytes().rev().take_while(u8::is_ascii_digit).count();
    let dated = after[digits..].starts_with('月');
    year == 4 && (1..=2).contains(&digits) && dated
}

/// 20 24年
fn is_split_year(draft: &Draft, at: usize) -> bool {
    let (before, after) = (draft.before(at), draft.after(at));
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let head = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    head == 2
        && (before.ends_with("20") || before.ends_with("19"))
        && digits(after) == 2
        && after[2..].starts_with('年')
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
