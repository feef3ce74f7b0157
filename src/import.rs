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
use xml::Walk;

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
    Opening::new(bytes, revisions)?.finish()
}

/// A document that is read step by step, for a program that has other things to
/// do in between.
///
/// ```
/// use notice_analyzer::import::{Opening, Refusal, Revisions};
/// # fn read(bytes: &[u8]) -> Result<String, Refusal> {
/// let mut opening = Opening::new(bytes, Revisions::Accepted)?;
/// while !opening.step(1_000_000)? {
///     println!("{:.0} %", 100.0 * opening.share());
/// }
/// Ok(opening.finish()?.text)
/// # }
/// # assert_eq!(read(b"%PDF-1.7"), Err(Refusal::Pdf));
/// ```
pub struct Opening {
    document: String,
    walk: Walk,
    body: Body,
}

impl Opening {
    /// Unpacks a document, of which nothing is read yet.
    ///
    /// # Errors
    ///
    /// What the file is instead, or why it cannot be read.
    pub fn new(bytes: &[u8], revisions: Revisions) -> Result<Self, Refusal> {
        let parts = package::open(bytes)?;
        let body = Body::new(Numbering::read(&parts.styles, &parts.numbering)?, revisions);
        Ok(Self { document: parts.document, walk: Walk::default(), body })
    }

    /// Reads about `bytes` bytes of it more; whether that was all.
    ///
    /// # Errors
    ///
    /// Why it cannot be read any further.
    pub fn step(&mut self, bytes: usize) -> Result<bool, Refusal> {
        let Self { document, walk, body } = self;
        if !walk.ended {
            walk.go(document, bytes, |said| body.hear(&said))?;
        }
        Ok(walk.ended)
    }

    /// How much of it is read, of 1.
    pub fn share(&self) -> f64 {
        self.walk.at() as f64 / self.document.len().max(1) as f64
    }

    /// Reads the rest, and gives the whole.
    ///
    /// # Errors
    ///
    /// As [`Opening::step`].
    pub fn finish(mut self) -> Result<Document, Refusal> {
        self.step(usize::MAX)?;
        self.body.finish()
    }
}

/// Whether the bytes are such a document, or another that is no text whatever
/// its letters: an old one, a PDF. [`docx`] says which.
pub fn is_document(bytes: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 4] = [ARCHIVE, b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf"];
    OPENINGS.iter().any(|opening| bytes.starts_with(opening))
}

/// How the archive begins that such a document is.
const ARCHIVE: &[u8] = b"PK\x03\x04";
