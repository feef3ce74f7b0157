//! A place in the text that small parsers move along, and the word tables they
//! match there.

use crate::lexicon::numeral::{is_numeral_char, leading_number};

/// A place in a text. Copy it to look ahead; assign the copy back to accept.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    /// Byte offset, always on a character boundary.
    pub at: usize,
}

impl<'t> Cursor<'t> {
    pub fn new(text: &'t str, at: usize) -> Self {
        Self { text, at }
    }

    /// What is still to be read.
    pub fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// The next character.
    pub fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Steps over `word`, if it comes next.
    pub fn eat(&mut self, word: &str) -> bool {
        let hit = self.rest().starts_with(word);
        if hit {
            self.at += word.len();
        }
        hit
    }

    /// Steps over the first of `words` that comes next.
    pub fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().find(|word| self.eat(word)).copied()
    }

    /// Reads with `parser`, and stays where it is if that finds nothing.
    pub fn attempt<T>(&mut self, parser: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let found = parser(&mut ahead)?;
        *self = ahead;
        Some(found)
    }

    /// Steps over a number in Arabic or Chinese digits.
    pub fn number(&mut self) -> Option<u32> {
        let (value, len) = leading_number(self.rest())?;
        self.at += len;
        Some(value)
    }

    /// Where the run of digits ends that stands here.
    pub fn number_end(&self) -> usize {
        let rest = self.rest();
        let ascii = rest.bytes().take_while(u8::is_ascii_digit).count();
        let chinese = || rest.chars().take_while(|&c| is_numeral_char(c)).map(char::len_utf8).sum::<usize>();
        self.at + if ascii > 0 { ascii } else { chinese() }
    }

    /// Whether one of `words` comes next.
    pub fn sees(&self, words: &[&str]) -> bool {
        starts_with_any(self.rest(), words)
    }
}

pub(super) fn starts_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether `c` can stand in a number.
pub(super) fn is_number_char(c: char) -> bool {
    c.is_ascii_digit() || is_numeral_char(c)
}
