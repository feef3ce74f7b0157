//! The general word list: some fifty thousand words of official prose with
//! their parts of speech and how often they are used, and which characters
//! follow each other.
//!
//! It tells a verb from a noun without an entry for either. `words/ORIGIN.md`
//! says where it comes from.

mod characters;
mod packed;
mod pairs;

pub use characters::{Known, MARK, alone, follows, look_alike, occurrences, pair, sound_like, word_of_two};

use packed::{NOWHERE, Packed};
use std::str::Chars;
use std::sync::LazyLock;

static PACKED: LazyLock<Packed> = LazyLock::new(|| Packed::read(include_bytes!("words/words.bin")));

/// What kind of word it is: the part of speech that it mostly is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordClass {
    /// 部门
    Noun,
    /// 牵头
    Verb,
    /// Both: 检查, 建设
    VerbalNoun,
    /// 重大, and attributes such as 大型
    Adjective,
    /// 逐步
    Adverb,
    /// 目前
    Time,
    /// A name on the map: 上海
    Place,
    /// A name of a person, or what looks like one
    Person,
    /// A body with a name of its own: 人民政府
    Organ,
    /// 以上, 期间
    Position,
    /// 按照
    Preposition,
    /// 以及
    Conjunction,
    /// 其他
    Pronoun,
    /// Numerals and measure words: 一批
    Number,
    /// A set phrase: 因地制宜, 党内外
    Phrase,
    /// Particles and the like, and what no list knows
    Other,
}

impl WordClass {
    /// The class of a part of speech, as jieba names it.
    fn of(tag: &str) -> Self {
        match tag {
            "n" | "nz" | "j" | "an" => Self::Noun,
            "v" | "vi" | "vd" | "vq" | "df" => Self::Verb,
            "vn" => Self::VerbalNoun,
            "a" | "b" | "z" => Self::Adjective,
            "d" | "ad" => Self::Adverb,
            "t" => Self::Time,
            "ns" => Self::Place,
            "nr" | "nrt" | "nrfg" => Self::Person,
            "nt" => Self::Organ,
            "f" | "s" => Self::Position,
            "p" => Self::Preposition,
            "c" => Self::Conjunction,
            "r" | "rr" | "rz" => Self::Pronoun,
            "m" | "q" | "mq" => Self::Number,
            "i" | "l" => Self::Phrase,
            _ => Self::Other,
        }
    }
}

/// A word that stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its length in bytes.
    pub len: usize,
    /// What kind of word it is.
    pub class: WordClass,
    /// The binary logarithm of how often it was counted; 0 for a rare word.
    pub weight: u8,
}

/// All words of two to eight characters that `text` begins with, the shortest
/// first.
///
/// ```
/// use notice_analyzer::lexicon::words::{WordClass, words_at};
/// let found: Vec<_> = words_at("人民政府要").map(|word| (word.len / 3, word.class)).collect();
/// assert_eq!(found, [(2, WordClass::Noun), (4, WordClass::Organ)]);
/// ```
pub fn words_at(text: &str) -> impl Iterator<Item = Word> {
    Words::default().at(text)
}

/// What kind of word `word` is, if the list has it.
///
/// ```
/// use notice_analyzer::lexicon::words::{WordClass, class_of};
/// assert_eq!(class_of("部门"), Some(WordClass::Noun));
/// assert_eq!(class_of("部门要"), None);
/// ```
pub fn class_of(word: &str) -> Option<WordClass> {
    words_at(word).find(|found| found.len == word.len()).map(|found| found.class)
}

/// The words that `head`, one more character and what `tail` begins with make,
/// each with that character.
///
/// ```
/// use notice_analyzer::lexicon::words::words_lacking_one;
/// let (lost, word) = words_lacking_one("人民", "府要求").next().unwrap();
/// assert_eq!((lost, word.len), ('政', "人民政府".len()));
/// ```
pub fn words_lacking_one<'t>(head: &'t str, tail: &'t str) -> impl Iterator<Item = (char, Word)> + use<'t> {
    let mut chars = head.chars();
    let first = chars.next().map_or(NOWHERE, |c| PACKED.character(c));
    let node = chars.try_fold(first, |node, c| PACKED.child(node, c));
    let longer = node.into_iter().flat_map(|node| PACKED.children(node));
    longer.flat_map(move |(c, node)| {
        let mut found = WordsAt { words: Words::default(), text: tail, rest: tail.chars(), node };
        std::iter::from_fn(move || found.next())
            .map(move |word| (c, Word { len: head.len() + c.len_utf8() + word.len, ..word }))
    })
}

/// The word list, or what a draw leaves of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    draw: Option<u64>,
}

/// A draw takes one word in so many away.
const DRAWN: u64 = 5;
/// The binary logarithm of how many words were counted.
const ALL: u16 = 24;
/// What a character costs that was never seen alone, beyond one seen once.
const UNSEEN: u16 = 2;

impl Words {
    /// The list without a fifth of its words, another fifth for each seed: what
    /// is read well with it does not rest on single words.
    ///
    /// ```
    /// use notice_analyzer::lexicon::words::Words;
    /// let without = (0..5).filter(|seed| Words::without(*seed).at("部门").next().is_none());
    /// assert!(without.count() < 5);
    /// ```
    pub fn without(seed: u64) -> Self {
        Self { draw: Some(seed) }
    }

    /// As [`words_at`].
    pub fn at<'t>(self, text: &'t str) -> impl Iterator<Item = Word> + use<'t> {
        let mut rest = text.chars();
        let node = rest.next().map_or(NOWHERE, |c| PACKED.character(c));
        WordsAt { words: self, text, rest, node }
    }

    /// Whether the draw takes away the word of a node.
    fn lacks(self, node: usize) -> bool {
        // A multiplicative hash; the high bits are the mixed ones.
        let mixed = |seed: u64| (node as u64 ^ seed << 32).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        self.draw.is_some_and(|seed| mixed(seed) % DRAWN == 0)
    }

    /// Divides a stretch of Chinese characters into words: of all ways the most
    /// probable one. What is no word falls into single characters, of class
    /// [`WordClass::Other`].
    ///
    /// ```
    /// use notice_analyzer::lexicon::words::Words;
    /// let (text, mut at) = ("县人民政府统一部署防汛工作", 0);
    /// let words = Words::default().divide(text).into_iter().map(|word| {
    ///     at += word.len;
    ///     &text[at - word.len..at]
    /// });
    /// assert_eq!(words.collect::<Vec<_>>(), ["县", "人民政府", "统一", "部署", "防汛", "工作"]);
    /// ```
    pub fn divide(self, text: &str) -> Vec<Word> {
        self.division(text).0
    }

    /// As [`divide`](Self::divide), with what the words cost: the binary
    /// logarithm of how improbable they are.
    pub fn division(self, text: &str) -> (Vec<Word>, u16) {
        // For each place the cost of the best way there, and its last word.
        let mut best: Vec<Option<(u16, Word)>> = vec![None; text.len() + 1];
        for (at, c) in text.char_indices() {
            let cost = best[at].map_or(0, |(cost, _)| cost);
            let single = Word { len: c.len_utf8(), class: WordClass::Other, weight: alone(c).unwrap_or(0) };
            let unseen = if alone(c).is_none() { UNSEEN } else { 0 };
            reach(&mut best, at, single, cost.saturating_add(unseen));
            self.at(&text[at..]).for_each(|word| reach(&mut best, at, word, cost));
        }
        let mut words = Vec::new();
        let mut end = text.len();
        while let Some((_, word)) = best[end] {
            words.push(word);
            end -= word.len;
        }
        words.reverse();
        (words, best.last().copied().flatten().map_or(0, |(cost, _)| cost))
    }
}

/// Goes on from `at` by a word, if no better way leads there.
fn reach(best: &mut [Option<(u16, Word)>], at: usize, word: Word, cost: u16) {
    let cost = cost.saturating_add(ALL.saturating_sub(word.weight.into()));
    let end = &mut best[at + word.len];
    if end.is_none_or(|(known, _)| cost < known) {
        *end = Some((cost, word));
    }
}

/// The words that a text begins with.
struct WordsAt<'t> {
    words: Words,
    text: &'t str,
    rest: Chars<'t>,
    /// Where the characters read so far lead to.
    node: usize,
}

impl Iterator for WordsAt<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            self.node = PACKED.child(self.node, self.rest.next()?)?;
            if let Some((class, weight)) = PACKED.word(self.node).filter(|_| !self.words.lacks(self.node)) {
                return Some(Word { len: self.text.len() - self.rest.as_str().len(), class, weight });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PACKED, WordClass, Words, words_at};

    #[test]
    fn holds_the_words_of_official_prose() {
        let class = |text: &str| words_at(text).find(|word| word.len == text.len()).map(|word| word.class);
        for (text, right) in [
            ("牵头", WordClass::Verb),
            ("检查", WordClass::VerbalNoun),
            ("部门", WordClass::Noun),
            ("重大", WordClass::Adjective),
            ("按照", WordClass::Preposition),
            ("以及", WordClass::Conjunction),
            ("因地制宜", WordClass::Phrase),
        ] {
            assert_eq!(class(text), Some(right), "{text}");
        }
        assert!((40_000..51_000).contains(&PACKED.words().count()), "{}", PACKED.words().count());
    }

    #[test]
    fn a_draw_takes_a_fifth() {
        let all = PACKED.words().count();
        for seed in 0..5 {
            let left = PACKED.words().filter(|node| !Words::without(seed).lacks(*node)).count();
            assert!((all * 78..all * 82).contains(&(left * 100)), "seed {seed}: {left} of {all}");
        }
    }

    #[test]
    fn any_text_is_divided_whole() {
        for text in ["", "，", "县", "通知abc😀各县区", "\u{0}\n"] {
            let len: usize = Words::default().divide(text).iter().map(|word| word.len).sum();
            assert_eq!(len, text.len(), "{text:?}");
        }
        assert!(words_at("abc").next().is_none());
    }
}
