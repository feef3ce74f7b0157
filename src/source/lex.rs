//! Makes the tokens of a cleaned view, in one pass. Chinese characters are
//! divided into the words that are most probable together.

use super::names::Names;
use super::token::{Token, TokenKind};
use super::{CELL, CELL_BREAK};
use crate::lexicon::class::Classes;
use crate::lexicon::letter::is_han;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::numeral::is_numeral_char;
use crate::lexicon::words::{Word, WordClass, Words, alone};
use crate::span::TextRange;

/// The tokens of `clean`, each of `names` one of them, and its brackets: pairs of tokens in the order in
/// which they open. A bracket that does not close in its line has no pair.
pub(super) fn lex(clean: &str, names: Option<&Names>) -> (Vec<Token>, Vec<(u32, u32)>) {
    let tokens = Vec::with_capacity(clean.len() / 5);
    let mut lexer = Lexer { text: clean, tokens, ways: Vec::new(), known: Vec::new() };
    let mut at = 0;
    while let Some(c) = clean[at..].chars().next() {
        at = if is_han(c) { lexer.words(at) } else { lexer.other(at, c) };
    }
    let mut tokens = std::mem::take(&mut lexer.tokens);
    if let Some(names) = names {
        tokens = names.join(clean, tokens, |range| lexer.again(range));
    }
    // They stay as long as the text is looked at.
    tokens.shrink_to_fit();
    let mut pairs = pairs(clean, &tokens);
    pairs.shrink_to_fit();
    (tokens, pairs)
}

/// Which bracket closes which. A mark that closes nothing open is passed over.
fn pairs(clean: &str, tokens: &[Token]) -> Vec<(u32, u32)> {
    let mut open: Vec<(char, u32)> = Vec::new();
    let mut pairs = Vec::new();
    for (index, token) in (0u32..).zip(tokens) {
        let mark = || clean[token.range().start..].chars().next();
        match token.kind {
            TokenKind::Open => open.extend(mark().and_then(opens).map(|closer| (closer, index))),
            TokenKind::Close => {
                if let Some((_, start)) = open.pop_if(|(closer, _)| Some(*closer) == mark()) {
                    pairs.push((start, index));
                }
            }
            TokenKind::Break => open.clear(),
            _ => {}
        }
    }
    pairs.sort_unstable();
    pairs
}

struct Lexer<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    /// For each byte of a run of Chinese characters the best way there.
    ways: Vec<Way>,
    /// The words of the general list at a place.
    known: Vec<Word>,
}

/// A way through a run: what it costs, and its last word.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    len: u32,
    class: WordClass,
    classes: Classes,
}

const NO_WAY: Way = Way { cost: u32::MAX, len: 0, class: WordClass::Other, classes: Classes::NONE };
/// The binary logarithm of how many words were counted.
const ALL: u32 = 25;
/// What a word of our own tables weighs at least, as if it were counted often,
const OWN: u8 = 13;
/// and what each of its characters adds.
const OWN_MORE: u8 = 3;
/// What one of a single character weighs at least.
const ONE: u8 = 11;
/// From so many characters on a noun that opens with a verb is a phrase.
const PHRASE: usize = 4;
/// A Chinese character, in UTF-8 bytes.
const WIDE: usize = 3;
/// So many letters or digits are one token at most: what is longer is no word.
const RUN: usize = Token::LONGEST / 4;

impl Lexer<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind, classes: Classes) -> usize {
        self.tokens.push(Token::new(TextRange::new(start, end), kind, classes));
        end
    }

    /// A number, a word of letters, or one mark.
    fn other(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        let kind = match c {
            '、' => TokenKind::Pause,
            '，' | '。' | '；' | '：' | '！' | '？' | '→' => TokenKind::Stop,
            '\n' | CELL | CELL_BREAK => TokenKind::Break,
            _ if opens(c).is_some() => TokenKind::Open,
            _ if is_closer(c) => TokenKind::Close,
            _ if c.is_ascii_digit() => {
                let end = at + number_len(&self.text[at..]);
                return self.push(at, end, TokenKind::Number, Classes::NONE);
            }
            _ if c.is_alphabetic() => {
                let letters = self.text[at..].chars().take(RUN).take_while(|c| c.is_alphabetic() && !is_han(*c));
                let end = at + letters.map(char::len_utf8).sum::<usize>();
                return self.push(at, end, TokenKind::Latin, Classes::NONE);
            }
            _ => TokenKind::Mark,
        };
        self.push(at, end, kind, Classes::NONE)
    }

    /// The words of the run of Chinese characters at `at`.
    fn words(&mut self, at: usize) -> usize {
        let run: usize = self.text[at..].chars().take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        self.run(TextRange::new(at, at + run))
    }

    /// The tokens of Chinese characters alone.
    fn again(&mut self, range: TextRange) -> Vec<Token> {
        self.run(range);
        std::mem::take(&mut self.tokens)
    }

    fn run(&mut self, run: TextRange) -> usize {
        let at = run.start;
        let text = &self.text[at..run.end];
        self.find_ways(text);
        let first = self.tokens.len();
        let mut end = text.len();
        while end > 0 {
            let way = self.ways[end];
            let start = end - way.len as usize;
            let word = &text[start..end];
            let numeral = word.chars().all(is_numeral_char) && way.classes.is_empty();
            let kind = if numeral { TokenKind::Number } else { TokenKind::Word(way.class) };
            self.push(at + start, at + end, kind, way.classes);
            end = start;
        }
        self.tokens[first..].reverse();
        run.end
    }

    fn find_ways(&mut self, text: &str) {
        self.ways.clear();
        self.ways.resize(text.len() + 1, NO_WAY);
        self.ways[0].cost = 0;
        for (at, c) in text.char_indices() {
            let rest = &text[at..];
            self.known.clear();
            self.known.push(Word { len: c.len_utf8(), class: WordClass::Other, weight: alone(c).unwrap_or(0) });
            self.known.extend(Words::default().at(rest));
            let mut verb = false;
            for (word, classes) in lexemes_at(rest) {
                verb |= classes.has(Classes::VERB) && word.len() > WIDE;
                self.step_own(at, word, classes);
            }
            // 提出|申请, though the list counts it as one word.
            let phrase = |word: &Word| verb && word.class == WordClass::Noun && word.len >= PHRASE * WIDE;
            while let Some(word) = self.known.pop() {
                if !phrase(&word) {
                    self.step(at, word, Classes::NONE);
                }
            }
        }
    }

    /// Goes on from `at` by a word.
    fn step(&mut self, at: usize, word: Word, classes: Classes) {
        let cost = self.ways[at].cost + ALL.saturating_sub(word.weight.into());
        let way = &mut self.ways[at + word.len];
        if cost < way.cost {
            *way = Way { cost, len: word.len as u32, class: word.class, classes };
        }
    }

    /// Goes on by a word of our own tables, which the general list may know too.
    fn step_own(&mut self, at: usize, word: &str, classes: Classes) {
        let chars = word.len() / WIDE;
        let known = self.known.iter().position(|known| known.len == word.len());
        let known = known.map(|known| self.known.swap_remove(known));
        let least = if chars > 1 { OWN + OWN_MORE * chars as u8 } else { ONE };
        let class = known.map_or(WordClass::Other, |word| word.class);
        let weight = known.map_or(least, |word| word.weight.max(least));
        self.step(at, Word { len: word.len(), class, weight }, classes);
    }
}

/// The mark that closes what `c` opens.
pub(super) fn opens(c: char) -> Option<char> {
    Some(match c {
        '（' => '）',
        '《' => '》',
        '〈' => '〉',
        '“' => '”',
        '‘' => '’',
        '〔' => '〕',
        '[' => ']',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '{' => '}',
        _ => return None,
    })
}

fn is_closer(c: char) -> bool {
    matches!(c, '）' | '》' | '〉' | '”' | '’' | '〕' | ']' | '】' | '」' | '』' | '}')
}

/// The bytes of a number with its decimals.
fn number_len(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take(RUN).take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let behind = text[whole..].strip_prefix('.').unwrap_or_default();
    let decimals = digits(behind);
    // 1.2024年: the number of an item, and a year.
    let year = decimals == 4 && behind.starts_with(['1', '2']) && behind[decimals..].starts_with('年');
    if decimals > 0 && !year { whole + 1 + decimals } else { whole }
}
