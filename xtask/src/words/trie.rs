//! Words in a trie, and the trie in streams of bytes.

use std::collections::BTreeMap;

/// A node: the words that go on from here.
#[derive(Default)]
pub struct Trie {
    children: BTreeMap<u16, Trie>,
    /// Part of speech and weight, where a word ends here.
    word: Option<(u8, u8)>,
}

impl Trie {
    /// Puts a word in.
    pub fn insert(&mut self, word: &[u16], tag: u8, weight: u8) {
        match word.split_first() {
            Some((first, rest)) => self.children.entry(*first).or_default().insert(rest, tag, weight),
            None => self.word = Some((tag, weight)),
        }
    }

    /// The numbers of children, the steps, the parts of speech and the weights.
    /// Every one of the `characters` has a node on the first level, whether or
    /// not a word begins with it, and no step leads there.
    pub fn streams(&self, characters: usize) -> [Vec<u8>; 4] {
        let [mut counts, mut steps, mut tags, mut weights] = [const { Vec::new() }; 4];
        let nothing = Self::default();
        let first = (0..characters).map(|number| u16::try_from(number).ok().and_then(|n| self.children.get(&n)));
        let mut level: Vec<&Self> = first.map(|node| node.unwrap_or(&nothing)).collect();
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
                    next.push(child);
                }
            }
            level = next;
        }
        [counts, steps, tags, weights]
    }
}

/// Seven bits a byte, the low ones first; the eighth says that more follow.
fn write_number(stream: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        stream.push(number as u8 | 0x80);
        number >>= 7;
    }
    stream.push(number as u8);
}
