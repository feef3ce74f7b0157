//! ELM: the elements of a document (《党政机关公文处理工作条例》, GB/T 9704-2012).

pub(super) mod addressees;
pub(super) mod attachment_note;
pub(super) mod attachments;
pub(super) mod doc_number;
pub(super) mod number_year;
pub(super) mod signature;
pub(super) mod surplus;
pub(super) mod title;

use super::draft::Draft;
use crate::outline::letter::PartKind;
use crate::span::TextRange;

/// Whether the text is a letter as a whole, not a piece of one: it has a title
/// that names its sort, and a body.
fn is_whole(draft: &Draft) -> bool {
    let letter = draft.letter;
    letter.title.is_some() && letter.doc_type.is_some() && body(draft).len() > 1
}

/// The paragraphs of the notice's own text.
fn body<'a>(draft: &Draft<'a>) -> &'a [TextRange] {
    let own = draft.letter.parts.iter().find(|part| part.kind == PartKind::Body);
    own.map_or(&[], |part| part.paragraphs.as_slice())
}
