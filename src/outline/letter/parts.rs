//! What is left when the letter is read: the body, documents it forwards,
//! pages behind it.

use super::closing::Closing;
use super::date::whole_date;
use super::head::Head;
use super::organ::organs;
use super::pieces::Pieces;
use super::title::{self, title_at};
use super::words::AttachmentLabel;
use super::{Part, PartKind, Phrase, phrase};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

/// A line that stands where a title is due is one up to this many characters.
const TITLE_CHARS: usize = 50;
/// A letter that only sends a document along has at most so many paragraphs of
/// at most so many bytes.
const LETTER_PARAGRAPHS: usize = 4;
const LETTER_BYTES: usize = 900;
/// What a letter says when it sends a document along.
const FORWARDING: &[&str] = &["印发", "转发", "批转", "下发"];

/// Sorts the pieces that are left into parts.
pub(super) fn read(pieces: &Pieces, head: &Head, closing: &Closing) -> Vec<Part> {
    let mut builder = Builder { pieces, head, closing, parts: vec![Part::body(pieces, head)] };
    let mut index = head.next;
    while index < pieces.len() {
        index = builder.add(index);
    }
    let mut parts = builder.parts;
    parts.retain(|part| !part.paragraphs.is_empty() || !part.tables.is_empty());
    // A page pasted without its notice is the body itself.
    if head.title.is_none()
        && closing.signed_at.is_none()
        && let Some(first) = parts.first_mut()
    {
        first.kind = PartKind::Body;
    }
    parts
}

impl Part {
    fn body(pieces: &Pieces, head: &Head) -> Self {
        Self {
            kind: PartKind::Body,
            title: head.title.map(|range| phrase(pieces.source, range)),
            paragraphs: Vec::new(),
            tables: Vec::new(),
        }
    }
}

/// The title of a part, what follows it on its line, and the piece behind.
struct Heading {
    title: Option<Phrase>,
    rest: Option<TextRange>,
    next: usize,
}

struct Builder<'p, 's, 't> {
    pieces: &'p Pieces<'s, 't>,
    head: &'p Head,
    closing: &'p Closing,
    parts: Vec<Part>,
}

impl Builder<'_, '_, '_> {
    /// Adds piece `index`, or the part that opens there; the piece behind.
    fn add(&mut self, index: usize) -> usize {
        let Some(piece) = self.pieces.get(index) else { return index + 1 };
        if self.closing.used[index] {
            return index + 1;
        }
        if let Some(label) = self.pieces.attachment_label(index) {
            return self.page(index, label);
        }
        if self.parts.len() == 1 && self.closing.signed_at.is_some_and(|at| at <= index) {
            return self.forwarded(index);
        }
        if let Some(part) = self.parts.last_mut() {
            match piece.table {
                Some(table) => part.tables.push(table),
                None => part.paragraphs.push(piece.range),
            }
        }
        index + 1
    }

    /// A page that 附件1 opens, with its title on the same or the next lines.
    fn page(&mut self, index: usize, label: AttachmentLabel) -> usize {
        let range = self.pieces.range(index);
        let name = TextRange::new(range.start + label.name, range.end);
        let heading = match name.is_empty() {
            false => Heading { title: Some(phrase(self.pieces.source, name)), rest: None, next: index + 1 },
            true => self.heading(index + 1),
        };
        let first = self.parts.len() == 1;
        let kind = match &heading.title {
            Some(title) if self.forwards(&title.text) => PartKind::Forwarded,
            None if first && self.letter_forwards() => PartKind::Forwarded,
            _ => PartKind::Annex,
        };
        self.open(kind, heading)
    }

    /// A document that follows the signature with nothing but its title.
    fn forwarded(&mut self, index: usize) -> usize {
        let heading = self.heading(index);
        self.open(PartKind::Forwarded, heading)
    }

    /// Opens a part; the piece behind its heading.
    fn open(&mut self, kind: PartKind, heading: Heading) -> usize {
        let paragraphs = heading.rest.into_iter().collect();
        self.parts.push(Part { kind, title: heading.title, paragraphs, tables: Vec::new() });
        heading.next
    }

    /// The title that is due at `index`.
    fn heading(&self, index: usize) -> Heading {
        if let Some(found) = title_at(self.pieces, index) {
            let range = title::range_of(self.pieces, index, found);
            let rest = TextRange::new(range.end, self.pieces.range(found.next - 1).end);
            let rest = Some(rest).filter(|rest| !rest.is_empty());
            let next = if rest.is_none() { self.under_title(found.next) } else { found.next };
            return Heading { title: Some(phrase(self.pieces.source, range)), rest, next };
        }
        let (text, range) = (self.pieces.text(index), self.pieces.range(index));
        if let Some(len) = self.sent_name(text) {
            let title = phrase(self.pieces.source, TextRange::new(range.start, range.start + len));
            let rest = TextRange::new(range.start + len, range.end);
            return Heading { title: Some(title), rest: Some(rest).filter(|rest| !rest.is_empty()), next: index + 1 };
        }
        let short = text.chars().take(TITLE_CHARS + 1).count() <= TITLE_CHARS;
        let used = self.closing.used.get(index).copied().unwrap_or(true);
        if text.is_empty() || used || !short || text.contains(['。', '；', '：']) || marker_at(text).is_some() {
            return Heading { title: None, rest: None, next: index };
        }
        Heading { title: Some(phrase(self.pieces.source, range)), rest: None, next: index + 1 }
    }

    /// The bytes of a name that the letter gives to what it sends (《…》), where
    /// `text` opens with it: so a paste without line breaks shows its title.
    fn sent_name(&self, text: &str) -> Option<usize> {
        let said = std::iter::once(self.letter_title()).chain(self.sentences());
        let names = said.flat_map(|words| words.split('《').skip(1)).filter_map(|part| part.split('》').next());
        names.filter(|name| !name.is_empty() && text.starts_with(*name)).map(str::len).max()
    }

    /// The piece behind what stands under a title: who made it, and when.
    fn under_title(&self, index: usize) -> usize {
        let names = |index: usize| !organs(self.pieces.source, self.pieces.range(index)).is_empty();
        let mut next = index;
        while !self.pieces.text(next).is_empty() && names(next) {
            next += 1;
        }
        if whole_date(self.pieces.text(next)).is_some() { next + 1 } else { index }
    }

    /// Whether the letter names `title` as what it sends along.
    fn forwards(&self, title: &str) -> bool {
        let core = title.split('（').next().unwrap_or(title);
        let named = |words: &str| FORWARDING.iter().any(|word| words.contains(word)) && words.contains(core);
        !core.is_empty() && (named(self.letter_title()) || self.sentences().any(named))
    }

    fn letter_forwards(&self) -> bool {
        let sends = |words: &str| FORWARDING.iter().any(|word| words.contains(word));
        sends(self.letter_title()) || self.sentences().any(|text| sends(text) && text.contains("给你们"))
    }

    /// The few sentences of a letter that has nothing to say itself.
    fn sentences(&self) -> impl Iterator<Item = &str> {
        let texts = self.parts.first().map(|body| body.paragraphs.as_slice()).unwrap_or_default();
        let brief = texts.len() <= LETTER_PARAGRAPHS;
        texts
            .iter()
            .filter(move |range| brief && range.len() <= LETTER_BYTES)
            .map(|range| self.pieces.source.slice(*range))
    }

    fn letter_title(&self) -> &str {
        self.head.title.map(|range| self.pieces.source.slice(range)).unwrap_or_default()
    }
}
