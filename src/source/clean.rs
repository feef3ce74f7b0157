//! Drops noise, folds width, and keeps the way back.

use super::lines::{lines, quoted_len};
use super::wrap::{Widths, is_broken_off, joins};
use super::{CELL, CELL_BREAK, Line, LineKind, Segment, Source, cells, rows};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;
use std::ops::Range;

/// A run of kept characters gets a new [`Segment`] at least this often, so
/// that counting UTF-16 units within one stays cheap.
const SEGMENT_BYTES: usize = 192;
/// A `<…>` of up to this many bytes is what is left of an HTML tag.
const TAG_BYTES: usize = 60;
/// How much of a line is looked at to tell whether it continues the last one.
const HEAD_CHARS: usize = 48;
/// A Chinese character, in UTF-8 bytes.
const WIDE_BYTES: usize = 3;
/// Stands for any Chinese character.
const WIDE: char = '一';

pub(super) fn clean(text: &str) -> Source<'_> {
    let source = Source {
        text,
        clean: String::with_capacity(text.len() + 1),
        segments: Vec::with_capacity(text.len() / 64 + 1),
        lines: Vec::new(),
        tokens: Vec::new(),
        pairs: Vec::new(),
    };
    let mut cleaner = Cleaner { source, at: 0, utf16: 0, fresh: true, width: 0 };
    let mut cells = Stretches(cells::find(text).into_iter().peekable());
    let mut rows = Stretches(rows::find(text).into_iter().peekable());
    let mut lines = lines(text).enumerate().peekable();
    while let Some((index, line)) = lines.next() {
        let table = if cells.hold(index) { Some(LineKind::Cell) } else { rows.hold(index).then_some(LineKind::Row) };
        cleaner.line(line, lines.peek().map_or("", |(_, next)| next), table);
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
    /// How wide the last line stands in the text, in bytes.
    width: usize,
}

impl Cleaner<'_> {
    fn line(&mut self, raw: &str, next: &str, table: Option<LineKind>) {
        let body = raw.trim_end_matches(is_line_end);
        let last = self.source.lines.last().copied();
        let kind = kind_of(body, next, last.map(|l| l.kind), table);
        let head = head_of(body, kind);
        if is_furniture(body) || head.chars().all(|c| matches!(c, CELL | CELL_BREAK)) {
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
        self.width = body.len();
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

/// What becomes of a stretch of a line.
enum Piece<'t> {
    /// Characters that the view writes as the text does.
    Run(&'t str),
    /// A character as the view writes it and as the text does.
    Keep(char, char),
    /// Noise.
    Skip(&'t str),
    /// What ends a paragraph within a cell: a tag, a line end.
    Break(&'t str),
}

struct Pieces<'t> {
    rest: &'t str,
    kind: LineKind,
    previous: char,
    inside: bool,
    /// Whether a cell opens here.
    fresh: bool,
    /// The quoted cell that is open: how much of the line is left behind it.
    quoted: Option<usize>,
    /// How much is left from the second of two quotes on, which stand for one.
    literal: usize,
}

impl<'t> Pieces<'t> {
    fn new(body: &'t str, kind: LineKind) -> Self {
        Self { rest: body, kind, previous: '\0', inside: false, fresh: true, quoted: None, literal: 0 }
    }

    /// What the quotes that a spreadsheet puts around a cell make of its
    /// characters.
    fn quoting(&mut self) -> Option<Piece<'t>> {
        let Some(behind) = self.quoted else {
            let len = quoted_len(self.rest).filter(|_| self.kind == LineKind::Row && self.fresh)?;
            self.quoted = Some(self.rest.len() - len);
            return Some(Piece::Skip(self.take(1)));
        };
        let c = self.rest.chars().next()?;
        let left = self.rest.len();
        match c {
            '"' if left == behind + 1 => {
                self.quoted = None;
                Some(Piece::Skip(self.take(1)))
            }
            '"' if left != self.literal => {
                self.literal = left - 1;
                Some(Piece::Skip(self.take(1)))
            }
            '\t' => Some(Piece::Skip(self.take(1))),
            _ if is_line_end(c) => Some(Piece::Break(self.take(c.len_utf8()))),
            _ => None,
        }
    }

    fn take(&mut self, len: usize) -> &'t str {
        let (own, rest) = self.rest.split_at(len);
        self.rest = rest;
        own
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let run = wide_run(self.rest);
        if run > 0 {
            let (run, rest) = self.rest.split_at(run);
            self.rest = rest;
            self.inside = true;
            self.fresh = false;
            self.previous = WIDE;
            return Some(Piece::Run(run));
        }
        let quoting = self.quoting();
        self.fresh = false;
        if quoting.is_some() {
            return quoting;
        }
        let c = self.rest.chars().next()?;
        if let Some(tag) = tag_at(self.rest) {
            self.rest = &self.rest[tag.len()..];
            let breaks = self.kind == LineKind::Row && ends_paragraph(tag);
            return Some(if breaks { Piece::Break(tag) } else { Piece::Skip(tag) });
        }
        let (own, rest) = self.rest.split_at(c.len_utf8());
        self.rest = rest;
        let next = rest.chars().next().unwrap_or('\0');
        let opens = !self.inside;
        self.inside |= !c.is_whitespace();
        let piece = match (self.kind, c) {
            (LineKind::Row, '\t') => Piece::Keep(CELL, c),
            (LineKind::Row, '|' | '｜') if opens || rest.trim().is_empty() => Piece::Skip(own),
            (LineKind::Row, '|' | '｜') => Piece::Keep(CELL, c),
            _ if c.is_whitespace() && self.previous.is_ascii_digit() && opens_clock(rest) => Piece::Keep(' ', c),
            _ if is_noise(c, next) => Piece::Skip(own),
            _ => Piece::Keep(fold(c, self.previous, next), c),
        };
        self.fresh = matches!(piece, Piece::Keep(CELL, _));
        if !c.is_whitespace() {
            self.previous = c;
        }
        Some(piece)
    }
}

/// The first characters of a line as the view writes them.
pub(super) fn head_of(body: &str, kind: LineKind) -> String {
    let mut head = String::with_capacity(HEAD_CHARS * WIDE_BYTES);
    for piece in Pieces::new(body, kind) {
        match piece {
            Piece::Run(run) => head.push_str(&run[..run.len().min(HEAD_CHARS * WIDE_BYTES)]),
            Piece::Keep(c, _) => head.push(c),
            Piece::Skip(_) | Piece::Break(_) => {}
        }
        if head.len() >= HEAD_CHARS * WIDE_BYTES {
            break;
        }
    }
    head
}

/// The bytes at the head of `text` that are kept as they are: characters from
/// U+3001 (、) to U+9FFF, three bytes each, none of which is noise or folded.
fn wide_run(text: &str) -> usize {
    let wide = |b: &[u8]| {
        matches!(b, [0xe4..=0xe9, ..]) || matches!(b, [0xe3, second, third] if (*second, *third) != (0x80, 0x80))
    };
    text.as_bytes().chunks_exact(WIDE_BYTES).take_while(|b| wide(b)).count() * WIDE_BYTES
}

/// The tag or entity that `text` opens with.
fn tag_at(text: &str) -> Option<&str> {
    if text.starts_with("&nbsp;") {
        return Some(&text[.."&nbsp;".len()]);
    }
    let inner = text.strip_prefix('<')?;
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) {
        return None;
    }
    let end = inner.bytes().take(TAG_BYTES).position(|b| matches!(b, b'<' | b'>'))?;
    inner[end..].starts_with('>').then(|| &text[..end + 2])
}

fn ends_paragraph(tag: &str) -> bool {
    let name = tag.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase();
    matches!(name.split(' ').next(), Some("br" | "p" | "div" | "li"))
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

/// Page numbers, rules, and the line under a Markdown table head.
fn is_furniture(body: &str) -> bool {
    let body = body.trim();
    let rule = |c: char| matches!(c, '-' | '—' | '–' | '－' | '_' | '=' | '|' | ':' | ' ');
    let core = body.trim_matches(rule);
    if core.is_empty() {
        return !body.is_empty();
    }
    let dashed = body.starts_with(rule) && body.ends_with(rule);
    let number = |s: &str| !s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit());
    let page = core.strip_prefix('第').and_then(|s| s.split_once('页'));
    dashed && number(core) || page.is_some_and(|(n, rest)| number(n.trim()) && is_page_total(rest))
}

fn is_page_total(rest: &str) -> bool {
    let total = rest.trim_start_matches([' ', '，', ',', '/']);
    total.is_empty() || (total.starts_with('共') && total.ends_with('页') && total.len() <= 20)
}

/// White space, controls, Markdown marks, invisible characters.
fn is_noise(c: char, next: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '*' | '#' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || c == '\\' && next.is_ascii_punctuation()
}

/// Whether a clock stands here: the blank before it parts it from a date.
fn opens_clock(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=2).contains(&(text.len() - rest.len())) && rest.starts_with([':', '：', '时', '点'])
}

/// The width that Chinese text is read in: full for punctuation (but 8:30 and
/// 1,000 stay), half for digits and letters.
fn fold(c: char, previous: char, next: char) -> char {
    let in_number = previous.is_ascii_digit() && next.is_ascii_digit();
    match c {
        '(' => '（',
        ')' => '）',
        ',' | '﹐' if !in_number => '，',
        ':' | '﹕' if !in_number => '：',
        ';' => '；',
        '?' => '？',
        '!' => '！',
        '％' => '%',
        '．' => '.',
        '｡' => '。',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}
