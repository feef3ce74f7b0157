//! Straight quotation marks, full stops and dots that came from a keyboard.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::lexicon::marker::marker_at;
use crate::source::LineKind;
use crate::span::TextRange;

/// Words within straight quotation marks, at most, in bytes.
const QUOTED_BYTES: usize = 120;

/// Reports them in running text; cells keep what their program wrote.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    for line in draft.source.lines().iter().filter(|line| line.kind == LineKind::Text) {
        let mut signs = draft.signs().within(line.range);
        if !signs.any(|run| draft.slice(run).contains(['"', '\'', '.', '…'])) {
            continue;
        }
        let text = draft.slice(line.range);
        quotes(text, line.range.start, findings);
        stops(text, line.range.start, findings);
        dots(text, line.range.start, findings);
    }
}

/// "…" and '…' around Chinese words.
fn quotes(text: &str, start: usize, findings: &mut Findings) {
    for quote in ['"', '\''] {
        let mut rest = text.match_indices(quote).map(|(at, _)| at);
        while let (Some(open), Some(close)) = (rest.next(), rest.next()) {
            let inner = &text[open + 1..close];
            let beside = text[..open].chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric());
            if inner.len() <= QUOTED_BYTES && inner.contains(is_han) && !inner.contains(['“', '”', '。']) && beside
            {
                let range = TextRange::new(open, close + 1).shift(start);
                findings
                    .add(range, "引号是半角直引号，应改为“ ”。")
                    .fix(TextRange::new(range.start, range.start + 1), "“")
                    .fix(TextRange::new(range.end - 1, range.end), "”");
            }
        }
    }
}

/// A full stop behind a Chinese word or a closing mark that ends a sentence.
fn stops(text: &str, start: usize, findings: &mut Findings) {
    let number = marker_at(text).map_or(0, |marker| marker.len);
    for (at, _) in text.match_indices('.').filter(|(at, _)| *at >= number) {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let chinese = before.is_some_and(|c| is_han(c) || matches!(c, '）' | '”' | '》'));
        // 一. and 十. are numbers, wherever they stand.
        let numeral = before.is_some_and(|c| "一二三四五六七八九十".contains(c));
        if chinese && !numeral && after.is_none_or(|c| is_han(c) && text[..at].contains('，')) {
            let range = TextRange::new(at, at + 1).shift(start);
            findings.add(range, "句末用了半角的点，应改为句号。").fix(range, "。");
        }
    }
}

/// An ellipsis of another length than six dots.
fn dots(text: &str, start: usize, findings: &mut Findings) {
    let is_dot = |c: char| matches!(c, '.' | '…');
    let mut from = 0;
    while let Some(at) = text[from..].find(is_dot).map(|skip| from + skip) {
        let run = &text[at..at + text[at..].find(|c| !is_dot(c)).unwrap_or(text.len() - at)];
        from = at + run.len();
        let latin = run.starts_with('.') && run.len() >= 3;
        let wrong = run.starts_with('…') && !matches!(run.chars().count(), 2 | 4);
        let beside = text[..at].chars().next_back().is_some_and(|c| is_han(c) || matches!(c, '）' | '”' | '、' | '，'));
        if beside && (latin || wrong) {
            let range = TextRange::new(at, from).shift(start);
            findings.add(range, "省略号应为六个居中的圆点“……”。").fix(range, "……");
        }
    }
}
