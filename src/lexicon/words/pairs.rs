//! Pairs of characters with their weights, found at once.

/// A hash table of one block of slots: the numbers of both characters and the
/// weight in each. A text asks for the pair at every place.
#[derive(Default)]
pub(super) struct Pairs {
    /// 0 where free.
    slots: Vec<u32>,
}

/// Bits of a character's number, and of a weight with its mark that the slot is
/// taken.
const NUMBER_BITS: u32 = 13;
const WEIGHT_BITS: u32 = 6;

impl Pairs {
    /// A table for this many pairs.
    pub fn of(count: usize) -> Self {
        Self { slots: vec![0; (count * 3 / 2).next_power_of_two()] }
    }

    /// Puts a pair in, while there is room.
    pub fn insert(&mut self, first: u16, second: u16, weight: u8) {
        let key = key(first, second);
        let free = self.places(key).find(|at| self.slots[*at] == 0);
        if let Some(at) = free {
            self.slots[at] = (key << WEIGHT_BITS) | (u32::from(weight) + 1);
        }
    }

    /// The weight of a pair.
    pub fn get(&self, first: u16, second: u16) -> Option<u8> {
        let key = key(first, second);
        let slots = self.places(key).map(|at| self.slots[at]).take_while(|slot| *slot != 0);
        let slot = slots.into_iter().find(|slot| slot >> WEIGHT_BITS == key)?;
        Some((slot & ((1 << WEIGHT_BITS) - 1)) as u8 - 1)
    }

    /// The slots where a pair may stand, the likeliest first.
    fn places(&self, key: u32) -> impl Iterator<Item = usize> + use<> {
        let size = self.slots.len();
        let first = (key.wrapping_mul(0x9e37_79b1) >> 8) as usize;
        (0..size).map(move |step| (first + step) & (size - 1))
    }
}

fn key(first: u16, second: u16) -> u32 {
    (u32::from(first) << NUMBER_BITS) | u32::from(second)
}

#[cfg(test)]
mod tests {
    use super::Pairs;

    #[test]
    fn finds_what_was_put_in() {
        let mut pairs = Pairs::of(500);
        (0..500).for_each(|n| pairs.insert(n, n * 7 % 500, (n % 20) as u8));
        assert!((0..500).all(|n| pairs.get(n, n * 7 % 500) == Some((n % 20) as u8)));
        assert_eq!(pairs.get(1, 8), None);
        assert_eq!(Pairs::default().get(1, 7), None);
    }
}
