//! Titles that are nearly the same: 压实部门监管责任, 强化部门监管责任.

use super::Entry;
use std::collections::HashMap;

/// Titles that share this much of their pairs of characters name one matter.
const NEAR: f32 = 0.6;
/// A title with at least this many pairs that another one holds whole names the
/// same matter, too.
const WHOLE: usize = 4;
/// A pair of characters that more titles of one side have leads nowhere.
const COMMON: usize = 8;

/// Entries whose titles are alike, each with how much.
pub(super) fn near_titles(left: &[Entry], right: &[Entry]) -> Vec<(f32, usize, usize)> {
    let (a, b) = (pairs(left), pairs(right));
    let mut holders: HashMap<(char, char), (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (at, title) in a.iter().enumerate() {
        title.iter().for_each(|pair| holders.entry(*pair).or_default().0.push(at));
    }
    for (at, title) in b.iter().enumerate() {
        title.iter().for_each(|pair| holders.entry(*pair).or_default().1.push(at));
    }
    let rare = holders.into_values().filter(|(left, right)| left.len().max(right.len()) <= COMMON);
    let mut candidates: Vec<(usize, usize)> = rare
        .flat_map(|(left, right)| left.into_iter().flat_map(move |l| right.clone().into_iter().map(move |r| (l, r))))
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    let scored = candidates.into_iter().map(|(left, right)| (dice(&a[left], &b[right]), left, right));
    scored.filter(|(score, _, _)| *score >= NEAR).collect()
}

/// The pairs of neighbouring characters of each title, sorted, each once.
fn pairs(entries: &[Entry]) -> Vec<Vec<(char, char)>> {
    let of = |entry: &Entry| {
        let chars: Vec<char> = entry.title.chars().filter(|c| c.is_alphanumeric()).collect();
        let mut pairs: Vec<(char, char)> = chars.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    };
    entries.iter().map(of).collect()
}

fn dice(one: &[(char, char)], other: &[(char, char)]) -> f32 {
    let shared = one.iter().filter(|pair| other.binary_search(pair).is_ok()).count();
    let dice = 2.0 * shared as f32 / (one.len() + other.len()).max(1) as f32;
    let shorter = one.len().min(other.len());
    if shared == shorter && shorter >= WHOLE { dice.max(NEAR) } else { dice }
}
