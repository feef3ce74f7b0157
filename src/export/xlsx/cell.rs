//! One cell: its address, its look and its value.

use super::limit::fitting;
use crate::export::column::{Kind, Value};
use crate::export::xml::Xml;
use jiff::civil::{Date, date};
use std::borrow::Cow;
use std::io::{self, Write};

/// How a cell looks: its place in the list `cellXfs` of `styles.xml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Style {
    /// A line above the table.
    Note = 1,
    /// A head.
    Head = 2,
    /// A head that reads from top to bottom.
    Upright = 3,
    /// Sentences.
    Text = 4,
    /// Sentences that begin like a formula: they stay text when they are edited.
    Literal = 5,
    /// A few words.
    Short = 6,
    /// A day.
    Day = 7,
}

/// Column 0 is `A`, 26 is `AA`.
pub(super) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// Writes the cell at `address`, of a column of this kind.
pub(super) fn write<W: Write>(xml: &mut Xml<W>, address: &str, kind: Kind, cell: &str) -> io::Result<()> {
    let style = if kind == Kind::Text { Style::Text } else { Style::Short };
    match kind.value(cell) {
        Value::Blank => blank(xml, address, if kind == Kind::Day { Style::Day } else { style }),
        Value::Text { words, literal } => text(xml, address, if literal { Style::Literal } else { style }, words),
        Value::Number(number) => counted(xml, address, style, &number.to_string()),
        Value::Day(day) => counted(xml, address, Style::Day, &serial(day).to_string()),
    }
}

/// Writes a cell of words.
pub(super) fn text<W: Write>(xml: &mut Xml<W>, address: &str, style: Style, words: &str) -> io::Result<()> {
    xml.open("c", &[("r", address), ("s", number(style)), ("t", "inlineStr")])?;
    xml.open("is", &[])?;
    xml.text("t", &escaped(&fitting(words)))?;
    xml.close("is")?;
    xml.close("c")
}

fn blank<W: Write>(xml: &mut Xml<W>, address: &str, style: Style) -> io::Result<()> {
    xml.empty("c", &[("r", address), ("s", number(style))])
}

fn counted<W: Write>(xml: &mut Xml<W>, address: &str, style: Style, value: &str) -> io::Result<()> {
    xml.open("c", &[("r", address), ("s", number(style))])?;
    xml.value("v", &[], value)?;
    xml.close("c")
}

fn number(style: Style) -> &'static str {
    ["0", "1", "2", "3", "4", "5", "6", "7"][style as usize]
}

/// Days as a spreadsheet counts them, from 1900 on with a 29 February that year
/// never had.
fn serial(day: Date) -> i32 {
    (day - date(1899, 12, 30)).get_days()
}

/// `_x0041_` in a cell means `A` (ECMA-376 part 1, 22.9.2.19), so an underscore
/// that begins such a sign is written as such a sign.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let is_sign = |rest: &str| {
        let code = rest.as_bytes().get(2..7);
        rest.starts_with("_x")
            && code.is_some_and(|code| code[4] == b'_' && code[..4].iter().all(u8::is_ascii_hexdigit))
    };
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if is_sign(&text[at..]) { safe.push_str("_x005F_") } else { safe.push(c) }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_by_letters() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }

    /// The example of the specification of `DATEVALUE`, and the leap day.
    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        assert_eq!(serial(date(2008, 1, 1)), 39_448);
        assert_eq!(serial(date(2024, 2, 29)), 45_351);
    }

    #[test]
    fn what_reads_like_a_sign_is_written_as_one() {
        for (text, safe) in
            [("_x0041_", "_x005F_x0041_"), ("_x00_", "_x00_"), ("甲_x字", "甲_x字"), ("_x_x000d_", "_x_x005F_x000d_")]
        {
            assert_eq!(escaped(text), safe);
        }
    }
}
