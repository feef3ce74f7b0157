//! The one pass over the text that finds the words of all rules.

use crate::span::TextRange;
use daachorse::CharwiseDoubleArrayAhoCorasick;
use rustc_hash::FxHashMap;

/// A place of one of a rule's words. It is kept small: a text has one for every
/// tenth character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    word: u32,
    start: u32,
    end: u32,
}

impl Hit {
    /// Which word, counted in the rule's own list or table.
    pub fn word(&self) -> usize {
        self.word as usize
    }

    /// Where it stands.
    pub fn range(&self) -> TextRange {
        TextRange::new(self.start as usize, self.end as usize)
    }
}

/// The places of each rule's words, by its code.
pub(super) type Hits = FxHashMap<&'static str, Vec<Hit>>;

/// The words of many rules, to be found together.
pub(super) struct Scanner {
    /// Absent only if the word lists could not be compiled.
    automaton: Option<CharwiseDoubleArrayAhoCorasick<usize>>,
    /// For each word, the codes of the rules that look for it, and its index in
    /// each.
    owners: Vec<Vec<(&'static str, usize)>>,
}

impl Scanner {
    /// The words of each rule, by its code.
    pub fn new(rules: impl Iterator<Item = (&'static str, Vec<&'static str>)>) -> Self {
        let mut index: FxHashMap<&str, usize> = FxHashMap::default();
        let mut owners: Vec<Vec<(&str, usize)>> = Vec::new();
        for (code, asked) in rules {
            for (nth, word) in asked.into_iter().enumerate().filter(|(_, word)| !word.is_empty()) {
                let at = *index.entry(word).or_insert_with(|| {
                    owners.push(Vec::new());
                    owners.len() - 1
                });
                owners[at].push((code, nth));
            }
        }
        Self { automaton: CharwiseDoubleArrayAhoCorasick::with_values(index).ok(), owners }
    }

    /// The places of every word of every rule in `text`.
    pub fn scan(&self, text: &str) -> Hits {
        let mut hits = Hits::default();
        let Some(automaton) = &self.automaton else { return hits };
        for found in automaton.find_overlapping_iter(text) {
            let (start, end) = (found.start() as u32, found.end() as u32);
            for &(code, word) in &self.owners[found.value()] {
                hits.entry(code).or_default().push(Hit { word: word as u32, start, end });
            }
        }
        hits.values_mut().for_each(Vec::shrink_to_fit);
        hits
    }
}
