//! In which order tasks are shown, and which of them stand elsewhere than
//! before.

use crate::analysis::Task;
use crate::compare::comparison::{Fate, TaskChange};
use crate::compare::matched::Matched;
use crate::compare::side::Side;
use std::collections::HashMap;

/// Indexes of `pairs` in the order of the new notice; what only the old one has
/// comes behind what stood before it there.
pub(super) fn order(pairs: &[Matched], old: usize, new: usize) -> Vec<usize> {
    let (mut of_old, mut of_new): (Vec<Vec<usize>>, Vec<Vec<usize>>) = (vec![Vec::new(); old], vec![Vec::new(); new]);
    for (at, pair) in pairs.iter().enumerate() {
        match pair.right.first().filter(|_| pair.detached != Some(Side::Left)) {
            Some(right) => of_new[*right].push(at),
            None => pair.left.first().into_iter().for_each(|left| of_old[*left].push(at)),
        }
    }
    let mut behind: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut last = None;
    let home: HashMap<usize, usize> = pairs
        .iter()
        .enumerate()
        .filter(|(_, pair)| pair.is_matched() && !pair.is_moved())
        .flat_map(|(at, pair)| pair.left.iter().map(move |left| (*left, at)))
        .collect();
    for (left, alone) in of_old.iter().enumerate() {
        last = home.get(&left).copied().or(last);
        behind.entry(last).or_default().extend(alone);
    }
    let mut order = behind.remove(&None).unwrap_or_default();
    for at in of_new.into_iter().flatten() {
        order.push(at);
        order.extend(behind.remove(&Some(at)).unwrap_or_default());
    }
    order
}

/// Marks tasks that stand in another chapter, or out of the order that the
/// others keep. Where the order alone changed, as few as possible are marked.
pub(super) fn mark_moved(tasks: &mut [TaskChange], old: &[Task]) {
    let old_places: HashMap<&str, usize> = old.iter().enumerate().map(|(at, task)| (task.id.as_str(), at)).collect();
    let kept: Vec<usize> = (0..tasks.len()).filter(|at| stays(&tasks[*at])).collect();
    let of_old =
        |at: &usize| tasks[*at].old.first().and_then(|task| old_places.get(task.id.as_str())).copied().unwrap_or(0);
    let sequence: Vec<usize> = kept.iter().map(of_old).collect();
    let in_order = longest_rise(&sequence);
    let chapters = chapter_partners(tasks, &kept);
    for (at, rises) in kept.iter().zip(in_order) {
        let task = &mut tasks[*at];
        let (Some(old), Some(new)) = (task.old.first(), task.new.first()) else { continue };
        let home = chapters.get(old.chapter.as_str()).is_none_or(|chapter| *chapter == new.chapter);
        task.moved = !rises || !home;
    }
}

fn stays(task: &TaskChange) -> bool {
    !matches!(task.fate, Fate::New | Fate::Dropped) && !task.old.is_empty() && !task.new.is_empty()
}

/// The new chapter that most tasks of an old one stand in: chapters are renamed,
/// too.
fn chapter_partners(tasks: &[TaskChange], kept: &[usize]) -> HashMap<String, String> {
    let mut votes: HashMap<(&str, &str), usize> = HashMap::new();
    for at in kept {
        if let (Some(old), Some(new)) = (tasks[*at].old.first(), tasks[*at].new.first()) {
            *votes.entry((&old.chapter, &new.chapter)).or_default() += 1;
        }
    }
    let mut votes: Vec<((&str, &str), usize)> = votes.into_iter().collect();
    votes.sort_unstable_by_key(|(names, count)| (*count, names.0 == names.1, *names));
    votes.into_iter().map(|((old, new), _)| (old.to_owned(), new.to_owned())).collect()
}

/// For each member whether it belongs to a longest rising subsequence.
fn longest_rise(sequence: &[usize]) -> Vec<bool> {
    // For each length the index of the smallest end of a rise of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sequence.len());
    for (at, value) in sequence.iter().enumerate() {
        let length = ends.partition_point(|end| sequence[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut rises = vec![false; sequence.len()];
    let mut at = ends.last().copied();
    while let Some(index) = at {
        rises[index] = true;
        at = before[index];
    }
    rises
}

#[cfg(test)]
mod tests {
    use super::longest_rise;

    #[test]
    fn rises() {
        for (sequence, expected) in [
            (vec![], vec![]),
            (vec![0, 1, 2], vec![true, true, true]),
            (vec![0, 3, 1, 2], vec![true, false, true, true]),
            (vec![2, 0, 1], vec![false, true, true]),
        ] {
            assert_eq!(longest_rise(&sequence), expected, "{sequence:?}");
        }
    }
}
