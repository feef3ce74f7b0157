//! The one pass over the text that finds the words of all rules.

use super::RULES;
use crate::span::TextRange;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A place of one of a rule's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    /// Which word, counted in the rule's own list or table.
    pub word: usize,
    /// Where.
    pub range: TextRange,
}

/// The words of all rules, compiled once.
pub(super) static SCANNER: LazyLock<Scanner> = LazyLock::new(Scanner::new);

pub(super) struct Scanner {
    /// Absent only if the word lists could not be compiled.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<usize>>,
    /// For each word, the rules that look for it, and its index in each.
    owners: Vec<Vec<(usize, usize)>>,
}

impl Scanner {
    fn new() -> Self {
        let mut index: FxHashMap<&str, usize> = FxHashMap::default();
        let mut owners: Vec<Vec<(usize, usize)>> = Vec::new();
        for (rule, asked) in RULES.iter().map(|rule| rule.words.all()).enumerate() {
            for (nth, word) in asked.into_iter().enumerate().filter(|(_, word)| !word.is_empty()) {
                let at = *index.entry(word).or_insert_with(|| {
                    owners.push(Vec::new());
                    owners.len() - 1
                });
                owners[at].push((rule, nth));
            }
        }
        Self { automaton: CharwiseDoubleArrayAhoCorasick::with_values(index).ok(), owners }
    }

    /// The places of every word of every rule in `text`, by rule.
    pub fn scan(&self, text: &str) -> Vec<Vec<Hit>> {
        let mut hits: Vec<Vec<Hit>> = RULES.iter().map(|_| Vec::new()).collect();
        let Some(automaton) = &self.automaton else { return hits };
        for found in automaton.find_overlapping_iter(text) {
            let range = TextRange::new(found.start(), found.end());
            for &(rule, word) in &self.owners[found.value()] {
                hits[rule].push(Hit { word, range });
            }
        }
        hits
    }
}
