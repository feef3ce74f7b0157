//! What becomes of the characters of a line: kept, folded, taken for noise.

use super::clean::is_line_end;
use super::invisible::is_invisible;
use super::lines::quoted_len;
use super::{CELL, LineKind, radical};

/// A `<…>` of up to this many bytes is what is left of an HTML tag.
const TAG_BYTES: usize = 60;
/// How much of a line is looked at to tell whether it continues the last one.
const HEAD_CHARS: usize = 48;
/// A Chinese character, in UTF-8 bytes.
pub(super) const WIDE_BYTES: usize = 3;
/// Stands for any Chinese character.
const WIDE: char = '一';

/// What becomes of a stretch of a line.
pub(super) enum Piece<'t> {
    /// Characters that the view writes as the text does.
    Run(&'t str),
    /// A character as the view writes it and as the text does.
    Keep(char, char),
    /// Noise.
    Skip(&'t str),
    /// What ends a paragraph within a cell: a tag, a line end.
    Break(&'t str),
}

pub(super) struct Pieces<'t> {
    rest: &'t str,
    kind: LineKind,
    /// The last character that was kept.
    previous: char,
    /// Whether it begins a number, if it is a digit.
    first: bool,
    /// Whether white space was left out behind it.
    behind_blank: bool,
    inside: bool,
    /// Whether a cell opens here.
    fresh: bool,
    /// The quoted cell that is open: how much of the line is left behind it.
    quoted: Option<usize>,
    /// How much is left from the second of two quotes on, which stand for one.
    literal: usize,
}

impl<'t> Pieces<'t> {
    pub fn new(body: &'t str, kind: LineKind) -> Self {
        let (first, behind_blank, inside, fresh) = (true, false, false, true);
        Self { rest: body, kind, previous: '\0', first, behind_blank, inside, fresh, quoted: None, literal: 0 }
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
            (self.previous, self.behind_blank, self.fresh) = (WIDE, false, false);
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
        let width = if self.rest.starts_with("\\|") { "\\|".len() } else { c.len_utf8() };
        let (own, rest) = self.rest.split_at(width);
        self.rest = rest;
        let opens = !self.inside;
        self.inside |= !c.is_whitespace();
        Some(match (self.kind, c) {
            (LineKind::Row, '\t') => self.keep(CELL, c),
            (LineKind::Row, '|' | '｜') if opens || rest.trim().is_empty() => Piece::Skip(own),
            (LineKind::Row, '|' | '｜') => self.keep(CELL, c),
            _ if c.is_whitespace() => self.blank(own, c),
            _ if is_noise(c) => Piece::Skip(own),
            _ => self.keep(fold(c, self.previous, rest.chars().next().unwrap_or('\0')), c),
        })
    }
}

impl<'t> Pieces<'t> {
    fn keep(&mut self, c: char, original: char) -> Piece<'t> {
        self.first = self.behind_blank || !is_numeric(self.previous);
        (self.previous, self.behind_blank, self.fresh) = (c, false, c == CELL);
        Piece::Keep(c, original)
    }

    /// White space, before `self.rest`, is noise unless it parts two numbers:
    /// 2024-04-01 9:00.
    fn blank(&mut self, own: &'t str, c: char) -> Piece<'t> {
        if !self.behind_blank && self.previous.is_ascii_digit() {
            let after = self.rest.trim_start();
            if after.starts_with(is_digit) && !(self.first && is_spread(after)) {
                return self.keep(' ', c);
            }
        }
        self.behind_blank = true;
        Piece::Skip(own)
    }
}

/// Whether the digit that `after` opens with, behind a blank and another single
/// digit, goes on a number with a blank between any two digits: 2 0 2 4 年.
fn is_spread(after: &str) -> bool {
    let next = after.chars().nth(1).unwrap_or(' ');
    next.is_whitespace() || matches!(next, '年' | '月' | '日' | '号' | '〕' | ']')
}

/// Whether `c` can stand in a number, a date or a time of day.
fn is_numeric(c: char) -> bool {
    is_digit(c) || matches!(c, '.' | ':' | '：' | '-' | '/')
}

/// A digit, of any width.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
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
/// U+3001 (、) to U+9FFF, three bytes each, none of which is noise or folded but
/// U+3164.
fn wide_run(text: &str) -> usize {
    let noise = |second, third| matches!((second, third), (0x80, 0x80) | (0x85, 0xa4));
    let wide =
        |b: &[u8]| matches!(b, [0xe4..=0xe9, ..]) || matches!(b, [0xe3, second, third] if !noise(*second, *third));
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

/// White space, Markdown marks and what is left of its tables, invisible
/// characters.
fn is_noise(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || matches!(c, '*' | '#' | '\\' | '|' | '｜')
}

/// The words of `text` on one line as the view writes them, without noise.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_noise(*c)).map(|c| fold(c, '\0', '\0')).collect()
}

/// The width that Chinese text is read in: full for punctuation (but 8:30 and
/// 1,000 stay), half for digits and letters; radicals as characters.
fn fold(c: char, previous: char, next: char) -> char {
    let in_number = previous.is_ascii_digit() && next.is_ascii_digit();
    match c {
        '(' => '（',
        ')' => '）',
        ',' | '﹐' if !in_number => '，',
        ':' | '﹕' if !in_number => '：',
        ';' | '﹔' => '；',
        '?' | '﹖' => '？',
        '!' | '﹗' => '！',
        '﹑' => '、',
        '﹙' => '（',
        '﹚' => '）',
        '％' | '﹪' => '%',
        '．' | '﹒' => '.',
        '｡' => '。',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => radical::common(c).unwrap_or(c),
    }
}
