//! Drops noise, folds width, and keeps the way back.

use super::borders::Borders;
use super::invisible::is_invisible;
use super::lines::lines;
use super::pieces::{Piece, Pieces, WIDE_BYTES, head_of};
use super::wrap::{Widths, is_broken_off, joins};
use super::{CELL, CELL_BREAK, Line, LineKind, Segment, Source, cells, rows};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A run of kept characters gets a new [`Segment`] at least this often, so
/// that counting UTF-16 units within one stays cheap.
const SEGMENT_BYTES: usize = 192;

pub(super) fn clean(text: &str) -> Source<'_> {
    let source = Source {
        text,
        clean: String::with_capacity(text.len() + 1),
        segments: Vec::with_capacity(text.len() / 64 + 1),
        lines: Vec::new(),
        tokens: Vec::new(),
        pairs: Vec::new(),
        borders: Borders::default(),
        names: None,
        named: Vec::new(),
        own: FxHashSet::default(),
        own_endings: FxHashSet::default(),
    };
    let mut cleaner = Cleaner { source, at: 0, utf16: 0, fresh: true, width: 0 };
    let lines: Vec<&str> = lines(text).collect();
    let mut cells = Stretches(cells::find(&lines).into_iter().peekable());
    let mut rows = Stretches(rows::find(&lines).into_iter().peekable());
    for (index, line) in lines.iter().enumerate() {
        let table = if cells.hold(index) { Some(LineKind::Cell) } else { rows.hold(index).then_some(LineKind::Row) };
        cleaner.line(line, lines.get(index + 1).copied().unwrap_or_default(), table);
    }
    cleaner.source
}

/// Ranges of lines in ascending order, asked line by line.
struct Stretches<I: Iterator<Item = Range<usize>>>(std::iter::Peekable<I>);

impl<I: Iterator<Item = Range<usize>>> Stretches<I> {
    fn hold(&mut self, line: usize) -> bool {
        while self.0.next_if(|range| range.end <= line).is_some() {}
        self.0.peek().is_some_and(|range| range.contains(&line))
    }
}

pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{c}' | '\u{2028}' | '\u{2029}')
}

struct Cleaner<'t> {
    source: Source<'t>,
    /// How far the text is read, in bytes and in UTF-16 code units.
    at: usize,
    utf16: usize,
    /// Whether the next kept character starts a new segment.
    fresh: bool,
    /// How wide the lines of the last paragraph stand in the text, in bytes.
    width: usize,
}

impl Cleaner<'_> {
    fn line(&mut self, raw: &str, next: &str, table: Option<LineKind>) {
        let body = raw.trim_end_matches(is_line_end);
        let last = self.source.lines.last().copied();
        let kind = kind_of(body, next, last.map(|l| l.kind), table);
        let head = head_of(body, kind);
        if is_rule(body)
            || is_link(body)
            || is_page_number(&head)
            || head.chars().all(|c| matches!(c, CELL | CELL_BREAK))
        {
            self.skip(raw);
            return;
        }
        let continues = last.is_some_and(|l| {
            let before = self.source.slice(l.range);
            kind == l.kind
                && match kind {
                    LineKind::Text => joins(before, &head, Widths { last: self.width, next: body.len() }),
                    LineKind::Cell => is_broken_off(before),
                    LineKind::Row => false,
                }
        });
        if !continues {
            self.start_line(kind);
        }
        self.keep(body, kind);
        // The last line of a paragraph may be cut short by a page.
        self.width = if continues { self.width.max(body.len()) } else { body.len() };
        if let Some(line) = self.source.lines.last_mut() {
            line.range.end = self.source.clean.len();
        }
        self.skip(&raw[body.len()..]);
    }

    fn start_line(&mut self, kind: LineKind) {
        if !self.source.clean.is_empty() {
            self.insert('\n');
        }
        let start = self.source.clean.len();
        self.source.lines.push(Line { range: TextRange::new(start, start), kind });
    }

    fn keep(&mut self, body: &str, kind: LineKind) {
        for piece in Pieces::new(body, kind) {
            match piece {
                Piece::Run(run) => self.put_run(run),
                Piece::Keep(c, original) => self.put(c, original),
                Piece::Skip(noise) => self.skip(noise),
                Piece::Break(tag) => {
                    if !self.source.clean.ends_with([CELL, CELL_BREAK, '\n']) {
                        self.insert(CELL_BREAK);
                    }
                    self.skip(tag);
                }
            }
        }
    }

    /// Keeps one character, written `c` in the view and `original` in the text.
    fn put(&mut self, c: char, original: char) {
        let folded = c != original;
        self.fresh |= folded;
        self.push(c, folded);
        self.fresh = folded;
        self.at += original.len_utf8();
        self.utf16 += original.len_utf16();
    }

    /// Keeps a run of Chinese characters and full-width marks as they are.
    fn put_run(&mut self, run: &str) {
        let mut rest = run;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.len().min(SEGMENT_BYTES));
            self.mark();
            self.source.clean.push_str(piece);
            self.at += piece.len();
            self.utf16 += piece.len() / WIDE_BYTES;
            rest = after;
        }
    }

    /// Puts a character into the view that the text does not have.
    fn insert(&mut self, c: char) {
        self.fresh = true;
        self.push(c, false);
        self.fresh = true;
    }

    fn push(&mut self, c: char, folded: bool) {
        self.mark();
        if folded && let Some(segment) = self.source.segments.last_mut() {
            segment.folded = true;
        }
        self.source.clean.push(c);
    }

    /// Starts a segment here, if one is due.
    fn mark(&mut self) {
        let clean = self.source.clean.len();
        let long = self.source.segments.last().is_none_or(|s| clean - s.clean as usize >= SEGMENT_BYTES);
        if self.fresh || long {
            let (source, utf16) = (self.at as u32, self.utf16 as u32);
            self.source.segments.push(Segment { clean: clean as u32, source, utf16, folded: false });
            self.fresh = false;
        }
    }

    fn skip(&mut self, noise: &str) {
        if !noise.is_empty() {
            self.at += noise.len();
            self.utf16 += noise.chars().map(char::len_utf16).sum::<usize>();
            self.fresh = true;
        }
    }
}

/// A line is a table row if its cells are held apart by tabs or Markdown pipes.
/// A tab may also stand behind an item number or before a printing date, and a
/// single one counts only next to another row.
fn kind_of(body: &str, next: &str, last: Option<LineKind>, table: Option<LineKind>) -> LineKind {
    if table == Some(LineKind::Row) || body.contains(is_line_end) {
        return LineKind::Row;
    }
    let after_row = last == Some(LineKind::Row);
    let inner = body.trim_matches([' ', '\t', '\u{3000}']);
    let pipes = inner.matches(['|', '｜']).take(2).count();
    let tabs = inner.matches('\t').take(2).count();
    if table.is_some() && tabs < 2 && pipes < 2 {
        return LineKind::Cell;
    }
    let leading = body.len() - body.trim_start_matches('\t').len();
    let closing = rows::is_closing(inner);
    let row = pipes == 2
        || tabs == 2 && !closing
        || tabs == 1 && !closing && !is_list_item(inner) && (after_row || next.trim().contains('\t'))
        || !inner.is_empty()
            && after_row
            && (leading >= 2 || leading == 1 && body.trim_end_matches(' ').ends_with('\t'));
    if row { LineKind::Row } else { LineKind::Text }
}

/// 1.⇥加强领导: word processors set a tab behind the number of an item.
fn is_list_item(inner: &str) -> bool {
    let number = inner.split('\t').next().unwrap_or_default().trim();
    let words = head_of(number, LineKind::Text);
    !number.ends_with(|c: char| c.is_ascii_digit()) && marker_at(&words).is_some_and(|m| m.len == words.len())
}

/// A rule, the line under a Markdown table head, or a fence.
fn is_rule(body: &str) -> bool {
    let mark = |c: char| is_stroke(c) || matches!(c, '*' | '#' | '\\' | '｜');
    body.trim().chars().all(|c| mark(c) || is_invisible(c)) || is_fence(body)
}

/// ::: note, ```text: three marks and what a program reads, whatever noise is among them.
fn is_fence(body: &str) -> bool {
    let mut kept = Pieces::new(body, LineKind::Text).filter_map(|piece| match piece {
        Piece::Keep(_, original) => Some(original),
        Piece::Run(run) => run.chars().next(),
        Piece::Skip(_) | Piece::Break(_) => None,
    });
    let opens = kept.next().filter(|c| matches!(c, ':' | '`'));
    opens.is_some() && kept.next() == opens && kept.next() == opens && kept.all(|c| c.is_ascii())
}

/// - [附件.pdf](/files/1.pdf): a line of a page that is nothing but the link to a file.
fn is_link(body: &str) -> bool {
    let link = body.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*'));
    let target = link.strip_prefix('[').and_then(|rest| rest.split_once("](")).map_or("", |(_, target)| target);
    let (path, note) = target.split_once(')').unwrap_or_default();
    let file = path.trim().rsplit_once('.').is_some_and(|(_, kind)| (2..5).contains(&kind.len()));
    file && (note.is_empty() || note.trim().starts_with('(') && note.ends_with(')'))
}

fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '－' | '_' | '=' | '|' | ':' | ' ')
}

/// —3—, 第3页, 第3页共12页: a line that reads `head`.
fn is_page_number(head: &str) -> bool {
    let core = head.trim_matches(is_stroke);
    let dashed = head.starts_with(is_stroke) && head.ends_with(is_stroke);
    let number = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let page = core.strip_prefix('第').and_then(|s| s.split_once('页'));
    dashed && number(core) || page.is_some_and(|(n, rest)| number(n) && is_page_total(rest))
}

fn is_page_total(rest: &str) -> bool {
    let total = rest.trim_start_matches(['，', '/']);
    total.is_empty() || (total.starts_with('共') && total.ends_with('页') && total.len() <= 20)
}
