//! Which task a correction is about: found by its words, told apart from others
//! of the same words by those around it.

use crate::analysis::{Anchor, AnnexRow, Task};
use std::collections::HashMap;

/// Characters kept of the words before and behind.
const CONTEXT: usize = 12;
/// So many equal characters around them make it the same place.
const ENOUGH: usize = 6;

/// The anchors of the tasks of the body, in their order.
pub(super) fn of_tasks(tasks: &[Task]) -> Vec<Anchor> {
    let heads = tasks.iter().map(|task| {
        let title = task.corrected.as_deref().unwrap_or(&task.title);
        Head::new(title, if task.wording.is_empty() { &task.text } else { task.wording.text() })
    });
    anchors(false, heads.zip(tasks.iter().map(|task| task.text.as_str())))
}

/// The anchors of the rows of the annex, in their order.
pub(super) fn of_rows(rows: &[AnnexRow]) -> Vec<Anchor> {
    let heads = rows.iter().map(|row| {
        let title = row.corrected.as_deref().unwrap_or(&row.title);
        Head::new(title, if row.layout.wording.is_empty() { &row.text } else { row.layout.wording.text() })
    });
    anchors(true, heads.zip(rows.iter().map(|row| row.text.as_str())))
}

/// What a task opens with.
struct Head<'t> {
    words: &'t str,
    after: &'t str,
}

impl<'t> Head<'t> {
    fn new(title: &'t str, wording: &'t str) -> Self {
        if !title.is_empty() {
            return Self { words: title, after: wording };
        }
        let end = wording.find(['，', '。', '；', '：']).unwrap_or(wording.len());
        Self { words: &wording[..end], after: &wording[end..] }
    }
}

fn anchors<'t>(annex: bool, works: impl Iterator<Item = (Head<'t>, &'t str)>) -> Vec<Anchor> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut before = "";
    let mut anchors = Vec::new();
    for (head, text) in works {
        let count = seen.entry(head.words).or_default();
        anchors.push(Anchor {
            annex,
            words: head.words.to_owned(),
            before: tail(before),
            after: head.after.chars().take(CONTEXT).collect(),
            nth: *count,
            of: 0,
        });
        *count += 1;
        before = text;
    }
    anchors.iter_mut().for_each(|anchor| anchor.of = seen[anchor.words.as_str()]);
    anchors
}

fn tail(text: &str) -> String {
    let from = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    text[from..].to_owned()
}

impl Anchor {
    /// The place among `all` that this one names: the same words at the same
    /// place; or other words, where those around them are the same.
    pub(super) fn find<'a>(&self, all: impl Iterator<Item = &'a Anchor> + Clone) -> Option<usize> {
        let same: Vec<(usize, &Anchor)> = all.clone().enumerate().filter(|(_, one)| one.words == self.words).collect();
        let best = same.iter().map(|(_, one)| self.likeness(one)).max().unwrap_or(0);
        let enough = ENOUGH.min(self.before.chars().count() + self.after.chars().count()).max(1);
        if best >= enough {
            let alike = same.iter().filter(|(_, one)| self.likeness(one) == best);
            return alike.min_by_key(|(_, one)| one.nth.abs_diff(self.nth)).map(|(at, _)| *at);
        }
        // Where all around was written anew, their number alone says which it is.
        let counted = || same.get(self.nth).filter(|_| same.len() == self.of).map(|(at, _)| *at);
        self.find_around(all).or_else(counted)
    }

    /// The one place with the same words behind it.
    fn find_around<'a>(&self, all: impl Iterator<Item = &'a Anchor>) -> Option<usize> {
        let long = self.after.chars().count() >= ENOUGH;
        let mut alike = all.enumerate().filter(|(_, one)| long && one.after == self.after);
        let found = alike.next();
        found.filter(|_| alike.next().is_none()).map(|(at, _)| at)
    }

    /// How many characters around both are the same.
    fn likeness(&self, other: &Anchor) -> usize {
        let before = self.before.chars().rev().zip(other.before.chars().rev());
        let after = self.after.chars().zip(other.after.chars());
        before.take_while(|(one, other)| one == other).count() + after.take_while(|(one, other)| one == other).count()
    }
}
