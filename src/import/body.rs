//! The text of a document, paragraph by paragraph and table by table.

use super::numbering::{Mark, Numbering};
use super::refusal::Refusal;
use super::table::{Cell, Table};
use super::xml::{Element, Said};
use super::{Document, Revisions};

/// Elements that say nothing of the text: drawings and text boxes, codes of
/// fields, and how something looked before it was changed.
const SILENT: [&str; 14] = [
    "drawing", "pict", "object", "txbxContent", "Fallback", "instrText", "rPrChange", "pPrChange", "tblPrChange",
    "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
];

/// Most bytes that merged cells and blank ones may add to what is written.
const ROOM: usize = 16_000_000;

/// A document that is being read.
pub(super) struct Body {
    numbering: Numbering,
    revisions: Revisions,
    revised: bool,
    /// Elements that are open within one that is left out, and itself.
    left_out: usize,
    /// Where lines go: to the document, or to the innermost cell.
    lines: Vec<String>,
    /// What is open around that cell.
    outer: Vec<Frame>,
    paragraph: Paragraph,
    /// Words of a paragraph that runs on into the next one.
    pending: String,
    /// What is open within the paragraph.
    open: Open,
    /// What is left of [`ROOM`].
    room: usize,
}

/// A table that is open, and the lines before it.
#[derive(Default)]
struct Frame {
    table: Table,
    before: Vec<String>,
    cell: Cell,
    /// Whether its row is left out.
    drops_row: bool,
}

/// A paragraph that is being read.
#[derive(Default)]
struct Paragraph {
    text: String,
    style: String,
    mark: Mark,
    /// Whether it runs on into the next one.
    runs_on: bool,
}

/// Which elements around the next word are open.
#[derive(Default)]
struct Open {
    properties: bool,
    row_properties: bool,
    words: bool,
    hidden: bool,
}

impl Body {
    /// A document of which nothing is read yet.
    pub(super) fn new(numbering: Numbering, revisions: Revisions) -> Self {
        Self {
            numbering,
            revisions,
            revised: false,
            left_out: 0,
            lines: Vec::new(),
            outer: Vec::new(),
            paragraph: Paragraph::default(),
            pending: String::new(),
            open: Open::default(),
            room: ROOM,
        }
    }

    /// Takes what the part says next.
    pub(super) fn hear(&mut self, said: &Said) {
        match said {
            Said::Opens(_) if self.left_out > 0 => self.left_out += 1,
            Said::Closes(_) if self.left_out > 0 => self.left_out -= 1,
            Said::Opens(element) => self.opens(element),
            Said::Closes(name) => self.closes(name),
            Said::Text(words) if self.left_out == 0 && self.open.words && !self.open.hidden => {
                self.paragraph.text.push_str(words);
            }
            Said::Text(_) => {}
        }
    }

    fn opens(&mut self, element: &Element) {
        match element.name() {
            name if SILENT.contains(&name) => self.left_out = 1,
            name @ ("ins" | "moveTo" | "del" | "moveFrom") => self.revision(matches!(name, "ins" | "moveTo")),
            "p" => self.paragraph = Paragraph::default(),
            "pPr" => self.open.properties = true,
            "trPr" => self.open.row_properties = true,
            "pStyle" => self.paragraph.style = element.get("val").unwrap_or_default(),
            "numId" => self.paragraph.mark.list = element.get("val"),
            "ilvl" => self.paragraph.mark.level = element.number(),
            "r" => self.open.hidden = false,
            "vanish" if !self.open.properties => self.open.hidden = element.is_on(),
            "t" | "delText" => self.open.words = true,
            "tab" if !self.open.properties => self.paragraph.text.push(' '),
            "br" if element.get("type").is_none_or(|kind| kind == "textWrapping") => self.paragraph.text.push('\n'),
            "cr" => self.paragraph.text.push('\n'),
            "noBreakHyphen" => self.paragraph.text.push('-'),
            _ => self.opens_table(element),
        }
    }

    fn opens_table(&mut self, element: &Element) {
        if element.name() == "tbl" {
            let within = self.outer.last_mut();
            within.into_iter().for_each(|frame| frame.table.is_frame = true);
            return self.outer.push(Frame { before: std::mem::take(&mut self.lines), ..Frame::default() });
        }
        let Some(frame) = self.outer.last_mut() else { return };
        match element.name() {
            "tr" => {
                frame.table.row();
                frame.drops_row = false;
            }
            "gridBefore" => {
                let span = element.number().unwrap_or(0);
                (0..span.min(9)).for_each(|_| frame.table.cell(Cell::default()));
            }
            "tc" => {
                frame.cell = Cell::default();
                self.lines.clear();
            }
            "gridSpan" => frame.cell.span = element.number().unwrap_or(1),
            "vMerge" => frame.cell.goes_on = element.get("val").is_none_or(|value| value == "continue"),
            _ => {}
        }
    }

    /// A tracked change opens: words that were put in, or taken out. What is
    /// marked in properties is the mark of the paragraph, or the row.
    fn revision(&mut self, put_in: bool) {
        self.revised = true;
        let absent = put_in == (self.revisions == Revisions::Original);
        if self.open.row_properties {
            self.outer.last_mut().into_iter().for_each(|frame| frame.drops_row |= absent);
        } else if self.open.properties {
            self.paragraph.runs_on |= absent;
        } else if absent {
            self.left_out = 1;
        }
    }

    fn closes(&mut self, name: &str) {
        match name {
            "p" => self.finish_paragraph(),
            "pPr" => self.open.properties = false,
            "trPr" => self.open.row_properties = false,
            "t" | "delText" => self.open.words = false,
            "tc" => self.finish_cell(),
            "tr" => {
                let frame = self.outer.last_mut().filter(|frame| frame.drops_row);
                frame.into_iter().for_each(|frame| frame.table.drop_row());
            }
            "tbl" => self.finish_table(),
            _ => {}
        }
    }

    fn finish_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let text = std::mem::take(&mut self.pending) + &paragraph.text;
        if paragraph.runs_on {
            self.pending = text;
            return;
        }
        let number = self.numbering.next(&paragraph.mark, &paragraph.style);
        let text = if text.trim().is_empty() { text } else { numbered(&number, &text) };
        self.lines.extend(text.split('\n').map(str::to_owned));
    }

    fn finish_cell(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let Some(frame) = self.outer.last_mut() else { return };
        let cell = std::mem::take(&mut frame.cell);
        frame.table.cell(Cell { lines, ..cell });
    }

    fn finish_table(&mut self) {
        let Some(frame) = self.outer.pop() else { return };
        self.lines = frame.before;
        self.lines.extend(frame.table.lines(&mut self.room));
    }

    /// The whole text.
    pub(super) fn finish(mut self) -> Result<Document, Refusal> {
        if !self.pending.is_empty() {
            self.lines.push(std::mem::take(&mut self.pending));
        }
        if self.room == 0 {
            return Err(Refusal::TooLarge);
        }
        Ok(Document { text: self.lines.join("\n"), revised: self.revised })
    }
}

/// The number before its words; a blank between them only where they would run
/// into each other.
fn numbered(number: &str, text: &str) -> String {
    let text = text.trim_start();
    let runs_in = number.ends_with(|c: char| c.is_ascii_alphanumeric());
    if runs_in { format!("{number} {text}") } else { format!("{number}{text}") }
}
