//! Words and pairs in a trie, and the trie in streams of bytes.

use std::collections::BTreeMap;

/// A node: the words that go on from here.
#[derive(Default)]
pub struct Trie {
    children: BTreeMap<u16, Trie>,
    /// Part of speech and weight, where a word ends here.
    word: Option<(u8, u8)>,
    /// The weight of the pair that ends here.
    pair: u8,
}

impl Trie {
    /// Puts a word in.
    pub fn insert(&mut self, word: &[u16], tag: u8, weight: u8) {
        self.node(word).word = Some((tag, weight));
    }

    /// Puts a pair in.
    pub fn insert_pair(&mut self, pair: &[u16], weight: u8) {
        self.node(pair).pair = weight;
    }

    fn node(&mut self, path: &[u16]) -> &mut Self {
        path.iter().fold(self, |node, number| node.children.entry(*number).or_default())
    }

    /// The numbers of children, the steps, the parts of speech, the weights of
    /// words and those of pairs. Every one of the `characters` has a node on
    /// the first level, whether or not a word begins with it, and no step leads
    /// there.
    pub fn streams(&self, characters: usize) -> [Vec<u8>; 5] {
        let [mut counts, mut steps, mut tags, mut weights, mut pairs] = [const { Vec::new() }; 5];
        let nothing = Self::default();
        let first = (0..characters).map(|number| u16::try_from(number).ok().and_then(|n| self.children.get(&n)));
        let mut level: Vec<&Self> = first.map(|node| node.unwrap_or(&nothing)).collect();
        let mut depth = 1;
        while !level.is_empty() {
            let mut next = Vec::new();
            for node in level {
                write_number(&mut counts, node.children.len());
                let mut free = 0;
                for (number, child) in &node.children {
                    write_number(&mut steps, usize::from(number - free));
                    free = number + 1;
                    let (tag, weight) = child.word.map_or((0, None), |(tag, weight)| (tag, Some(weight)));
                    tags.push(tag);
                    weights.extend(weight);
                    pairs.extend((depth == 1).then_some(child.pair));
                    next.push(child);
                }
            }
            level = next;
            depth += 1;
        }
        [counts, steps, tags, weights, pairs]
    }
}

/// Seven bits a byte, the low ones first; the eighth says that more follow.
pub fn write_number(stream: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        stream.push(number as u8 | 0x80);
        number >>= 7;
    }
    stream.push(number as u8);
}
