//! STR-001: numbers that jump, repeat or run backwards.

use super::{inline, marker_of};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::lexicon::marker::Style;
use crate::outline::numbering::Item;
use crate::span::TextRange;
use std::collections::HashMap;

pub(in crate::check) static RULE: Check = page!("STR-001", check).words(Words::List(inline::ORDINALS));

fn check(draft: &Draft, findings: &mut Findings) {
    inline::jumps(draft, draft.hits(RULE.rule.code), findings);
    for items in draft.items {
        let mut through: HashMap<Style, u32> = HashMap::new();
        let mut within: HashMap<(Option<usize>, Style), (u32, usize)> = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            let Some(style) = item.style.filter(|style| *style != Style::Decimal) else { continue };
            let last = within.insert((item.parent, style), (item.ordinal, index));
            let before = through.insert(style, item.ordinal);
            if let Some((last, at)) = last {
                sibling(draft, items, (last, at), index, findings);
            } else if item.ordinal != 1 && before.is_none_or(|n| n + 1 != item.ordinal) {
                first(draft, items, index, findings);
            }
        }
    }
}

/// An item behind a sibling.
fn sibling(draft: &Draft, items: &[Item], (last, at): (u32, usize), index: usize, findings: &mut Findings) {
    let item = &items[index];
    let Some((_, number)) = marker_of(draft, item) else { return };
    let label = item.path.last().map_or("", String::as_str);
    let message = match item.ordinal {
        n if n == last + 1 || n == 1 => return,
        n if n == last => format!("序号“{label}”重复。"),
        n if n < last => format!("序号“{label}”倒退，前面已经编到{last}。"),
        n if n > last + 1 && !skipped_stands_there(draft, items, at, index, last + 1) => {
            format!("序号从{last}跳到{n}，中间缺号。")
        }
        _ => return,
    };
    let finding = findings.add(number, message);
    if let Some((_, before)) = marker_of(draft, &items[at]) {
        finding.related(before);
    }
}

/// The first of its siblings that does not start with one.
fn first(draft: &Draft, items: &[Item], index: usize, findings: &mut Findings) {
    let item = &items[index];
    let Some((_, number)) = marker_of(draft, item) else { return };
    let opens_text = index <= 1 && item.parent.is_none();
    let missing = if item.style == Some(Style::Article) { item.ordinal - 1 } else { 1 };
    let above = item.parent.unwrap_or(0);
    let from = if item.style == Some(Style::Article) { above.saturating_sub(1) } else { above };
    let stands = || skipped_stands_there(draft, items, from, index, missing);
    if !opens_text && item.ordinal <= 9 && !stands() {
        let label = item.path.last().map_or("", String::as_str);
        findings.add(number, format!("这一层的序号从“{label}”开始，前面缺号。"));
    }
}

/// Whether the missing number may stand in the text in between, where the
/// reading took it for no number.
fn skipped_stands_there(draft: &Draft, items: &[Item], from: usize, to: usize, missing: u32) -> bool {
    let start = items[from].paragraphs.first().map_or(0, |p| p.start);
    let Some(end) = items[to].paragraphs.first().map(|p| p.start).filter(|end| *end > start) else { return true };
    let between = draft.slice(TextRange::new(start, end));
    let forms = match items[to].style {
        Some(Style::Chinese | Style::ChineseBracketed) => vec![chinese(missing)],
        Some(Style::Circled) => char::from_u32('①' as u32 + missing - 1).map(String::from).into_iter().collect(),
        Some(Style::Arabic | Style::ArabicBracketed | Style::ArabicHalfBracketed) => vec![missing.to_string()],
        // 第六条二级学院应当…: the reading may take it for a reference.
        Some(Style::Article | Style::Section | Style::Chapter) => {
            return between.contains(&format!("第{}", chinese(missing)));
        }
        _ => return false,
    };
    let marks = ['、', '.', '）', '．', '，'];
    forms.iter().any(|form| {
        between.match_indices(form.as_str()).any(|(at, _)| {
            let opens = between[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_ascii_digit() && !"十一二三四五六七八九".contains(c));
            opens && between[at + form.len()..].starts_with(marks)
        }) || form.starts_with('①') && between.contains(form)
    })
}

/// A number up to 99 in Chinese: 十二, 二十.
fn chinese(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, ones) => digit(ones).to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}
