//! The head of a letter: all that stands before its text. Every line is told by
//! itself; one that is nothing known belongs to the page around the notice, as
//! long as an element of the head stands below it.

use super::addressees::{addressees_len, is_unmarked_list, label_len};
use super::date::{date_at, whole_date};
use super::number::{is_number, is_registration, number_at, number_within};
use super::organ::{has_year, is_bare, is_organ, organs};
use super::page::Page;
use super::pieces::Pieces;
use super::stretch::StretchKind;
use super::title::{self, may_be_title, title_at};
use super::words::{doc_type, draft_mark, ends_title, is_lead_in, is_page_line, opens_letter, topic_at};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

/// The names of a letterhead are looked for within so many bytes; a bound of
/// cost.
const LETTERHEAD_BYTES: usize = 800;
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
    /// A number under which rules are registered: YYCR—2023—01004.
    pub(super) registration: Option<TextRange>,
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
    let below = Below { until: 0, found: false };
    let mut reader = Reader { pieces, at: 0, head: Head::default(), names: Vec::new(), unknown: Vec::new(), below };
    while reader.step() {}
    reader.finish()
}

struct Reader<'p, 's, 't> {
    pieces: &'p mut Pieces<'s, 't>,
    at: usize,
    head: Head,
    /// Pieces that are names of organs, right before what comes next.
    names: Vec<usize>,
    /// Pieces that are nothing known.
    unknown: Vec<usize>,
    below: Below,
}

/// How far the pieces are looked through, and whether an element stands there
/// or the text begins.
struct Below {
    until: usize,
    found: bool,
}

impl Reader<'_, '_, '_> {
    /// Reads one line or element; whether the head goes on behind it.
    fn step(&mut self) -> bool {
        let text = self.pieces.text(self.at);
        if self.head.addressees.is_some() || self.at >= self.pieces.len() {
            return false;
        }
        if text.is_empty() {
            return self.unknown();
        }
        let element = match self.head.title {
            None => {
                self.letterhead(text)
                    || self.number(text)
                    || self.draft(text)
                    || self.title_with_number(text)
                    || self.title()
            }
            Some(_) => self.number(text) || self.draft(text) || self.date(text) || self.title() || self.signer(text),
        };
        element || self.name(text) || self.addressees(text) || self.page_line(text) || self.unknown()
    }

    /// Takes the next `len` bytes as one piece.
    fn take(&mut self, len: usize, kind: StretchKind) -> TextRange {
        self.pieces.cut(self.at, len);
        self.pieces.mark(self.at, kind);
        self.at += 1;
        self.pieces.range(self.at - 1)
    }

    /// Whether an element of the head stands below, before the text begins.
    fn element_below(&mut self) -> bool {
        if self.pieces.range(self.at).start < self.below.until {
            return self.below.found;
        }
        let mut index = self.at + 1;
        while index < self.pieces.len() && !self.is_element(index) && !self.is_text(index) {
            index += 1;
        }
        let until = if index < self.pieces.len() { self.pieces.range(index).start } else { usize::MAX };
        self.below = Below { until, found: index < self.pieces.len() && self.is_element(index) };
        self.below.found
    }

    fn is_element(&self, index: usize) -> bool {
        let text = self.pieces.text(index);
        !text.is_empty()
            && (number_at(text).is_some() && !text.contains('。')
                || self.addressees_at(index).is_some()
                || self.title_of(index).is_some())
    }

    /// Whether a piece belongs to the text, whatever stands above it.
    fn is_text(&self, index: usize) -> bool {
        let text = self.pieces.text(index);
        text.is_empty() || marker_at(text).is_some() || text.contains('。') || text.ends_with('：') && is_lead_in(text)
    }

    /// 青岭县人民政府文件
    fn letterhead(&mut self, text: &str) -> bool {
        let mut window = text.len().min(LETTERHEAD_BYTES);
        while !text.is_char_boundary(window) {
            window -= 1;
        }
        let Some(name) = text[..window].find(LETTERHEAD) else { return false };
        let rest = &text[name + LETTERHEAD.len()..];
        let range = TextRange::new(self.pieces.range(self.at).start, self.pieces.range(self.at).start + name);
        let organs = if name == 0 { Vec::new() } else { organs(self.pieces.source, range) };
        let named = name == 0 && !self.names.is_empty() || !organs.is_empty();
        let ends = rest.is_empty() || number_at(rest).is_some() || topic_at(rest).is_some_and(|at| at < window);
        if !named || !ends || !self.head.letterhead.is_empty() {
            return false;
        }
        self.take(name + LETTERHEAD.len(), StretchKind::Letterhead);
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
            self.pieces.mark(self.at, StretchKind::Letterhead);
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
            let mut range = self.take(text.len(), StretchKind::Number);
            if bracketed {
                range = TextRange::new(range.start + "（".len(), range.end - "）".len());
            }
            self.note_number(range);
            return true;
        }
        if let Some(len) = number_at(text) {
            let start = self.pieces.range(self.at).start;
            let names = self.name_before_number(text, len);
            let range = self.take(len, StretchKind::Number);
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
        match self.head.title {
            None => self.all_names_are_letterhead(),
            Some(_) => self.names.clear(),
        }
    }

    /// 关于做好工作的通知青政发〔2024〕3号: cuts the number off.
    fn title_with_number(&mut self, text: &str) -> bool {
        let titled = |at: usize| topic_at(&text[..at]).is_some() && ends_title(&text[..at]);
        let number = number_within(text, titled).filter(|(_, end)| *end == text.len());
        if let Some((start, _)) = number {
            self.pieces.cut(self.at, start);
        }
        number.is_some() && self.title()
    }

    fn draft(&mut self, text: &str) -> bool {
        let Some(len) = draft_mark(text) else { return false };
        let range = self.take(len, StretchKind::Draft);
        self.head.draft.get_or_insert(range);
        true
    }

    fn title(&mut self) -> bool {
        let Some(found) = self.title_of(self.at) else { return false };
        let first = self.at;
        let mut range = title::range_of(self.pieces, first, found);
        self.pieces.cut(found.next - 1, found.cut);
        (first..found.next).for_each(|index| self.pieces.mark(index, StretchKind::Title));
        self.at = found.next;
        self.prepend_names(&mut range);
        self.name_organs_of_title(range);
        self.head.title = Some(range);
        true
    }

    /// The title that starts with a piece: the first one, or the one next to the
    /// addressees where a page has it twice.
    fn title_of(&self, index: usize) -> Option<title::Found> {
        let found = title_at(self.pieces, index)?;
        let second = title::range_of(self.pieces, index, found);
        self.head.title.is_none_or(|first| title::outdoes(self.slice(second), self.slice(first))).then_some(found)
    }

    /// Names on the lines right before 关于… belong to the title.
    fn prepend_names(&mut self, range: &mut TextRange) {
        let title = self.slice(*range);
        let open = topic_at(title).is_some_and(|at| at == 0 || is_bare(&title[..at]));
        if open && let Some(first) = self.names.first() {
            range.start = self.pieces.range(*first).start;
            self.names.clear();
        } else if self.head.title.is_none() {
            self.all_names_are_letterhead();
        }
    }

    /// The organs before 关于…, or those whose order or notice it is.
    fn name_organs_of_title(&mut self, title: TextRange) {
        self.head.title_organs.clear();
        let text = self.slice(title);
        let Some(topic) = topic_at(text).or_else(|| order_of(text)) else { return };
        let issuers = &text[..topic];
        let open = issuers.rfind('等').filter(|_| issuers.ends_with("部门") || issuers.ends_with("单位"));
        let range = TextRange::new(title.start, title.start + open.unwrap_or(topic));
        self.head.title_organs = organs(self.pieces.source, range);
        self.head.title_organs_open = open.is_some();
    }

    /// A name, or a row of them, above what else the head holds.
    fn name(&mut self, text: &str) -> bool {
        let range = self.pieces.range(self.at);
        let row = || range.len() < LETTERHEAD_BYTES && !organs(self.pieces.source, range).is_empty();
        let named = is_organ(text) || is_bare(text) && !self.names.is_empty() || row();
        if !named || has_year(text) || !self.element_below() {
            return false;
        }
        self.pieces.mark(self.at, StretchKind::Letterhead);
        self.names.push(self.at);
        self.at += 1;
        true
    }

    fn addressees_at(&self, index: usize) -> Option<usize> {
        let text = self.pieces.text(index);
        let label = label_len(text);
        let titled = self.head.title.is_some() || label > 0;
        addressees_len(&text[label..], titled, self.pieces.text(index + 1)).map(|len| label + len)
    }

    fn addressees(&mut self, text: &str) -> bool {
        let Some(len) = self.addressees_at(self.at) else {
            return self.head.title.is_some() && self.unmarked_addressees(text);
        };
        let range = self.take(len + "：".len(), StretchKind::Addressees);
        self.head.addressees = Some(TextRange::new(range.start + label_len(text), range.end - "：".len()));
        true
    }

    /// A list that lacks its colon ends with its line, even where the next line
    /// was taken for the rest of it.
    fn unmarked_addressees(&mut self, text: &str) -> bool {
        let start = self.pieces.range(self.at).start;
        let window = text.char_indices().take(ADDRESSEE_CHARS);
        let ends = window.map(|(at, _)| at).filter(|at| self.pieces.source.gap_before(start + at));
        let last = ends.chain([text.len()]).filter(|end| is_unmarked_list(&text[..*end])).last();
        self.head.addressees = last.map(|len| self.take(len, StretchKind::Addressees));
        last.is_some()
    }

    fn date(&mut self, text: &str) -> bool {
        if whole_date(text).is_none() {
            return self.date_with_number(text);
        }
        let range = self.take(text.len(), StretchKind::Date);
        self.head.date.get_or_insert(range);
        true
    }

    /// （2024年2月18日青政发〔2024〕3号）, （2024年2月18日青岭县人民政府青政发〔2024〕3号文发布）
    fn date_with_number(&mut self, text: &str) -> bool {
        let Some(inner) = text.strip_prefix('（').and_then(|t| t.strip_suffix('）')) else { return false };
        let Some(number) = inner.find(|c: char| !c.is_ascii_digit() && !"年月日".contains(c)) else { return false };
        let said = ["发布", "印发", "公布"].iter().find_map(|verb| inner.strip_suffix(verb)).unwrap_or(inner);
        let said = &said[number..].trim_end_matches('文');
        let named = number_within(said, |at| at > 0 && is_organ(&said[..at])).filter(|(_, end)| *end == said.len());
        let Some(at) = named.map(|(at, _)| at).or_else(|| is_number(said).then_some(0)) else { return false };
        if date_at(inner).is_none() {
            return false;
        }
        let range = self.take(text.len(), StretchKind::Number);
        let start = range.start + "（".len() + number;
        self.note_number(TextRange::new(start + at, start + said.len()));
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
        self.pieces.mark(self.at, StretchKind::Signature);
        self.at += 1;
        true
    }

    fn page_line(&mut self, text: &str) -> bool {
        let known = is_page_line(text);
        if known {
            self.skip(StretchKind::Page);
        }
        known
    }

    /// A line, or a table, that is nothing known belongs to the page.
    fn unknown(&mut self) -> bool {
        let within = self.element_below();
        if within {
            self.unknown.push(self.at);
            self.skip(StretchKind::Unknown);
        }
        within
    }

    fn skip(&mut self, kind: StretchKind) {
        self.head.page.note(self.pieces, self.at);
        self.form_number();
        if is_registration(self.pieces.text(self.at)) {
            self.head.registration.get_or_insert(self.pieces.range(self.at));
        }
        self.names.clear();
        self.pieces.mark(self.at, kind);
        self.at += 1;
    }

    /// 等级：特急　青政办电〔2024〕3号, 发文日期：2024-03-02 文号：青教〔2024〕3号: forms set the number
    /// behind other things.
    fn form_number(&mut self) {
        let (text, start) = (self.pieces.text(self.at), self.pieces.range(self.at).start);
        let source = self.pieces.source;
        let spaced = |at: usize| at == 0 || text[..at].ends_with('：') || source.gap_before(start + at);
        if text.len() < LETTERHEAD_BYTES
            && let Some((from, to)) = number_within(text, spaced)
        {
            self.note_number(TextRange::new(start + from, start + to));
        }
    }

    /// A title of no known form: above the addressees the longest line that can
    /// be one, else the line that the opening of a letter follows.
    fn plain_title(&mut self) {
        let fits = |index: &usize| may_be_title(self.pieces, *index);
        let found = match self.head.addressees {
            Some(_) => self.unknown.iter().copied().filter(fits).max_by_key(|index| self.pieces.range(*index).len()),
            None => Some(self.at).filter(fits).filter(|index| {
                self.pieces.text(*index).starts_with('《') || opens_letter(self.pieces.text(index + 1))
            }),
        };
        let Some(index) = found else { return };
        self.head.title = Some(self.pieces.range(index));
        self.pieces.mark(index, StretchKind::Title);
        self.at = self.at.max(index + 1);
    }

    fn slice(&self, range: TextRange) -> &str {
        self.pieces.source.slice(range)
    }

    fn finish(mut self) -> Head {
        if self.head.title.is_none() {
            self.plain_title();
        }
        if self.head.signers.is_empty() && self.head.title.is_some() {
            let names = self.names.iter().flat_map(|index| organs(self.pieces.source, self.pieces.range(*index)));
            self.head.signers = names.collect();
        }
        self.head.next = self.at;
        if self.head.title.is_none() && self.head.addressees.is_none() {
            self.head.next = self.names.first().copied().unwrap_or(self.at).min(self.at);
        }
        self.head
    }
}

/// The bytes of the name in 青岭县人民政府令, 青岭县水利局公告: a title that says nothing else.
fn order_of(title: &str) -> Option<usize> {
    let kind = doc_type(title)?;
    let name = title.strip_suffix(kind)?;
    is_organ(name).then_some(name.len())
}
