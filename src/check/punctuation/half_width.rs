//! PUN-002: half-width punctuation in Chinese text.

use super::{angle, straight};
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::marks::Marks;
use crate::check::work::{Check, page};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("PUN-002", check).apart(1);

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
