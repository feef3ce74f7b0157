//! A set of bits that turns most keys away before a map is asked for them.

/// Bits, as a power of two.
const BITS: u32 = 14;

/// What a set of short words may hold. A word that it turns away is not there;
/// one that it lets pass may be.
pub(super) struct Sieve(Vec<u64>);

impl Sieve {
    /// What lets every one of `keys` pass.
    pub fn new(keys: impl Iterator<Item: AsRef<[char]>>) -> Self {
        let mut words = vec![0; 1 << (BITS - u64::BITS.ilog2())];
        for (index, bit) in keys.map(|key| place(key.as_ref())) {
            words[index] |= bit;
        }
        Self(words)
    }

    /// Whether `key` may be there.
    pub fn passes(&self, key: &[char]) -> bool {
        let (index, bit) = place(key);
        self.0[index] & bit != 0
    }
}

/// The word of bits and the bit in it that stand for a key.
fn place(key: &[char]) -> (usize, u64) {
    // The multiplier of Fibonacci hashing: it spreads neighbours far apart.
    let hash = key.iter().fold(0_u32, |hash, c| (hash.rotate_left(5) ^ *c as u32).wrapping_mul(0x9e37_79b1));
    let bit = hash >> (u32::BITS - BITS);
    (bit as usize / 64, 1 << (bit % 64))
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn what_is_there_passes_and_most_else_does_not() {
        let key = |n: u32| char::from_u32(0x4e00 + n).map(|c| [c, '局', c]);
        let held: Vec<[char; 3]> = (0..500).filter_map(key).collect();
        let sieve = Sieve::new(held.iter());
        assert!(held.iter().all(|key| sieve.passes(key)));
        let others = (500..10_500).filter_map(key).filter(|key| sieve.passes(key)).count();
        assert!(others < 1000, "{others} of 10000");
    }
}
