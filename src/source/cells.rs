//! Finds tables that were pasted one cell per line. Their lines are no
//! paragraphs: nothing says that one goes on in the next.

use super::LineKind;
use super::pieces::head_of;
use crate::lexicon::header::{self, HeaderLine};
use crate::lexicon::heading::{ColumnKind, ends_table, heading_kind};
use crate::lexicon::marker::{Style, marker_at};
use std::ops::Range;

/// A header takes at most this many lines.
const MOST_LINES: usize = 24;
/// Without a header, at least this many numbered rows show a table.
const ROWS: usize = 3;
/// A row takes so many lines, its number among them.
const ROW_LINES: Range<usize> = 3..13;
/// Raw lines longer than this are neither headings nor numbers,
const SHORT_BYTES: usize = 90;
/// and longer than this no lists.
const LIST_BYTES: usize = 400;

/// What a line can be in such a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Heading(ColumnKind),
    Number(u32),
    /// A short phrase without a full stop.
    Phrase,
    /// A longer list without one: of units, as often as not.
    List,
    /// 一、: a chapter of the table, or of a text behind it.
    Chapter,
    Ender,
    Text,
}

/// Those of the lines (counted from 0, blank ones too) that are cells, as ranges
/// in ascending order.
pub(super) fn find(lines: &[&str]) -> Vec<Range<usize>> {
    let looks: Vec<(usize, Look)> = lines.iter().enumerate().filter_map(|(i, line)| Some((i, look(line)?))).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < looks.len() {
        let len = header_len(&looks[at..])
            .map(|len| len + rows_under(&looks[at + len..], len))
            .or_else(|| rows_len(&looks[at..]));
        if let Some(len) = len {
            found.push(looks[at].0..looks[at + len - 1].0 + 1);
        }
        at += len.unwrap_or(1);
    }
    found
}

/// `None` for a blank line.
fn look(raw: &str) -> Option<Look> {
    let body = raw.trim();
    if body.is_empty() {
        return None;
    }
    if body.len() > SHORT_BYTES || body.contains(['\t', '|']) {
        let list = body.len() <= LIST_BYTES && body.contains('、') && !body.contains(['。', '；', '：', '\t', '|']);
        return Some(if list { Look::List } else { Look::Text });
    }
    let words = head_of(body, LineKind::Text);
    let number = words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit());
    Some(match heading_kind(&words) {
        _ if number => words.parse().map_or(Look::Text, Look::Number),
        Some(kind) => Look::Heading(kind),
        None if ends_table(&words) => Look::Ender,
        None if marker_at(&words).is_some_and(|m| m.style == Style::Chinese) => Look::Chapter,
        None if words.ends_with(['。', '；', '：']) => Look::Text,
        None => Look::Phrase,
    })
}

/// The lines of a header that starts here.
fn header_len(looks: &[(usize, Look)]) -> Option<usize> {
    if !matches!(looks[0].1, Look::Heading(_)) {
        return None;
    }
    let lines = looks.iter().take(MOST_LINES).map(|(_, look)| match look {
        Look::Heading(kind) => HeaderLine::Heading(*kind),
        Look::Phrase => HeaderLine::Phrase,
        Look::Number(1) => HeaderLine::First,
        _ => HeaderLine::No,
    });
    header::header_len(&lines.collect::<Vec<_>>())
}

/// The lines of the rows under a header of `headings`: behind the cells of the
/// last number, two sentences on end are no cells any more.
fn rows_under(looks: &[(usize, Look)], headings: usize) -> usize {
    let len = body_len(looks);
    let Some(last) = (0..len).rfind(|at| matches!(looks[*at].1, Look::Number(_))) else { return len };
    let full = len.min(last + headings);
    let text = looks[full..len].windows(2).position(|pair| pair[0].1 == Look::Text && pair[1].1 == Look::Text);
    text.map_or(len, |at| full + at)
}

/// The lines up to what ends a table.
fn body_len(looks: &[(usize, Look)]) -> usize {
    let text_follows = |at: usize| looks.get(at + 1).is_some_and(|(_, next)| *next == Look::Text);
    let ends = |(at, (_, look)): (usize, &(usize, Look))| match look {
        Look::Ender => Some(at),
        Look::Chapter if text_follows(at) => Some(at),
        _ => None,
    };
    looks.iter().enumerate().find_map(ends).unwrap_or(looks.len())
}

/// The lines of a table without header that starts here: rows that open with
/// 1, 2, 3 on lines of their own.
fn rows_len(looks: &[(usize, Look)]) -> Option<usize> {
    if looks[0].1 != Look::Number(1) {
        return None;
    }
    let (mut rows, mut start, mut longest) = (1, 0, 0);
    while let Some(len) = row_len(&looks[start..], rows as u32 + 1) {
        start += len;
        longest = longest.max(len);
        rows += 1;
    }
    let last = looks.len().min(start + longest);
    (rows >= ROWS).then(|| start + body_len(&looks[start..last]))
}

/// The lines of a row up to the number of the next one.
fn row_len(looks: &[(usize, Look)], next: u32) -> Option<usize> {
    let len = looks.iter().take(ROW_LINES.end).position(|(_, look)| *look == Look::Number(next))?;
    let phrases =
        looks[1..len].iter().filter(|(_, look)| matches!(look, Look::Phrase | Look::List | Look::Heading(_))).count();
    (ROW_LINES.contains(&len) && phrases >= 2).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::source::lines::lines;

    #[test]
    fn tables_of_one_cell_per_line() {
        let header = "重点任务\n序号\n任务\n责任单位\n1\n排查\n县应急局\n";
        let rows = "1\n排查隐患\n县应急局\n2\n整治隐患\n县公安局\n3\n总结工作\n县政府办\n";
        for (text, expected) in [
            (header.to_owned(), Some((1, 7))),
            (format!("{header}附件2\n办法\n"), Some((1, 7))),
            (format!("{header}一、公安\n2\n整治\n县公安局\n"), Some((1, 11))),
            (format!("{header}二、要求\n各镇要抓好落实。\n"), Some((1, 7))),
            (header.replace('\n', "\n\n"), Some((2, 13))),
            (header.replace('\n', "\r\n"), Some((2, 13))),
            (rows.to_owned(), Some((0, 9))),
            (format!("{rows}青岭县人民政府\n2024年3月1日\n"), Some((0, 9))),
            ("序号\n任务\n".to_owned(), None),
            ("任务\n内容\n措施\n".to_owned(), None),
            ("1\n第一页。\n2\n第二页。\n3\n第三页。\n".to_owned(), None),
            ("一、任务\n二、责任单位\n三、时限\n".to_owned(), None),
            (String::new(), None),
        ] {
            let found = find(&lines(&text).collect::<Vec<_>>());
            assert_eq!(found.first().map(|range| (range.start, range.end)), expected, "{text:?}");
            assert!(found.len() < 2, "{text:?}");
        }
    }
}
