//! How alike entries are: by the runs of three characters they share, the rarer
//! the more they weigh. Runs that many entries have are no sign of anything and
//! are left out, which also keeps the work near linear.

use super::Entry;
use crate::compare::side::Side;
use crate::lexicon::letter::is_letter;
use rustc_hash::FxHashMap;

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
    index: FxHashMap<(usize, usize), usize>,
    /// For each entry, the one of the other side that holds most of it.
    home_of_left: Vec<Option<(usize, f32)>>,
    home_of_right: Vec<Option<(usize, f32)>>,
}

impl Likeness {
    pub fn new(left: &[Entry], right: &[Entry]) -> Self {
        let mut spread: FxHashMap<u64, Spread> = FxHashMap::default();
        let left_runs = collect(left, &mut spread, |spread| &mut spread.left);
        let right_runs = collect(right, &mut spread, |spread| &mut spread.right);
        let mut weights =
            Weights { left: vec![0.0; left.len()], right: vec![0.0; right.len()], shared: FxHashMap::default() };
        weights.weigh(&spread, &left_runs, &right_runs);
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

/// How many entries of each side have a run.
#[derive(Clone, Copy, Debug, Default)]
struct Spread {
    left: usize,
    right: usize,
}

impl Spread {
    /// What the run weighs; nothing if too many entries have it.
    fn weight(self) -> Option<f32> {
        let most = self.left.max(self.right);
        (most <= COMMON).then(|| 1.0 / most as f32)
    }
}

/// A run of three characters and an entry that has it.
type Run = (u64, usize);

/// The runs of the entries, each once for an entry, counted on their side.
fn collect(entries: &[Entry], spread: &mut FxHashMap<u64, Spread>, side: fn(&mut Spread) -> &mut usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut seen: FxHashMap<u64, usize> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate() {
        let (mut run, mut length) = (0, 0);
        for c in entry.title.chars().chain(entry.text.chars()).filter(|c| is_letter(*c)) {
            run = (run << 21 | u64::from(c)) & ((1 << 63) - 1);
            length += 1;
            if length >= 3 && seen.insert(run, index) != Some(index) {
                *side(spread.entry(run).or_default()) += 1;
                runs.push((run, index));
            }
        }
    }
    runs
}

struct Weights {
    left: Vec<f32>,
    right: Vec<f32>,
    shared: FxHashMap<(usize, usize), f32>,
}

impl Weights {
    /// Adds the weight of each run to the entries that have it, and to the pairs
    /// that share it.
    fn weigh(&mut self, spread: &FxHashMap<u64, Spread>, left: &[Run], right: &[Run]) {
        let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        let weight = |run: u64| spread.get(&run).and_then(|spread| Some((*spread, spread.weight()?)));
        for (run, entry) in left {
            let Some((spread, weight)) = weight(*run) else { continue };
            self.left[*entry] += weight;
            if spread.right > 0 {
                holders.entry(*run).or_default().push(*entry);
            }
        }
        for (run, entry) in right {
            let Some((_, weight)) = weight(*run) else { continue };
            self.right[*entry] += weight;
            for other in holders.get(run).into_iter().flatten() {
                *self.shared.entry((*other, *entry)).or_default() += weight;
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
