//! Stage 1: the text as pasted, and the cleaned view that every later stage
//! reads, with its way back.
//!
//! The cleaned view holds one paragraph per line. Noise is gone (white space,
//! page numbers, Markdown marks, HTML remains, invisible characters), the width
//! of punctuation and digits is folded, radicals are the characters they look
//! like, a blank that parts two numbers stays, and paragraphs that a page break
//! or a hard wrap had cut are whole again. Table rows keep their cells apart with [`CELL`]. The text
//! itself is never changed: every place in the view leads back to the words
//! exactly as they were pasted.

mod borders;
mod cells;
mod clause;
mod clean;
mod invisible;
mod lex;
mod lines;
mod names;
mod passage;
mod pieces;
mod radical;
mod rows;
mod token;
mod wrap;

use crate::lexicon::class::Classes;
use crate::span::{Span, TextRange};
use borders::Borders;
use rustc_hash::FxHashSet;

pub use clause::{Clause, Clauses};
pub use invisible::is_invisible;
pub use names::Names;
pub use passage::Passage;
pub(crate) use pieces::plain;
pub use token::{Token, TokenKind};

/// Separates the cells of a table row in the cleaned view.
pub const CELL: char = '\t';
/// Separates the paragraphs within one cell in the cleaned view.
pub const CELL_BREAK: char = '\u{b}';

/// A text and its cleaned view.
///
/// ```
/// use notice_analyzer::source::Source;
/// use notice_analyzer::Span;
/// let source = Source::new("各 县\n\n**年底前**完成");
/// assert_eq!(source.clean(), "各县\n年底前完成");
/// let deadline = source.lines()[1].range;
/// assert_eq!(source.span(deadline), Span::new(7, 14));
/// ```
#[derive(Debug)]
pub struct Source<'t> {
    text: &'t str,
    clean: String,
    segments: Vec<Segment>,
    lines: Vec<Line>,
    tokens: Vec<Token>,
    pairs: Vec<(u32, u32)>,
    borders: Borders,
    /// The names that the caller knows, if any.
    names: Option<&'t Names>,
    /// Where they stand, in order.
    named: Vec<TextRange>,
    /// Names that the notice itself gives, and endings of its own.
    own: FxHashSet<String>,
    own_endings: FxHashSet<String>,
}

/// One paragraph or table row of the cleaned view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without its line end.
    pub range: TextRange,
    /// What it is.
    pub kind: LineKind,
}

/// What a line of the cleaned view is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A paragraph or heading.
    Text,
    /// A table row, its cells separated by [`CELL`], or a line between two.
    Row,
    /// One cell of a table that was pasted one cell per line.
    Cell,
}

/// A run of the cleaned view and where it came from. A `folded` run is one
/// character written differently (half-width in the text, full-width here).
#[derive(Clone, Copy, Debug)]
struct Segment {
    clean: u32,
    source: u32,
    utf16: u32,
    folded: bool,
}

impl<'t> Source<'t> {
    /// Cleans `text`. Linear in its length; never fails.
    pub fn new(text: &'t str) -> Self {
        Self::with_names(text, None)
    }

    /// The same, where each of `names` that stands in it is one token.
    pub fn with_names(text: &'t str, names: Option<&'t Names>) -> Self {
        let mut source = clean::clean(text);
        source.names = names;
        (source.tokens, source.pairs) = lex::lex(&source.clean, names);
        source.borders = Borders::new(&source.tokens);
        if names.is_some() {
            let named = source.tokens.iter().filter(|token| token.classes.has(Classes::NAMED));
            source.named = named.map(Token::range).collect();
        }
        source
    }

    /// Lets go of what only the reading needs: there are no [`Source::tokens`]
    /// any more, though it stays known where each of them began.
    pub fn forget_tokens(&mut self) {
        (self.tokens, self.pairs) = (Vec::new(), Vec::new());
    }

    /// Whether `range` is just one of the names that the caller knows.
    pub fn is_named(&self, range: TextRange) -> bool {
        self.named_at(range.start) == Some(range.end)
    }

    /// Where the name ends that begins at `at`.
    pub fn named_at(&self, at: usize) -> Option<usize> {
        let index = self.named.binary_search_by_key(&at, |name| name.start).ok()?;
        Some(self.named[index].end)
    }

    /// Whether one of the names ends at `end`.
    pub fn named_before(&self, end: usize) -> bool {
        self.named.binary_search_by_key(&end, |name| name.end).is_ok()
    }

    /// The places of the names, in order.
    pub fn named(&self) -> &[TextRange] {
        &self.named
    }

    /// Whether the caller or the notice itself knows one who acts of that name,
    /// wherever it stands.
    pub fn knows(&self, name: &str) -> bool {
        self.own.contains(name) || self.names.is_some_and(|names| names.has(name))
    }

    /// Whether `name` ends like others that the notice itself addresses or assigns to.
    pub fn ends_like_own(&self, name: &str) -> bool {
        let ending = name.char_indices().rev().nth(1).map_or("", |(at, _)| &name[at..]);
        !self.own_endings.is_empty() && ending.len() < name.len() && self.own_endings.contains(ending)
    }

    /// Notes what names of the notice end with, beside what a list knows: two
    /// characters each.
    pub fn learn_endings(&mut self, endings: Vec<String>) {
        self.own_endings.extend(endings);
    }

    /// Notes how the notice itself calls those who act.
    pub fn learn(&mut self, names: Vec<String>) {
        self.own.extend(names);
    }

    /// The tokens of the cleaned view, in order and without a gap.
    ///
    /// ```
    /// use notice_analyzer::source::Source;
    /// let source = Source::new("县应急局要排查隐患。");
    /// let words: Vec<&str> = source.tokens().iter().map(|token| source.slice(token.range())).collect();
    /// assert_eq!(words, ["县", "应急", "局", "要", "排查", "隐患", "。"]);
    /// ```
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Whether a token begins at `at`, or the text ends there.
    pub fn is_border(&self, at: usize) -> bool {
        self.borders.is_border(at)
    }

    /// Where the token that holds the byte `at` stands.
    ///
    /// ```
    /// use notice_analyzer::source::Source;
    /// let source = Source::new("要排查");
    /// assert_eq!(source.token_at(6).map(|token| source.slice(token)), Some("排查"));
    /// ```
    pub fn token_at(&self, at: usize) -> Option<TextRange> {
        self.borders.token(at)
    }

    /// Where the tokens stand that `range` holds whole, in order.
    pub fn tokens_within(&self, range: TextRange) -> impl Iterator<Item = TextRange> {
        let first = (range.start..range.end).find(|at| self.is_border(*at)).and_then(|at| self.token_at(at));
        let all = std::iter::successors(first, |token| self.token_at(token.end));
        all.take_while(move |token| token.end <= range.end)
    }

    /// The tokens that stand wholly in `range`, as their places in
    /// [`Source::tokens`].
    pub fn tokens_in(&self, range: TextRange) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|token| token.range().start < range.start);
        let end = self.tokens.partition_point(|token| token.range().end <= range.end);
        start..end.max(start)
    }

    /// The text as pasted.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The cleaned view.
    pub fn clean(&self) -> &str {
        &self.clean
    }

    /// Its lines, in order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The token that closes the bracket or quotation that the token at `index`
    /// opens.
    ///
    /// ```
    /// use notice_analyzer::source::Source;
    /// let source = Source::new("各镇（街道）要排查");
    /// assert_eq!(source.partner(1), Some(3));
    /// ```
    pub fn partner(&self, index: usize) -> Option<usize> {
        let at = self.pairs.binary_search_by_key(&(index as u32), |(open, _)| *open).ok()?;
        Some(self.pairs[at].1 as usize)
    }

    /// The clauses of `range`: up to ，。；：！？ or the end of a line, marks
    /// within brackets and quotations left aside.
    ///
    /// ```
    /// use notice_analyzer::{TextRange, source::Source};
    /// let source = Source::new("各镇（含街道，下同）要排查，县应急局负责。");
    /// let all = TextRange::new(0, source.clean().len());
    /// let clauses: Vec<&str> = source.clauses(all).map(|clause| source.slice(clause.range)).collect();
    /// assert_eq!(clauses, ["各镇（含街道，下同）要排查", "县应急局负责"]);
    /// ```
    pub fn clauses(&self, range: TextRange) -> Clauses<'_, 't> {
        Clauses::new(self, range)
    }

    /// The words of the cleaned view in `range`.
    pub fn slice(&self, range: TextRange) -> &str {
        range.of(&self.clean)
    }

    /// Where `range` stands in the text as pasted, in UTF-16 code units.
    pub fn span(&self, range: TextRange) -> Span {
        if self.segments.is_empty() {
            return Span::default();
        }
        let (_, start) = self.locate(range.start);
        // Line ends of the view stand for no character of the text.
        let words = self.slice(range).trim_end_matches(['\n', CELL_BREAK]);
        let Some(last) = words.chars().next_back() else {
            return self.empty_span(range.start, start);
        };
        let (source, utf16) = self.locate(range.start + words.len() - last.len_utf8());
        let width = self.text[source..].chars().next().map_or(0, char::len_utf16);
        Span::new(start, utf16 + width as u32)
    }

    /// No words at `at`, which is `start` in the text; before a line end of the view it is right
    /// behind the character before, on the line of which it stands.
    fn empty_span(&self, at: usize, start: u32) -> Span {
        let before = self.clean[..at].chars().next_back().filter(|_| self.clean[at..].starts_with('\n'));
        let Some(before) = before.filter(|c| !matches!(*c, '\n' | CELL | CELL_BREAK)) else {
            return Span::new(start, start);
        };
        let (source, utf16) = self.locate(at - before.len_utf8());
        let end = utf16 + self.text[source..].chars().next().map_or(0, char::len_utf16) as u32;
        Span::new(end, end)
    }

    /// The words of the view that `span` of the text covers; noise at its rims
    /// takes no room in it.
    pub fn range(&self, span: Span) -> TextRange {
        let start = self.offset(self.segments.partition_point(|s| s.utf16 <= span.start), span.start);
        let end = self.offset(self.segments.partition_point(|s| s.utf16 < span.end), span.end);
        TextRange::new(start, end.max(start))
    }

    /// The characters of the view that the text writes in another width, each
    /// with its place and the character of the text.
    pub fn folded(&self) -> impl Iterator<Item = (TextRange, char)> {
        self.segments.iter().filter(|s| s.folded).filter_map(|s| {
            let start = s.clean as usize;
            let width = self.clean[start..].chars().next()?.len_utf8();
            let original = self.text[s.source as usize..].chars().next()?;
            Some((TextRange::new(start, start + width), original))
        })
    }

    /// The noise between two characters of the view, each with the place of the
    /// second.
    pub fn noise(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.segments.windows(2).filter_map(|pair| {
            let (before, after) = (pair[0], pair[1]);
            let end = before.source as usize + self.source_len(before, after.clean as usize);
            let noise = self.text.get(end..after.source as usize)?;
            (!noise.is_empty()).then_some((after.clean as usize, noise))
        })
    }

    /// The words in `range` in the characters of the text as pasted, without
    /// noise and line breaks.
    pub fn written(&self, range: TextRange) -> String {
        let mut out = String::with_capacity(range.len());
        let mut at = range.start;
        let mut index = self.segment(at);
        while at < range.end {
            let segment = self.segments[index];
            let stop = self.segments.get(index + 1).map_or(self.clean.len(), |s| s.clean as usize);
            let stop = stop.min(range.end);
            if segment.folded {
                out.extend(self.text[segment.source as usize..].chars().next());
            } else {
                out.extend(self.clean[at..stop].split(['\n', CELL, CELL_BREAK]));
            }
            at = stop;
            index += 1;
        }
        out
    }

    /// The text as pasted from the first word of `range` to its last, noise and
    /// all.
    pub fn pasted(&self, range: TextRange) -> &'t str {
        let words = self.slice(range).trim_end_matches(['\n', CELL_BREAK]);
        let Some(last) = words.chars().next_back() else { return "" };
        let (end, _) = self.locate(range.start + words.len() - last.len_utf8());
        let width = self.text[end..].chars().next().map_or(0, char::len_utf8);
        &self.text[self.locate(range.start).0..end + width]
    }

    /// Where the noise right before `at` stands in the text, in UTF-16 code
    /// units; empty if there is none.
    pub fn gap(&self, at: usize) -> Span {
        let last = self.clean[..at].chars().next_back().map_or(0, char::len_utf8);
        Span::new(self.span(TextRange::new(at - last, at)).end, self.span(TextRange::new(at, at)).start)
    }

    /// Whether white space or other noise was left out right before `at`. A
    /// space is no noise where it holds two names apart.
    ///
    /// ```
    /// use notice_analyzer::source::Source;
    /// let source = Source::new("县教育局 县财政局");
    /// assert!(source.gap_before("县教育局".len()));
    /// assert!(!source.gap_before("县".len()));
    /// ```
    pub fn gap_before(&self, at: usize) -> bool {
        // A run goes on behind noise as a segment of its own.
        let Some(index) = self.segment(at).checked_sub(1) else { return false };
        let (before, own) = (self.segments[index], self.segments[index + 1]);
        own.clean as usize == at && before.source as usize + self.source_len(before, at) < own.source as usize
    }

    /// The places in `range` right before which noise was left out, in order.
    pub fn gaps(&self, range: TextRange) -> impl Iterator<Item = usize> {
        let first = self.segments.partition_point(|s| (s.clean as usize) < range.start);
        let pairs = self.segments[first.saturating_sub(1)..].windows(2).map(|pair| pair[1].clean as usize);
        pairs.take_while(move |at| *at < range.end).filter(move |at| *at >= range.start && self.gap_before(*at))
    }

    /// The places in `range` right before which a space within a line was left out,
    /// in order.
    pub fn spaces(&self, range: TextRange) -> impl Iterator<Item = usize> {
        self.gaps(range).filter(|at| self.space_before(*at))
    }

    /// Whether a space within a line was left out right before `at`.
    pub fn space_before(&self, at: usize) -> bool {
        if !self.gap_before(at) {
            return false;
        }
        let Some(previous) = self.clean[..at].chars().next_back() else { return false };
        let (before, _) = self.locate(at - previous.len_utf8());
        let noise = self.text.get(before + previous.len_utf8()..self.locate(at).0).unwrap_or_default();
        noise.contains([' ', '\u{3000}', '\u{a0}', '|', '｜']) && !noise.contains(['\n', '\r', '\u{c}'])
    }

    /// Bytes of the text behind `segment`, which ends at `end` of the view.
    fn source_len(&self, segment: Segment, end: usize) -> usize {
        let start = segment.clean as usize;
        if segment.folded {
            return self.text[segment.source as usize..].chars().next().map_or(0, char::len_utf8);
        }
        let run = &self.clean[start..end];
        // A character that only the view has stands alone in its segment.
        if self.text[segment.source as usize..].starts_with(run) { run.len() } else { 0 }
    }

    /// The byte of the view where the UTF-16 offset `utf16` of the text stands,
    /// looked for in the segment before the `next` one.
    fn offset(&self, next: usize, utf16: u32) -> usize {
        let end = self.segments.get(next).map_or(self.clean.len(), |s| s.clean as usize);
        let Some(segment) = next.checked_sub(1).map(|i| self.segments[i]) else { return end };
        let start = segment.clean as usize;
        let mut units = segment.utf16;
        for (at, c) in self.clean[start..end].char_indices() {
            if units >= utf16 {
                return start + at;
            }
            units += c.len_utf16() as u32;
        }
        end
    }

    fn segment(&self, at: usize) -> usize {
        self.segments.partition_point(|s| s.clean as usize <= at).saturating_sub(1)
    }

    /// The byte and the UTF-16 offset in the text of the character at `at`.
    fn locate(&self, at: usize) -> (usize, u32) {
        let segment = self.segments[self.segment(at)];
        if segment.folded {
            return (segment.source as usize, segment.utf16);
        }
        let run = &self.clean[segment.clean as usize..at];
        (segment.source as usize + run.len(), segment.utf16 + utf16_len(run))
    }
}

/// UTF-16 code units of `text`: one for each first byte of a character, one more
/// for those of four bytes.
fn utf16_len(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests;
