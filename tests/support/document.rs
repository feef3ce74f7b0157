//! Word documents, put together part by part.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The relation of a document to its text.
pub const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

/// An archive of these parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(part.as_bytes()).expect("its bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A document whose body is `body`.
pub fn document(body: &str) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
    archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
    ])
}

const NUMBERING: &str = "<w:numbering xmlns:w=\"x\">
    <w:abstractNum w:abstractNumId=\"0\">
        <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl>
        <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:pStyle w:val=\"Item\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>
        <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl>
        <w:lvl w:ilvl=\"3\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"·\"/></w:lvl>
        <w:lvl w:ilvl=\"4\"><w:isLgl/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%3\"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride></w:num>
</w:numbering>";

const STYLES: &str = "<w:styles xmlns:w=\"x\">
    <w:style w:styleId=\"Item\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId=\"Small\"><w:basedOn w:val=\"Item\"/></w:style>
    <w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style>
    <w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>
</w:styles>";

/// A paragraph.
pub fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// A paragraph with a number of that level of a list.
pub fn item(list: usize, level: usize, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

/// A cell of a table.
pub fn cell(properties: &str, paragraphs: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")
}

/// A table.
pub fn table(rows: &[&[String]]) -> String {
    let rows: String = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
    format!("<w:tbl>{rows}</w:tbl>")
}
