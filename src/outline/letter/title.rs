//! The title: one line, several lines, or the head of a longer one.

use super::addressees::addressees_len;
use super::date::date_at;
use super::number::{ends_in_number, is_number, number_at};
use super::pieces::Pieces;
use super::words::{
    attachment_label, draft_mark, ends_title, is_note, is_page_line, opens_letter, quotes_opened, title_bracket,
    topic_at,
};
use super::{organ, words};
use crate::lexicon::letter::is_han;
use crate::lexicon::list::{LETTER, WordList};
use crate::lexicon::marker::{Style, marker_at};
use crate::span::TextRange;

/// A title runs over at most this many lines.
const LINES: usize = 6;
/// One that names no known sort of document runs over at most this many.
const UNTYPED_LINES: usize = 3;
/// A line of a title has at most this many characters, a whole title twice as
/// many: bounds of cost.
const LINE_CHARS: usize = 200;
/// A title that says neither 关于 nor who issues it is so long.
const PLAIN_CHARS: std::ops::Range<usize> = 6..81;
static CALLS: WordList = WordList::of(LETTER, "calls");
static CITATION_TAILS: WordList = WordList::of(LETTER, "citation tails");

/// A title found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The piece behind its last line.
    pub(super) next: usize,
    /// Bytes of its last line that belong to it; the rest of the line does not.
    pub(super) cut: usize,
}

/// The title that starts with piece `first`.
pub(super) fn title_at(pieces: &Pieces, first: usize) -> Option<Found> {
    let opening = pieces.text(first);
    if !may_open(opening) {
        return None;
    }
    let named = topic_at(opening).is_some();
    let mut depth = 0;
    for index in first..first + LINES {
        let text = pieces.text(index);
        if text.is_empty() || index > first && !may_go_on(text) {
            return untyped(pieces, first, index, named);
        }
        if index > first && !named && opens_topic(text) {
            return None;
        }
        if let Some(cut) = end_in(text, depth, named || topic_at(text).is_some()) {
            let whole = cut == text.len();
            let next = pieces.text(index + 1);
            if !whole || !goes_on(next) && !is_half(text, next, depth) {
                let found = if whole { with_bracket(pieces, index, cut) } else { Found { next: index + 1, cut } };
                return Some(found).filter(|_| named || is_plain_title(pieces, first, index));
            }
        }
        if text.chars().count() > LINE_CHARS {
            return None;
        }
        depth += open_quotes(text);
    }
    None
}

/// Whether a line is where a title begins, but for names on lines before it.
fn opens_topic(text: &str) -> bool {
    topic_at(text).is_some_and(|at| {
        let issuer = &text[..at];
        at == 0 || organ::is_organ(issuer) || organ::is_bare(issuer) || issuer.ends_with("部门")
    })
}

/// The title up to line `last`, with brackets on the next line: （试行）.
fn with_bracket(pieces: &Pieces, last: usize, cut: usize) -> Found {
    let next = pieces.text(last + 1);
    match title_bracket(next) {
        Some(len) if len == next.len() => Found { next: last + 2, cut: len },
        _ => Found { next: last + 1, cut },
    }
}

/// A title that ends in no sort of document: 关于安全生产的几点思考.
fn untyped(pieces: &Pieces, first: usize, next: usize, named: bool) -> Option<Found> {
    let opening = pieces.text(first);
    let last = next.checked_sub(1).filter(|last| *last >= first)?;
    let short = opening.chars().count() <= LINE_CHARS && !opening.contains('，');
    let about = opening.starts_with("关于") || topic_at(opening).is_some_and(|at| organ::is_organ(&opening[..at]));
    let typed = last < first + UNTYPED_LINES && words::type_behind_topic(&pieces_text(pieces, first, last)).is_some();
    (named && about && short && (last == first || typed)).then(|| Found { next, cut: pieces.text(last).len() })
}

/// The lines of a title as one.
fn pieces_text(pieces: &Pieces, first: usize, last: usize) -> String {
    (first..=last).map(|index| pieces.text(index)).collect()
}

/// Without 关于, only a short phrase passes for a title: 通知, 公告, and longer
/// ones of any sort (but 保障措施 is a heading).
fn is_plain_title(pieces: &Pieces, first: usize, last: usize) -> bool {
    let chars: usize = (first..=last).map(|i| pieces.text(i).chars().count()).sum();
    let call = CALLS.contains(pieces.text(first));
    let phrase = (PLAIN_CHARS.contains(&chars)) && (first..=last).all(|i| !pieces.text(i).contains('，'));
    last < first + 3 && (call || phrase)
}

/// The next line only finishes the sort: 的通知.
fn goes_on(next: &str) -> bool {
    next.starts_with(['的', '》']) && next.chars().count() <= 20
}

/// 关于推行 / 公示制度和 / 审核制度的指导意见: a line that ends as titles do, but the next
/// one says of what sort the title is.
fn is_half(line: &str, next: &str, depth: i32) -> bool {
    depth == 0
        && !line.contains('的')
        && next.contains('的')
        && topic_at(next).is_none()
        && ends_title(next)
        && may_go_on(next)
}

fn may_open(text: &str) -> bool {
    let numbered = marker_at(text).is_some_and(|m| !matches!(m.style, Style::Part));
    !text.is_empty()
        && !numbered
        && !is_page_line(text)
        && !is_note(text)
        && draft_mark(text).is_none()
        && attachment_label(text).is_none()
        && !is_number(text)
        && !ends_in_number(text)
        && date_at(text).is_none()
        && addressees_len(text, false, "").is_none()
        && !opens_letter(text)
}

fn may_go_on(text: &str) -> bool {
    may_open(text) && number_at(text).is_none() && addressees_len(text, true, "").is_none() && !text.starts_with('（')
}

/// Where in `text` the title ends: at the end of the line, or before another
/// element of the letter that the line runs into. `depth` counts the quotes
/// that earlier lines left open.
fn end_in(text: &str, depth: i32, named: bool) -> Option<usize> {
    let core = text.trim_end_matches('：');
    let sentence = text.contains(['。', '；']);
    let brackets =
        core.rfind('（').filter(|at| draft_mark(&core[*at..]).is_some() || title_bracket(&core[*at..]).is_some());
    let head = &core[..brackets.unwrap_or(core.len())];
    if !sentence && ends_title(head) && depth + open_quotes(head) == 0 && core.chars().count() <= LINE_CHARS {
        let drafted = brackets.is_some_and(|at| draft_mark(&core[at..]).is_some());
        return Some(if drafted { head.len() } else { core.len() });
    }
    run_on(text, depth, named)
}

/// The end of a title in a line that goes on with other elements.
fn run_on(text: &str, depth: i32, named: bool) -> Option<usize> {
    let mut depth = depth;
    for (at, c) in text.char_indices().take(2 * LINE_CHARS) {
        if matches!(c, '。' | '；') {
            return None;
        }
        depth += quotes_opened(&text[at..]);
        let end = at + c.len_utf8();
        if depth != 0 || end == text.len() || !ends_title(&text[..end]) {
            continue;
        }
        let rest = &text[end..];
        let bracket = title_bracket(rest).unwrap_or(0);
        if opens_element(&rest[bracket..]) || named && is_statement(&text[..end]) && !is_cited(rest) {
            return Some(end + bracket);
        }
    }
    None
}

/// 关于…的通知
fn is_statement(title: &str) -> bool {
    let Some(topic) = topic_at(title) else { return false };
    let issuer = &title[..topic];
    let kind = words::doc_type(title).unwrap_or_default();
    (issuer.is_empty() || organ::is_organ(issuer)) && title[..title.len() - kind.len()].ends_with('的')
}

fn is_cited(rest: &str) -> bool {
    CITATION_TAILS.opens(rest)
}

/// Whether another element of a letter starts here.
fn opens_element(rest: &str) -> bool {
    let outer = |m: crate::lexicon::marker::Marker| {
        matches!(m.style, Style::Chinese | Style::Chapter | Style::ChineseBracketed)
    };
    number_at(rest).is_some()
        || draft_mark(rest).is_some_and(|len| len < rest.len() || rest.starts_with('（'))
        || rest.starts_with('（') && date_at(&rest["（".len()..]).is_some()
        || addressees_len(rest, true, "").is_some()
        || marker_at(rest).is_some_and(outer)
}

fn open_quotes(text: &str) -> i32 {
    text.char_indices().map(|(at, _)| quotes_opened(&text[at..])).sum()
}

/// Whether a piece can be a title, though it says neither 关于 nor what sort of
/// document it heads: 云溪市第三届校园戏剧展演.
pub(super) fn may_be_title(pieces: &Pieces, index: usize) -> bool {
    let text = pieces.text(index);
    may_open(text)
        && PLAIN_CHARS.contains(&text.chars().count())
        && !text.contains(['：', '。', '；', '，', '？', '！', '\t', '/'])
        && text.starts_with(|c: char| is_han(c) || c.is_ascii_digit() || "《“".contains(c))
        && !organ::is_organ(text)
}

/// Whether a second title is the one of the notice: it says the first one again,
/// as pages have it above the notice or by the name of what is sent along, or it
/// says 关于 where the first does not.
pub(super) fn outdoes(second: &str, first: &str) -> bool {
    let plain = |title: &str| title.replace(['《', '》', '“', '”', '〈', '〉'], "");
    let (again, known) = (plain(second), plain(first));
    let tail = topic_at(second) == Some(0) && known.ends_with(&again);
    again.contains(&known) || tail || topic_at(second).is_some() && topic_at(first).is_none()
}

/// The range of a title without what holds no part of it.
pub(super) fn range_of(pieces: &Pieces, first: usize, found: Found) -> TextRange {
    let last = pieces.range(found.next - 1);
    TextRange::new(pieces.range(first).start, last.start + found.cut)
}
