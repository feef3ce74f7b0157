//! Where a paragraph says who is responsible: in brackets, in labels behind its
//! words, on a line of its own.

use super::attribution::{self, Attribution};
use super::label::label_at;
use super::sentence::{is_formula, is_mark};
use crate::analysis::{Basis, Role};
use crate::lexicon::openers::Openers;
use crate::mention::unit::is_unit;
use crate::source::Source;
use crate::span::TextRange;
use std::sync::LazyLock;

/// A bracket longer than this (bytes) is no responsibility bracket.
const BRACKET_BYTES: usize = 3000;

/// The responsibility brackets of a paragraph, with their marks, in order.
pub(super) fn brackets(source: &Source, paragraph: TextRange) -> Vec<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    let read = |whole: TextRange| {
        let width = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
        let close = text[..whole.end].char_indices().next_back().map_or(whole.end, |(at, _)| at);
        let inner = TextRange::new(whole.start + width(whole.start), close).shift(paragraph.start);
        let attribution = bracket(source, inner, &text[..whole.start], &text[whole.end..])?;
        Some((whole.shift(paragraph.start), attribution))
    };
    outermost(text).into_iter().filter_map(read).collect()
}

/// Brackets in which offices say who owes what.
const OPEN: [char; 4] = ['（', '[', '【', '〔'];
const CLOSE: [char; 4] = ['）', ']', '】', '〕'];

/// The brackets of `text` that stand in no other one, in order. One that is
/// never closed, or too late, holds none.
fn outermost(text: &str) -> Vec<TextRange> {
    let mut found: Vec<TextRange> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            c if OPEN.contains(&c) => open.push(at),
            c if CLOSE.contains(&c) => {
                let Some(start) = open.pop().filter(|start| at - start <= BRACKET_BYTES) else { continue };
                while found.pop_if(|inner| inner.start > start).is_some() {}
                found.push(TextRange::new(start, at + c.len_utf8()));
            }
            _ => {}
        }
    }
    found
}

/// The labels behind the words of a paragraph, and what they say:
/// …消除隐患。责任单位：县应急局。完成时限：6月底前。
pub(super) fn label_runs(source: &Source, paragraph: TextRange) -> Vec<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    let mut found = Vec::new();
    // Most paragraphs have no label.
    if !text.contains('：') {
        return found;
    }
    let mut end = 0;
    for start in part_starts(text) {
        if start < end || label_at(&text[start..]).is_none() {
            continue;
        }
        let sentences = text[start..].split_inclusive('。').take_while(|sentence| label_at(sentence).is_some());
        end = start + sentences.map(str::len).sum::<usize>();
        let range = TextRange::new(start, end).shift(paragraph.start);
        let attribution = attribution::read(source, range, Role::Responsible, Basis::Label);
        if attribution.is_some() {
            found.push((range, attribution));
        }
    }
    found
}

/// Where a sentence, or a part of one, opens behind another, outside brackets.
fn part_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0i32;
    text.char_indices().filter_map(move |(at, c)| {
        match c {
            '（' => depth += 1,
            '）' => depth = (depth - 1).max(0),
            _ => {}
        }
        (depth == 0 && matches!(c, '。' | '；' | '，' | '！' | '）')).then_some(at + c.len_utf8())
    })
}

/// Words that open a bracket which explains what stands before it.
static GLOSSES: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new(["以下简称", "简称", "含", "包括", "如", "即", "原", "见", "详见", "不含", "除", "不包括", "附"])
});

/// Words of a bracket that assigns.
static ASSIGNING: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "负责", "牵头", "落实", "配合", "会同", "参与", "协助", "协办", "承办", "主办", "实施", "指导", "督促", "监督",
        "单位", "部门",
    ])
});

/// Reads one bracket, given the words around it.
fn bracket(source: &Source, inner: TextRange, before: &str, after: &str) -> Option<Attribution> {
    let text = source.slice(inner);
    if GLOSSES.at(text).next().is_some() {
        return None;
    }
    let ends_text = after.chars().all(is_mark) || after.starts_with('。') || is_formula(after);
    let opens_behind_sentence = before.is_empty() || before.ends_with(['。', '；', '！']);
    let placed = ends_text && opens_behind_sentence;
    let attribution = if may_assign(text) || source.named_before(inner.start + text.trim_end_matches(is_mark).len()) {
        attribution::read(source, inner, Role::Responsible, Basis::Attribution)
    } else if placed && !before.is_empty() {
        attribution::closing_bracket(source, inner)
    } else {
        return None;
    };
    (attribution.is_some() && (attribution.explicit || placed)).then_some(attribution)
}

/// A quick look before the full reading: a verb of responsibility, or a name's end.
fn may_assign(text: &str) -> bool {
    let last = text.trim_end_matches(is_mark).rsplit(['、', '，']).next().unwrap_or(text);
    ASSIGNING.within(text) || is_unit(last) || last.ends_with('等')
}

/// The attribution that a paragraph opens with: a bracket alone, or labels.
pub(super) fn standing_attribution(source: &Source, paragraph: TextRange) -> Option<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    if label_at(text).is_some() {
        let range = TextRange::new(paragraph.start, paragraph.start + labels_end(text, 0));
        return Some((range, attribution::read(source, range, Role::Responsible, Basis::Label)));
    }
    if text.len() > BRACKET_BYTES {
        return None;
    }
    let body = text.strip_prefix(OPEN)?.trim_end_matches('。').strip_suffix(CLOSE)?;
    if !is_balanced(body) {
        return None;
    }
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inner = TextRange::new(open, open + body.len()).shift(paragraph.start);
    bracket(source, inner, "", "").map(|attribution| (paragraph, attribution))
}

/// Where the labels end that start at `start`: with the sentence behind which
/// no further label follows.
fn labels_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let Some(stop) = text[end..].find('。') else { return text.len() };
        end += stop + "。".len();
        if label_at(&text[end..]).is_none() {
            return end;
        }
    }
}

/// Whether every bracket within closes within: （一）…（…负责） is not one bracket.
fn is_balanced(body: &str) -> bool {
    let mut depth = 0i32;
    for c in body.chars() {
        match c {
            c if OPEN.contains(&c) => depth += 1,
            c if CLOSE.contains(&c) => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
