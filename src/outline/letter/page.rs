//! What the page around a notice says of it: 发文字号：…, for values that the
//! notice itself lacks.

use super::pieces::Pieces;
use crate::lexicon::page::{PageLabel, page_label};
use crate::span::TextRange;

/// The values behind the labels of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) issuer: Option<TextRange>,
    pub(super) number: Option<TextRange>,
    pub(super) title: Option<TextRange>,
    pub(super) date: Option<TextRange>,
}

impl Page {
    /// Takes the value of piece `index`, if it has a label; the first one counts.
    pub(super) fn note(&mut self, pieces: &Pieces, index: usize) {
        let text = pieces.text(index);
        let Some((label, start)) = page_label(text) else { return };
        let value = text[start..].trim_end_matches(['】', ']', '］', '）']);
        let place = match label {
            PageLabel::Issuer => &mut self.issuer,
            PageLabel::Number => &mut self.number,
            PageLabel::Title => &mut self.title,
            PageLabel::Date => &mut self.date,
            PageLabel::Other => return,
        };
        if !value.is_empty() && !value.contains('：') {
            let start = pieces.range(index).start + start;
            place.get_or_insert(TextRange::new(start, start + value.len()));
        }
    }
}
