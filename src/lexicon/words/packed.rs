//! The packed word list, and its one unpacking.

use super::WordClass;

/// The node of a character that no word holds: it has no children.
pub(super) const NOWHERE: usize = usize::MAX;
/// The number of such a character.
const UNKNOWN: u16 = u16::MAX;
const FIRST_HAN: u32 = 0x4e00;
const LAST_HAN: u32 = 0x9fff;

/// The words as a trie. Nodes are numbered level by level, so that siblings
/// stand together; those of the first level are the characters themselves.
pub(super) struct Packed {
    /// The number of each character of the Han block.
    numbers: Vec<u16>,
    /// How often each character stands alone, as a logarithm.
    alone: Vec<u8>,
    /// Where the children of each node begin; those of the next node follow.
    children: Vec<u32>,
    /// The character that leads to a node.
    characters: Vec<u16>,
    /// The class and the weight of the word that ends in a node.
    words: Vec<Option<(WordClass, u8)>>,
}

impl Packed {
    /// Unpacks what `cargo xtask words` has packed; bytes of another form give
    /// fewer words.
    pub fn read(mut bytes: &[u8]) -> Self {
        let [code_units, alone, tags, counts, steps, kinds, weights] = std::array::from_fn(|_| stream(&mut bytes));
        let (low, high) = code_units.split_at(code_units.len() / 2);
        let known = low.len();
        let mut numbers = vec![UNKNOWN; (LAST_HAN - FIRST_HAN + 1) as usize];
        for (number, code) in (0..).zip(low.iter().zip(high)) {
            let code = u32::from(u16::from_le_bytes([*code.0, *code.1]));
            if let Some(slot) = code.checked_sub(FIRST_HAN).and_then(|at| numbers.get_mut(at as usize)) {
                *slot = number;
            }
        }
        let mut packed = Self {
            numbers,
            alone: alone.to_vec(),
            children: vec![u32::try_from(known).unwrap_or_default()],
            characters: vec![UNKNOWN; known],
            words: vec![None; known],
        };
        packed.read_nodes(counts, steps);
        packed.read_words(tags, kinds, weights);
        packed
    }

    fn read_nodes(&mut self, mut counts: &[u8], mut steps: &[u8]) {
        let mut end = self.children.first().copied().unwrap_or_default();
        while let Some(count) = number(&mut counts) {
            let mut free = 0;
            let steps = std::iter::from_fn(|| number(&mut steps)).take(count as usize);
            self.characters.extend(steps.map(|step| {
                let character = free + step as u16;
                free = character + 1;
                character
            }));
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

    fn number(&self, c: char) -> Option<u16> {
        let at = u32::from(c).checked_sub(FIRST_HAN)?;
        self.numbers.get(at as usize).copied().filter(|number| *number != UNKNOWN)
    }

    /// The node of a text's first character.
    pub fn character(&self, c: char) -> usize {
        self.number(c).map_or(NOWHERE, usize::from)
    }

    /// The node that `c` leads to from `node`.
    pub fn child(&self, node: usize, c: char) -> Option<usize> {
        let number = self.number(c)?;
        let (start, end) = (*self.children.get(node)? as usize, *self.children.get(node + 1)? as usize);
        let at = self.characters.get(start..end)?.binary_search(&number).ok()?;
        Some(start + at)
    }

    /// The word that ends in `node`.
    pub fn word(&self, node: usize) -> Option<(WordClass, u8)> {
        self.words.get(node).copied().flatten()
    }

    /// How often `c` stands alone, as a logarithm.
    pub fn alone(&self, c: char) -> Option<u8> {
        self.alone.get(usize::from(self.number(c)?)).copied()
    }

    /// The nodes of all words.
    #[cfg(test)]
    pub fn words(&self) -> impl Iterator<Item = usize> {
        (0..self.words.len()).filter(|node| self.word(*node).is_some())
    }
}

/// The next stream: its length, then itself.
fn stream<'b>(bytes: &mut &'b [u8]) -> &'b [u8] {
    let Some((len, rest)) = bytes.split_first_chunk() else { return &[] };
    let len = u32::from_le_bytes(*len) as usize;
    let (stream, rest) = rest.split_at(len.min(rest.len()));
    *bytes = rest;
    stream
}

/// The next number: seven bits a byte, the low ones first.
fn number(stream: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = stream.split_first()?;
        *stream = rest;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}
