//! A paragraph with what it says of responsibility, read once.

use super::attribution::Attribution;
use super::bracket::{brackets, label_runs, standing_attribution};
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;

/// A place that assigns, and what it says.
pub(super) type Assigning = (TextRange, Attribution);

/// One paragraph.
pub(super) struct Paragraph {
    pub range: TextRange,
    /// The label lines or the bracket that it opens with.
    pub standing: Option<Assigning>,
    /// The brackets and label lines within the rest, in order.
    pub within: Vec<Assigning>,
}

impl Paragraph {
    pub fn read(source: &Source, range: TextRange) -> Self {
        let standing = standing_attribution(source, range);
        let rest = TextRange::new(standing.as_ref().map_or(range.start, |(labels, _)| labels.end), range.end);
        let mut within = brackets(source, rest);
        within.extend(label_runs(source, rest));
        within.sort_by_key(|(range, _)| range.start);
        // Labels may open within a bracket, and a bracket within labels: the
        // first of them has the words.
        let mut end = rest.start;
        within.retain(|(range, _)| {
            let free = range.start >= end;
            end = end.max(range.end);
            free
        });
        Self { range, standing, within }
    }

    /// Whether it assigns anything.
    pub fn assigns(&self) -> bool {
        self.standing.is_some() || !self.within.is_empty()
    }

    /// The words behind what it opens with.
    pub fn rest(&self) -> TextRange {
        TextRange::new(self.standing.as_ref().map_or(self.range.start, |(labels, _)| labels.end), self.range.end)
    }
}

/// The paragraphs of each item.
pub(super) fn paragraphs(source: &Source, items: &[Item]) -> Vec<Vec<Paragraph>> {
    let of = |item: &Item| item.paragraphs.iter().map(|range| Paragraph::read(source, *range)).collect();
    items.iter().map(of).collect()
}
