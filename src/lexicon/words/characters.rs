//! Characters: how often they stand, what follows them, how they sound and
//! what they look like.

use super::PACKED;
use std::sync::LazyLock;

/// Stands for every character that is no Chinese one, and for a line's end.
pub const MARK: char = '#';
/// How many characters were counted.
const ALL: f64 = 38_529_035.0;
/// A pair that is not kept was seen so often at most.
const RARE: f64 = 2.4;
/// How much a character's own frequency weighs where it follows another.
const OWN: f64 = 20.0;
/// A rarer character is not what was meant, in eighths of a logarithm.
const LEAST_MEANT: u8 = 35;

/// The binary logarithm of how often `c` was counted as a word of its own;
/// nothing if it never was.
///
/// ```
/// use notice_analyzer::lexicon::words::alone;
/// assert!(alone('的') > alone('局'));
/// assert_eq!(alone('，'), None);
/// ```
pub fn alone(c: char) -> Option<u8> {
    PACKED.alone(c)
}

/// How often `c` was counted.
pub fn occurrences(c: char) -> f64 {
    PACKED.count(c).map_or(0.0, |eighths| (f64::from(eighths) / 8.0).exp2())
}

/// The binary logarithm of how often `b` was seen behind `a`; nothing if so
/// rarely that it decides nothing.
///
/// ```
/// use notice_analyzer::lexicon::words::pair;
/// assert!(pair('协', '议') > pair('协', '仪'));
/// ```
pub fn pair(a: char, b: char) -> Option<u8> {
    Known::new(a).before(Known::new(b))
}

/// A character looked up once, to be asked about beside many others.
#[derive(Clone, Copy)]
pub struct Known(Option<u16>);

impl Known {
    /// Looks it up.
    pub fn new(c: char) -> Self {
        Self(PACKED.number(c))
    }

    /// As [`pair`] of the two.
    pub fn before(self, behind: Known) -> Option<u8> {
        PACKED.pairs.get(self.0?, behind.0?)
    }
}

/// The weight of the word that two characters are, if they are one.
pub fn word_of_two(a: char, b: char) -> Option<u8> {
    let node = PACKED.child(PACKED.character(a), b)?;
    PACKED.word(node).map(|(_, weight)| weight)
}

/// The decimal logarithm of how probable `b` is behind `a`.
pub fn follows(a: char, b: char) -> f64 {
    let own = (occurrences(b) + 0.5) / ALL;
    let first = occurrences(a);
    if first == 0.0 {
        return own.log10();
    }
    let seen = pair(a, b).map_or(RARE.min(first * own), |weight| f64::from(weight).exp2());
    ((seen.min(first) + OWN * own) / (first + OWN)).log10()
}

static LOOKALIKES: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("lookalikes.txt").lines().filter(|line| !line.starts_with('#'));
    let mut pairs: Vec<(char, char)> = lines
        .flat_map(|line| line.split(' '))
        .filter_map(|pair| pair.chars().next().zip(pair.chars().nth(1)))
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .collect();
    pairs.sort_unstable();
    pairs
});

/// The characters that look like `c`.
///
/// ```
/// use notice_analyzer::lexicon::words::look_alike;
/// assert_eq!(look_alike('入').collect::<String>(), "人");
/// ```
pub fn look_alike(c: char) -> impl Iterator<Item = char> {
    let first = LOOKALIKES.partition_point(|pair| pair.0 < c);
    LOOKALIKES[first..].iter().take_while(move |pair| pair.0 == c).map(|pair| pair.1)
}

/// The characters of each syllable, tone aside, the most frequent first.
static SYLLABLES: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let mut syllables: Vec<Vec<char>> = Vec::new();
    for &c in PACKED.characters.iter().filter(|c| PACKED.count(**c) >= Some(LEAST_MEANT)) {
        for sound in PACKED.sounds(c).iter().map(|sound| usize::from(*sound)) {
            syllables.resize(syllables.len().max(sound + 1), Vec::new());
            syllables[sound].push(c);
        }
    }
    syllables
});

/// The characters that sound like `c`, tone aside.
///
/// ```
/// use notice_analyzer::lexicon::words::sound_like;
/// assert!(sound_like('仪').any(|c| c == '议'));
/// ```
pub fn sound_like(c: char) -> impl Iterator<Item = char> {
    let syllables = PACKED.sounds(c).iter().filter_map(|sound| SYLLABLES.get(usize::from(*sound)));
    syllables.flatten().copied().filter(move |other| *other != c)
}
