//! The sentences of a task that order something, each with who acts in it, by
//! when, and how much, so that a table can be opened from task to sentence.

use crate::lexicon::letter::is_letter;
use crate::lexicon::lexemes::opens_predicate;
use crate::lexicon::marker::marker_at;
use crate::lexicon::modal::find_modal;
use crate::source::Source;
use crate::span::TextRange;

/// The sentences of `block` that order something, without its title and its
/// brackets. A sentence with a place of `marked` (an actor, a time, a quantity)
/// orders something in any case.
pub fn measures(source: &Source, block: TextRange, skip: &[TextRange], marked: &[TextRange]) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut marks = marked.iter().copied().peekable();
    let mut start = block.start;
    for gap in skip.iter().copied().chain([TextRange::new(block.end, block.end)]) {
        for sentence in sentences(source, TextRange::new(start, gap.start.max(start))) {
            while marks.next_if(|m| m.start < sentence.start).is_some() {}
            let is_marked = marks.peek().is_some_and(|m| m.start < sentence.end);
            if is_marked || orders(source.slice(sentence)) {
                found.push(sentence);
            }
        }
        start = gap.end.max(start);
    }
    found
}

fn sentences(source: &Source, range: TextRange) -> Vec<TextRange> {
    let text = source.slice(range);
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(['。', '；', '！', '？', '\n']) {
        let body = piece.trim_end_matches('\n');
        if body.chars().filter(|c| is_letter(*c)).take(4).count() == 4 {
            let open = opening(body);
            found.push(TextRange::new(start + open, start + body.len()).shift(range.start));
        }
        start += piece.len();
    }
    found
}

/// Bytes before the words of a sentence: what closes a title (煤矿方面，), a
/// number.
fn opening(body: &str) -> usize {
    let words = body.strip_prefix("方面").filter(|rest| rest.starts_with('，')).unwrap_or(body);
    let marks = body.len() - words.trim_start_matches(['：', '，', '、', '。', '；', '）', ' ']).len();
    let rest = &body[marks..];
    marks + marker_at(rest).filter(|marker| marker.len < rest.len()).map_or(0, |marker| marker.len)
}

/// Whether a sentence obliges: by a verb of obligation, or because one of its
/// clauses opens with a verb and so has the task's unit for its subject.
fn orders(sentence: &str) -> bool {
    find_modal(sentence).is_some() || sentence.split('，').any(opens_predicate)
}
