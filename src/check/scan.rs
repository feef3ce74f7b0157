//! The one pass over the text that finds the words of all rules.

use super::RULES;
use super::rule::Words;
use crate::span::TextRange;
use aho_corasick::{AhoCorasick, MatchKind};
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
    automaton: Option<AhoCorasick>,
    /// For each pattern, the index of its rule and its index there.
    owners: Vec<(usize, usize)>,
}

impl Scanner {
    fn new() -> Self {
        let mut patterns: Vec<&str> = Vec::new();
        let mut owners = Vec::new();
        for (rule, words) in RULES.iter().map(|rule| &rule.words).enumerate() {
            let before = patterns.len();
            match words {
                Words::None => {}
                Words::List(list) => patterns.extend(list.iter()),
                Words::Made(list) => patterns.extend(list.iter().map(String::as_str)),
                Words::Table(table) => patterns.extend(table.entries().iter().map(|e| e.needle())),
            }
            owners.extend((0..patterns.len() - before).map(|word| (rule, word)));
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns).ok();
        Self { automaton, owners }
    }

    /// The places of every word of every rule in `text`, by rule.
    pub fn scan(&self, text: &str) -> Vec<Vec<Hit>> {
        let mut hits: Vec<Vec<Hit>> = RULES.iter().map(|_| Vec::new()).collect();
        let Some(automaton) = &self.automaton else { return hits };
        for found in automaton.find_overlapping_iter(text) {
            let (rule, word) = self.owners[found.pattern().as_usize()];
            hits[rule].push(Hit { word, range: TextRange::new(found.start(), found.end()) });
        }
        hits
    }
}
