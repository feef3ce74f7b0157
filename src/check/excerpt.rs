//! The sentences that a finding speaks of.

use super::draft::{floor, is_sentence_end};
use crate::analysis::{Excerpt, Fix};
use crate::source::Source;
use crate::span::TextRange;

/// How far a sentence is followed, in bytes: before the words in question, in
/// them, behind them.
const REACH: usize = 300;

/// The sentence around `range`, then those of corrections elsewhere, each once.
pub(super) fn excerpts(source: &Source, range: TextRange, fixes: &[Fix]) -> Vec<Excerpt> {
    let mut all: Vec<(TextRange, TextRange)> = vec![(sentence(source, range), range)];
    for words in fixes.iter().map(|fix| source.range(fix.span)) {
        if all.iter().all(|(known, _)| !known.covers(words)) {
            all.push((sentence(source, words), words));
        }
    }
    all.into_iter().map(|(sentence, words)| excerpt(source, sentence, words)).collect()
}

/// The paragraph of the byte `at`, counted from 1.
pub(super) fn paragraph(source: &Source, at: usize) -> usize {
    source.lines().partition_point(|line| line.range.end < at) + 1
}

fn excerpt(source: &Source, sentence: TextRange, words: TextRange) -> Excerpt {
    Excerpt {
        words: source.span(words),
        paragraph: paragraph(source, words.start),
        span: source.span(sentence),
        text: source.pasted(sentence).to_owned(),
        cut: cuts(source.clean(), sentence),
    }
}

/// From the end of the sentence before `range` to the mark that ends its own.
fn sentence(source: &Source, range: TextRange) -> TextRange {
    let text = source.clean();
    let range = TextRange::new(range.start, floor(text, range.end.min(range.start + REACH)));
    let low = floor(text, range.start.saturating_sub(REACH));
    let before = &text[low..range.start];
    let start = before.char_indices().rev().find(|(_, c)| is_sentence_end(*c)).map(|(at, c)| low + at + c.len_utf8());
    let high = floor(text, range.end.saturating_add(REACH).min(text.len()));
    TextRange::new(start.unwrap_or(low), sentence_end(text, range, high))
}

fn sentence_end(text: &str, range: TextRange, high: usize) -> usize {
    let closed = range.of(text).ends_with(is_mark);
    let rest = &text[range.end..high];
    match rest.char_indices().find(|(_, c)| closed || is_sentence_end(*c)) {
        Some((at, c)) if !closed && is_mark(c) => range.end + at + c.len_utf8(),
        Some((at, _)) => range.end + at,
        None => high,
    }
}

/// Whether `c` ends a sentence and belongs to it.
fn is_mark(c: char) -> bool {
    is_sentence_end(c) && !c.is_whitespace() && !c.is_control()
}

/// Whether a sentence of `text` goes on before and behind the part `range`.
fn cuts(text: &str, range: TextRange) -> (bool, bool) {
    let goes_on = |c: Option<char>| c.is_some_and(|c| !is_sentence_end(c));
    let ends = range.of(text).ends_with(is_sentence_end);
    (goes_on(text[..range.start].chars().next_back()), !ends && goes_on(text[range.end..].chars().next()))
}
