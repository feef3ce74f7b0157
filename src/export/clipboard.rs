//! A table on the clipboard, in the two forms that WPS, Excel and Word write
//! there themselves: a real HTML table, and lines of cells between TABs.

use super::guard::harmless;
use crate::view::Table;

/// `text/html`: one table, everything escaped, line breaks kept within their
/// cell (`mso-data-placement`), cells declared as text so that `1-2` stays no
/// date.
pub fn html(table: &Table) -> String {
    const OPEN: &str = "<table border=\"1\" style=\"border-collapse:collapse\">";
    let head = row(&table.header, "th");
    let body: String = table.rows.iter().map(|cells| row(cells, "td")).collect();
    let note = if table.note.is_empty() { String::new() } else { format!("<p>{}</p>", escaped(&table.note)) };
    format!("<meta charset=\"utf-8\">{note}{OPEN}<thead>{head}</thead><tbody>{body}</tbody></table>")
}

fn row(cells: &[String], tag: &str) -> String {
    let mut html = "<tr>".to_owned();
    for text in cells {
        let style = if text.is_empty() { "" } else { " style=\"mso-number-format:'\\@'\"" };
        html.extend(["<", tag, style, ">", &escaped(&harmless(text)), "</", tag, ">"]);
    }
    html + "</tr>"
}

fn escaped(text: &str) -> String {
    const BREAK: &str = "<br style=\"mso-data-placement:same-cell\">";
    let mut html = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\n' => html.push_str(BREAK),
            '\r' | '\0' => {}
            _ => html.push(char),
        }
    }
    html
}

/// `text/plain`: cells between TABs, every row closed by CRLF, a cell with a
/// TAB, a line break or a quote in quotes, as Excel writes it.
pub fn tsv(table: &Table) -> String {
    let line = |cells: &Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(&harmless(cell))).collect();
        cells.join("\t") + "\r\n"
    };
    let note = (!table.note.is_empty()).then(|| vec![table.note.clone()]);
    note.iter().chain([&table.header]).chain(&table.rows).map(line).collect()
}

fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
