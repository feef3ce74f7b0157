//! Numbers within a paragraph: 一是…二是…, 首先…其次….

use crate::check::draft::{Draft, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::span::TextRange;

/// Numbers that open a clause.
pub(super) const ORDINALS: &[&str] = &["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是"];

/// Whether the words at `range` open a clause.
pub(super) fn opens_clause(draft: &Draft, range: TextRange) -> bool {
    draft.char_before(range.start).is_none_or(|c| is_sentence_end(c) || matches!(c, '，' | '：' | '、' | '）'))
}

/// 四是 behind 二是: the sequence of a paragraph jumps, repeats or runs back.
/// `ordinals` are the places of [`ORDINALS`].
pub(super) fn jumps(draft: &Draft, ordinals: &[Hit], findings: &mut Findings) {
    let mut last: Option<(usize, TextRange)> = None;
    let mut line = TextRange::default();
    for hit in ordinals.iter().filter(|hit| opens_clause(draft, hit.range())) {
        if !line.covers(hit.range()) {
            (line, last) = (draft.line(hit.range().start).map(|line| line.range).unwrap_or_default(), None);
        }
        if let Some((before, place)) = last.filter(|(before, _)| hit.word() != before + 1 && hit.word() > 0) {
            let message = match hit.word() {
                word if word == before => format!("“{}”重复。", ORDINALS[word]),
                word if word < before => format!("“{}”倒退，前面已经编到“{}”。", ORDINALS[word], ORDINALS[before]),
                word => format!("“{}”之后是“{}”，中间缺了。", ORDINALS[before], ORDINALS[word]),
            };
            findings.add(hit.range(), message).related(place);
        }
        last = Some((hit.word(), hit.range()));
    }
}

/// 首先、 and 一是，: the mark behind them.
pub(super) fn marks(draft: &Draft, hit: &Hit, findings: &mut Findings) {
    let words = draft.slice(hit.range());
    if !opens_clause(draft, hit.range()) {
        return;
    }
    let last = words.chars().next_back().map_or(0, char::len_utf8);
    let mark = TextRange::new(hit.range().end - last, hit.range().end);
    if words.ends_with('、') {
        findings.add(hit.range(), "“首先”“其次”后面用逗号。").fix(mark, "，");
    } else {
        findings.add(hit.range(), format!("“{}”后面不加逗号。", words.trim_end_matches('，'))).fix(mark, "");
    }
}
