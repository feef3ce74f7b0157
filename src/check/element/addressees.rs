//! ELM-004: those a notice is sent to.

use super::{body, is_whole, title_without_sort};
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("ELM-004", check);

/// Sorts that are sent to someone.
const SENT: &[&str] = &["通知", "通报", "报告", "请示", "批复", "函", "复函"];
/// Characters that the names of addressees end with.
const ENDINGS: &[char] =
    &['府', '会', '委', '部', '厅', '局', '办', '室', '处', '院', '校', '位', '门', '构', '业', '区', '县', '镇'];
/// Lines behind the title among which one may name them.
const TOP: usize = 8;
/// A line of addressees without its colon has at most this many bytes.
const LINE_BYTES: usize = 300;

fn check(draft: &Draft, findings: &mut Findings) {
    if let Some(list) = draft.letter.addressees {
        return colon(draft, list, findings);
    }
    if let Some(title) = title_without_sort(draft) {
        let next = draft.source.lines().iter().find(|line| line.range.start > title.start);
        return next.into_iter().for_each(|line| wrong_mark(draft, line.range, findings));
    }
    let sent = draft.letter.doc_type.is_some_and(|sort| SENT.contains(&sort));
    if !sent || !is_whole(draft) {
        return;
    }
    let Some(first) = body(draft).first().copied() else { return };
    if closed_wrongly(draft.slice(first)).is_some() {
        wrong_mark(draft, first, findings);
    } else if let Some(title) = draft.letter.title.as_ref().filter(|title| !calls_someone(draft, title.range.end)) {
        findings.add(title.range, "标题之后未见主送机关，请核对。").severity(Severity::Hint);
    }
}

/// Whether one of the lines behind the title ends like a list of addressees,
/// however it was read: ……军区：.
fn calls_someone(draft: &Draft, title: usize) -> bool {
    let behind = draft.source.lines().iter().filter(|line| line.range.start >= title).take(TOP);
    let calls = |line: &str| line.ends_with('：') && !line.contains('。') && !line.ends_with("如下：");
    behind.into_iter().any(|line| calls(draft.slice(line.range)))
}

/// A line of addressees that ends like a sentence.
fn wrong_mark(draft: &Draft, line: TextRange, findings: &mut Findings) {
    if let Some(mark) = closed_wrongly(draft.slice(line)) {
        let mark = TextRange::new(line.end - mark.len_utf8(), line.end);
        findings.add(mark, "主送机关末尾应用全角冒号。").fix(mark, "：");
    }
}

/// The mark behind the list, in the text as pasted.
fn colon(draft: &Draft, list: TextRange, findings: &mut Findings) {
    let next = draft.char_at(list.end);
    let mark = TextRange::new(list.end, list.end + next.filter(|c| *c != '\n').map_or(0, char::len_utf8));
    let label = draft.before(list.start).ends_with("主送：") || draft.before(list.start).ends_with("主送机关：");
    let at_end = next.is_none() || draft.letter.signed_on.is_some_and(|signed| signed.range.end <= list.start);
    match next {
        _ if label || at_end => {}
        Some('：') if draft.folded(list.end).is_none() => {}
        Some('：') => {
            findings.add(mark, "主送机关末尾的冒号应为全角。").fix(mark, "：");
        }
        Some('\n' | '。' | '；' | '，') => {
            let last = draft.slice(list).chars().next_back().map_or(0, char::len_utf8);
            let place = if mark.is_empty() { TextRange::new(list.end - last, list.end) } else { mark };
            findings.add(place, "主送机关末尾应用全角冒号。").fix(mark, "：");
        }
        // The line has grown together with the next one.
        Some(c) if is_han(c) => {
            let last = draft.slice(list).chars().next_back().map_or(0, char::len_utf8);
            let end = TextRange::new(list.end, list.end);
            let place = TextRange::new(list.end - last, list.end);
            findings.add(place, "主送机关末尾应用全角冒号。").severity(Severity::Warning).fix(end, "：");
        }
        _ => {}
    }
}

/// The mark that stands where the colon of a list of addressees should.
pub(super) fn closed_wrongly(line: &str) -> Option<char> {
    let mark = line.chars().next_back().filter(|c| matches!(c, '。' | '；' | '，'))?;
    let list = line.strip_suffix(mark)?;
    let units = list
        .split(['，', '、'])
        .all(|unit| unit.split('（').next().unwrap_or(unit).ends_with(ENDINGS) || unit.ends_with('）'));
    (line.len() <= LINE_BYTES
        && list.starts_with(['各', '县', '市', '区', '省'])
        && units
        && !list.contains(['。', '；', '：']))
    .then_some(mark)
}
