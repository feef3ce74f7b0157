//! CIT: citations of documents and their numbers.

pub(super) mod nested;
pub(super) mod number_form;
pub(super) mod short_name;
pub(super) mod title_marks;
pub(super) mod unnumbered;

use crate::check::draft::Draft;
use crate::span::TextRange;

/// The titles 《…》 of a text, outermost only: where, and what stands inside.
fn titles<'t>(draft: &Draft<'t>) -> impl Iterator<Item = (TextRange, &'t str)> {
    let mark = '《'.len_utf8();
    draft.marks.titles().iter().map(move |&range| {
        let inside = TextRange::new(range.start + mark, range.end - mark);
        (range, draft.slice(inside))
    })
}
