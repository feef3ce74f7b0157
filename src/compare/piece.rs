//! A text cut where it differs, as it is shown next to another one.

use crate::analysis::{Piece, PieceKind};
use crate::source::Passage;
use crate::span::TextRange;

/// Words that do not simply stand in both texts: where, and how.
pub(super) type Marked = (TextRange, PieceKind);

/// Cuts `passage` at the marked words, which do not overlap.
pub(super) fn pieces(passage: &Passage, mut marked: Vec<Marked>) -> Vec<Piece> {
    marked.retain(|(range, kind)| !range.is_empty() || *kind == PieceKind::Differs && !passage.is_empty());
    marked.sort_by_key(|(range, _)| *range);
    let mut pieces = Vec::with_capacity(marked.len() * 2 + 1);
    let mut at = 0;
    let end = TextRange::new(passage.text().len(), passage.text().len());
    for (range, kind) in marked.into_iter().chain([(end, PieceKind::Same)]) {
        push(passage, TextRange::new(at, range.start), PieceKind::Same, &mut pieces);
        push(passage, range, kind, &mut pieces);
        at = range.end;
    }
    pieces
}

fn push(passage: &Passage, range: TextRange, kind: PieceKind, pieces: &mut Vec<Piece>) {
    if range.is_empty() && kind == PieceKind::Differs {
        pieces.push(Piece { text: String::new(), kind: PieceKind::Gap, span: passage.span(range) });
    } else if !range.is_empty() {
        pieces.push(Piece { text: passage.written(range), kind, span: passage.span(range) });
    }
}
