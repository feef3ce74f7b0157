//! The words that tell the parts of a letter apart.

use crate::lexicon::letter::is_han;
use crate::lexicon::list::{LETTER, WordList};
use crate::lexicon::numeral::leading_number;
use crate::lexicon::page::{self, PageLabel};

static DOC_TYPES: WordList = WordList::of(LETTER, "doc types");
static WHOLE_TYPES: WordList = WordList::of(LETTER, "whole types");
static LIST_WORDS: WordList = WordList::of(LETTER, "list words");
static DRAFT_WORDS: WordList = WordList::of(LETTER, "draft words");
static TITLE_BRACKETS: WordList = WordList::of(LETTER, "title brackets");
static TOPIC_WORDS: WordList = WordList::of(LETTER, "topic words");
static URGENCY: WordList = WordList::of(LETTER, "urgency");
static NOTES: WordList = WordList::of(LETTER, "notes");
static COPY_LABELS: WordList = WordList::of(LETTER, "copy labels");
static ATTACHMENT_LABELS: WordList = WordList::of(LETTER, "attachment labels");
/// The name of an attachment behind 附件1 has at most this many characters.
const ATTACHMENT_CHARS: usize = 50;
static SENTENCE_TAILS: WordList = WordList::of(LETTER, "sentence tails");
static LEAD_INS: WordList = WordList::of(LETTER, "lead ins");
static LETTER_OPENERS: WordList = WordList::of(LETTER, "letter openers");
static CLAUSE_WORDS: WordList = WordList::of(LETTER, "clause words");

/// The sort of document that a title names, without what is in brackets
/// behind it.
pub(super) fn doc_type(title: &str) -> Option<&'static str> {
    let core = without_brackets(title);
    DOC_TYPES.closing(core).chain(WHOLE_TYPES.closing(core)).max_by_key(|word| word.len())
}

/// 倡导书 of 关于…的倡导书: what is of a topic, though no list knows its sort.
///
/// ```
/// use notice_analyzer::outline::letter::type_behind_topic;
/// assert_eq!(type_behind_topic("关于节约用水的倡导书（试行）"), Some("倡导书"));
/// assert_eq!(type_behind_topic("关于节约用水的几点思考"), None);
/// ```
pub fn type_behind_topic(title: &str) -> Option<&str> {
    const KIND_CHARS: std::ops::RangeInclusive<usize> = 2..=3;
    let core = without_brackets(title);
    let topic = &core[topic_at(core)?..];
    let (_, kind) = topic.rsplit_once('的')?;
    (KIND_CHARS.contains(&kind.chars().count()) && kind.chars().all(is_han)).then_some(kind)
}

/// Whether `text` ends as titles end.
pub(super) fn ends_title(text: &str) -> bool {
    DOC_TYPES.closes(text) || LIST_WORDS.closes(text)
}

/// Where the topic of a title starts, outside of quotes: the bytes before it
/// name the issuer.
pub(super) fn topic_at(title: &str) -> Option<usize> {
    let mut depth = 0;
    title.char_indices().map(|(at, _)| at).find(|at| {
        let rest = &title[*at..];
        depth += quotes_opened(rest);
        depth == 0 && TOPIC_WORDS.opens(rest)
    })
}

/// What the character that `text` opens with adds to the quotes that are open.
pub(super) fn quotes_opened(text: &str) -> i32 {
    match text.chars().next() {
        Some('《' | '〈' | '“') => 1,
        Some('》' | '〉' | '”') => -1,
        _ => 0,
    }
}

/// The bytes of the mark of a draft that `text` opens with: （征求意见稿）, or
/// 征求意见稿 as a whole line.
pub(super) fn draft_mark(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('（').and_then(|t| t.split_once('）')).map(|(inner, _)| inner);
    let named = |text: &str| text.chars().count() <= 20 && DRAFT_WORDS.iter().any(|word| text.contains(word));
    match inner {
        Some(inner) => named(inner).then_some("（".len() + inner.len() + "）".len()),
        None => DRAFT_WORDS.iter().any(|word| text.ends_with(word) && text.chars().count() <= 9).then_some(text.len()),
    }
}

/// The bytes of brackets that belong to the title before them.
pub(super) fn title_bracket(text: &str) -> Option<usize> {
    let (inner, _) = text.strip_prefix('（')?.split_once('）')?;
    // （第1号）.
    let numbered = inner.starts_with('第') && inner.ends_with(['号', '批', '期', '版']);
    let belongs = inner.chars().count() <= 20 && (numbered || TITLE_BRACKETS.closes(inner));
    belongs.then_some("（".len() + inner.len() + "）".len())
}

/// Whether a line opens what a letter has to say: 为做好…，现就…通知如下.
pub(super) fn opens_letter(text: &str) -> bool {
    let clause = text.contains(['，', '。', '；']) || text.ends_with('：') && is_lead_in(text);
    clause && LETTER_OPENERS.opens(text)
}

/// Whether the line is one that a web page or an office form adds.
pub(super) fn is_page_line(text: &str) -> bool {
    let urgent = URGENCY.iter().any(|word| text.starts_with(word) && text.chars().count() <= word.chars().count() + 4);
    let copy_number = (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    urgent || copy_number || page::is_page_line(text)
}

/// Whether the line is a note behind the text.
pub(super) fn is_note(text: &str) -> bool {
    let page = || page::is_page_line(text) && page::page_label(text).is_none_or(|(label, _)| label == PageLabel::Other);
    NOTES.opens(text) || page()
}

/// The bytes of the label that opens a list of those who get a copy.
pub(super) fn copy_label(text: &str) -> Option<usize> {
    COPY_LABELS.opening(text).next().map(str::len)
}

/// A label that opens the name of an attachment, or its first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AttachmentLabel {
    /// Where the name behind it starts, in bytes; the end if there is none.
    pub(super) name: usize,
    /// Whether a colon stands before the name: 附件：… lists attachments or
    /// opens one, 附件1 on its line opens one.
    pub(super) colon: bool,
}

/// 附件, 附件1, 附件：…, 附表一：…, 附件2.…
pub(super) fn attachment_label(text: &str) -> Option<AttachmentLabel> {
    let label = ATTACHMENT_LABELS.opening(text).next()?;
    let rest = &text[label.len()..];
    let number = leading_number(rest).filter(|(n, _)| (1..100).contains(n)).map_or(0, |(_, len)| len);
    let at = label.len() + number;
    let after = &text[at..];
    if after.starts_with('：') {
        return Some(AttachmentLabel { name: at + "：".len(), colon: true });
    }
    if after.is_empty() {
        return (number > 0 || label != "附").then_some(AttachmentLabel { name: at, colon: false });
    }
    let name = after.trim_start_matches(['.', '、']);
    let named = number > 0 && is_attachment_name(name);
    named.then_some(AttachmentLabel { name: text.len() - name.len(), colon: false })
}

/// Whether the words behind 附件1 are a name, not the rest of a sentence.
pub(super) fn is_attachment_name(words: &str) -> bool {
    !words.contains(['，', '。', '；', '：', '、'])
        && words.chars().take(ATTACHMENT_CHARS + 1).count() <= ATTACHMENT_CHARS
        && !SENTENCE_TAILS.opens(words)
}

/// Whether a stretch before a colon leads in to something.
pub(super) fn is_lead_in(text: &str) -> bool {
    LEAD_INS.closes(text) || CLAUSE_WORDS.iter().any(|word| text.contains(word))
}

/// A title without the brackets and the by-name in quotes behind it, and without
/// 《》 around it or around what it sends along.
fn without_brackets(title: &str) -> &str {
    let behind = |open: char, close: char| title.rfind(open).filter(|at| *at > 0 && title.ends_with(close));
    match behind('（', '）').or_else(|| behind('“', '”')) {
        Some(open) => without_brackets(&title[..open]),
        None => title.trim_end_matches('》'),
    }
}
