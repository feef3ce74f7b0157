//! Which rows answer which tasks.

use super::Table;
use super::item::Item;
use crate::analysis::Task;
use crate::compare::align::{self, Entry, Group};
use crate::compare::change::changes;
use crate::compare::matched::Matched;
use crate::compare::opening::{Opening, joined};
use crate::compare::side::Side;
use crate::compare::word::Lexer;
use crate::source::Passage;
use crate::span::TextRange;
use crate::task::wording::heading_len;

/// Aligns the tasks and the statements of a table.
pub(super) fn works(table: &Table, lexer: &mut Lexer) -> Vec<Matched> {
    let tasks: Vec<Entry> =
        table.tasks.iter().map(|task| Entry { title: &task.title, text: task.wording.text() }).collect();
    let items: Vec<Entry> =
        table.items.iter().map(|item| Entry { title: item.title, text: item.wording.text() }).collect();
    let may_join = |side, neighbour: usize, index: usize| {
        let number = |index: usize| table.items[index].number;
        side == Side::Left
            || number(index).is_empty()
            || number(index) == number(neighbour)
            || !table.numbering.names_task(number(index))
    };
    let groups = align::groups(&tasks, &items, &may_join);
    groups.into_iter().map(|group| work(table, group, lexer)).collect()
}

fn work(table: &Table, group: Group, lexer: &mut Lexer) -> Matched {
    let tasks: Vec<Opening> = group.left.iter().map(|index| Opening::of(table.tasks[*index])).collect();
    let items: Vec<Opening> = group.right.iter().map(|index| table.items[*index].opening()).collect();
    let (a, mut b) = (joined(&tasks, &items), joined(&items, &tasks));
    if let Some(item) = group.right.first().map(|index| &table.items[*index])
        && let Some(twice) = doubled(item, group.left.first().map(|index| table.tasks[*index]), &b)
    {
        b = twice.rest;
    }
    let mut work = Matched { left: group.left, right: group.right, a, b, ..Matched::default() };
    if work.is_matched() {
        work.changes = changes(lexer, work.a.text(), work.b.text());
    }
    work
}

/// A row that says its title twice, while its task says it once.
pub(super) struct Doubled {
    /// The second copy.
    pub copy: Passage,
    /// What the row says behind it.
    pub rest: Passage,
}

/// Takes the second copy of a title from what a row says behind the first.
pub(super) fn doubled(item: &Item, task: Option<&Task>, words: &Passage) -> Option<Doubled> {
    let text = words.text();
    let behind = text.strip_prefix(item.title).filter(|_| !item.title.is_empty())?;
    let body = task.is_some_and(|task| task.wording.text().starts_with(item.title));
    let len = heading_len(text, item.title);
    (behind.starts_with(['。', '：']) && !body).then(|| Doubled {
        copy: words.part(TextRange::new(0, len)),
        rest: words.part(TextRange::new(len, text.len())),
    })
}
