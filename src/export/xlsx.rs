//! Tables as an XLSX workbook (ECMA-376 part 1, SpreadsheetML), laid out as an
//! office prints it: A4 landscape, the head on every page, frozen and with a
//! filter, no merged cells. Words are always text: no cell is a formula.
//!
//! ```
//! use notice_analyzer::{Analysis, export::xlsx, view::Sheet};
//! let table = Sheet::Tasks.table(&Analysis::default());
//! let sheets = [xlsx::Worksheet { name: Sheet::Tasks.title().to_owned(), table }];
//! let file = xlsx::write("关于安全生产的通知", &sheets).expect("memory");
//! assert!(file.starts_with(b"PK"));
//! ```

mod cell;
mod height;
mod limit;
mod name;
mod sheet;

use super::package::Package;
use crate::analysis::Notice;
use crate::view::Table;
use serde::{Deserialize, Serialize};
use std::io;

/// One table of the workbook.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Worksheet {
    /// What it is called; a program's limits on names are kept here.
    pub name: String,
    /// Its cells.
    pub table: Table,
}

impl Worksheet {
    /// The `table` of a notice; that of a draft says so in its first line.
    pub fn of(notice: &Notice, name: &str, mut table: Table) -> Self {
        if let Some(draft) = &notice.draft {
            table.note = format!("{draft}。{}", table.note);
        }
        Self { name: name.to_owned(), table }
    }
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// The workbook of `sheets` about the notice `title`; without a sheet it gets an
/// empty one, since no program opens a workbook that has none.
///
/// What a sheet or a cell has no room for is left out, and said so in its first
/// line.
///
/// # Errors
///
/// Where the file would be larger than an archive can be.
pub fn write(title: &str, sheets: &[Worksheet]) -> io::Result<Vec<u8>> {
    let empty = [Worksheet { name: String::new(), table: Table::default() }];
    let sheets = if sheets.is_empty() { &empty } else { sheets };
    let names = name::names(sheets.iter().map(|sheet| sheet.name.as_str()));
    let pages: Vec<sheet::Page> = names.iter().zip(sheets).map(|(name, one)| sheet::Page::new(name, one)).collect();

    let paths: Vec<String> = (1..=pages.len()).map(|number| format!("xl/worksheets/sheet{number}.xml")).collect();
    let (book, style, page) =
        (format!("{KIND}sheet.main+xml"), format!("{KIND}styles+xml"), format!("{KIND}worksheet+xml"));
    let mut parts = vec![("xl/workbook.xml", book.as_str()), ("xl/styles.xml", &style)];
    parts.extend(paths.iter().map(|path| (path.as_str(), page.as_str())));

    let mut package = Package::new(title, &parts)?;
    workbook(&mut package, &pages)?;
    package.fixed("xl/styles.xml", include_str!("xlsx/styles.xml"))?;
    for (path, page) in paths.iter().zip(&pages) {
        page.write(package.part(path)?, title)?;
    }
    package.finish()
}

/// The list of the sheets, with what of each is repeated on paper and filtered.
fn workbook(package: &mut Package, pages: &[sheet::Page]) -> io::Result<()> {
    let paths: Vec<String> = (1..=pages.len()).map(|number| format!("worksheets/sheet{number}.xml")).collect();
    let mut relations: Vec<(&str, &str)> = paths.iter().map(|path| ("worksheet", path.as_str())).collect();
    relations.push(("styles", "styles.xml"));
    package.relations("xl/_rels/workbook.xml.rels", &relations)?;

    let mut xml = package.part("xl/workbook.xml")?;
    xml.open("workbook", &[("xmlns", MAIN), ("xmlns:r", RELATIONS)])?;
    xml.open("bookViews", &[])?;
    xml.empty("workbookView", &[])?;
    xml.close("bookViews")?;
    xml.open("sheets", &[])?;
    for (index, page) in pages.iter().enumerate() {
        let (number, id) = ((index + 1).to_string(), format!("rId{}", index + 1));
        xml.empty("sheet", &[("name", page.name), ("sheetId", &number), ("r:id", &id)])?;
    }
    xml.close("sheets")?;
    xml.open("definedNames", &[])?;
    for (index, page) in pages.iter().enumerate() {
        let of = index.to_string();
        let filter = [("name", "_xlnm._FilterDatabase"), ("localSheetId", &of), ("hidden", "1")];
        xml.value("definedName", &filter, &page.filtered())?;
        let titles = [("name", "_xlnm.Print_Titles"), ("localSheetId", of.as_str())];
        xml.value("definedName", &titles, &page.repeated())?;
    }
    xml.close("definedNames")?;
    xml.close("workbook")?;
    xml.finish()
}
