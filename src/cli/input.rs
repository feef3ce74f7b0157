//! Reads a notice from a file or standard input: a document, or text in whatever
//! encoding an office saves it.

use super::failure::Failure;
use super::plain::plain_line;
use encoding_rs::{Encoding, GB18030, UTF_8};
use notice_analyzer::import::{self, Revisions};
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Stands for standard input.
const STDIN: &str = "-";

/// The text of the notice at `path`, a document of Word or a text. `-` is
/// standard input.
///
/// # Errors
/// If it cannot be read, or is neither.
pub fn read_notice(path: &Path, revisions: Revisions) -> Result<String, Failure> {
    let bytes = bytes(path)?;
    if !import::is_document(&bytes) {
        return text(path, &bytes);
    }
    let refused = |refusal| Failure::Refused { name: name(path), refusal };
    import::docx(&bytes, revisions).map(|document| document.text).map_err(refused)
}

/// The text at `path`, without byte order mark. `-` is standard input.
///
/// # Errors
/// If it cannot be read, or is no text in a known encoding.
pub fn read(path: &Path) -> Result<String, Failure> {
    text(path, &bytes(path)?)
}

fn text(path: &Path, bytes: &[u8]) -> Result<String, Failure> {
    decode(bytes).ok_or_else(|| Failure::Undecodable { name: name(path) })
}

/// What a message calls the notice at `path`.
pub fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { plain_line(&path.display().to_string()) }
}

/// Whether `path` stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == STDIN
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if is_stdin(path) { io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes) } else { fs::read(path) };
    read.map_err(|error| Failure::Unreadable { name: name(path), error })
}

/// A byte order mark decides; without one, what is not UTF-8 to the last byte
/// must be GB18030 (the encoding of older office systems, and a superset of GBK
/// and GB2312).
fn decode(bytes: &[u8]) -> Option<String> {
    let strict = |encoding: &'static Encoding, bytes| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
    };
    // The mark of UTF-32 opens with that of UTF-16.
    match bytes {
        [0xff, 0xfe, 0, 0, rest @ ..] => return utf32(rest, u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, rest @ ..] => return utf32(rest, u32::from_be_bytes),
        _ => {}
    }
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => strict(encoding, &bytes[mark..]),
        None => strict(UTF_8, bytes).or_else(|| strict(GB18030, bytes)),
    }
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> Option<String> {
    let (units, rest) = bytes.as_chunks::<4>();
    rest.is_empty().then(|| units.iter().map(|bytes| char::from_u32(unit(*bytes))).collect()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{GB18030, decode};

    fn utf32(text: &str, to_bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
        "\u{feff}".chars().chain(text.chars()).flat_map(|c| to_bytes(c.into())).collect()
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(to_bytes).collect()
    }

    #[test]
    fn encodings() {
        let text = "青岭县（𠮷）：6月底前";
        let (gb, _, _) = GB18030.encode(text);
        for (bytes, expected) in [
            (text.as_bytes().to_vec(), Some(text)),
            (["\u{feff}".as_bytes(), text.as_bytes()].concat(), Some(text)),
            (gb.into_owned(), Some(text)),
            (utf16(text, u16::to_le_bytes), Some(text)),
            (utf16(text, u16::to_be_bytes), Some(text)),
            (utf32(text, u32::to_le_bytes), Some(text)),
            (utf32(text, u32::to_be_bytes), Some(text)),
            (utf32(text, u32::to_be_bytes)[..7].to_vec(), None),
            (Vec::new(), Some("")),
            (b"plain".to_vec(), Some("plain")),
            (vec![0xff; 8], None),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff".to_vec(), None),
            (vec![0xef, 0xbb, 0xbf, 0xff], None),
            (vec![0xff, 0xfe, 0x00, 0xd8], None),
        ] {
            assert_eq!(decode(&bytes).as_deref(), expected, "{bytes:x?}");
        }
    }
}
