//! Blanks that stand for something: a column, a mark, a date to be filled in.

use crate::check::draft::{Draft, is_han};
use crate::lexicon::marker::marker_at;
use crate::span::TextRange;

/// Characters that names of bodies end with.
const BODIES: &[char] = &['局', '委', '办', '厅', '部', '院', '会', '府', '室', '处', '心', '行', '署', '司'];
/// A name behind a blank ends within so many characters.
const NAME_CHARS: usize = 16;
/// What the line of a web page says of its text.
const PAGE_WORDS: &[&str] = &["信息来源", "发布时间", "发布日期", "浏览次数", "浏览字号", "字号：", "索引号"];
/// Titles of parts that stand before the text of their paragraph.
const PARTS: &[&str] = &["总则", "附则", "前言", "通则", "分则"];
/// What follows the day in a timetable.
const HALVES: &[&str] = &["上午", "下午", "中午", "晚上"];

/// Whether the blank before the byte `at`, in a line, is more than one too many.
pub(super) fn means_something(draft: &Draft, line: TextRange, at: usize, blank: &str) -> bool {
    is_wide(blank)
        || spreads_letters(draft, at)
        || parts_bodies(draft, at)
        || closes_heading(draft, line, at)
        || opens_news_or_hour(draft, at)
        || PAGE_WORDS.iter().any(|word| draft.slice(line).contains(word))
}

/// A column of a list, or what is set apart as in print: 总则　　第一条.
fn is_wide(blank: &str) -> bool {
    blank.contains('\u{3000}') || blank.chars().count() > 1
}

/// 自 年 月 日起; 请遵照执行。国 务 院二〇〇四年: characters set apart in a date, a
/// title or a signature.
fn spreads_letters(draft: &Draft, at: usize) -> bool {
    let (mut start, mut end) = (at, at);
    while let Some(c) = draft.char_before(start).filter(|c| is_han(*c) && draft.source.gap_before(start)) {
        start -= c.len_utf8();
    }
    while let Some(c) = draft.char_at(end).filter(|c| is_han(*c) && draft.source.gap_before(end)) {
        end += c.len_utf8();
    }
    let run = &draft.text()[start..end];
    let (before, after) = (draft.char_before(start), draft.near(end));
    let apart = before.is_none_or(|c| !is_han(c) || BODIES.contains(&c));
    let dated = after.starts_with(|c: char| c.is_ascii_digit() || "一二〇○".contains(c)) || marker_at(after).is_some();
    let blank = run.chars().filter(|c| "年月日".contains(*c)).count() > 1;
    run.chars().count() > 2 && (apart || dated || blank)
}

/// 财政部 税务总局公告: the blank stands for a 、 between two bodies.
fn parts_bodies(draft: &Draft, at: usize) -> bool {
    let next = draft.near(at).char_indices().take(NAME_CHARS).take_while(|(_, c)| is_han(*c));
    draft.before(at).ends_with(BODIES) && next.skip(1).any(|(_, c)| BODIES.contains(&c))
}

/// 第九条 优化登记 全面优化……: the title of a numbered paragraph, without a mark
/// of its own.
fn closes_heading(draft: &Draft, line: TextRange, at: usize) -> bool {
    let head = draft.slice(TextRange::new(line.start, at));
    let numbered = marker_at(draft.slice(line)).is_some() && !head.contains(['，', '。', '；', '、', '：']);
    numbered && head.chars().all(is_han) || PARTS.contains(&head)
}

/// 14日电 近日, 5月26日 上午.
fn opens_news_or_hour(draft: &Draft, at: usize) -> bool {
    let (before, after) = (draft.before(at), draft.near(at));
    before.ends_with("日电") || before.ends_with(['日', '）']) && HALVES.iter().any(|half| after.starts_with(half))
}
