//! Documents of Word, whatever their parts hold: a text, or a refusal that says what
//! to do.

#![no_main]

use libfuzzer_sys::fuzz_target;
use notice_analyzer::import::{Revisions, docx};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/// An archive with these parts as a document has them.
fn document(body: &str, numbering: &str) -> Vec<u8> {
    let text = format!("<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [("_rels/.rels", RELATIONS), ("word/document.xml", &text), ("word/numbering.xml", numbering)] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(part.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

fuzz_target!(|given: (&str, &str, &[u8])| {
    let (body, numbering, raw) = given;
    for bytes in [document(body, numbering), raw.to_vec()] {
        match (docx(&bytes, Revisions::Accepted), docx(&bytes, Revisions::Original)) {
            (Ok(accepted), Ok(original)) => {
                assert_eq!(accepted.revised, original.revised);
                assert!(accepted.revised || accepted.text == original.text);
            }
            (Err(refusal), _) | (_, Err(refusal)) => assert!(!refusal.advice().is_empty()),
        }
    }
});
