//! Headings without numbers: lines of their own where a paste has lost the
//! numbers, and phrases closed by a full stop at the head of parallel
//! paragraphs. One alone is a sentence; several make tasks.

use super::field::Opening;
use super::label::label_at;
use super::sentence::{has_words, is_formula};
use crate::lexicon::marker::marker_at;
use crate::outline::numbering::title_of;
use crate::source::Source;
use crate::span::TextRange;

/// A heading is this long, and a phrase at the head of one of parallel paragraphs.
const HEADING_CHARS: std::ops::RangeInclusive<usize> = 4..=20;
const PHRASE_CHARS: std::ops::RangeInclusive<usize> = 4..=34;

/// The tasks that headings without numbers open in `paragraphs`.
pub(super) fn openings(source: &Source, paragraphs: &[TextRange]) -> Vec<Opening> {
    let lines = found(source, paragraphs, heading_line);
    if lines.len() > 1 {
        return lines;
    }
    let phrases = found(source, paragraphs, |source, paragraphs| heading_phrase(source, *paragraphs.first()?));
    let behind = phrases.first().map_or(0, |first| paragraphs.iter().filter(|p| p.start >= first.at).count());
    if phrases.len() > 1 && phrases.len() * 2 > behind { phrases } else { Vec::new() }
}

fn found(
    source: &Source,
    paragraphs: &[TextRange],
    heading: impl Fn(&Source, &[TextRange]) -> Option<TextRange>,
) -> Vec<Opening> {
    let each = (0..paragraphs.len()).filter_map(|at| {
        let title = heading(source, &paragraphs[at..])?;
        Some(Opening { at: paragraphs[at].start, title })
    });
    each.collect()
}

/// A line that is nothing but a phrase, above a paragraph of text.
fn heading_line(source: &Source, paragraphs: &[TextRange]) -> Option<TextRange> {
    let [line, text, ..] = paragraphs else { return None };
    let (title, alone) = heading(source, *line, HEADING_CHARS)?;
    let above_text = source.slice(*text).ends_with(['。', '；', '）']) || label_at(source.slice(*text)).is_some();
    let above_line = heading(source, *text, HEADING_CHARS).is_some_and(|(_, alone)| alone);
    (alone && title.end == line.end && above_text && !above_line).then_some(title)
}

/// A phrase closed by a full stop, with sentences behind it.
fn heading_phrase(source: &Source, paragraph: TextRange) -> Option<TextRange> {
    let (title, alone) = heading(source, paragraph, PHRASE_CHARS)?;
    let behind = source.slice(TextRange::new(title.end, paragraph.end));
    (!alone && behind.starts_with('。') && has_words(behind)).then_some(title)
}

fn heading(source: &Source, paragraph: TextRange, chars: std::ops::RangeInclusive<usize>) -> Option<(TextRange, bool)> {
    let text = source.slice(paragraph);
    // ——到2025年，…: goals of one task.
    if marker_at(text).is_some() || is_formula(text) || text.starts_with('—') {
        return None;
    }
    let (title, alone) = title_of(source, paragraph, 0);
    let words = source.slice(title);
    let fits = chars.contains(&words.chars().take(chars.end() + 1).count());
    (fits && !words.contains(['，', '〔', '《']) && !words.contains(|c: char| c.is_ascii_digit()))
        .then_some((title, alone))
}
