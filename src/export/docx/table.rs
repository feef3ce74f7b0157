//! Tables of a document.

use super::paragraph;
use crate::export::column::{Column, Kind, columns};
use crate::export::package::Part;
use crate::view::Table;
use std::io;

/// The height of the empty box, in twentieths of a point: about a third of a
/// page.
const ROOM: &str = "4000";

/// The table over `width` twentieths of a point, its head on every page. What
/// it says of itself stands above it.
pub(super) fn write(xml: &mut Part, table: &Table, width: u32) -> io::Result<()> {
    if !table.note.is_empty() {
        paragraph(xml, "Normal", &table.note, false)?;
    }
    if table.header.is_empty() {
        return Ok(());
    }
    let columns = columns(&table.header, table.before_units);
    let widths = widths(&columns, width);
    open(xml, &widths)?;
    xml.open("w:tr", &[])?;
    xml.open("w:trPr", &[])?;
    xml.empty("w:cantSplit", &[])?;
    xml.empty("w:tblHeader", &[])?;
    xml.close("w:trPr")?;
    for (head, width) in table.header.iter().zip(&widths) {
        cell(xml, *width, "Head", head)?;
    }
    xml.close("w:tr")?;
    for row in &table.rows {
        xml.open("w:tr", &[])?;
        xml.open("w:trPr", &[])?;
        xml.empty("w:cantSplit", &[])?;
        xml.close("w:trPr")?;
        for ((words, column), width) in row.iter().zip(&columns).zip(&widths) {
            let style = if column.kind == Kind::Text { "Cell" } else { "Short" };
            cell(xml, *width, style, words)?;
        }
        xml.close("w:tr")?;
    }
    xml.close("w:tbl")
}

/// An empty box with a head, and a line to the left and one to the right at its
/// foot.
pub(super) fn write_room(xml: &mut Part, [head, left, right]: &[String; 3], width: u32) -> io::Result<()> {
    open(xml, &[width])?;
    xml.open("w:tr", &[])?;
    xml.open("w:trPr", &[])?;
    xml.empty("w:cantSplit", &[])?;
    xml.empty("w:trHeight", &[("w:val", ROOM), ("w:hRule", "atLeast")])?;
    xml.close("w:trPr")?;
    xml.open("w:tc", &[])?;
    properties(xml, width, "top")?;
    paragraph(xml, "Cell", head, false)?;
    for _ in 0..6 {
        paragraph(xml, "Cell", "", false)?;
    }
    paragraph(xml, "Cell", left, false)?;
    paragraph(xml, "Foot", right, false)?;
    xml.close("w:tc")?;
    xml.close("w:tr")?;
    xml.close("w:tbl")
}

fn open(xml: &mut Part, widths: &[u32]) -> io::Result<()> {
    let all = widths.iter().sum::<u32>().to_string();
    xml.open("w:tbl", &[])?;
    xml.open("w:tblPr", &[])?;
    xml.empty("w:tblStyle", &[("w:val", "Grid")])?;
    xml.empty("w:tblW", &[("w:w", &all), ("w:type", "dxa")])?;
    xml.empty("w:jc", &[("w:val", "center")])?;
    xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
    xml.close("w:tblPr")?;
    xml.open("w:tblGrid", &[])?;
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
    }
    xml.close("w:tblGrid")
}

fn cell(xml: &mut Part, width: u32, style: &str, words: &str) -> io::Result<()> {
    xml.open("w:tc", &[])?;
    properties(xml, width, "center")?;
    paragraph(xml, style, words, false)?;
    xml.close("w:tc")
}

fn properties(xml: &mut Part, width: u32, align: &str) -> io::Result<()> {
    xml.open("w:tcPr", &[])?;
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    xml.empty("w:vAlign", &[("w:val", align)])?;
    xml.close("w:tcPr")
}

/// The columns share the width in proportion; on paper, sentences need less of
/// it than on a screen, and a few words more.
fn widths(columns: &[Column], width: u32) -> Vec<u32> {
    const SENTENCES: u32 = 34;
    const MARGIN: u32 = 6;
    let wish = |column: &Column| match column.kind {
        Kind::Text => column.width.min(SENTENCES),
        _ => column.width + MARGIN,
    };
    let all: u32 = columns.iter().map(wish).sum();
    columns.iter().map(|column| width * wish(column) / all.max(1)).collect()
}
