//! How alike entries are: by the runs of three characters they share, the rarer
//! the more they weigh. Runs that many entries have are no sign of anything and
//! are left out, which also keeps the work near linear.

use super::Entry;
use crate::compare::side::Side;
use crate::lexicon::letter::is_letter;
use std::collections::HashMap;

/// A run that more entries of one side have says nothing.
const COMMON: usize = 8;
/// Two entries that share this much are about the same matter.
const RELATED: f32 = 0.08;

/// Two entries that share something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike {
    pub left: usize,
    pub right: usize,
    /// How much of both is shared.
    pub dice: f32,
    /// How much of the left one is shared.
    pub of_left: f32,
    /// How much of the right one is shared.
    pub of_right: f32,
}

/// How alike the entries of two texts are.
#[derive(Debug)]
pub(super) struct Likeness {
    pairs: Vec<Alike>,
    /// Indexes into `pairs` by both entries.
    index: HashMap<(usize, usize), usize>,
    /// For each entry, the one of the other side that holds most of it.
    home_of_left: Vec<Option<(usize, f32)>>,
    home_of_right: Vec<Option<(usize, f32)>>,
}

impl Likeness {
    pub fn new(left: &[Entry], right: &[Entry]) -> Self {
        let mut runs = Vec::new();
        collect(left, Side::Left, &mut runs);
        collect(right, Side::Right, &mut runs);
        runs.sort_unstable();
        runs.dedup();
        let mut weights =
            Weights { left: vec![0.0; left.len()], right: vec![0.0; right.len()], shared: HashMap::new() };
        for same in runs.chunk_by(|a, b| a.run == b.run) {
            weights.add(same);
        }
        weights.finish()
    }

    pub fn pairs(&self) -> &[Alike] {
        &self.pairs
    }

    /// Whether two entries are about the same matter.
    pub fn related(&self, left: usize, right: usize) -> bool {
        self.index.get(&(left, right)).is_some_and(|index| self.pairs[*index].dice >= RELATED)
    }

    /// The entry of the other side that holds most of this one, and how much.
    pub fn home(&self, side: Side, index: usize) -> Option<(usize, f32)> {
        if side == Side::Left { self.home_of_left[index] } else { self.home_of_right[index] }
    }
}

/// A run of characters and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    run: u64,
    right: bool,
    entry: u32,
}

fn collect(entries: &[Entry], side: Side, runs: &mut Vec<Run>) {
    for (index, entry) in entries.iter().enumerate() {
        let mut run = 0;
        let mut length = 0;
        for c in entry.title.chars().chain(entry.text.chars()).filter(|c| is_letter(*c)) {
            run = (run << 21 | u64::from(c)) & ((1 << 63) - 1);
            length += 1;
            if length >= 3 {
                runs.push(Run { run, right: side == Side::Right, entry: index as u32 });
            }
        }
    }
}

struct Weights {
    left: Vec<f32>,
    right: Vec<f32>,
    shared: HashMap<(usize, usize), f32>,
}

impl Weights {
    /// Adds one run with all the entries that have it.
    fn add(&mut self, same: &[Run]) {
        let (left, right) = same.split_at(same.partition_point(|run| !run.right));
        let most = left.len().max(right.len());
        if most > COMMON {
            return;
        }
        let weight = 1.0 / most as f32;
        left.iter().for_each(|run| self.left[run.entry as usize] += weight);
        right.iter().for_each(|run| self.right[run.entry as usize] += weight);
        for one in left {
            for other in right {
                *self.shared.entry((one.entry as usize, other.entry as usize)).or_default() += weight;
            }
        }
    }

    fn finish(self) -> Likeness {
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
        let alike = |((left, right), shared): (&(usize, usize), &f32)| Alike {
            left: *left,
            right: *right,
            dice: share(2.0 * shared, self.left[*left] + self.right[*right]),
            of_left: share(*shared, self.left[*left]),
            of_right: share(*shared, self.right[*right]),
        };
        let mut pairs: Vec<Alike> = self.shared.iter().map(alike).collect();
        pairs.sort_unstable_by_key(|alike| (alike.left, alike.right));
        let mut home_of_left = vec![None; self.left.len()];
        let mut home_of_right = vec![None; self.right.len()];
        for alike in &pairs {
            keep_best(&mut home_of_left[alike.left], alike.right, alike.of_left);
            keep_best(&mut home_of_right[alike.right], alike.left, alike.of_right);
        }
        let index = pairs.iter().enumerate().map(|(index, alike)| ((alike.left, alike.right), index)).collect();
        Likeness { pairs, index, home_of_left, home_of_right }
    }
}

fn keep_best(best: &mut Option<(usize, f32)>, index: usize, share: f32) {
    if best.is_none_or(|(_, most)| share > most) {
        *best = Some((index, share));
    }
}
