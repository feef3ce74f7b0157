//! The archive that a document is (Open Packaging Conventions, ECMA-376 part
//! 2), and the parts of it that say the text.

use super::refusal::Refusal;
use super::{ARCHIVE, xml};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most bytes that one part unpacks to.
const MOST_BYTES: u64 = 48_000_000;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The parts of a document that say its text; the last two may be empty.
pub(super) struct Parts {
    /// The text itself.
    pub(super) document: String,
    /// The numbers of lists.
    pub(super) numbering: String,
    /// The styles, some of which number their paragraphs.
    pub(super) styles: String,
}

/// Opens the archive and unpacks what is needed.
pub(super) fn open(bytes: &[u8]) -> Result<Parts, Refusal> {
    if !bytes.starts_with(ARCHIVE) {
        return Err(Refusal::of(bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Broken)?;
    let main = main_part(&part(&mut archive, "_rels/.rels")?.ok_or(Refusal::OtherArchive)?)?;
    let folder = main.rfind('/').map_or("", |end| &main[..=end]).to_owned();
    let document = part(&mut archive, &main)?.ok_or(Refusal::Broken)?;
    let mut beside = |name: &str| part(&mut archive, &format!("{folder}{name}")).map(Option::unwrap_or_default);
    Ok(Parts { document, numbering: beside("numbering.xml")?, styles: beside("styles.xml")? })
}

/// Where the text stands, by the relations of the package.
fn main_part(relations: &str) -> Result<String, Refusal> {
    let mut main = None;
    xml::walk(relations, |said| {
        if let xml::Said::Opens(element) = said
            && element.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
        {
            main = element.get("Target");
        }
    })?;
    let main = main.map(|path| path.trim_start_matches('/').to_owned()).ok_or(Refusal::OtherArchive)?;
    if main.starts_with("xl/") || main.starts_with("ppt/") { Err(Refusal::OtherArchive) } else { Ok(main) }
}

/// The text of a part; `None` where there is no such part.
fn part(archive: &mut Archive, name: &str) -> Result<Option<String>, Refusal> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(Refusal::Broken),
    };
    let mut bytes = Vec::new();
    // What the archive says of its sizes is not believed.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Broken)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| Refusal::Broken)?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}
