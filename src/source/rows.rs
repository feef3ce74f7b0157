//! Finds tables whose cells stand between tabs or pipes, with all that stands
//! between their rows: chapters, and lines that a cell goes on with. Those are
//! no paragraphs, and a single tab among them counts.

use super::pieces::head_of;
use super::{CELL, LineKind};
use crate::lexicon::header::{header_lines, is_header};
use crate::lexicon::marker::{Style, marker_at};
use std::ops::Range;

/// A line of a header has at most this many bytes.
const HEADER_BYTES: usize = 1500;
/// Its first heading takes less than so many lines.
const FIRST_LINES: usize = 4;
/// So many lines may stand between two rows whose numbers go on,
const NUMBERED_GAP: usize = 40;
/// or between others,
const GAP: usize = 12;
/// or before numbers that start again: the name of a chapter.
const CHAPTER_GAP: usize = 2;

/// Those of the lines (counted from 0, blank ones too) that are such tables, as
/// ranges in ascending order.
pub(super) fn find(lines: &[&str]) -> Vec<Range<usize>> {
    let told: Vec<Told> = lines.iter().enumerate().filter_map(|(index, line)| Told::of(index, line)).collect();
    let mut finder = Finder::default();
    let mut at = 0;
    while let Some(line) = told.get(at).copied() {
        let headings = if finder.table.is_none() { header_len(&told[at..]) } else { None };
        match headings {
            Some(len) => finder.header(&told[at..at + len]),
            None => finder.line(line),
        }
        at += headings.unwrap_or(1);
    }
    finder.close();
    finder.found
}

/// A line that is not blank.
#[derive(Clone, Copy)]
struct Told<'t> {
    index: usize,
    line: &'t str,
    /// How often it is cut into cells.
    cells: usize,
}

impl<'t> Told<'t> {
    fn of(index: usize, line: &'t str) -> Option<Self> {
        (!line.trim().is_empty()).then(|| Self { index, line, cells: separators(line) })
    }
}

#[derive(Default)]
struct Finder {
    found: Vec<Range<usize>>,
    table: Option<Open>,
}

/// A table that may go on.
struct Open {
    lines: Range<usize>,
    header: String,
    /// How often a full row is cut, if the header tells.
    width: Option<usize>,
    /// Whether the last row has less: one of its cells may go on.
    short: bool,
    number: Option<u32>,
    /// The lines since its last row.
    gap: Vec<Between>,
}

/// A line between two rows.
struct Between {
    /// 一、… with a full stop: an item of a text.
    item: bool,
    short: bool,
}

impl Finder {
    /// Opens a table with the lines of its header.
    fn header(&mut self, lines: &[Told]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let mut open = Open::new(*first);
        open.lines.end = last.index + 1;
        open.width = Some(lines.iter().map(|line| line.cells).sum());
        self.table = Some(open);
    }

    fn line(&mut self, told: Told) {
        let Told { line, cells, .. } = told;
        if is_closing(line.trim()) {
            return self.close();
        }
        let opens = cells > 1;
        let Some(open) = self.table.as_mut() else {
            self.table = opens.then(|| Open::new(told));
            return;
        };
        if cells == 0 {
            let head = head_of(line.trim(), LineKind::Text);
            if open.gap.len() >= NUMBERED_GAP || opens_annex(&head) {
                self.close();
            } else {
                open.gap.push(Between::new(&head));
            }
        } else if open.goes_on(told) {
            open.add(told);
        } else if opens {
            self.close();
            self.table = Some(Open::new(told));
        }
    }

    fn close(&mut self) {
        self.found.extend(self.table.take().map(|open| open.lines).filter(|lines| lines.len() > 1));
    }
}

impl Open {
    fn new(Told { index, line, cells }: Told) -> Self {
        let header = header(line);
        let width = header.as_ref().map(|_| cells);
        let header = header.unwrap_or_default();
        Self { lines: index..index + 1, header, width, short: false, number: number(line), gap: Vec::new() }
    }

    fn add(&mut self, Told { index, line, cells }: Told) {
        self.lines.end = index + 1;
        self.number = number(line).or(self.number);
        // What stands on the lines of a row that is cut counts together.
        self.short = self.width.is_some_and(|width| cells < width) && (self.short || number(line).is_some());
        self.gap.clear();
    }

    /// Whether a line that has cells belongs to the table in spite of the
    /// lines before it.
    fn goes_on(&self, Told { line, cells, .. }: Told) -> bool {
        if self.gap.is_empty() {
            return true;
        }
        if let Some(header) = header(line) {
            return header == self.header;
        }
        let lines = self.gap.len();
        let full = self.width.is_none_or(|width| width == cells);
        let item = self.gap.iter().any(|line| line.item);
        match (number(line), self.number) {
            (Some(own), Some(last)) if own == last + 1 => true,
            (Some(own), Some(last)) if own <= last && full => {
                lines <= CHAPTER_GAP && self.gap.iter().all(|line| line.short)
            }
            _ if self.short => true,
            _ => !item && (full && self.width.is_some() || lines <= GAP),
        }
    }
}

impl Between {
    fn new(head: &str) -> Self {
        let outer = marker_at(head).is_some_and(|m| matches!(m.style, Style::Chinese | Style::ChineseBracketed));
        let stopped = head.contains('。');
        Self { item: outer && stopped, short: !stopped }
    }
}

/// Tabs stand in the last lines of a notice, too, before the day of printing.
pub(super) fn is_closing(line: &str) -> bool {
    line.ends_with("印发") || line.starts_with("抄送")
}

/// Whether a line opens the next annex.
fn opens_annex(head: &str) -> bool {
    ["附件", "附表"].iter().any(|word| head.starts_with(word))
}

/// How often a line is cut into cells. A tab alone at its head indents it.
fn separators(line: &str) -> usize {
    let inner = line.trim_matches([' ', '\u{3000}', '\r', '\n']);
    match inner.matches('\t').take(2).count() {
        // Most lines have neither, which is told fast.
        0 if !inner.contains('|') && !inner.contains('｜') => 0,
        0 => inner.trim_matches(['|', '｜']).matches(['|', '｜']).take(2).count(),
        1 if inner.starts_with('\t') => 0,
        _ => inner.matches('\t').count(),
    }
}

/// How many of the lines are a header whose cells stand side by side, though a
/// heading may hold line ends.
fn header_len(lines: &[Told]) -> Option<usize> {
    if !lines.iter().take(FIRST_LINES).any(|told| told.cells > 0) {
        return None;
    }
    let short = lines.iter().take_while(|told| told.line.len() <= HEADER_BYTES);
    header_lines(
        short.map(|told| head_of(told.line.trim_end(), LineKind::Row).split(CELL).map(str::to_owned).collect()),
    )
}

/// The headings of a line that names columns.
fn header(line: &str) -> Option<String> {
    let words = head_of(line.trim_end(), LineKind::Row);
    is_header(words.split(CELL)).then_some(words)
}

/// The number that a row opens with.
fn number(line: &str) -> Option<u32> {
    let first = line.trim_start_matches(['|', ' ']).split(['\t', '|', '｜']).next().unwrap_or_default();
    first.trim().trim_end_matches(['.', '、', '．']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::source::lines::lines;

    #[test]
    fn what_stands_between_rows() {
        let table = "序号\t任务\t责任单位\n1\t排查\t县应急局\n";
        for (behind, expected) in [
            ("", 0..2),
            ("县公安局\n", 0..2),
            ("县公安局\n2\t整治\t县公安局\n", 0..4),
            ("二、整治\n2\t整治\t县公安局\n", 0..4),
            ("2.走进集市，\n发放书目。\t县教育局\n", 0..4),
            ("2025年项目\n1\t整治\t县公安局\n", 0..4),
            ("2\t一、要宣传。\n（一）宣讲。\n（二）发放书目。\t县教育局\n", 0..5),
            ("注：按年考核。\n2\t整治\t县公安局\n", 0..4),
            ("附件2\n2\t整治\t县公安局\n", 0..2),
            ("二、各镇要整治。\n\t\t整治\t县公安局\n", 0..2),
            ("各镇要整治。\n1\t整治\t县公安局\n", 0..2),
            ("续表\n序号\t任务\t责任单位\n2\t整治\t县公安局\n", 0..5),
            ("另表\n序号\t任务\t配合单位\n2\t整治\t县公安局\n", 0..2),
            ("\t各镇要抓好落实。\n", 0..2),
        ] {
            let text = format!("{table}{behind}");
            assert_eq!(find(&lines(&text).collect::<Vec<_>>()).first(), Some(&expected), "{behind:?}");
        }
    }
}
