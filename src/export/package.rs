//! The archive that an office document is (Open Packaging Conventions, ECMA-376
//! part 2): its parts, what they are, and how they hang together. The same
//! parts give the same bytes: no file in it bears a time.

use super::xml::Xml;
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

type Archive = ZipWriter<Cursor<Vec<u8>>>;

/// One part that is being written.
pub(super) type Part<'a> = Xml<&'a mut Archive>;

/// A document on its way.
pub(super) struct Package {
    archive: Archive,
}

/// What another part is to the one that names it: the end of its type, and its
/// path from there.
pub(super) type Relation<'a> = (&'a str, &'a str);

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const CORE: (&str, &str) = ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
const CORE_RELATION: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

impl Package {
    /// A package about `title` whose main part is the first of `parts`, each
    /// with its path and what it is.
    pub(super) fn new(title: &str, parts: &[(&str, &str)]) -> io::Result<Self> {
        let mut package = Self { archive: ZipWriter::new(Cursor::new(Vec::new())) };
        package.types(parts)?;
        package.roots(parts.first().map_or("", |(path, _)| path))?;
        package.core(title)?;
        Ok(package)
    }

    fn types(&mut self, parts: &[(&str, &str)]) -> io::Result<()> {
        let mut xml = self.part("[Content_Types].xml")?;
        xml.open("Types", &[("xmlns", TYPES)])?;
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")])?;
        for (path, kind) in parts.iter().chain([&CORE]) {
            xml.empty("Override", &[("PartName", &format!("/{path}")), ("ContentType", kind)])?;
        }
        xml.close("Types")?;
        xml.finish()
    }

    fn roots(&mut self, main: &str) -> io::Result<()> {
        let mut xml = self.part("_rels/.rels")?;
        xml.open("Relationships", &[("xmlns", RELATIONS)])?;
        let document = format!("{OFFICE_RELATION}officeDocument");
        xml.empty("Relationship", &[("Id", "rId1"), ("Type", &document), ("Target", main)])?;
        xml.empty("Relationship", &[("Id", "rId2"), ("Type", CORE_RELATION), ("Target", CORE.0)])?;
        xml.close("Relationships")?;
        xml.finish()
    }

    fn core(&mut self, title: &str) -> io::Result<()> {
        let mut xml = self.part(CORE.0)?;
        let properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        xml.open("cp:coreProperties", &[("xmlns:cp", properties), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")])?;
        xml.value("dc:title", &[], title)?;
        xml.close("cp:coreProperties")?;
        xml.finish()
    }

    /// Begins the part at `path`.
    pub(super) fn part(&mut self, path: &str) -> io::Result<Part<'_>> {
        self.start(path)?;
        Xml::new(&mut self.archive)
    }

    /// The part that was begun last, to go on with.
    pub(super) fn same_part(&mut self) -> Part<'_> {
        Xml::resume(&mut self.archive)
    }

    /// The part at `path`, which is always the same.
    pub(super) fn fixed(&mut self, path: &str, content: &str) -> io::Result<()> {
        self.start(path)?;
        self.archive.write_all(content.as_bytes())
    }

    /// What the part whose relations stand at `path` is joined to: `rId1`,
    /// `rId2`, in order.
    pub(super) fn relations(&mut self, path: &str, relations: &[Relation]) -> io::Result<()> {
        let mut xml = self.part(path)?;
        xml.open("Relationships", &[("xmlns", RELATIONS)])?;
        for (index, (kind, target)) in relations.iter().enumerate() {
            let (id, kind) = (format!("rId{}", index + 1), format!("{OFFICE_RELATION}{kind}"));
            xml.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)])?;
        }
        xml.close("Relationships")?;
        xml.finish()
    }

    /// The bytes of the file.
    pub(super) fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.archive.finish()?.into_inner())
    }

    fn start(&mut self, path: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        Ok(self.archive.start_file(path, options)?)
    }
}
