//! Word documents as text that reads the same: automatic numbers written out,
//! the cells of tables between TABs as a spreadsheet hands them over, tracked
//! changes as they would be accepted or as they were. Headers, footers, text
//! boxes and notes are left out: they are no part of the notice.

mod body;
mod numbering;
mod package;
mod refusal;
mod table;
mod xml;

pub use refusal::Refusal;

use body::Body;
use numbering::Numbering;

/// How tracked changes are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revisions {
    /// As they would read when all are accepted.
    #[default]
    Accepted,
    /// As the text was before them.
    Original,
}

/// What stands in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its text, a paragraph or a row of a table on each line.
    pub text: String,
    /// Whether it holds tracked changes, so that the two ways differ.
    pub revised: bool,
}

/// Reads a document of Word or WPS (.docx).
///
/// # Errors
///
/// What the file is instead, or why it cannot be read.
///
/// ```
/// use notice_analyzer::import::{Refusal, Revisions, docx};
/// assert_eq!(docx(b"%PDF-1.7", Revisions::Accepted), Err(Refusal::Pdf));
/// ```
pub fn docx(bytes: &[u8], revisions: Revisions) -> Result<Document, Refusal> {
    let parts = package::open(bytes)?;
    let mut body = Body::new(Numbering::read(&parts.styles, &parts.numbering)?, revisions);
    xml::walk(&parts.document, |said| body.hear(&said))?;
    body.finish()
}

/// Whether the bytes are such a document, or another that is no text whatever
/// its letters: an old one, a PDF. [`docx`] says which.
pub fn is_document(bytes: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 4] = [ARCHIVE, b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"];
    OPENINGS.iter().any(|opening| bytes.starts_with(opening))
}

/// How the archive begins that such a document is.
const ARCHIVE: &[u8] = b"PK\x03\x04";
