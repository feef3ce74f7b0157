//! One sheet: the table, and how it is scrolled, filtered and printed.

use super::cell::{self, Style, letters};
use super::height;
use super::limit::Room;
use super::name::cut;
use super::{MAIN, Worksheet};
use crate::export::column::{Column, Kind, columns};
use crate::export::package::Part;
use crate::view::Table;
use std::io;

/// A matrix that is wider, in characters of half width, is not made to fit a
/// page: its print would be too small to read.
const WIDEST: u32 = 260;
/// Characters of the title over each page; the line has room for 255.
const TITLE: usize = 100;

/// One sheet.
pub(super) struct Page<'a> {
    /// What it is called.
    pub name: &'a str,
    table: &'a Table,
    columns: Vec<Column>,
    room: Room,
}

impl<'a> Page<'a> {
    pub(super) fn new(name: &'a str, Worksheet { table, .. }: &'a Worksheet) -> Self {
        let room = Room::of(table);
        let mut columns = columns(&table.header, table.before_units);
        columns.truncate(room.columns);
        let upright = columns.iter_mut().zip(&table.header).filter(|(column, _)| column.kind == Kind::Mark);
        upright.for_each(|(column, name)| column.width = height::upright_width(name));
        Self { name, table, columns, room }
    }

    /// The row of the head, from 1.
    fn head(&self) -> usize {
        if self.room.note.is_empty() { 1 } else { 2 }
    }

    /// The last row that a filter may hide: no line of totals.
    fn last(&self) -> usize {
        let keyed = if self.table.keys.is_empty() { self.room.rows } else { self.table.keys.len().min(self.room.rows) };
        self.head() + keyed
    }

    fn last_column(&self) -> String {
        letters(self.columns.len().saturating_sub(1))
    }

    /// The cells that the filter is over, as the workbook names them.
    pub(super) fn filtered(&self) -> String {
        format!("{}!$A${}:${}${}", self.quoted(), self.head(), self.last_column(), self.last())
    }

    /// The rows, and of a matrix the columns, that stand on every page.
    pub(super) fn repeated(&self) -> String {
        let (name, rows) = (self.quoted(), format!("$1:${}", self.head()));
        match self.fixed() {
            0 => format!("{name}!{rows}"),
            fixed => format!("{name}!$A:${},{name}!{rows}", letters(fixed - 1)),
        }
    }

    fn quoted(&self) -> String {
        format!("'{}'", self.name.replace('\'', "''"))
    }

    /// Columns that stay where a matrix is scrolled sideways.
    fn fixed(&self) -> usize {
        self.table.before_units.map_or(0, |fixed| fixed.min(self.columns.len()))
    }

    /// Writes the sheet into its part of the workbook.
    pub(super) fn write(&self, mut xml: Part, title: &str) -> io::Result<()> {
        xml.open("worksheet", &[("xmlns", MAIN)])?;
        let width: u32 = self.columns.iter().map(|column| column.width).sum();
        let fits = self.fixed() == 0 || width <= WIDEST;
        xml.open("sheetPr", &[])?;
        xml.empty("pageSetUpPr", &[("fitToPage", if fits { "1" } else { "0" })])?;
        xml.close("sheetPr")?;
        self.write_view(&mut xml)?;
        self.write_widths(&mut xml)?;
        self.write_cells(&mut xml)?;
        let filtered = format!("A{}:{}{}", self.head(), self.last_column(), self.last());
        xml.empty("autoFilter", &[("ref", &filtered)])?;
        self.write_print(&mut xml, title)?;
        xml.close("worksheet")?;
        xml.finish()
    }

    /// The head, and the first columns of a matrix, stay in sight.
    fn write_view(&self, xml: &mut Part) -> io::Result<()> {
        let (rows, fixed) = (self.head().to_string(), self.fixed());
        let (columns, cell) = (fixed.to_string(), format!("{}{}", letters(fixed), self.head() + 1));
        xml.open("sheetViews", &[])?;
        xml.open("sheetView", &[("workbookViewId", "0")])?;
        let still = [("ySplit", rows.as_str()), ("topLeftCell", &cell), ("state", "frozen")];
        match fixed {
            0 => xml.empty("pane", &[&still[..], &[("activePane", "bottomLeft")]].concat())?,
            _ => {
                xml.empty(
                    "pane",
                    &[&[("xSplit", columns.as_str())], &still[..], &[("activePane", "bottomRight")]].concat(),
                )?;
            }
        }
        xml.close("sheetView")?;
        xml.close("sheetViews")?;
        xml.empty("sheetFormatPr", &[("defaultRowHeight", "14.25")])
    }

    fn write_widths(&self, xml: &mut Part) -> io::Result<()> {
        if self.columns.is_empty() {
            return Ok(());
        }
        xml.open("cols", &[])?;
        for (index, column) in self.columns.iter().enumerate() {
            let (number, width) = ((index + 1).to_string(), column.width.to_string());
            xml.empty("col", &[("min", &number), ("max", &number), ("width", &width), ("customWidth", "1")])?;
        }
        xml.close("cols")
    }

    fn write_cells(&self, xml: &mut Part) -> io::Result<()> {
        let addresses: Vec<String> = (0..self.columns.len()).map(letters).collect();
        xml.open("sheetData", &[])?;
        if !self.room.note.is_empty() {
            xml.open("row", &[("r", "1")])?;
            cell::text(xml, "A1", Style::Note, &self.room.note)?;
            xml.close("row")?;
        }
        let head = self.head().to_string();
        let names = self.columns.iter().zip(&self.table.header).filter(|(column, _)| column.kind == Kind::Mark);
        let high = height::of_head(names.map(|(_, name)| name.chars().count()).max().unwrap_or_default());
        xml.open("row", &[("r", &head), ("ht", &high)])?;
        for ((letters, column), words) in addresses.iter().zip(&self.columns).zip(&self.table.header) {
            let style = if column.kind == Kind::Mark { Style::Upright } else { Style::Head };
            cell::text(xml, &format!("{letters}{head}"), style, words)?;
        }
        xml.close("row")?;
        for (index, cells) in self.table.rows.iter().take(self.room.rows).enumerate() {
            let number = (self.head() + 1 + index).to_string();
            let high = height::of_row(self.columns.iter().zip(cells));
            xml.open("row", &[("r", &number), ("ht", &high)])?;
            for ((letters, column), words) in addresses.iter().zip(&self.columns).zip(cells) {
                cell::write(xml, &format!("{letters}{number}"), column.kind, words)?;
            }
            xml.close("row")?;
        }
        xml.close("sheetData")
    }

    /// A4 landscape, as wide as the page; the title above and the number of the
    /// page below.
    fn write_print(&self, xml: &mut Part, title: &str) -> io::Result<()> {
        let margins = [("left", "0.4"), ("right", "0.4"), ("top", "0.8"), ("bottom", "0.6")];
        xml.empty("pageMargins", &[&margins[..], &[("header", "0.35"), ("footer", "0.3")]].concat())?;
        let paper = [("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")];
        xml.empty("pageSetup", &paper)?;
        xml.open("headerFooter", &[])?;
        // An ampersand begins a sign for the program; two are one.
        let over = format!("{}　{}", cut(title, TITLE), self.name).replace('&', "&&");
        xml.value("oddHeader", &[], &format!("&C&14&\"黑体,常规\"{}", over.trim_start_matches('　')))?;
        xml.value("oddFooter", &[], "&C第 &P 页，共 &N 页")?;
        xml.close("headerFooter")
    }
}
