//! Differences of words.

use super::Report;
use crate::analysis::{Difference, DifferenceKind, Quote};
use crate::compare::change::Change;
use crate::compare::matched::Matched;
use crate::compare::side::Side;
use crate::source::Passage;
use crate::span::TextRange;

/// Changes in one clause with fewer bytes between them are told together.
const TOGETHER_BYTES: usize = 45;
/// Words shorter than this (characters) are told with those around them.
const SHORT_CHARS: usize = 6;
/// How many characters around them are told on each side.
const AROUND_CHARS: usize = 12;

/// Reports the words that differ, clause by clause.
pub(super) fn check(report: &mut Report) {
    let work = report.work;
    if !work.is_matched() {
        return;
    }
    width(report);
    let last = work.changes.len();
    for group in groups(work) {
        let said: Vec<&Change> = group.iter().filter(|change| !change.form && has_words(work, change)).collect();
        for (at, change) in group.iter().enumerate().filter(|(_, change)| change.form) {
            let closes = at + 1 == group.len() && std::ptr::eq(change, &work.changes[last - 1]) && at_end(work, change);
            if !closes {
                form(report, change);
            }
        }
        if !said.is_empty() {
            let kind =
                if said.iter().any(|change| change.counts) { DifferenceKind::Counts } else { DifferenceKind::Wording };
            let difference = report.add(kind);
            describe(difference, work, &said);
        }
    }
}

/// Whether a change has words that do not stand elsewhere.
fn has_words(work: &Matched, change: &Change) -> bool {
    [Side::Left, Side::Right].into_iter().any(|side| {
        let text = work.passage(side).text();
        work.own(side, change).iter().any(|range| range.of(text).chars().any(char::is_alphanumeric))
    })
}

/// Whether a change is the mark that ends the text.
fn at_end(work: &Matched, change: &Change) -> bool {
    change.left.end == work.a.text().len() && change.right.end == work.b.text().len()
}

/// Changes that stand close together in one clause.
fn groups(work: &Matched) -> Vec<&[Change]> {
    let mut groups = Vec::new();
    let mut start = 0;
    for at in 1..=work.changes.len() {
        if at == work.changes.len() || !together(work, &work.changes[at - 1], &work.changes[at]) {
            groups.push(&work.changes[start..at]);
            start = at;
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn together(work: &Matched, one: &Change, next: &Change) -> bool {
    let between = TextRange::new(one.left.end, next.left.start);
    let text = between.of(work.a.text());
    text.len() < TOGETHER_BYTES && !text.contains(['，', '。', '；', '：'])
}

fn describe(difference: &mut Difference, work: &Matched, said: &[&Change]) {
    let quotes = |side: Side| {
        let passage = work.passage(side);
        let own = said.iter().flat_map(|change| work.own(side, change)).filter(|range| !range.is_empty());
        own.map(|range| Quote::new(passage.written(range), passage.span(range))).collect::<Vec<Quote>>()
    };
    (difference.body, difference.annex) = (quotes(Side::Left), quotes(Side::Right));
    let place = |side: Side| said.first().map(|change| work.passage(side).span(side.of(change)));
    difference.body_place = place(Side::Left).filter(|_| difference.body.is_empty());
    difference.annex_place = place(Side::Right).filter(|_| difference.annex.is_empty());
    let (Some(first), Some(last)) = (said.first(), said.last()) else { return };
    let hull = |side: Side| {
        let (first, last) = (work.own(side, first).into_iter().next(), work.own(side, last).into_iter().next_back());
        TextRange::new(first.map_or(0, |range| range.start), last.map_or(0, |range| range.end))
    };
    let (a, b) = (hull(Side::Left), hull(Side::Right));
    let size = |side: Side, range: TextRange| range.of(work.passage(side).text()).chars().count();
    let short = size(Side::Left, a).max(size(Side::Right, b)) < SHORT_CHARS;
    let both = !a.is_empty() && !b.is_empty();
    difference.body_phrase = phrase(&work.a, a, short || both);
    difference.annex_phrase = phrase(&work.b, b, short || both);
}

/// The words in `range`, with those around them up to the ends of the clause
/// where they would not be understood alone.
fn phrase(passage: &Passage, range: TextRange, widened: bool) -> String {
    let text = passage.text();
    let ends = |c: &char| matches!(c, '，' | '。' | '；' | '：' | '、' | '“' | '”' | '（' | '）');
    let inside = |c: &char| !ends(c);
    let before =
        text[..range.start].chars().rev().take(AROUND_CHARS).take_while(inside).map(char::len_utf8).sum::<usize>();
    let after = text[range.end..].chars().take(AROUND_CHARS).take_while(inside).map(char::len_utf8).sum::<usize>();
    let (before, after) = if widened { (before, after) } else { (0, 0) };
    let wide = TextRange::new(range.start - before, range.end + after);
    passage.written(wide).trim_matches(['，', '。', '；', '：', '、']).to_owned()
}

/// Notes a difference of marks.
fn form(report: &mut Report, change: &Change) {
    let work = report.work;
    let quote = |side: Side| {
        let range = side.of(change);
        let passage = work.passage(side);
        (!range.is_empty()).then(|| Quote::new(passage.written(range), passage.span(range)))
    };
    report.form.body.extend(quote(Side::Left));
    report.form.annex.extend(quote(Side::Right));
}

/// Notes the first mark that is written in another width.
fn width(report: &mut Report) {
    let work = report.work;
    if work.a.text() != work.b.text() {
        return;
    }
    let (a, b) = (work.a.written(work.whole(Side::Left)), work.b.written(work.whole(Side::Right)));
    let differs = work.a.text().char_indices().zip(a.chars().zip(b.chars())).find(|(_, (x, y))| x != y);
    if let Some(((at, c), (x, y))) = differs {
        let range = TextRange::new(at, at + c.len_utf8());
        report.form.body.push(Quote::new(x, work.a.span(range)));
        report.form.annex.push(Quote::new(y, work.b.span(range)));
    }
}
