//! PUN-006: paragraphs, items and headings that end unlike their siblings.

use super::marker_of;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::outline::numbering::Item;
use crate::span::TextRange;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Check = page!("PUN-006", check);

/// Siblings that agree make a rule from this many on.
const AGREE: usize = 2;
/// A heading has at most so many bytes.
const HEADING_BYTES: usize = 60;
/// A paragraph of a sentence has so many characters at least.
const SENTENCE_CHARS: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    for items in draft.items {
        let mut siblings: BTreeMap<Option<usize>, Vec<&Item>> = BTreeMap::new();
        for item in items.iter().filter(|item| item.style.is_some()) {
            siblings.entry(item.parent).or_default().push(item);
        }
        for group in siblings.values().filter(|group| group.len() > 1) {
            sentences(draft, group, findings);
            headings(draft, group, findings);
        }
    }
}

/// The last words of items of one paragraph each.
fn sentences(draft: &Draft, group: &[&Item], findings: &mut Findings) {
    let whole = |item: &&&Item| item.paragraphs.len() == 1 && !item.has_children;
    let lines: Vec<TextRange> = group.iter().filter(whole).map(|item| item.paragraphs[0]).collect();
    let ends = |mark: char| lines.iter().filter(|line| draft.slice(**line).ends_with(mark)).count();
    let (stops, parts) = (ends('。'), ends('；'));
    for (index, line) in lines.iter().enumerate() {
        let text = draft.slice(*line);
        let Some(last) = text.chars().next_back() else { continue };
        let mark = TextRange::new(line.end - last.len_utf8(), line.end);
        let sentence = text.contains('，') && text.chars().count() >= SENTENCE_CHARS;
        let inner = text.trim_end_matches('。').contains('。');
        let inside = index + 1 < lines.len() && lines.len() == group.len();
        if stops >= AGREE && parts == 0 && sentence && inside && last.is_alphabetic() {
            findings.add(mark, "同级各项以句号结尾，这一项漏了句号。").fix(mark, format!("{last}。"));
        } else if parts > 0 && last == '。' && inside && !inner {
            findings.add(mark, "分项用分号隔开，中间一项用了句号，宜统一。").fix(mark, "；");
        }
    }
}

/// Headings that stand on a line of their own.
fn headings(draft: &Draft, group: &[&Item], findings: &mut Findings) {
    let heading = |item: &&&Item| item.paragraphs.len() > 1 || item.has_children;
    let lines: Vec<TextRange> =
        group.iter().filter(heading).filter_map(|item| item.paragraphs.first().copied()).collect();
    let lines: Vec<TextRange> = lines
        .into_iter()
        .filter(|line| line.len() <= HEADING_BYTES && !draft.slice(*line).contains(['，', '。', '；']))
        .collect();
    let (with, without): (Vec<TextRange>, Vec<TextRange>) =
        lines.iter().copied().partition(|line| draft.slice(*line).ends_with('：'));
    if with.is_empty() || without.is_empty() {
        return;
    }
    for line in with.iter().filter(|_| with.len() <= without.len()) {
        let mark = TextRange::new(line.end - '：'.len_utf8(), line.end);
        findings.add(mark, "同级的小标题有的带冒号，有的不带，宜统一。").fix(mark, "");
    }
    for line in without.iter().filter(|_| with.len() > without.len()) {
        let Some(last) = draft.slice(*line).chars().next_back() else { continue };
        let end = TextRange::new(line.end - last.len_utf8(), line.end);
        let number =
            group.iter().find(|item| item.paragraphs.first() == Some(line)).and_then(|item| marker_of(draft, item));
        let place = number.map_or(*line, |(_, range)| TextRange::new(range.start, line.end));
        findings.add(place, "同级的小标题有的带冒号，有的不带，宜统一。").fix(end, format!("{last}："));
    }
}
