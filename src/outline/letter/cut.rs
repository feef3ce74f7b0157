//! Finds the closing of a letter within lines: a paste that has lost its line
//! breaks runs text, signature, copies and printing together.

use super::date::whole_date;
use super::organ::{is_cut_short, organs};
use super::pieces::Pieces;
use super::words::{attachment_label, copy_label, is_note};
use crate::lexicon::numeral::is_year_char;
use crate::span::TextRange;

/// A written date takes at most this many bytes.
const DATE_BYTES: usize = 40;
/// The names of a signature take at most this many bytes.
const NAMES_BYTES: usize = 600;
/// The names of a signature stand on at most so many lines.
const NAME_LINES: usize = 12;
/// How far behind a signature and before the end of a line notes are looked for.
const WINDOW_BYTES: usize = 2000;
/// How many lines at the end of the text may hold a closing.
const LAST_LINES: usize = 4;
/// Characters that end what stood before a signature or a note.
const BOUNDARIES: &[char] = &['。', '；', '：', '！', '？', '）', '”', '》'];

/// Cuts the pieces from `first` on where the elements of a closing start and
/// end. `known` are the organs the head names.
pub(super) fn cut(pieces: &mut Pieces, first: usize, known: &[TextRange]) {
    let mut places = Vec::new();
    let mut signed = false;
    for index in first..pieces.len() {
        let range = pieces.range(index);
        let scan = Scan { pieces, range, known };
        if whole_date(pieces.text(index + 1)).is_some() {
            places.extend(scan.names_behind_line_end());
        }
        if pieces.text(index).is_empty() {
            continue;
        }
        let found = scan.signatures();
        let own = !found.is_empty();
        for (start, end) in found {
            places.extend([start, end]);
            scan.notes(start.saturating_sub(WINDOW_BYTES), start, &mut places);
            scan.notes(end, end + WINDOW_BYTES, &mut places);
        }
        if own || signed || index + LAST_LINES >= pieces.len() {
            scan.notes(range.end.saturating_sub(WINDOW_BYTES), range.end, &mut places);
        }
        signed |= own;
    }
    places.sort_unstable();
    places.dedup();
    pieces.cut_all(&places);
}

struct Scan<'p, 's, 't> {
    pieces: &'p Pieces<'s, 't>,
    range: TextRange,
    known: &'p [TextRange],
}

impl Scan<'_, '_, '_> {
    fn slice(&self, start: usize, end: usize) -> &str {
        self.pieces.source.slice(TextRange::new(start, end))
    }

    /// Where names and a date of signature stand in the line: the first, and one that ends
    /// what is sent along.
    fn signatures(&self) -> Vec<(usize, usize)> {
        let text = self.slice(self.range.start, self.range.end);
        let mut found = Vec::new();
        for (at, day) in text.match_indices('日') {
            let end = self.range.start + at + day.len();
            if found.is_empty() || end == self.range.end {
                found.extend(self.signature(end));
            }
        }
        found
    }

    /// The names and the date that end at `end`.
    fn signature(&self, end: usize) -> Option<(usize, usize)> {
        // A printing line says who printed, not who signed.
        let behind = self.slice(end, self.range.end);
        // 按县政府2020年3月1日批转的方案: what came out on that day.
        let of_another = ["批转", "转发", "发布", "颁布", "公布", "下发", "批准", "批复", "以来"];
        if behind.starts_with('印') || of_another.iter().any(|word| behind.starts_with(word)) {
            return None;
        }
        let date = self.date_before(end)?;
        let start = self.names_before(date, self.closes(end))?;
        let inner = start > self.range.start || end < self.range.end;
        inner.then_some((start, end))
    }

    /// The start of the date that ends at `end`.
    fn date_before(&self, end: usize) -> Option<usize> {
        let text = self.slice(self.range.start, end);
        let near = (text.len().saturating_sub(DATE_BYTES)..text.len()).find(|at| text.is_char_boundary(*at))?;
        let year = near + text[near..].rfind('年')?;
        let head = text[..year].trim_end_matches(is_year_char);
        whole_date(&text[head.len()..]).filter(|w| w.year.is_some()).map(|_| self.range.start + head.len())
    }

    /// The start of the names before a date. Names that the head does not know
    /// count only where the date `closes` the text.
    fn names_before(&self, date: usize, closes: bool) -> Option<usize> {
        let text = self.slice(self.range.start, date);
        let source = self.pieces.source;
        let known = self.known.iter().map(|name| source.slice(*name)).find(|name| text.ends_with(name));
        if known.is_none() && !closes {
            return None;
        }
        let mut floor = text.len().saturating_sub(NAMES_BYTES);
        while !text.is_char_boundary(floor) {
            floor += 1;
        }
        let sound = |at: usize| {
            let range = TextRange::new(self.range.start + at, date);
            !organs(source, range).is_empty() || is_cut_short(source, range, self.known)
        };
        let starts = |(at, c): (usize, char)| {
            let at = floor + at;
            (at > 0 && text[..at].ends_with(BOUNDARIES) || at == 0 || source.gap_before(self.range.start + at))
                .then_some((at, c))
        };
        if let Some(name) = known {
            let own = text.len() - name.len();
            let last = |at: usize| organs(source, TextRange::new(self.range.start + at, date)).pop();
            let ends_in_it = |at: usize| last(at).is_some_and(|name| name.start == self.range.start + own);
            let more = text[floor..].char_indices().filter_map(starts).find(|(at, _)| *at < own && ends_in_it(*at));
            let start = more.map_or(own, |(at, _)| at);
            return Some(self.range.start + start);
        }
        let found = text[floor..].char_indices().filter_map(starts).find(|(at, _)| sound(*at));
        found.map(|(at, _)| self.range.start + at)
    }

    /// Where the names of a signature start that a line above them has taken for
    /// its own rest: 责任单位：县住建局、县财政局 on the last line of the text.
    fn names_behind_line_end(&self) -> Option<usize> {
        let source = self.pieces.source;
        let text = self.slice(self.range.start, self.range.end);
        let far = text.len().saturating_sub(NAMES_BYTES);
        let places = text.char_indices().rev().map(|(at, _)| at).take_while(|at| *at > far);
        let line_end = |at: &usize| source.gap_before(*at) && !source.space_before(*at);
        let ends = places.map(|at| self.range.start + at).filter(line_end).take(NAME_LINES);
        let names = |at: usize| !organs(source, TextRange::new(at, self.range.end)).is_empty();
        let first = ends.filter(|at| names(*at)).last();
        first.filter(|_| !names(self.range.start))
    }

    /// Whether nothing but notes and attachments can follow at `end`.
    fn closes(&self, end: usize) -> bool {
        let rest = self.slice(end, self.range.end);
        rest.is_empty()
            || rest.starts_with('（')
            || rest.starts_with("附")
            || copy_label(rest).is_some()
            || is_note(rest)
    }

    /// The places of notes, copies, attachments and printing between two bytes.
    fn notes(&self, start: usize, end: usize, places: &mut Vec<usize>) {
        let text = self.slice(self.range.start, self.range.end);
        let from = start.saturating_sub(self.range.start);
        let to = end.min(self.range.end) - self.range.start;
        for (at, c) in text.char_indices().skip_while(|(at, _)| *at < from).take_while(|(at, _)| *at < to) {
            let rest = &text[at..];
            let begun = at == from || text[..at].ends_with(BOUNDARIES) || text[..at].ends_with(['日', '发', '份']);
            if begun && (copy_label(rest).is_some() || is_note(rest) || attachment_label(rest).is_some()) {
                places.push(self.range.start + at);
                places.extend(closed_note(rest).map(|len| self.range.start + at + len));
            }
            if c == '印' && rest.starts_with("印发") {
                self.printing(self.range.start + at, places);
            }
        }
    }

    /// 青岭县人民政府办公室2024年2月29日印发
    fn printing(&self, at: usize, places: &mut Vec<usize>) {
        let Some(date) = self.date_before(at).filter(|_| self.slice(self.range.start, at).ends_with('日')) else {
            return;
        };
        if let Some(start) = self.names_before(date, true) {
            places.extend([start, at + "印发".len()]);
        }
    }
}

/// The bytes of a note in brackets that `text` opens with: （此件公开发布）.
fn closed_note(text: &str) -> Option<usize> {
    const NOTE_CHARS: usize = 40;
    let closing = || text.char_indices().take(NOTE_CHARS).find(|(_, c)| *c == '）');
    text.starts_with('（').then(closing).flatten().map(|(at, c)| at + c.len_utf8())
}
