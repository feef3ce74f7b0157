//! The packed word list, and its one unpacking.

use super::WordClass;
use super::pairs::Pairs;

/// The node of a character that was never counted: it has no children.
pub(super) const NOWHERE: usize = usize::MAX;
/// The number of such a character.
const UNKNOWN: u16 = u16::MAX;
const FIRST_HAN: u32 = 0x4e00;
const LAST_HAN: u32 = 0x9fff;

/// Words and pairs of characters as a trie. Nodes are numbered level by level,
/// so that siblings stand together; those of the first level are the characters
/// themselves.
pub(super) struct Packed {
    /// The number of each character of the Han block.
    numbers: Vec<u16>,
    /// The number of what stands for every other character.
    mark: u16,
    /// The characters, the most frequent first.
    pub characters: Vec<char>,
    /// How often each stands, in eighths of a logarithm.
    counts: Vec<u8>,
    /// How often each stands alone, as a logarithm.
    alone: Vec<u8>,
    /// The syllables of each.
    sounds: Vec<Vec<u16>>,
    /// Where the children of each node begin; those of the next node follow.
    children: Vec<u32>,
    /// The character that leads to a node.
    steps: Vec<u16>,
    /// The class and the weight of the word that ends in a node.
    words: Vec<Option<(WordClass, u8)>>,
    /// The pairs that are kept.
    pub pairs: Pairs,
}

impl Packed {
    /// Unpacks what `cargo xtask words` has packed; bytes of another form give
    /// fewer words.
    pub fn read(mut bytes: &[u8]) -> Self {
        let mut next = || {
            let len = number(&mut bytes).unwrap_or_default() as usize;
            let (stream, rest) = bytes.split_at(len.min(bytes.len()));
            bytes = rest;
            stream
        };
        let (low, high) = (next(), next());
        let codes = low.iter().zip(high).map(|(low, high)| u32::from(u16::from_le_bytes([*low, *high])));
        let mut packed = Self::of(codes.filter_map(char::from_u32).collect());
        (packed.counts, packed.alone) = (next().to_vec(), next().to_vec());
        packed.sounds = read_sounds(next());
        let tags = next();
        packed.read_nodes(next(), next());
        packed.read_words(tags, next(), next());
        packed.read_pairs(next());
        packed
    }

    /// With nothing but the characters.
    fn of(characters: Vec<char>) -> Self {
        let mut numbers = vec![UNKNOWN; (LAST_HAN - FIRST_HAN + 1) as usize];
        let mut mark = UNKNOWN;
        for (number, c) in (0..).zip(&characters) {
            match han(*c).and_then(|at| numbers.get_mut(at)) {
                Some(slot) => *slot = number,
                None => mark = number,
            }
        }
        let known = characters.len();
        Self {
            numbers,
            mark,
            characters,
            counts: Vec::new(),
            alone: Vec::new(),
            sounds: Vec::new(),
            children: vec![u32::try_from(known).unwrap_or_default()],
            steps: vec![UNKNOWN; known],
            words: vec![None; known],
            pairs: Pairs::default(),
        }
    }

    fn read_nodes(&mut self, mut counts: &[u8], mut steps: &[u8]) {
        let mut end = self.children.first().copied().unwrap_or_default();
        while let Some(count) = number(&mut counts) {
            let mut free = 0;
            for step in std::iter::from_fn(|| number(&mut steps)).take(count as usize) {
                self.steps.push(free + step as u16);
                free += step as u16 + 1;
            }
            end += count;
            self.children.push(end);
        }
    }

    fn read_words(&mut self, tags: &[u8], kinds: &[u8], weights: &[u8]) {
        let tags = std::str::from_utf8(tags).unwrap_or_default();
        let classes: Vec<WordClass> = tags.split(' ').map(WordClass::of).collect();
        let mut weights = weights.iter().copied();
        self.words.extend(kinds.iter().map(|kind| {
            let class = classes.get(usize::from(kind.checked_sub(1)?))?;
            Some((*class, weights.next()?))
        }));
    }

    /// The weights of the nodes of the second level, as pairs of characters.
    fn read_pairs(&mut self, weights: &[u8]) {
        self.pairs = Pairs::of(weights.len());
        let known = self.characters.len();
        let firsts = (0..known).flat_map(|first| {
            let end = |node: usize| self.children.get(node).map_or(0, |end| *end as usize);
            (end(first)..end(first + 1)).map(move |_| first as u16)
        });
        let seconds = self.steps.iter().skip(known);
        for ((first, second), weight) in firsts.zip(seconds).zip(weights) {
            if let Some(weight) = weight.checked_sub(1) {
                self.pairs.insert(first, *second, weight);
            }
        }
    }

    /// The node of a text's first character.
    pub fn character(&self, c: char) -> usize {
        self.number(c).map_or(NOWHERE, usize::from)
    }

    /// The number of a character that was counted.
    pub fn number(&self, c: char) -> Option<u16> {
        let number = match han(c) {
            Some(at) => self.numbers.get(at).copied().unwrap_or(UNKNOWN),
            None => self.mark,
        };
        (number != UNKNOWN).then_some(number)
    }

    /// The node that `c` leads to from `node`.
    pub fn child(&self, node: usize, c: char) -> Option<usize> {
        let number = self.number(c)?;
        let (start, end) = (*self.children.get(node)? as usize, *self.children.get(node + 1)? as usize);
        let at = self.steps.get(start..end)?.binary_search(&number).ok()?;
        Some(start + at)
    }

    /// The nodes that follow `node`, each with the character that leads to it.
    pub fn children(&self, node: usize) -> impl Iterator<Item = (char, usize)> {
        let end = |node: usize| self.children.get(node).map_or(0, |end| *end as usize);
        let character = |node: usize| self.characters.get(usize::from(*self.steps.get(node)?)).copied();
        (end(node)..end(node + 1)).filter_map(move |node| Some((character(node)?, node)))
    }

    /// The word that ends in `node`.
    pub fn word(&self, node: usize) -> Option<(WordClass, u8)> {
        self.words.get(node).copied().flatten()
    }

    /// How often `c` stands, in eighths of a logarithm.
    pub fn count(&self, c: char) -> Option<u8> {
        self.counts.get(self.character(c)).copied()
    }

    /// How often `c` stands alone, as a logarithm.
    pub fn alone(&self, c: char) -> Option<u8> {
        han(c).and_then(|_| self.alone.get(self.character(c)).copied())
    }

    /// The syllables of `c`, by number.
    pub fn sounds(&self, c: char) -> &[u16] {
        self.sounds.get(self.character(c)).map_or(&[], Vec::as_slice)
    }

    /// The nodes of all words.
    #[cfg(test)]
    pub fn words(&self) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(|node| self.word(*node).is_some())
    }
}

/// The place of `c` in the Han block.
fn han(c: char) -> Option<usize> {
    let code = u32::from(c);
    (FIRST_HAN..=LAST_HAN).contains(&code).then(|| (code - FIRST_HAN) as usize)
}

fn read_sounds(mut stream: &[u8]) -> Vec<Vec<u16>> {
    let mut next = || number(&mut stream);
    std::iter::from_fn(|| Some((0..next()?).filter_map(|_| next()).map(|sound| sound as u16).collect())).collect()
}

/// The next number: seven bits a byte, the low ones first.
fn number(stream: &mut &[u8]) -> Option<u32> {
    let mut number = 0;
    for shift in (0..u32::BITS).step_by(7) {
        let (byte, rest) = stream.split_first()?;
        *stream = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}
