//! The tokens of times: numbers and the words of `words.txt`, read in one pass.
//! All other words are gaps between them.

use super::period::Period;
use crate::lexicon::numeral::leading_number;
use crate::lexicon::openers::Openers;
use crate::mention::cursor::is_number_char;
use std::sync::LazyLock;

/// A word of times, or a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands in the stretch, in bytes.
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The value of a number; what a word stands for.
    pub value: i32,
    /// What a pattern may take it for.
    pub signs: Signs,
}

impl Token {
    fn new(start: usize, end: usize, kind: Kind, value: i32) -> Self {
        let signs = match kind {
            Kind::Number { arabic } => Signs::of_number(value, arabic),
            Kind::Word(word) => Signs::of_classes(WORDS.classes_of(word)).with(Signs::of_word(word)),
            Kind::Stop => Signs::NONE,
        };
        Self { start, end, kind, value, signs }
    }

    fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number { .. })
    }

    /// Whether it may stand behind a number: 年, 季度.
    pub fn is_measure(&self) -> bool {
        matches!(self.kind, Kind::Word(word) if WORDS.classes_of(word) & WORDS.measures != 0)
    }
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Number {
        arabic: bool,
    },
    /// A word, by its place in the table.
    Word(usize),
    /// The end of a sentence.
    Stop,
}

/// What a token is, as bits: the ranges that its number lies in, and of a word
/// the classes and one of the bits that all words share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs(u128);

/// The bits of classes come first, then those of ranges, then those of words.
const RANGES: u32 = u64::BITS;
const SINGLE: u32 = RANGES + u16::BITS;

impl Signs {
    pub const NONE: Self = Self(0);

    /// Those of words of these classes.
    pub fn of_classes(classes: u64) -> Self {
        Self(classes.into())
    }

    /// Those of a range of [`NUMBERS`].
    pub fn of_range(range: usize) -> Self {
        Self(1 << (RANGES + range as u32))
    }

    /// The bit of a word; some others share it.
    pub fn of_word(word: usize) -> Self {
        Self(1 << (SINGLE + word as u32 % (u128::BITS - SINGLE)))
    }

    fn of_number(value: i32, written: bool) -> Self {
        let holds = |(_, least, most, arabic): &(&str, i32, i32, Option<bool>)| {
            (*least..=*most).contains(&value) && arabic.is_none_or(|arabic| arabic == written)
        };
        let ranges = NUMBERS.iter().enumerate().filter(|(_, range)| holds(range));
        ranges.fold(Self::NONE, |signs, (range, _)| signs.with(Self::of_range(range)))
    }

    /// These and those.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one is among both.
    pub fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Numbers by the range they lie in, of which there are sixteen at most; with
/// the last, also whether they are written in Arabic digits.
pub(super) const NUMBERS: &[(&str, i32, i32, Option<bool>)] = &[
    ("NUM", 0, i32::MAX, None),
    ("NN", 0, 99, None),
    ("YEAR", 1949, 2099, None),
    ("YY", 18, 40, Some(true)),
    ("MM", 1, 12, None),
    ("DD", 1, 31, None),
    ("HH", 0, 24, None),
    ("QQ", 1, 4, None),
    ("FEW", 1, 9, None),
    ("WD", 2, 6, Some(false)),
    ("MON", 1, 1, Some(false)),
    ("ONE", 1, 1, None),
    ("ZERO", 0, 0, None),
];

/// A word, the classes it stands in (a bit each) and what it stands for.
pub(super) struct Word {
    text: &'static str,
    pub classes: u64,
    value: i32,
}

/// The words of `words.txt`.
pub(super) struct Words {
    words: Vec<Word>,
    classes: Vec<&'static str>,
    openers: Openers<usize>,
    /// The classes of words that hold a word of times and are none.
    other: u64,
    /// The classes of words that numbers count.
    measures: u64,
}

const OTHER: &[&str] = &["other"];
const MEASURES: &[&str] = &["month", "day", "unit", "calendar"];
/// Characters that a title in 《》 has at most.
const TITLE_CHARS: usize = 100;
/// Numbers from here on may be years.
const LEAST_YEAR: i32 = 1949;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("words.txt")));

impl Words {
    fn read(table: &'static str) -> Self {
        let (mut words, mut classes): (Vec<Word>, Vec<&str>) = (Vec::new(), Vec::new());
        for (head, members) in table.lines().filter(|line| !line.starts_with('#')).filter_map(|l| l.split_once(": ")) {
            let (class, value) = head.split_once('=').map_or((head, 0), |(class, value)| (class, value_of(value)));
            let bit = classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                classes.push(class);
                classes.len() - 1
            });
            for text in members.split(' ') {
                let at = words.iter().position(|word| word.text == text).unwrap_or_else(|| {
                    words.push(Word { text, classes: 0, value: 0 });
                    words.len() - 1
                });
                words[at].classes |= 1 << bit;
                words[at].value = if value == 0 { words[at].value } else { value };
            }
        }
        let mut longest: Vec<(&str, usize)> = words.iter().enumerate().map(|(at, word)| (word.text, at)).collect();
        longest.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
        let bits = |names: &[&str]| {
            let named = classes.iter().enumerate().filter(|(_, class)| names.contains(class));
            named.fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let (other, measures) = (bits(OTHER), bits(MEASURES));
        Self { openers: Openers::with(longest), words, classes, other, measures }
    }

    /// The bit of a class.
    pub fn class(&self, name: &str) -> Option<u64> {
        self.classes.iter().position(|class| *class == name).map(|bit| 1 << bit)
    }

    /// Whether `text` is a word of a class.
    pub fn is(&self, text: &str, class: &str) -> bool {
        let bit = self.class(class).unwrap_or_default();
        self.word(text).is_some_and(|word| self.classes_of(word) & bit != 0)
    }

    /// The longest word that `text` opens with, if it is of a class.
    pub fn opening(&self, text: &str, class: &str) -> Option<&'static str> {
        let (opening, word) = self.openers.entries(text).next()?;
        let bit = self.class(class).unwrap_or_default();
        (self.classes_of(*word) & bit != 0).then_some(*opening)
    }

    /// The place of a word in the table.
    pub fn word(&self, text: &str) -> Option<usize> {
        self.words.iter().position(|word| word.text == text)
    }

    /// The classes of a word.
    pub fn classes_of(&self, word: usize) -> u64 {
        self.words[word].classes
    }

    /// The longest word that `text` opens with, and its bytes.
    fn at(&self, text: &str) -> Option<(Kind, i32, usize)> {
        let (text, word) = self.openers.entries(text).next()?;
        Some((Kind::Word(*word), self.words[*word].value, text.len()))
    }
}

/// What a word stands for: a number, or a period such as `3M`.
fn value_of(value: &str) -> i32 {
    value.parse().ok().or_else(|| Period::parse(value).map(Period::code)).unwrap_or_default()
}

/// The tokens of `text`, in order. Titles in 《》 hold none.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let words = &*WORDS;
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let (found, len) = match c {
            // A blank between two numbers parts them and no more: 2024-04-01 9:00.
            ' ' if rest[1..].starts_with(|c: char| c.is_ascii_digit()) => {
                let number = tokens.last_mut().filter(|t: &&mut Token| t.end == at && t.is_number());
                number.into_iter().for_each(|token| token.end += 1);
                (None, 1)
            }
            '《' => (None, title_len(rest)),
            '。' | '\n' => (Some((Kind::Stop, 0)), c.len_utf8()),
            '内' if closes_length(&tokens, at) => (words.word("内").map(|word| (Kind::Word(word), 0)), c.len_utf8()),
            _ => match words.at(rest) {
                Some((kind, value, len)) => (Some((kind, value)), len),
                None if is_number_char(c) => number(rest, c),
                None => (None, c.len_utf8()),
            },
        };
        let token = found.map(|(kind, value)| Token::new(at, at + len, kind, value));
        tokens
            .extend(token.filter(|t| !matches!(t.kind, Kind::Word(word) if words.classes_of(word) & words.other != 0)));
        at += len;
    }
    tokens
}

/// Whether a length of time ends at `at`, so that 内 closes it: 5个工作日内审核 is
/// no 内审. A year may describe one: 2024年内审.
fn closes_length(tokens: &[Token], at: usize) -> bool {
    let [.., number, unit] = tokens else { return false };
    let is_unit = unit.end == at && unit.is_measure();
    let length = match number.kind {
        Kind::Number { .. } => number.value < LEAST_YEAR,
        _ => number.end == unit.start && tokens.iter().rev().nth(2).is_some_and(Token::is_number),
    };
    is_unit && length
}

/// The number that `text` opens with, and the bytes of its digits.
fn number(text: &str, first: char) -> (Option<(Kind, i32)>, usize) {
    let arabic = first.is_ascii_digit();
    let same = |c: &char| is_number_char(*c) && c.is_ascii_digit() == arabic;
    let len = text.chars().take_while(same).map(char::len_utf8).sum();
    let value = leading_number(text).and_then(|(value, _)| i32::try_from(value).ok());
    (value.map(|value| (Kind::Number { arabic }, value)), len)
}

/// The bytes of the title that `text` opens with; of its mark alone, where it
/// does not end.
fn title_len(text: &str) -> usize {
    let mut chars = text.char_indices().take(TITLE_CHARS).take_while(|(_, c)| *c != '\n');
    chars.find(|(_, c)| *c == '》').map_or('《'.len_utf8(), |(at, c)| at + c.len_utf8())
}
