//! The head of a letter: all that stands before its text.

use super::addressees::{addressees_len, is_unmarked_list, label_len};
use super::date::{date_at, whole_date};
use super::number::{is_number, number_at, number_within};
use super::organ::{has_year, is_bare, is_organ, organs};
use super::page::Page;
use super::pieces::Pieces;
use super::title::{self, title_at};
use super::words::{draft_mark, is_page_line, topic_at};
use crate::span::TextRange;

/// How many lines of a web page may stand before the title.
const PAGE_LINES: usize = 25;
/// The name in a letterhead has at most this many characters.
const LETTERHEAD_CHARS: usize = 60;
/// A list of addressees without a colon has at most this many characters.
const ADDRESSEE_CHARS: usize = 200;
/// What a letterhead says behind the name.
const LETTERHEAD: &str = "文件";

/// What the head says.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The organs of the letterhead.
    pub(super) letterhead: Vec<TextRange>,
    pub(super) doc_number: Option<TextRange>,
    pub(super) title: Option<TextRange>,
    /// The organs that the title names.
    pub(super) title_organs: Vec<TextRange>,
    /// Whether the title names only the first of them: 等三部门.
    pub(super) title_organs_open: bool,
    pub(super) draft: Option<TextRange>,
    pub(super) addressees: Option<TextRange>,
    /// Organs under the title, as plans have them.
    pub(super) signers: Vec<TextRange>,
    /// A date under the title.
    pub(super) date: Option<TextRange>,
    /// What a page around the notice says of it, for values it lacks itself.
    pub(super) page: Page,
    /// The piece that the text starts with.
    pub(super) next: usize,
}

/// Reads the head, cutting the lines that run its elements together.
pub(super) fn read(pieces: &mut Pieces) -> Head {
    let mut reader = Reader { pieces, at: 0, head: Head::default(), names: Vec::new() };
    while reader.step() {}
    reader.finish()
}

struct Reader<'p, 's, 't> {
    pieces: &'p mut Pieces<'s, 't>,
    at: usize,
    head: Head,
    /// Pieces that are names of organs, before the title.
    names: Vec<usize>,
}

impl Reader<'_, '_, '_> {
    /// Reads one element; whether there was one.
    fn step(&mut self) -> bool {
        let text = self.pieces.text(self.at);
        if text.is_empty() {
            return false;
        }
        if self.head.title.is_none() {
            self.letterhead(text)
                || self.number(text)
                || self.draft(text)
                || self.title()
                || self.name(text)
                || self.addressees(text, true)
                || self.page_line(text)
        } else {
            self.number(text)
                || self.draft(text)
                || self.date(text)
                || is_page_line(text) && self.page_line(text)
                || self.addressees(text, false)
                || self.signer(text)
        }
    }

    /// Takes the next `len` bytes as one piece.
    fn take(&mut self, len: usize) -> TextRange {
        self.pieces.cut(self.at, len);
        self.at += 1;
        self.pieces.range(self.at - 1)
    }

    /// 青岭县人民政府文件
    fn letterhead(&mut self, text: &str) -> bool {
        let window = text.char_indices().nth(LETTERHEAD_CHARS).map_or(text.len(), |(at, _)| at);
        let Some(name) = text[..window].find(LETTERHEAD) else { return false };
        let rest = &text[name + LETTERHEAD.len()..];
        let range = TextRange::new(self.pieces.range(self.at).start, self.pieces.range(self.at).start + name);
        let organs = if name == 0 { Vec::new() } else { organs(self.pieces.source, range) };
        let named = name == 0 && !self.names.is_empty() || !organs.is_empty();
        let ends = rest.is_empty() || number_at(rest).is_some() || topic_at(rest).is_some_and(|at| at < window);
        if !named || !ends || !self.head.letterhead.is_empty() {
            return false;
        }
        self.take(name + LETTERHEAD.len());
        self.all_names_are_letterhead();
        self.head.letterhead.extend(organs);
        self.more_letterhead();
        true
    }

    fn all_names_are_letterhead(&mut self) {
        for index in std::mem::take(&mut self.names) {
            self.head.letterhead.extend(organs(self.pieces.source, self.pieces.range(index)));
        }
    }

    /// Joint letterheads set 文件 beside the first or the middle name.
    fn more_letterhead(&mut self) {
        while is_organ(self.pieces.text(self.at)) {
            let names = organs(self.pieces.source, self.pieces.range(self.at));
            let known = |name: &TextRange| self.head.letterhead.iter().any(|l| self.slice(*l) == self.slice(*name));
            if names.is_empty() || names.iter().any(known) || !self.number_follows() {
                return;
            }
            self.at += 1;
            self.head.letterhead.extend(names);
        }
    }

    /// Whether a number stands behind a row of names.
    fn number_follows(&self) -> bool {
        let mut index = self.at;
        while is_organ(self.pieces.text(index)) {
            index += 1;
        }
        number_at(self.pieces.text(index)).is_some()
    }

    fn number(&mut self, text: &str) -> bool {
        if is_number(text) {
            let bracketed = text.starts_with('（') && text.ends_with("号）");
            let mut range = self.take(text.len());
            if bracketed {
                range = TextRange::new(range.start + "（".len(), range.end - "）".len());
            }
            self.note_number(range);
            return true;
        }
        if let Some(len) = number_at(text) {
            let start = self.pieces.range(self.at).start;
            let names = self.name_before_number(text, len);
            let range = self.take(len);
            self.note_number(TextRange::new(start + names, range.end));
            return true;
        }
        false
    }

    /// Bytes of a letterhead that runs into the number: its end shows by a
    /// space or by the ending of a name.
    fn name_before_number(&mut self, text: &str, len: usize) -> usize {
        let start = self.pieces.range(self.at).start;
        let source = self.pieces.source;
        let boundary = |at: usize| at > 0 && source.gap_before(start + at) && is_organ(&text[..at]);
        let Some((at, _)) = number_within(&text[..len], boundary) else { return 0 };
        self.head.letterhead.extend(organs(source, TextRange::new(start, start + at)));
        at
    }

    fn note_number(&mut self, range: TextRange) {
        if self.head.doc_number.is_none() {
            self.head.doc_number = Some(range);
        }
        if self.head.title.is_none() {
            self.all_names_are_letterhead();
        }
    }

    fn draft(&mut self, text: &str) -> bool {
        let Some(len) = draft_mark(text) else { return false };
        let range = self.take(len);
        self.head.draft.get_or_insert(range);
        true
    }

    fn title(&mut self) -> bool {
        let Some(found) = title_at(self.pieces, self.at) else { return false };
        let first = self.at;
        let mut range = title::range_of(self.pieces, first, found);
        self.pieces.cut(found.next - 1, found.cut);
        self.at = found.next;
        self.prepend_names(&mut range);
        self.name_organs_of_title(range);
        self.head.title = Some(range);
        true
    }

    /// Names on the lines right before 关于… belong to the title.
    fn prepend_names(&mut self, range: &mut TextRange) {
        let title = self.slice(*range);
        let open = topic_at(title).is_some_and(|at| at == 0 || is_bare(&title[..at]));
        if open && let Some(first) = self.names.first() {
            range.start = self.pieces.range(*first).start;
        } else {
            self.all_names_are_letterhead();
        }
    }

    fn name_organs_of_title(&mut self, title: TextRange) {
        let text = self.slice(title);
        let Some(topic) = topic_at(text) else { return };
        let issuers = &text[..topic];
        let open = issuers.rfind('等').filter(|_| issuers.ends_with("部门") || issuers.ends_with("单位"));
        let range = TextRange::new(title.start, title.start + open.unwrap_or(topic));
        self.head.title_organs = organs(self.pieces.source, range);
        self.head.title_organs_open = open.is_some();
    }

    fn name(&mut self, text: &str) -> bool {
        let named = is_organ(text) || is_bare(text) && !self.names.is_empty() || self.is_row_of_names();
        if named && !has_year(text) && self.leads_to_title() {
            self.names.push(self.at);
            self.at += 1;
            return true;
        }
        false
    }

    fn is_row_of_names(&self) -> bool {
        let range = self.pieces.range(self.at);
        range.len() < 4 * LETTERHEAD_CHARS && !organs(self.pieces.source, range).is_empty()
    }

    /// Whether a title or a number stands on one of the next lines.
    fn leads_to_title(&self) -> bool {
        (self.at + 1..self.at + PAGE_LINES)
            .take_while(|index| !self.pieces.text(*index).contains('。'))
            .any(|index| number_at(self.pieces.text(index)).is_some() || title_at(self.pieces, index).is_some())
    }

    fn addressees(&mut self, text: &str, strict: bool) -> bool {
        let label = label_len(text);
        let Some(len) = addressees_len(&text[label..], strict) else {
            return !strict && self.unmarked_addressees(text);
        };
        let range = self.take(label + len + "：".len());
        self.head.addressees = Some(TextRange::new(range.start + label, range.end - "：".len()));
        self.head.next = self.at;
        false
    }

    /// A list that lacks its colon ends with its line, even where the next line
    /// was taken for the rest of it.
    fn unmarked_addressees(&mut self, text: &str) -> bool {
        let start = self.pieces.range(self.at).start;
        let window = text.char_indices().take(ADDRESSEE_CHARS);
        let ends = window.map(|(at, _)| at).filter(|at| self.pieces.source.gap_before(start + at));
        let last = ends.chain([text.len()]).filter(|end| is_unmarked_list(&text[..*end])).last();
        if let Some(len) = last {
            self.head.addressees = Some(self.take(len));
        }
        false
    }

    fn date(&mut self, text: &str) -> bool {
        if whole_date(text).is_none() {
            return self.date_with_number(text);
        }
        let range = self.take(text.len());
        self.head.date.get_or_insert(range);
        true
    }

    /// （2024年2月18日青政发〔2024〕3号）
    fn date_with_number(&mut self, text: &str) -> bool {
        let Some(inner) = text.strip_prefix('（').and_then(|t| t.strip_suffix('）')) else { return false };
        let Some(number) = inner.find(|c: char| !c.is_ascii_digit() && !"年月日".contains(c)) else { return false };
        if !is_number(&inner[number..]) || date_at(inner).is_none() {
            return false;
        }
        let range = self.take(text.len());
        let end = range.end - "）".len();
        self.note_number(TextRange::new(end - (inner.len() - number), end));
        self.head.date.get_or_insert(TextRange::new(range.start + "（".len(), range.start + "（".len() + number));
        true
    }

    /// An organ and a date under the title of a plan.
    fn signer(&mut self, text: &str) -> bool {
        let dated = whole_date(self.pieces.text(self.at + 1)).is_some();
        if !is_organ(text) || !dated || self.head.date.is_some() {
            return false;
        }
        self.head.signers = organs(self.pieces.source, self.pieces.range(self.at));
        self.at += 1;
        true
    }

    fn page_line(&mut self, text: &str) -> bool {
        let short = !text.contains('。') && text.chars().count() <= LETTERHEAD_CHARS;
        if is_page_line(text) || short && self.at < PAGE_LINES && self.leads_to_title() {
            self.head.page.note(self.pieces, self.at);
            self.form_number(text);
            self.at += 1;
            return true;
        }
        false
    }

    /// 等级：特急　青政办电〔2024〕3号: forms set the number behind other things.
    fn form_number(&mut self, text: &str) {
        let start = self.pieces.range(self.at).start;
        let source = self.pieces.source;
        let spaced = |at: usize| at == 0 || source.gap_before(start + at);
        if text.len() < 4 * LETTERHEAD_CHARS
            && let Some((from, to)) = number_within(text, spaced)
        {
            self.note_number(TextRange::new(start + from, start + to));
        }
    }

    fn slice(&self, range: TextRange) -> &str {
        self.pieces.source.slice(range)
    }

    fn finish(mut self) -> Head {
        self.head.next = self.at;
        if self.head.title.is_none() {
            self.head.next = self.names.first().copied().unwrap_or(self.at).min(self.at);
            if self.head.addressees.is_some() {
                self.head.next = self.at;
            }
        }
        self.head
    }
}
