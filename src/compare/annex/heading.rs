//! Numbers and titles of rows.

use super::Report;
use crate::analysis::{DifferenceKind, Quote, Task};
use crate::compare::opening::Opening;
use crate::span::Span;

/// Reports a row that has lost its number or title, or has another one. A brief
/// annex may say the task in its title.
pub(super) fn check(report: &mut Report, brief: bool) {
    let (Some(task), Some(item)) = (report.task(), report.item()) else { return };
    if report.work.is_moved() {
        return;
    }
    let table = report.table;
    let number = task.number.last().map_or("", String::as_str);
    let agrees = table.numbering.agrees(report.work.left[0], item.number);
    // A column of chapters may be headed like one of tasks.
    let is_chapter = words(item.title) == words(&task.chapter);
    let titles = !item.title.is_empty() && !task.title.is_empty() && !is_chapter;
    let other_title = titles && words(item.title) != words(&task.title);
    // What a row seems to share with the one above it, but does not, it lacks.
    let layout = &item.row.layout;
    let no_number = item.number.is_empty() || layout.number_inherited && !agrees && !item.is_lead;
    let no_title = item.title.is_empty()
        || item.opening().opens_words_of(Opening::of(task))
        || layout.title_inherited && other_title && !item.is_lead;
    let lost_number = no_number && table.numbering.is_known() && !number.is_empty();
    let opens = task.wording.text().is_empty() || item.wording.text().starts_with(&task.title);
    let lost_title = no_title && !task.title.is_empty() && !opens;
    let head = place(task);
    if lost_number || lost_title && titled(report) {
        let quote = Quote::new(format!("{number}{}", task.title), head);
        let difference = report.add(DifferenceKind::Heading);
        difference.body = vec![quote];
        difference.annex_place = Some(item.head);
        difference.body_phrase = match (lost_number, lost_title) {
            (true, true) => "编号和标题",
            (true, false) => "编号",
            _ => "标题",
        }
        .to_owned();
        return;
    }
    if !agrees {
        let difference = report.add(DifferenceKind::Number);
        difference.body = vec![Quote::new(number, head)];
        difference.annex = vec![Quote::new(item.number, item.head)];
    }
    if !brief && other_title {
        let difference = report.add(DifferenceKind::Title);
        difference.body = vec![Quote::new(task.title.as_str(), head)];
        difference.annex = vec![Quote::new(item.title, item.head)];
    }
}

/// Where the number and the title of a task stand: before its words.
pub(super) fn place(task: &Task) -> Span {
    let (whole, words) = (task.span, task.wording.whole());
    let before = whole.start < words.start && words.start < whole.end;
    Span::new(whole.start, if before { words.start } else { whole.end })
}

/// Whether the rows of the table have titles.
fn titled(report: &Report) -> bool {
    let items = &report.table.items;
    items.iter().filter(|item| !item.title.is_empty()).count() * 2 > items.len()
}

fn words(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect()
}
