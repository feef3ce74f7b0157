//! Fields of work: “煤矿方面，…”, “煤矿：…”. Each opens a task of its own, as a
//! paragraph or within one long paragraph.

use super::heading::HeadingKind;
use super::label::label_before;
use super::predicate::Strength;
use super::syntax::Syntax;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::without_last;
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::numeral::is_numeral_char;
use crate::mention::unit::tail_of;
use crate::source::Source;
use crate::span::TextRange;

/// A field's name is at most this long.
const NAME_CHARS: usize = 14;

/// Where a field opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its first byte.
    pub at: usize,
    /// Its name; empty where what follows stands beside the fields (其他…).
    pub title: TextRange,
}

/// How a field is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// 方面，
    Aspect,
    /// ：
    Colon,
    /// The names of units and ： before what they do.
    Units,
    /// ，要: only between fields marked otherwise.
    Bare,
    /// 同时，…其他…: beside them.
    Beside,
}

/// The fields that the paragraphs of one item open. One alone is a phrase of a
/// sentence, not a field: there must be two.
pub fn openings(source: &Source, paragraphs: &[TextRange]) -> Vec<Opening> {
    let mut found: Vec<(Opening, Mark)> = Vec::new();
    for &paragraph in paragraphs {
        if !opens(source.slice(paragraph))
            && let Some(title) = units_at(source, paragraph)
        {
            found.push((Opening { at: paragraph.start, title }, Mark::Units));
            continue;
        }
        collect(source, paragraph, &mut found);
    }
    let strong = |mark: Mark| found.iter().filter(|(_, m)| *m == mark).count();
    let (aspects, colons, units) = (strong(Mark::Aspect), strong(Mark::Colon), strong(Mark::Units));
    let first = found.iter().position(|(_, m)| matches!(m, Mark::Aspect | Mark::Colon));
    let keeps = |index: usize, mark: Mark| match mark {
        Mark::Aspect => aspects >= 2,
        Mark::Colon => colons >= 2,
        Mark::Units => units >= 2,
        Mark::Bare | Mark::Beside => aspects >= 2 && first.is_some_and(|f| f < index),
    };
    found.iter().enumerate().filter(|(i, (_, mark))| keeps(*i, *mark)).map(|(_, (opening, _))| *opening).collect()
}

/// 财政部门：负责…: the units that a paragraph opens with, before what they do.
fn units_at(source: &Source, paragraph: TextRange) -> Option<TextRange> {
    const NAMES_CHARS: usize = 40;
    let text = source.slice(paragraph);
    let (end, mark) = text.char_indices().take(NAMES_CHARS).find(|(_, c)| matches!(c, '，' | '：' | '。' | '；'))?;
    let names = TextRange::new(paragraph.start, paragraph.start + end);
    let syntax = Syntax::new(source, &[]);
    let acts = || {
        let behind = source.tokens_in(TextRange::new(names.end + mark.len_utf8(), paragraph.end));
        syntax.predicate(behind.start, behind.end).is_some_and(|predicate| predicate.strength <= Strength::Verb)
    };
    let labels = || label_before(&text[..end]).is_some();
    (mark == '：' && !labels() && HeadingKind::of(source, names) == HeadingKind::Units && acts()).then_some(names)
}

/// Whether a paragraph opens with a field.
pub fn opens(text: &str) -> bool {
    field_at(text).is_some()
}

/// The name in 煤矿方面，…, where a paragraph opens so; a row of a table may
/// hold one field alone.
pub fn aspect_at(text: &str) -> Option<TextRange> {
    field_at(text).filter(|(_, mark)| *mark == Mark::Aspect).map(|(title, _)| title)
}

fn collect(source: &Source, paragraph: TextRange, found: &mut Vec<(Opening, Mark)>) {
    let text = source.slice(paragraph);
    let mut at = 0;
    loop {
        let sentence = &text[at..];
        if let Some((title, mark)) = field_at(sentence)
            && (at == 0 || mark != Mark::Colon)
            && (at > 0 || mark != Mark::Bare)
        {
            let start = paragraph.start + at;
            found.push((Opening { at: start, title: title.shift(start) }, mark));
        }
        let Some(end) = sentence.find(['。', '；', '！']) else { break };
        at += end + "。".len();
        if at >= text.len() {
            break;
        }
    }
}

/// The field that a sentence opens with: its name, and how it is marked.
fn field_at(sentence: &str) -> Option<(TextRange, Mark)> {
    let (end, mark) = sentence
        .char_indices()
        .take(NAME_CHARS + 4)
        .find(|(_, c)| matches!(c, '，' | '：' | '。' | '；' | '（' | '《'))?;
    let head = &sentence[..end];
    let after = &sentence[end + mark.len_utf8()..];
    let title = TextRange::new(0, end);
    if beside(head, after) {
        return Some((TextRange::default(), Mark::Beside));
    }
    if head.is_empty() || head.contains('“') || crate::lexicon::modal::find_modal(head).is_some() {
        return None;
    }
    match mark {
        '，' | '：' if is_aspect(head) => {
            let start = if head.starts_with('在') { "在".len() } else { 0 };
            Some((TextRange::new(start, end - "方面".len()), Mark::Aspect))
        }
        '：' if is_name(head) && !after.is_empty() => Some((title, Mark::Colon)),
        '，' if is_name(head)
            && head.chars().count() <= 6
            && (after.starts_with('要') || after.starts_with("重点")) =>
        {
            Some((title, Mark::Bare))
        }
        _ => None,
    }
}

fn is_aspect(head: &str) -> bool {
    head.strip_suffix("方面")
        .is_some_and(|name| (2..=NAME_CHARS).contains(&name.chars().count()) && !name.starts_with("这"))
}

/// 同时，冶金工贸、城镇燃气等其他行业领域也要…
fn beside(head: &str, after: &str) -> bool {
    let turn = matches!(head, "同时" | "此外" | "另外");
    let names_others = || {
        let start: String = after.chars().take(40).collect();
        start.contains("其他") || start.contains("其它")
    };
    turn && names_others() || head.starts_with("其他") && head.ends_with("方面")
}

/// A noun that can name a field: no label, no unit, no verb of a sentence.
fn is_name(head: &str) -> bool {
    static NOT: WordList = WordList::of(HEADING, "not");
    // 工作目标：, 具体措施：: parts of one task, not fields of work.
    static PARTS: WordList = WordList::of(HEADING, "parts");
    static VERBS: WordList = WordList::of(HEADING, "verbs");
    // 副主任：, 成员：: who is in a body.
    const POST_CHARS: usize = 4;
    let post = head.chars().nth(POST_CHARS).is_none() && without_last(head, Classes::PERSON).is_some();
    !post
        && (2..=12).contains(&head.chars().count())
        && !head.contains(|c: char| c.is_ascii())
        && !head.ends_with(is_numeral_char)
        && tail_of(head).is_none_or(|t| matches!(t.word, "煤矿" | "矿山" | "尾矿库"))
        && !VERBS.opens(head)
        && !NOT.iter().any(|word| head.starts_with(word) || head.ends_with(word))
        && !PARTS.closes(head)
        && label_before(head).is_none_or(|(_, start)| start > 0)
}
