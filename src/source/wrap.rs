//! Tells whether a line continues the paragraph before it. Page breaks and
//! hard wraps cut sentences and even names; headings, numbers, labels and
//! dates start lines of their own.

use crate::lexicon::list::{TABLE, WordList};
use crate::lexicon::marker::marker_at;
use crate::lexicon::numeral::is_year_char;
use crate::lexicon::page::page_label;

/// A numbered line without a full stop up to this many characters is a heading.
const HEADING_CHARS: usize = 45;
/// An opening bracket this close to the end of a line is still open there.
const OPEN_BRACKET_CHARS: usize = 60;
/// A label and its value, 发文机关：青岭县人民政府, take up to this many characters.
const LABEL_CHARS: usize = 24;
/// What a sentence that a line end cuts may have behind its last full stop.
const SENTENCE_CHARS: usize = 80;
/// Lines differ by this much where marks may not open one.
const SLACK_BYTES: usize = 12;
/// No page is narrower than this (GB/T 9704-2012 sets 28 characters a line).
const PAGE_BYTES: usize = 72;
static OPENERS: WordList = WordList::of(TABLE, "openers");
static LABELS: WordList = WordList::of(TABLE, "labels");
static CLOSING_LINES: WordList = WordList::of(TABLE, "closing lines");
static ATTRIBUTION_ENDS: WordList = WordList::of(TABLE, "attribution ends");

/// How wide two lines stand in the text, in bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Widths {
    pub last: usize,
    pub next: usize,
}

impl Widths {
    /// A line that the width of a page has cut is as wide as a page, or no
    /// narrower than the next.
    fn may_be_cut(self) -> bool {
        self.last >= PAGE_BYTES || self.next <= self.last + self.last / 4 + SLACK_BYTES
    }

    /// A line of names needs no full stop: it is cut only if it fills the page
    /// and the next goes on with it.
    fn may_cut_names(self) -> bool {
        self.last >= PAGE_BYTES && self.next <= 2 * self.last
    }
}

/// Whether a paragraph that so far reads `before` goes on with a line that
/// opens with `next`. Both are cleaned.
pub(super) fn joins(before: &str, next: &str, widths: Widths) -> bool {
    if starts_own_line(next) || is_closed(before) {
        return false;
    }
    let names = LABELS.opens(before);
    // What goes on behind a full stop is no line of its own, however short.
    let cut = if names { widths.may_cut_names() } else { widths.may_be_cut() || ends_behind_stop(before) };
    is_broken_off(before) || (cut && is_prose(before) && !is_heading(before) && !is_closing_line(before))
}

/// Whether a full stop stands shortly before the end of `before`.
fn ends_behind_stop(before: &str) -> bool {
    before.chars().rev().take(SENTENCE_CHARS).any(|c| c == '。')
}

/// Whether the line cannot end here: a mark or a bracket asks for more.
pub(super) fn is_broken_off(before: &str) -> bool {
    before.ends_with(['，', '、', '（', '《', '“']) || has_open_bracket(before)
}

/// 附件：重点任务分工, 联系人：…, 索引号：…: what follows is the signature or
/// another such line, not the rest of a sentence.
fn is_closing_line(before: &str) -> bool {
    CLOSING_LINES.opens(before) || page_label(before).is_some()
}

fn starts_own_line(next: &str) -> bool {
    marker_at(next).is_some()
        || OPENERS.opens(next)
        || LABELS.opens(next)
        || is_date(next)
        || page_label(next).is_some()
        || next.contains('〔') && next.ends_with('号') && next.chars().count() < 25
}

/// 2024年2月18日, alone on its line, also with blanks for day and month.
fn is_date(line: &str) -> bool {
    let rest = line.trim_start_matches(is_year_char);
    rest.len() < line.len() && rest.starts_with('年') && line.chars().count() <= 14 && line.ends_with('日')
}

/// Whether the sentence, or a bracket that stands for one, is complete.
fn is_closed(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return true };
    match last {
        '。' | '；' | '：' | '！' | '？' | '…' => true,
        '”' => before.ends_with("。”") || before.ends_with("！”"),
        '）' => {
            let whole = before.starts_with('（') && before.matches('（').count() == 1;
            whole || stands_behind_sentence(before) || before.ends_with("。）") || ATTRIBUTION_ENDS.closes(before)
        }
        _ => is_date(before),
    }
}

/// …严厉查处。（县应急局）: a bracket behind a full stop closes the paragraph.
fn stands_behind_sentence(before: &str) -> bool {
    let mut depth = 0i32;
    for (at, c) in before.char_indices().rev().take(OPEN_BRACKET_CHARS * 3) {
        match c {
            '）' => depth += 1,
            '（' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return before[..at].ends_with('。');
        }
    }
    false
}

fn has_open_bracket(before: &str) -> bool {
    let mut depth = 0i32;
    for c in before.chars().rev().take(OPEN_BRACKET_CHARS) {
        match c {
            '）' | '》' => depth += 1,
            '（' | '《' => depth -= 1,
            '。' | '；' if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return true;
        }
    }
    false
}

/// Running text has marks within; letterheads and signatures have none, and a
/// short line with nothing but a colon is a label and its value.
fn is_prose(before: &str) -> bool {
    let labelled = before.contains('：') && before.chars().take(LABEL_CHARS + 1).count() > LABEL_CHARS;
    labelled || before.contains(['，', '。', '；', '、'])
}

fn is_heading(before: &str) -> bool {
    marker_at(before).is_some()
        && !before.contains(['。', '；'])
        && before.chars().take(HEADING_CHARS + 1).count() <= HEADING_CHARS
}
