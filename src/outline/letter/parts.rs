//! What is left when the letter is read: the body, documents it forwards,
//! pages behind it.

use super::closing::Closing;
use super::date::whole_date;
use super::head::Head;
use super::organ::organs;
use super::pieces::Pieces;
use super::stretch::StretchKind;
use super::title::{range_of, title_at};
use super::words::{AttachmentLabel, doc_type, topic_at};
use super::{Letter, Part, PartKind, Phrase, Stretch, phrase};
use crate::lexicon::list::{LETTER, WordList};
use crate::lexicon::marker::{Style, marker_at};
use crate::source::Source;
use crate::span::TextRange;

/// A line that stands where a title is due is one up to this many characters.
const TITLE_CHARS: usize = 100;
/// A letter that only sends a document along has at most so many paragraphs of
/// at most so many bytes.
const LETTER_PARAGRAPHS: usize = 4;
const LETTER_BYTES: usize = 900;
static FORWARDING: WordList = WordList::of(LETTER, "forwarding");
static SENDING: WordList = WordList::of(LETTER, "sending");
static OBEYING: WordList = WordList::of(LETTER, "obeying");

static PLANS: WordList = WordList::of(LETTER, "plans");

static EXPLAINING: WordList = WordList::of(LETTER, "explaining");

/// The paragraphs of the notice itself that send a document along, if its title
/// says that it does.
pub(super) fn sending(source: &Source, title: &str, parts: &[Part]) -> Vec<TextRange> {
    let sends = |text: &str| SENDING.iter().any(|word| text.contains(word));
    let asks = |text: &str| text.contains('请') && OBEYING.iter().any(|word| text.contains(word));
    let says = |range: &TextRange| {
        let text = source.slice(*range);
        range.len() <= LETTER_BYTES && (sends(text) || asks(text))
    };
    let forwards = FORWARDING.iter().any(|word| title.contains(word));
    let body = parts.iter().take(1).filter(|part| forwards && part.kind == PartKind::Body);
    let before_numbers = |range: &&TextRange| marker_at(source.slice(**range)).is_none();
    body.flat_map(|part| part.paragraphs.iter().take(LETTER_PARAGRAPHS).take_while(before_numbers))
        .filter(|range| says(range))
        .copied()
        .collect()
}

/// What nobody reads: notes and names of attachments as long as a text.
pub(super) fn passed_over(source: &Source, letter: &Letter) -> Vec<TextRange> {
    const NOTE_CHARS: usize = 200;
    let long = |stretch: &&Stretch| {
        let text = source.slice(stretch.range);
        let read = match stretch.kind {
            StretchKind::Note => false,
            StretchKind::Attachment => !text.contains('。'),
            _ => true,
        };
        !read && text.chars().nth(NOTE_CHARS).is_some()
    };
    letter.stretches.iter().filter(long).map(|stretch| stretch.range).collect()
}

/// 实施方案, 工作要点（试行）: what says what is to be done.
fn is_plan(title: &str) -> bool {
    PLANS.closes(title.split('（').next().unwrap_or(title))
}

/// So many assigned items make a page more than a list.
const ASSIGNED: usize = 2;

/// Whether an item ends with a bracket that says who is responsible.
fn assigns(item: &str) -> bool {
    let closed = item.trim_end_matches(['。', '；']).strip_suffix('）');
    let note = closed.and_then(|closed| closed.rsplit_once('（')).map_or("", |(_, note)| note);
    ["单位：", "部门：", "牵头", "负责", "配合"].iter().any(|word| note.contains(word))
}

/// Sorts the pieces that are left into parts.
pub(super) fn read(pieces: &mut Pieces, head: &Head, closing: &Closing) -> Vec<Part> {
    let parts = vec![Part::body(pieces, head)];
    let mut builder = Builder { pieces, head, closing, parts };
    let mut index = head.next;
    while index < builder.pieces.len() {
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

struct Builder<'p, 's, 't> {
    pieces: &'p mut Pieces<'s, 't>,
    head: &'p Head,
    closing: &'p Closing,
    parts: Vec<Part>,
}

impl Builder<'_, '_, '_> {
    /// Adds piece `index`, or the part that opens there; the piece behind.
    fn add(&mut self, index: usize) -> usize {
        let Some(piece) = self.pieces.get(index) else { return index + 1 };
        if self.pieces.is_used(index) {
            return index + 1;
        }
        if let Some(label) = self.pieces.attachment_label(index).or_else(|| self.label_before_name(index)) {
            return self.page(index, label);
        }
        let first = self.parts.len() == 1 && self.closing.signed_at.is_some_and(|at| at <= index);
        if first || self.opens_paper(index) {
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

    /// Whether another paper opens behind the items of one: below the line that says when
    /// that one was printed, or with a title of its own. Its numbers start again.
    fn opens_paper(&self, index: usize) -> bool {
        /// Addressees, what it sends along, a signature and a title stand before its items.
        const PREAMBLE: usize = 10;
        let source = self.pieces.source;
        let first = |text: &str| marker_at(text).is_some_and(|m| m.style == Style::Chinese && m.ordinal == 1);
        let numbered = |part: &Part| part.paragraphs.iter().any(|range| marker_at(source.slice(*range)).is_some());
        let printed = index > 0 && self.pieces.used_as(index - 1) == Some(StretchKind::Printing);
        let titled = || {
            title_at(self.pieces, index).is_some_and(|title| {
                let text = source.slice(range_of(self.pieces, index, title));
                topic_at(text).is_some() && doc_type(text).is_some()
            })
        };
        let mut behind = index + 1..self.pieces.len().min(index + PREAMBLE);
        (printed || titled())
            && behind.any(|index| first(self.pieces.text(index)))
            && self.parts.last().is_some_and(numbered)
    }

    /// 附件青岭县防汛工作方案为做好…: where line ends are lost, the name that the letter
    /// gives tells the label from a sentence about attachments.
    fn label_before_name(&self, index: usize) -> Option<AttachmentLabel> {
        let label = "附件";
        let behind = self.pieces.text(index).strip_prefix(label)?;
        self.sent_name(behind).map(|_| AttachmentLabel { name: label.len(), colon: false })
    }

    /// A page that 附件1 opens, with its title on the same or the next lines.
    fn page(&mut self, index: usize, label: AttachmentLabel) -> usize {
        let text = self.pieces.text(index);
        // Where line ends are lost, the page goes on right behind its name.
        if let Some(len) = self.sent_name(&text[label.name..]) {
            self.pieces.cut(index, label.name + len);
        }
        let range = self.pieces.range(index);
        let name = TextRange::new(range.start + label.name, range.end);
        self.pieces.mark(index, StretchKind::Attachment);
        let (title, next) = match name.is_empty() {
            false => (Some(phrase(self.pieces.source, name)), index + 1),
            true => self.heading(index + 1),
        };
        let first = self.parts.len() == 1;
        let kind = match &title {
            Some(title) if self.forwards(&title.text) || self.plans(&title.text, next) => PartKind::Forwarded,
            None if first && self.letter_forwards() => PartKind::Forwarded,
            _ => PartKind::Annex,
        };
        self.open(kind, title);
        next
    }

    /// A document that follows the signature with nothing but its title.
    fn forwarded(&mut self, index: usize) -> usize {
        let (title, next) = self.heading(index);
        let text = self.pieces.text(next);
        let explains = match &title {
            Some(title) => EXPLAINING.closes(&title.text),
            // …起草了《…》，现将有关问题说明如下：
            None => EXPLAINING.iter().any(|word| text.trim_end_matches('：').ends_with(&format!("{word}如下"))),
        };
        self.open(if explains { PartKind::Annex } else { PartKind::Forwarded }, title);
        next
    }

    fn open(&mut self, kind: PartKind, title: Option<Phrase>) {
        self.parts.push(Part { kind, title, paragraphs: Vec::new(), tables: Vec::new() });
    }

    /// The title that is due at `index`, and the piece behind it and what stands
    /// under it.
    fn heading(&mut self, index: usize) -> (Option<Phrase>, usize) {
        let Some((next, len)) = self.title_due(index) else { return (None, index) };
        let last = self.pieces.range(next - 1);
        let range = TextRange::new(self.pieces.range(index).start, last.start + len);
        self.pieces.cut(next - 1, len);
        (index..next).for_each(|index| self.pieces.mark(index, StretchKind::Title));
        let behind = if last.len() == len { self.under_title(next) } else { next };
        (next..behind).for_each(|index| self.pieces.mark(index, StretchKind::Signature));
        (Some(phrase(self.pieces.source, range)), behind)
    }

    /// The piece behind a title, and the bytes of its last piece that belong to
    /// it.
    fn title_due(&self, index: usize) -> Option<(usize, usize)> {
        if let Some(found) = title_at(self.pieces, index) {
            return Some((found.next, found.cut));
        }
        let text = self.pieces.text(index);
        if let Some(len) = self.sent_name(text) {
            return Some((index + 1, len));
        }
        let short = text.chars().take(TITLE_CHARS + 1).count() <= TITLE_CHARS;
        let sound = short && !text.is_empty() && !self.pieces.is_used(index);
        (sound && !text.contains(['。', '；', '：']) && marker_at(text).is_none()).then_some((index + 1, text.len()))
    }

    /// The bytes of a name that the letter gives to what it sends (《…》, 附件：…), where
    /// `text` opens with it: so a paste without line breaks shows its title.
    fn sent_name(&self, text: &str) -> Option<usize> {
        let said = std::iter::once(self.letter_title()).chain(self.sentences());
        let names = said.flat_map(|words| words.split('《').skip(1)).filter_map(|part| part.split('》').next());
        let attached = self.closing.attachments.iter().map(|range| self.pieces.source.slice(*range));
        names.chain(attached).filter(|name| !name.is_empty() && text.starts_with(*name)).map(str::len).max()
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

    /// Whether a page is a plan with items of its own (附件：…实施方案), and not a table or
    /// a form.
    fn plans(&self, title: &str, next: usize) -> bool {
        let page = next..self.pieces.len();
        let mut lines = page.take_while(|index| self.pieces.attachment_label(*index).is_none());
        // Where line ends are lost, the numbers stand within the text.
        let numbered = |text: &str| marker_at(text).is_some() || text.contains("一、");
        if is_plan(title) {
            return lines.any(|index| numbered(self.pieces.text(index)));
        }
        // 考评指标, whatever it is called: several items that a bracket assigns.
        let assigned = |text: &str| marker_at(text).is_some() && assigns(text);
        lines.filter(|index| assigned(self.pieces.text(*index))).take(ASSIGNED).count() == ASSIGNED
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
