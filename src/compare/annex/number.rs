//! How the numbers of the annex follow those of the body.

use super::item::Item;
use crate::analysis::Task;
use crate::lexicon::numeral::leading_number;
use std::collections::HashMap;

/// Rows and tasks whose numbers were held against each other, at least.
const VOTES: usize = 2;

/// How a row's number is made from its task's.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    /// The number each task would have; empty where rows are numbered freely.
    expected: Vec<u32>,
}

impl Numbering {
    /// Reads how the rows are numbered from those that have their task's title
    /// or words: like the items of the body (（三） is 3), or one after another.
    pub(super) fn read(tasks: &[&Task], items: &[Item]) -> Self {
        let twins = twins(tasks, items);
        let own: Vec<u32> = tasks.iter().map(|task| task.number.last().and_then(|n| ordinal(n)).unwrap_or(0)).collect();
        let running = running(tasks);
        let fits = |scheme: &[u32]| twins.iter().filter(|(task, number)| scheme[*task] == *number).count();
        let (own_fits, running_fits) = (fits(&own), fits(&running));
        let most = own_fits.max(running_fits);
        if most < VOTES || most * 10 < twins.len() * 6 {
            return Self::default();
        }
        Self { expected: if own_fits >= running_fits { own } else { running } }
    }

    /// Whether rows are numbered like their tasks.
    pub(super) fn is_known(&self) -> bool {
        !self.expected.is_empty()
    }

    /// Whether a row of this number answers this task.
    pub(super) fn agrees(&self, task: usize, number: &str) -> bool {
        match (self.expected.get(task), ordinal(number)) {
            (Some(expected), Some(number)) => *expected == number,
            _ => true,
        }
    }

    /// Whether the number is that of a task at all.
    pub(super) fn names_task(&self, number: &str) -> bool {
        ordinal(number).is_some_and(|number| self.expected.contains(&number))
    }
}

/// Tasks and the numbers of the rows that have their title, or their words.
fn twins(tasks: &[&Task], items: &[Item]) -> Vec<(usize, u32)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (index, task) in tasks.iter().enumerate() {
        places.entry(key(&task.title, task.wording.text())).or_insert(index);
    }
    let numbered = items.iter().filter_map(|item| Some((key(item.title, item.wording.text()), ordinal(item.number)?)));
    numbered.filter_map(|(key, number)| Some((*places.get(key)?, number))).collect()
}

fn key<'a>(title: &'a str, words: &'a str) -> &'a str {
    if title.is_empty() { words } else { title }
}

/// Tasks counted one after another; the parts of one item count once.
fn running(tasks: &[&Task]) -> Vec<u32> {
    let mut count = 0;
    let mut numbers = Vec::with_capacity(tasks.len());
    for (index, task) in tasks.iter().enumerate() {
        if index == 0 || tasks[index - 1].number != task.number {
            count += 1;
        }
        numbers.push(count);
    }
    numbers
}

/// What a number says: （三）, 三、, 第三条, 2.3 is 3.
pub(super) fn ordinal(number: &str) -> Option<u32> {
    let last = number.trim_end_matches(['.', '、']).rsplit('.').next()?;
    let bare = last.trim_start_matches(['（', '(', '第']);
    leading_number(bare).map(|(value, _)| value).filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals() {
        for (number, value) in [
            ("3", Some(3)),
            ("3.", Some(3)),
            ("（三）", Some(3)),
            ("(12)", Some(12)),
            ("二十一", Some(21)),
            ("第三条", Some(3)),
            ("2.3", Some(3)),
            ("", None),
            ("附", None),
        ] {
            assert_eq!(ordinal(number), value, "{number}");
        }
    }
}
