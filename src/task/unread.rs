//! What of the body became no task: neither heading nor words that lead in or
//! close, and so nothing that may be passed over in silence.

use super::block::Block;
use super::sentence::{closes_with_order, has_words, is_formula, is_lead_in, is_mark, is_one_sentence, is_opening};
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;

/// The stretches of `items` that no block holds, in order.
pub(super) fn stretches(source: &Source, items: &[Item], blocks: &[Block]) -> Vec<TextRange> {
    let numbered = items.iter().any(|item| item.style.is_some());
    let mut blocks = blocks.iter().map(|block| block.range).peekable();
    let mut left: Vec<TextRange> = if numbered { behind_announcement(source, items) } else { Vec::new() };
    for item in items.iter().filter(|item| item.style.is_some() || !numbered) {
        for (nth, &paragraph) in item.paragraphs.iter().enumerate() {
            while blocks.next_if(|block| block.end <= paragraph.start).is_some() {}
            let held = blocks.peek().is_some_and(|block| block.start < paragraph.end);
            if !held && !is_heading(source, item, nth) && says(source.slice(paragraph)) {
                left.push(paragraph);
            }
        }
    }
    left
}

/// What a numbered text says between 现通知如下： and its first number, without a number.
fn behind_announcement(source: &Source, items: &[Item]) -> Vec<TextRange> {
    let Some(opening) = items.first().filter(|item| item.style.is_none()) else { return Vec::new() };
    let announces = |paragraph: &TextRange| {
        let text = source.slice(*paragraph).trim_end_matches(is_mark);
        text.ends_with("如下")
    };
    let announced = opening.paragraphs.iter().rposition(announces).map_or(opening.paragraphs.len(), |at| at + 1);
    // 为推动…，制定本方案。: the opening of the plan that is announced.
    let opens = |text: &str| ["制定本", "编制本", "特制定", "现制定"].iter().any(|word| text.contains(word));
    let told = |paragraph: &&TextRange| {
        let text = source.slice(**paragraph);
        says(text) && is_sentence(text) && !opens(text)
    };
    opening.paragraphs[announced..].iter().filter(told).copied().collect()
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['。', '；'])
}

fn is_heading(source: &Source, item: &Item, nth: usize) -> bool {
    let first = || item.paragraphs.first().map_or("", |first| source.slice(*first));
    nth == 0 && (item.heading_only || item.has_children && is_one_sentence(first()))
}

fn says(text: &str) -> bool {
    has_words(text) && !is_lead_in(text) && (!is_formula(text) && !is_opening(text) || closes_with_order(text))
}
