//! The tokens of the cleaned view: words, numbers, marks, brackets.

use crate::lexicon::class::Classes;
use crate::lexicon::words::WordClass;
use crate::span::TextRange;

/// A token of the cleaned view. Tokens follow each other without a gap. It is
/// kept small: a text has one for every second character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it begins and how long it is, in bytes of the cleaned view.
    start: u32,
    len: u16,
    /// What it is.
    pub kind: TokenKind,
    /// What the word can do in a sentence.
    pub classes: Classes,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word of Chinese characters; what no list knows is single characters.
    Word(WordClass),
    /// A number in Arabic or Chinese digits.
    Number,
    /// Letters of another script.
    Latin,
    /// 、 between the members of a list.
    Pause,
    /// ， ： ； 。 ！ ？: a clause ends here.
    Stop,
    /// A bracket or quotation mark that opens.
    Open,
    /// A bracket or quotation mark that closes.
    Close,
    /// The end of a line, a cell, or a paragraph of a cell.
    Break,
    /// Any other mark.
    Mark,
}

impl Token {
    /// The bytes of the longest token.
    pub(super) const LONGEST: usize = u16::MAX as usize;

    /// A token of `range`, which is not longer than [`Token::LONGEST`].
    pub(super) fn new(range: TextRange, kind: TokenKind, classes: Classes) -> Self {
        Self { start: range.start as u32, len: range.len() as u16, kind, classes }
    }

    /// Where it stands.
    pub fn range(&self) -> TextRange {
        let start = self.start as usize;
        TextRange::new(start, start + usize::from(self.len))
    }

    /// Whether it ends a clause.
    pub fn ends_clause(&self) -> bool {
        matches!(self.kind, TokenKind::Stop | TokenKind::Break)
    }

    /// Whether it is a word of Chinese characters.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word(_))
    }

    /// Whether it can be a verb: by the tables, or by its part of speech.
    pub fn is_verb(&self) -> bool {
        self.classes.has(Classes::VERB)
            || matches!(self.kind, TokenKind::Word(WordClass::Verb | WordClass::VerbalNoun))
                && !self.classes.has(Classes::NO_VERB)
    }

    /// Whether it can stand before a verb to say how.
    pub fn is_adverb(&self) -> bool {
        self.classes.has(Classes::ADVERB | Classes::MANNER) || self.kind == TokenKind::Word(WordClass::Adverb)
    }
}
