//! The letter around the text: letterhead, number, title, addressees,
//! signature, copies, printing, and which parts the rest consists of.

mod addressees;
mod closing;
mod cut;
mod date;
mod head;
mod number;
mod organ;
mod page;
mod parts;
mod pieces;
mod stretch;
mod title;
mod words;

use super::table::Table;
use crate::mention::unit::level_of;
use crate::source::Source;
use crate::span::TextRange;
use jiff::civil::Date;
use pieces::Pieces;

pub use stretch::{Stretch, StretchKind};
pub use words::type_behind_topic;

/// Words as a value: no spaces, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where they stand.
    pub range: TextRange,
    /// The value, in the notice's own characters.
    pub text: String,
}

/// A date and the words that say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateAt {
    /// Where it stands.
    pub range: TextRange,
    /// The day; `None` where it is left blank.
    pub date: Option<Date>,
}

/// What a part of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The text of the notice itself.
    Body,
    /// A document with its own title that the notice forwards: its items are
    /// tasks too.
    Forwarded,
    /// A page behind the notice: a table, a form, a list.
    Annex,
}

/// One part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its own title; of the body, the title of the notice.
    pub title: Option<Phrase>,
    /// Its paragraphs, in order.
    pub paragraphs: Vec<TextRange>,
    /// Its tables, as indexes.
    pub tables: Vec<usize>,
}

/// What a letter says of itself, and the parts that are left. `None` and empty
/// lists are values it does not give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letter {
    /// 发文机关; several joined with 、.
    pub issuer: Option<Phrase>,
    /// 发文字号.
    pub doc_number: Option<Phrase>,
    /// 标题, with the issuer where the title itself names it.
    pub title: Option<Phrase>,
    /// 文种: the last word of the title.
    pub doc_type: Option<&'static str>,
    /// The words that make it a draft: （征求意见稿）.
    pub draft: Option<TextRange>,
    /// The year that a date without a year belongs to.
    pub work_year: Option<i16>,
    /// 主送机关: the list without its colon.
    pub addressees: Option<TextRange>,
    /// 署名; several joined with 、.
    pub signed_by: Option<Phrase>,
    /// 成文日期.
    pub signed_on: Option<DateAt>,
    /// 印发机关.
    pub printed_by: Option<Phrase>,
    /// 印发日期.
    pub printed_on: Option<DateAt>,
    /// 抄送机关: one list each.
    pub copies_to: Vec<TextRange>,
    /// 附件说明: the names of the attachments, without label and number.
    pub attachments: Vec<TextRange>,
    /// Notes and marks that belong to no task: （此件公开发布）, 联系人, 校对.
    pub notes: Vec<TextRange>,
    /// What is left, in order.
    pub parts: Vec<Part>,
    /// Its paragraphs that only send a document along: no tasks.
    pub sending: Vec<TextRange>,
    /// What is not left: the words of the letter itself, in order.
    pub stretches: Vec<Stretch>,
}

impl Letter {
    /// The words of the title; none if it has none.
    pub fn topic<'s>(&self, source: &'s Source) -> &'s str {
        self.title.as_ref().map_or("", |title| source.slice(title.range))
    }

    /// What of the text became no part of the letter and is read by nobody.
    pub fn passed_over(&self, source: &Source) -> Vec<TextRange> {
        parts::passed_over(source, self)
    }
}

/// Reads the letter of a text whose tables are known. A notice that states no
/// year takes its work year from `today_year`.
///
/// ```
/// use notice_analyzer::outline::letter;
/// use notice_analyzer::source::Source;
/// let source = Source::new("青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n要做好防汛。\n青岭县人民政府\n2024年6月1日");
/// let letter = letter::read(&source, &[], None);
/// assert_eq!(letter.issuer.unwrap().text, "青岭县人民政府");
/// assert_eq!(source.slice(letter.addressees.unwrap()), "各镇人民政府");
/// assert_eq!(letter.work_year, Some(2024));
/// ```
pub fn read(source: &Source, tables: &[Table], today_year: Option<i16>) -> Letter {
    let mut pieces = Pieces::new(source, tables);
    let head = head::read(&mut pieces);
    let known: Vec<TextRange> = head.letterhead.iter().chain(&head.title_organs).copied().collect();
    cut::cut(&mut pieces, head.next, &known);
    let closing = closing::read(&mut pieces, &head, &known);
    let parts = parts::read(&mut pieces, &head, &closing);
    let mut letter = Letter { parts, stretches: pieces.used(), ..Letter::default() };
    letter.issuer = issuer(source, &head, &closing);
    let number = head.doc_number.or(head.page.number).or(head.registration);
    letter.doc_number = number.map(|range| phrase(source, range));
    letter.title = head.title.or(head.page.title).map(|range| phrase(source, range));
    letter.sending = letter.title.iter().flat_map(|t| parts::sending(source, &t.text, &letter.parts)).collect();
    letter.title = letter.title.or_else(|| sent_title(&letter.parts));
    if let Some((number, title)) = order(&letter) {
        letter.doc_number = Some(number);
        letter.title = Some(title);
    }
    letter.doc_type =
        letter.title.as_ref().and_then(|title| words::doc_type(&source.slice(title.range).replace('\n', "")));
    letter.signed_by = joined(source, &closing.signers);
    letter.signed_on = closing.signed_on.map(|range| date_at(source, range));
    letter.work_year = work_year(source, &letter).or(today_year);
    letter.draft = head.draft.or_else(|| draft_in_title(source, letter.title.as_ref()?));
    letter.addressees = head.addressees.or(closing.addressees);
    letter.printed_by = joined(source, &closing.printers);
    letter.printed_on = closing.printed_on.map(|range| date_at(source, range));
    letter.copies_to = closing.copies;
    letter.attachments = closing.attachments;
    letter.notes = closing.notes;
    letter
}

/// The letterhead names the issuer, else the title, else the signature; a title may
/// name only the first of them (等三部门), where the signature has them all.
fn issuer(source: &Source, head: &head::Head, closing: &closing::Closing) -> Option<Phrase> {
    let mut from = [&head.letterhead, &head.title_organs, &closing.signers];
    if head.title_organs_open {
        from.swap(1, 2);
    }
    let named = from.into_iter().find_map(|names| joined(source, names));
    // 市人民政府办公厅 in the title, 云溪市人民政府办公厅 below.
    let signed = joined(source, &closing.signers);
    let fuller = signed.filter(|signed| {
        named.as_ref().is_some_and(|named| level_of(&named.text).is_some() && is_longer(&signed.text, &named.text))
    });
    fuller.or(named).or(head.page.issuer.map(|range| phrase(source, range)))
}

/// 青岭市人民政府令 第8号: an order goes by its number, and by the title of the rules that it
/// publishes.
fn order(letter: &Letter) -> Option<(Phrase, Phrase)> {
    let (title, number) = (letter.title.as_ref()?, letter.doc_number.as_ref()?);
    let ordered = title.text.ends_with('令') && number.text.starts_with('第') && title.range.end <= number.range.start;
    let rules = sent_title(&letter.parts).filter(|_| ordered)?;
    let range = TextRange::new(title.range.start, number.range.end);
    Some((Phrase { range, text: format!("{}{}", title.text, number.text) }, rules))
}

/// 云溪市人民政府办公厅 behind 市人民政府办公厅.
fn is_longer(name: &str, short: &str) -> bool {
    name.len() > short.len() && name.ends_with(short)
}

/// A letter pasted without its title goes by the title of what it sends along.
fn sent_title(parts: &[Part]) -> Option<Phrase> {
    let sent = parts.iter().find(|part| part.kind == PartKind::Forwarded)?;
    sent.title.clone().filter(|title| words::doc_type(&title.text).is_some())
}

/// 关于公开征求《…（征求意见稿）: the title ends with the mark of a draft.
fn draft_in_title(source: &Source, title: &Phrase) -> Option<TextRange> {
    let text = source.slice(title.range);
    let open = text.rfind('（').filter(|at| words::draft_mark(&text[*at..]) == Some(text.len() - at))?;
    Some(TextRange::new(title.range.start + open, title.range.end))
}

fn phrase(source: &Source, range: TextRange) -> Phrase {
    Phrase { range, text: source.written(range) }
}

/// Names as one value.
fn joined(source: &Source, names: &[TextRange]) -> Option<Phrase> {
    let range = TextRange::new(names.first()?.start, names.last()?.end);
    let mut text = String::new();
    for name in names.iter().map(|name| source.written(*name)) {
        if !text.is_empty() && !is_own_office(&text, &name) {
            text.push('、');
        }
        text.push_str(&name);
    }
    Some(Phrase { range, text })
}

/// 护理部 behind 青岭县第一人民医院: an office of the house before it, on a line or behind a
/// space of its own.
fn is_own_office(house: &str, name: &str) -> bool {
    const OFFICE_CHARS: usize = 5;
    let houses = ["医院", "大学", "学院", "学校", "中学", "小学", "集团", "公司"];
    let offices = ["部", "处", "科", "室", "办"];
    name.chars().nth(OFFICE_CHARS).is_none()
        && level_of(name).is_none()
        && houses.iter().any(|end| house.ends_with(end))
        && offices.iter().any(|end| name.ends_with(end))
}

fn date_at(source: &Source, range: TextRange) -> DateAt {
    let date = date::whole_date(source.slice(range)).and_then(|written| written.date);
    DateAt { range, date }
}

/// The year in the title, else of the signature, else of the number. A span of
/// years (2024—2026年) names a plan: its first year counts where nothing else says one.
fn work_year(source: &Source, letter: &Letter) -> Option<i16> {
    let signed = letter.signed_on.map(|at| source.slice(at.range));
    let signed = signed.and_then(|at| date::whole_date(at).map_or_else(|| date::year_at(at), |written| written.year));
    let years = letter.title.as_ref().map(|title| date::years_in(source.slice(title.range))).unwrap_or_default();
    let numbered = || letter.doc_number.as_ref().and_then(|number| number::year_of(&number.text));
    match (years, signed) {
        (Some((first, last)), None) if first != last => numbered().or(Some(first)),
        (Some((first, last)), _) if first == last => Some(first),
        (_, Some(year)) => Some(year),
        (_, None) => numbered(),
    }
}

#[cfg(test)]
mod tests;
