//! Which counts can decide whether a word is a slip.
//!
//! Most pairs of characters never decide anything. Frequent ones are kept; of
//! the others those that a character taken for another could have made out of a
//! pair within a frequent word, unless they are nearly as frequent as it.

use super::characters::{Characters, MARK};
use super::{EXCUSE_CHARS, Word};
use std::collections::{HashMap, HashSet};

/// A word seen this often is what may have been meant.
const MEANT: u32 = 20;
/// A pair seen this often is kept in any case.
const FREQUENT: u32 = 30;
/// The word must be more frequent than the pair by this factor.
const RATIO: u32 = 4;

/// The slips that could be made of frequent words.
pub struct Slips<'a> {
    characters: &'a Characters,
    /// The words that may have been meant.
    meant: HashSet<&'a str>,
    /// The pairs within them, each with the count of the most frequent one.
    within: HashMap<[char; 2], u32>,
}

impl<'a> Slips<'a> {
    /// The slips of these words.
    pub fn of(words: &'a [Word], characters: &'a Characters) -> Self {
        let (mut meant, mut within) = (HashSet::new(), HashMap::new());
        for word in words.iter().filter(|word| word.count >= MEANT) {
            meant.insert(&*word.text);
            for pair in word.text.chars().zip(word.text.chars().skip(1)) {
                let most: &mut u32 = within.entry([pair.0, pair.1]).or_default();
                *most = word.count.max(*most);
            }
        }
        Self { characters, meant, within }
    }

    /// Whether a pair is kept.
    pub fn keep(&self, pair: &str, count: u32) -> bool {
        let mut pair = pair.chars();
        let (Some(a), Some(b)) = (pair.next(), pair.next()) else { return false };
        count >= FREQUENT || a != MARK && b != MARK && self.slip_of(a, b).is_some_and(|meant| meant >= RATIO * count)
    }

    /// How often the most frequent word stands that this pair may be a slip of.
    fn slip_of(&self, a: char, b: char) -> Option<u32> {
        let first = self.characters.taken_for(a).iter().map(|meant| [*meant, b]);
        let second = self.characters.taken_for(b).iter().map(|meant| [a, *meant]);
        first.chain(second).filter_map(|pair| self.within.get(&pair).copied()).max()
    }

    /// Whether a rare word looks like a slip and is therefore to be known: like
    /// a frequent word but for one character (报仇 beside 报酬), or like a
    /// character written twice (娃娃).
    pub fn excuse(&self, word: &Word) -> bool {
        let chars: Vec<char> = word.text.chars().collect();
        let like_frequent = (0..chars.len()).any(|at| {
            self.characters.taken_for(chars[at]).iter().any(|meant| {
                let meant: String = chars[..at].iter().chain([meant]).chain(&chars[at + 1..]).collect();
                self.meant.contains(&*meant)
            })
        });
        let counted = self.characters.numbers(&word.text).is_ok();
        let doubled = word.count > 0 && chars.windows(2).any(|pair| pair[0] == pair[1]);
        counted && chars.len() <= EXCUSE_CHARS && (like_frequent || doubled)
    }
}
