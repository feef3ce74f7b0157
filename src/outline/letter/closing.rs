//! The closing of a letter: signature, date, attachments, notes, copies,
//! printing.

use super::addressees::{addressees_len, is_list, label_len};
use super::date::{date_at, is_month, whole_date};
use super::head::Head;
use super::organ::{is_cut_short, organs};
use super::pieces::Pieces;
use super::stretch::StretchKind;
use super::title::title_at;
use super::words::{AttachmentLabel, copy_label, is_note};
use crate::lexicon::list::{LETTER, WordList};
use crate::lexicon::marker::{Style, marker_at};
use crate::lexicon::numeral::is_year_char;
use crate::span::TextRange;

/// Names stand on at most this many lines above a date.
const NAME_LINES: usize = 12;
/// The name of an attachment has at most this many characters.
const ATTACHMENT_CHARS: usize = 80;
/// A signature that ends like no known unit has at most this many characters.
const SIGNER_CHARS: usize = 40;
static PARTING_WORDS: WordList = WordList::of(LETTER, "parting words");
static PRINTED: WordList = WordList::of(LETTER, "printed");

/// What the closing says.
#[derive(Debug, Default)]
pub(super) struct Closing {
    pub(super) signers: Vec<TextRange>,
    pub(super) signed_on: Option<TextRange>,
    /// The piece behind the signature; `None` without one.
    pub(super) signed_at: Option<usize>,
    pub(super) printers: Vec<TextRange>,
    pub(super) printed_on: Option<TextRange>,
    pub(super) copies: Vec<TextRange>,
    /// Addressees named at the end.
    pub(super) addressees: Option<TextRange>,
    pub(super) attachments: Vec<TextRange>,
    pub(super) notes: Vec<TextRange>,
}

/// Reads the closing behind the head. `known` are the organs the head names.
pub(super) fn read(pieces: &mut Pieces, head: &Head, known: &[TextRange]) -> Closing {
    let mut reader = Reader { pieces, first: head.next, known, closing: Closing::default() };
    reader.mark_notes();
    reader.sign();
    if reader.closing.signed_on.is_none() {
        let source = reader.pieces.source;
        let stated = head.page.date.filter(|range| whole_date(source.slice(*range)).is_some());
        reader.closing.signed_on = head.date.or(stated);
        if reader.closing.signers.is_empty() {
            reader.closing.signers.clone_from(&head.signers);
        }
    }
    reader.list_attachments();
    reader.closing
}

/// Names and a date, and the pieces that hold them.
struct Signature {
    first: usize,
    last: usize,
    names: Vec<TextRange>,
    date: TextRange,
}

struct Reader<'p, 's, 't> {
    pieces: &'p mut Pieces<'s, 't>,
    first: usize,
    known: &'p [TextRange],
    closing: Closing,
}

impl Reader<'_, '_, '_> {
    /// Finds copies, printing and notes, wherever they stand.
    fn mark_notes(&mut self) {
        let mut index = self.first;
        while index < self.pieces.len() {
            let text = self.pieces.text(index);
            if let Some(label) = copy_label(text) {
                index = self.copies(index, label);
                continue;
            }
            if label_len(text) > 0 && addressees_len(text, true, "").is_none() {
                self.late_addressees(index);
            } else if !self.printing(index) && is_note(text) {
                self.closing.notes.push(self.pieces.range(index));
                self.pieces.mark(index, StretchKind::Note);
            }
            index += 1;
        }
        self.mark_page_end();
    }

    /// 回到, 顶部: scraps of a page on the last lines, behind a line that a page adds.
    fn mark_page_end(&mut self) {
        const SCRAP_CHARS: usize = 4;
        let scrap = |text: &str| (1..=SCRAP_CHARS).contains(&text.chars().take(SCRAP_CHARS + 1).count());
        let last = (self.first..self.pieces.len()).rev().find(|index| !scrap(self.pieces.text(*index)));
        let Some(last) = last.filter(|last| self.pieces.is_used(*last) && is_note(self.pieces.text(*last))) else {
            return;
        };
        (last + 1..self.pieces.len()).for_each(|index| self.pieces.mark(index, StretchKind::Note));
    }

    /// 抄送：…。 and the lists on the lines after it.
    fn copies(&mut self, index: usize, label: usize) -> usize {
        let range = self.pieces.range(index);
        self.sentences(TextRange::new(range.start + label, range.end));
        self.pieces.mark(index, StretchKind::Copies);
        let mut next = index + 1;
        while self.goes_on_with_copies(next) {
            self.sentences(self.pieces.range(next));
            self.pieces.mark(next, StretchKind::Copies);
            next += 1;
        }
        next
    }

    fn goes_on_with_copies(&self, index: usize) -> bool {
        let text = self.pieces.text(index);
        text.strip_suffix('。').is_some_and(is_list)
    }

    fn sentences(&mut self, range: TextRange) {
        let text = self.pieces.source.slice(range);
        let mut start = 0;
        for sentence in text.split_inclusive(['。', '；']) {
            let body = sentence.trim_end_matches(['。', '；']);
            if !body.is_empty() {
                self.closing.copies.push(TextRange::new(range.start + start, range.start + start + body.len()));
            }
            start += sentence.len();
        }
    }

    /// 主送：… below the text.
    fn late_addressees(&mut self, index: usize) {
        let range = self.pieces.range(index);
        let text = self.pieces.text(index);
        let end = range.end - (text.len() - text.trim_end_matches('。').len());
        self.closing.addressees = Some(TextRange::new(range.start + label_len(text), end));
        self.pieces.mark(index, StretchKind::Addressees);
    }

    /// 青岭县人民政府办公室2024年2月29日印发, also on two lines.
    fn printing(&mut self, index: usize) -> bool {
        let text = self.pieces.text(index);
        let Some(dated) = PRINTED.before(text) else { return false };
        let Some(date) = dated_end(dated) else { return false };
        let range = self.pieces.range(index);
        let names = organs(self.pieces.source, TextRange::new(range.start, range.start + date));
        if date > 0 && names.is_empty() {
            return false;
        }
        self.closing.printed_on = Some(TextRange::new(range.start + date, range.start + dated.len()));
        self.pieces.mark(index, StretchKind::Printing);
        self.closing.printers = names;
        if date == 0 && index > self.first {
            self.closing.printers = organs(self.pieces.source, self.pieces.range(index - 1));
            if !self.closing.printers.is_empty() {
                self.pieces.mark(index - 1, StretchKind::Printing);
            }
        }
        true
    }

    /// Finds the signature: names and a date.
    fn sign(&mut self) {
        let signed = (self.first..self.pieces.len()).find_map(|index| self.signature(index));
        let Some(Signature { first, last, names, date }) = signed else { return self.sign_without_date() };
        self.closing.signers = names;
        self.closing.signed_on = Some(date);
        self.closing.signed_at = Some(last + 1);
        (first..=last).for_each(|index| self.pieces.mark(index, StretchKind::Signature));
        self.pass_signatures(last + 1);
    }

    /// What a document that is sent along is signed with, at its end.
    fn pass_signatures(&mut self, from: usize) {
        for index in from..self.pieces.len() {
            let Some(Signature { first, last, date, .. }) = self.signature(index).filter(|_| self.closes(index + 1))
            else {
                continue;
            };
            let named = organs(self.pieces.source, TextRange::new(self.pieces.range(first).start, date.start));
            if !named.is_empty() {
                (first.max(from)..=last).for_each(|index| self.pieces.mark(index, StretchKind::Signature));
            }
        }
    }

    /// The signature whose date piece `last` ends with.
    fn signature(&self, last: usize) -> Option<Signature> {
        if self.pieces.is_used(last) {
            return None;
        }
        let range = self.pieces.range(last);
        let date = dated_end(self.pieces.text(last))?;
        let closes = self.closes(last + 1) || title_at(self.pieces, last + 1).is_some();
        if !closes && is_month(self.pieces.text(last)) {
            return None;
        }
        let beside = TextRange::new(range.start, range.start + date);
        let mut names = self.names(beside);
        let mut first = last;
        if date == 0 || !names.is_empty() {
            first = self.add_names_above(last, &mut names);
        }
        if names.is_empty() {
            let alone = date == 0;
            if alone && last > self.first {
                first = last - 1;
            }
            let unknown = if alone { self.pieces.range(first) } else { beside };
            let signs = (!alone || first < last) && may_sign(self.pieces.source.slice(unknown));
            match (closes, signs) {
                (true, true) => names.push(unknown),
                (true, false) if alone => first = last,
                _ => return None,
            }
        }
        Some(Signature { first, last, names, date: TextRange::new(range.start + date, range.end) })
    }

    /// Adds the names on the lines above piece `last`; the first of these lines.
    fn add_names_above(&self, last: usize, names: &mut Vec<TextRange>) -> usize {
        let mut first = last;
        while first > self.first && last - first < NAME_LINES && !self.pieces.is_used(first - 1) {
            let above = self.names(self.pieces.range(first - 1));
            // （县住房城乡建设局代章）: whose seal it is, below who signs.
            let sealed = || self.pieces.text(first - 1).ends_with("代章）") && first - 1 > self.first;
            if above.is_empty() && !sealed() {
                break;
            }
            first -= 1;
            names.splice(0..0, above);
        }
        let end = names.last().map_or(0, |name| name.end);
        let start = self.pieces.range(first).start;
        // A name may go on behind a line end.
        let whole = if first < last { organs(self.pieces.source, TextRange::new(start, end)) } else { Vec::new() };
        if !whole.is_empty() {
            *names = whole;
        }
        first
    }

    /// The names that sign in `range`: organs, or one that the head names, cut
    /// short.
    fn names(&self, range: TextRange) -> Vec<TextRange> {
        let names = organs(self.pieces.source, range);
        let short = names.is_empty() && is_cut_short(self.pieces.source, range, self.known);
        if short { vec![range] } else { names }
    }

    /// Names alone on the last lines of the text.
    fn sign_without_date(&mut self) {
        let last = (self.first + 1..self.pieces.len()).find(|&index| {
            let text = self.pieces.text(index);
            !self.pieces.is_used(index) && !text.is_empty() && marker_at(text).is_none() && self.closes(index + 1)
        });
        let Some(index) = last else { return };
        let mut names = organs(self.pieces.source, self.pieces.range(index));
        if !names.is_empty() {
            let first = self.add_names_above(index, &mut names);
            self.closing.signers = names;
            self.closing.signed_at = Some(index + 1);
            (first..=index).for_each(|index| self.pieces.mark(index, StretchKind::Signature));
        }
    }

    /// Whether the text of the letter is over before piece `index`.
    fn closes(&self, index: usize) -> bool {
        index >= self.pieces.len() || self.pieces.is_used(index) || self.pieces.attachment_label(index).is_some()
    }

    /// 附件：1.… 2.…: names of attachments, not the pages themselves.
    fn list_attachments(&mut self) {
        let mut index = self.first;
        while index < self.pieces.len() {
            index = match self.pieces.attachment_label(index) {
                Some(label) if !self.pieces.is_used(index) => self.attachment_list(index, label),
                _ => index + 1,
            };
        }
    }

    /// Takes the list that opens at `index`, if it is one; the piece behind.
    fn attachment_list(&mut self, index: usize, label: AttachmentLabel) -> usize {
        let name = &self.pieces.text(index)[label.name..];
        let named = !name.is_empty();
        if !label.colon && !named || !is_attachment(name) {
            return index + 1;
        }
        let mut next = index + 1;
        while self.is_listed(next) {
            next += 1;
        }
        if next == index + 1 && !named && self.is_name(next) {
            next += 1;
        }
        if !self.closes(next) {
            return index + 1;
        }
        let range = self.pieces.range(index);
        self.name_attachment(TextRange::new(range.start + label.name, range.end));
        for listed in index + 1..next {
            self.name_attachment(self.pieces.range(listed));
        }
        (index..next).for_each(|index| self.pieces.mark(index, StretchKind::Attachment));
        next
    }

    fn is_listed(&self, index: usize) -> bool {
        let text = self.pieces.text(index);
        let numbered = marker_at(text).is_some_and(|m| m.style == Style::Arabic && m.ordinal > 0);
        numbered && self.is_name(index)
    }

    fn is_name(&self, index: usize) -> bool {
        let text = self.pieces.text(index);
        !text.is_empty()
            && !self.pieces.is_used(index)
            && self.pieces.attachment_label(index).is_none()
            && is_attachment(text)
    }

    fn name_attachment(&mut self, range: TextRange) {
        let text = self.pieces.source.slice(range);
        let number = marker_at(text).map_or(0, |m| m.len);
        if number < text.len() {
            self.closing.attachments.push(TextRange::new(range.start + number, range.end));
        }
    }
}

/// Whether words may name attachments, and are no page with its text.
fn is_attachment(words: &str) -> bool {
    words.chars().take(ATTACHMENT_CHARS + 1).count() <= ATTACHMENT_CHARS && !words.contains(['。', '；'])
}

/// Whether a line right above the date that ends a text can be a name, though
/// it ends like none.
fn may_sign(text: &str) -> bool {
    let chars = text.chars().count();
    (3..=SIGNER_CHARS).contains(&chars)
        && text.chars().all(|c| c.is_alphabetic())
        && marker_at(text).is_none()
        && !PARTING_WORDS.opens(text)
}

/// Where the date starts that `text` ends with, if nothing but a name can
/// stand before it.
fn dated_end(text: &str) -> Option<usize> {
    let longest = 400;
    if text.len() > longest {
        return None;
    }
    if whole_date(text).is_some() || is_month(text) {
        return Some(0);
    }
    let year = text.rfind('年')?;
    let head = text[..year].trim_end_matches(is_year_char);
    let date = date_at(&text[head.len()..])?;
    (head.len() + date.len == text.len() && date.year.is_some()).then_some(head.len())
}
