//! What a person types, as a name that can stand in any table.

use crate::source::Source;
use crate::span::TextRange;

/// `text` on one line, without spaces, marks and invisible characters.
pub(super) fn plain(text: &str) -> String {
    let source = Source::new(text);
    source.written(TextRange::new(0, source.clean().len()))
}
