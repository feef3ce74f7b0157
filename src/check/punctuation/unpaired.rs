//! PUN-001: brackets and quotation marks without a partner.

use crate::check::draft::{Draft, floor, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::marks::{KINDS, Mark, Pair};
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("PUN-001", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let mut marks = draft.marks.single.iter().copied().peekable();
    while let Some(mark) = marks.next() {
        if let Some(other) = marks.next_if(|next| misfit(draft, mark, *next)) {
            mismatched(mark, other, findings);
            continue;
        }
        if let Some(straight) = straight_behind(draft, mark) {
            let message = "左引号配的是半角直引号，右边也应是全角引号。";
            findings.add(mark.range, message).related(straight).fix(straight, "”");
            continue;
        }
        let kind = name(mark);
        let message = if mark.opens {
            format!("左{kind}没有对应的右{kind}，请补全或删去。")
        } else {
            format!("右{kind}前面没有对应的左{kind}，请补全或删去。")
        };
        findings.add(mark.range, message);
    }
    for pair in draft.marks.pairs.iter().filter(|p| is_mixed(draft, p)) {
        let (open, close) = (pair.open.range, pair.close.range);
        let half = if draft.folded(close.start).is_some() { close } else { open };
        let other = if half == close { open } else { close };
        findings.add(half, "括号一半全角、一半半角，宜统一为全角。").related(other).fix(half, draft.slice(half));
    }
}

/// Words between two marks that do not fit, at most, in bytes.
const NEAR: usize = 120;

/// Whether two marks without a partner are one slip: 《办法〉, 〔2024], ”办法“.
fn misfit(draft: &Draft, one: Mark, other: Mark) -> bool {
    let between = TextRange::new(one.range.end, other.range.start.max(one.range.end));
    let turned = !one.opens && other.opens && one.kind == other.kind;
    let unlike = one.opens && !other.opens && one.kind != other.kind;
    (turned || unlike) && between.len() <= NEAR && !draft.slice(between).contains(is_sentence_end)
}

fn mismatched(one: Mark, other: Mark, findings: &mut Findings) {
    let (open, close) = KINDS[one.kind];
    if one.opens {
        let message = format!("左{}与右{}不成对，请统一。", name(one), name(other));
        findings.add(one.range, message).related(other.range).fix(other.range, close.to_string());
    } else {
        let message = format!("左右{}写反了。", name(one));
        let found = findings.add(one.range, message).related(other.range);
        found.fix(one.range, open.to_string()).fix(other.range, close.to_string());
    }
}

/// The straight quotation mark that closes what `mark` opens, where it is the
/// only one before the next mark.
fn straight_behind(draft: &Draft, mark: Mark) -> Option<TextRange> {
    let rest = draft.near(mark.range.end);
    let rest = &rest[..floor(rest, NEAR)];
    let rest = &rest[..rest.find(|c| is_sentence_end(c) || matches!(c, '“' | '”')).unwrap_or(rest.len())];
    let at = rest.find('"').filter(|_| mark.opens && KINDS[mark.kind].0 == '“')?;
    let single = !rest[at + 1..].contains('"');
    single.then(|| TextRange::new(mark.range.end + at, mark.range.end + at + 1))
}

/// What a mark is called: the mark itself within quotation marks is hard to
/// read.
fn name(mark: Mark) -> &'static str {
    match KINDS[mark.kind].0 {
        '“' => "引号",
        '‘' => "单引号",
        '《' => "书名号",
        '〈' => "单书名号",
        '〔' => "六角括号",
        '[' => "方括号",
        '【' => "方头括号",
        _ => "括号",
    }
}

/// One mark full-width, the other half-width.
fn is_mixed(draft: &Draft, pair: &Pair) -> bool {
    let half = |mark: Mark| draft.folded(mark.range.start).is_some();
    half(pair.open) != half(pair.close)
}
