//! A document as DOCX (ECMA-376 part 1, WordprocessingML), in the fonts and
//! sizes of GB/T 9704-2012: title 小标宋 of size 二号, text 仿宋 of size 三号,
//! tables with their head on every page.
//!
//! ```
//! use notice_analyzer::{Analysis, export::docx, view::Document};
//! let sections = Document::Assignments.sections(&Analysis::default(), &[], "");
//! let file = docx::write("关于安全生产的通知", &sections, true).expect("memory");
//! assert!(file.starts_with(b"PK"));
//! ```

mod table;

use super::package::{Package, Part};
use super::xml::legal;
use crate::view::Section;
use std::io;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The sides of A4, in twentieths of a point.
const A4: [u32; 2] = [11_906, 16_838];
/// The margins of an upright page: top 37 mm, right 26, bottom 35, left 28 (GB/T
/// 9704-2012, 5.2.1); turned with the page.
const MARGINS: [u32; 4] = [2098, 1474, 1984, 1587];

/// How a page lies.
#[derive(Clone, Copy)]
struct Paper {
    width: u32,
    height: u32,
    top: u32,
    right: u32,
    bottom: u32,
    left: u32,
}

impl Paper {
    fn new(is_wide: bool) -> Self {
        let ([short, long], [top, right, bottom, left]) = (A4, MARGINS);
        match is_wide {
            true => Self { width: long, height: short, top: left, right: top, bottom: right, left: bottom },
            false => Self { width: short, height: long, top, right, bottom, left },
        }
    }

    /// The width of its text.
    fn text(self) -> u32 {
        self.width - self.left - self.right
    }
}

/// The document about the notice `title`, a page or more for each section; its
/// pages lie on their side if it `is_wide`.
///
/// # Errors
///
/// Where the file would be larger than an archive can be.
pub fn write(title: &str, sections: &[Section], is_wide: bool) -> io::Result<Vec<u8>> {
    let mut document = Document::new(title, is_wide)?;
    document.add(sections)?;
    document.finish()
}

/// A document that is written some sections at a time, for a program that has
/// other things to do in between. The same sections give the same words,
/// however many of them come at once.
pub struct Document {
    package: Package,
    paper: Paper,
    /// Whether it holds no section yet.
    is_empty: bool,
}

impl Document {
    /// The document that [`write`] makes, as yet without any section.
    ///
    /// # Errors
    ///
    /// As there.
    pub fn new(title: &str, is_wide: bool) -> io::Result<Self> {
        let kinds = ["document.main", "styles", "settings", "footer"].map(|kind| format!("{KIND}{kind}+xml"));
        let paths = ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer.xml"];
        let parts: Vec<(&str, &str)> = paths.into_iter().zip(kinds.iter().map(String::as_str)).collect();
        let mut package = Package::new(title, &parts)?;
        let relations = [("styles", "styles.xml"), ("settings", "settings.xml"), ("footer", "footer.xml")];
        package.relations("word/_rels/document.xml.rels", &relations)?;
        package.fixed(paths[1], include_str!("docx/styles.xml"))?;
        package.fixed(paths[2], include_str!("docx/settings.xml"))?;
        package.fixed(paths[3], include_str!("docx/footer.xml"))?;
        let mut xml = package.part(paths[0])?;
        xml.open("w:document", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)])?;
        xml.open("w:body", &[])?;
        xml.finish()?;
        Ok(Self { package, paper: Paper::new(is_wide), is_empty: true })
    }

    /// Writes these sections behind the others.
    ///
    /// # Errors
    ///
    /// As [`write`].
    pub fn add(&mut self, sections: &[Section]) -> io::Result<()> {
        let mut xml = self.package.same_part();
        for one in sections {
            section(&mut xml, one, !self.is_empty, self.paper)?;
            self.is_empty = false;
        }
        xml.finish()
    }

    /// The bytes of the file.
    ///
    /// # Errors
    ///
    /// As [`write`].
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        let mut xml = self.package.same_part();
        page(&mut xml, self.paper)?;
        xml.close("w:body")?;
        xml.close("w:document")?;
        xml.finish()?;
        self.package.finish()
    }
}

fn section(xml: &mut Part, section: &Section, breaks: bool, paper: Paper) -> io::Result<()> {
    let mut breaks = breaks;
    if !section.label.is_empty() {
        paragraph(xml, "Label", &section.label, std::mem::take(&mut breaks))?;
    }
    paragraph(xml, "Title", &section.title, breaks)?;
    if !section.to.is_empty() {
        paragraph(xml, "Addressee", &section.to, false)?;
    }
    for line in &section.lead {
        paragraph(xml, "Normal", line, false)?;
    }
    table::write(xml, &section.table, paper.text())?;
    if let Some(lines) = &section.room {
        paragraph(xml, "Gap", "", false)?;
        table::write_room(xml, lines, paper.text())?;
    }
    // A table must not be the last of a page: programs set a line there anyway.
    paragraph(xml, "Gap", "", false)
}

/// A paragraph of one of the styles in `styles.xml`, on a new page if it
/// `breaks`.
fn paragraph(xml: &mut Part, style: &str, text: &str, breaks: bool) -> io::Result<()> {
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.empty("w:pStyle", &[("w:val", style)])?;
    if breaks {
        xml.empty("w:pageBreakBefore", &[])?;
    }
    xml.close("w:pPr")?;
    for (index, line) in legal(text).split('\n').enumerate().filter(|(index, line)| *index > 0 || !line.is_empty()) {
        xml.open("w:r", &[])?;
        if index > 0 {
            xml.empty("w:br", &[])?;
        }
        xml.text("w:t", line)?;
        xml.close("w:r")?;
    }
    xml.close("w:p")
}

/// The size of the pages, and the number at their foot.
fn page(xml: &mut Part, paper: Paper) -> io::Result<()> {
    let [width, height, top, right, bottom, left] =
        [paper.width, paper.height, paper.top, paper.right, paper.bottom, paper.left].map(|twips| twips.to_string());
    xml.open("w:sectPr", &[])?;
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")])?;
    let orient = if paper.width > paper.height { "landscape" } else { "portrait" };
    xml.empty("w:pgSz", &[("w:w", &width), ("w:h", &height), ("w:orient", orient)])?;
    let margins = [("w:top", top.as_str()), ("w:right", &right), ("w:bottom", &bottom), ("w:left", &left)];
    let rest = [("w:header", "851"), ("w:footer", "992"), ("w:gutter", "0")];
    xml.empty("w:pgMar", &[&margins[..], &rest].concat())?;
    xml.close("w:sectPr")
}
