//! STR: the numbering of items and the length of paragraphs.

pub(super) mod brackets;
pub(super) mod ends;
mod inline;
pub(super) mod levels;
pub(super) mod long_paragraph;
pub(super) mod marks;
pub(super) mod sequence;

use super::draft::Draft;
use crate::lexicon::marker::{Marker, marker_at};
use crate::outline::numbering::Item;
use crate::span::TextRange;

/// The number that an item opens with.
fn marker_of<'a>(draft: &Draft<'a>, item: &Item) -> Option<(Marker<'a>, TextRange)> {
    let first = item.paragraphs.first()?;
    let marker = marker_at(draft.slice(*first))?;
    Some((marker, TextRange::new(first.start, first.start + marker.len)))
}
