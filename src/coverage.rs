//! How much of the text became part of the result, counted by paragraphs, so
//! that nobody has to trust that nothing was passed over.

use crate::analysis::{Analysis, Coverage, UnreadReason};
use crate::outline::table::Table;
use crate::source::Source;
use crate::span::Span;
use std::iter::Peekable;

/// Counts the paragraphs of `source` outside of `tables`, each once: as part of
/// a task, as left over, or else as heading or part of the letter.
pub(crate) fn coverage(source: &Source, tables: &[Table], analysis: &Analysis) -> Coverage {
    let mut tasks = analysis.tasks.iter().map(|task| task.span).peekable();
    let of_body = analysis.unread.iter().filter(|unread| unread.reason == UnreadReason::Body);
    let mut unread = of_body.map(|unread| unread.span).peekable();
    let mut tables = tables.iter().peekable();
    let mut counted = Coverage { rows: tables.clone().map(|table| table.rows.len()).sum(), ..Coverage::default() };
    for (index, line) in source.lines().iter().enumerate() {
        while tables.next_if(|table| table.lines.end <= index).is_some() {}
        let in_table = tables.peek().is_some_and(|table| table.lines.contains(&index));
        if in_table || source.slice(line.range).trim().is_empty() {
            continue;
        }
        let span = source.span(line.range);
        counted.paragraphs += 1;
        if meets(&mut tasks, span) {
            counted.of_tasks += 1;
        } else if meets(&mut unread, span) {
            counted.unread += 1;
        }
    }
    counted
}

/// Whether one of `spans`, which stand in the order of the text, shares words
/// with `line`; those that end before it are left behind.
fn meets(spans: &mut Peekable<impl Iterator<Item = Span>>, line: Span) -> bool {
    while spans.next_if(|span| span.end <= line.start).is_some() {}
    spans.peek().is_some_and(|span| span.start < line.end)
}
