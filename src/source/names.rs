//! Names that a caller knows to be those of units, found in a text.

use super::token::{Token, TokenKind};
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::words::WordClass;
use crate::span::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;

/// Names, looked for where words begin.
pub struct Names {
    all: FxHashSet<String>,
    /// How long the names are that open with a character, in bytes, the longest
    /// first.
    lengths: FxHashMap<char, Vec<usize>>,
}

impl Names {
    /// What finds `names`, the longest at each place; nothing without any.
    pub fn new<'n>(names: impl Iterator<Item = &'n str>) -> Option<Self> {
        let all: FxHashSet<String> = names.map(str::to_owned).collect();
        let mut lengths: FxHashMap<char, Vec<usize>> = FxHashMap::default();
        // What no token can hold is not looked for.
        let short = all.iter().filter(|name| name.len() <= Token::LONGEST);
        for (name, first) in short.filter_map(|name| Some((name, name.chars().next()?))) {
            let known = lengths.entry(first).or_default();
            if let Err(at) = known.binary_search_by(|length| name.len().cmp(length)) {
                known.insert(at, name.len());
            }
        }
        (!all.is_empty()).then_some(Self { all, lengths })
    }

    /// Whether `name` is one of them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.contains(name)
    }

    /// The longest that `text` opens with.
    fn opening(&self, text: &str) -> Option<usize> {
        let lengths = self.lengths.get(&text.chars().next()?)?;
        lengths.iter().copied().find(|length| text.get(..*length).is_some_and(|name| self.has(name)))
    }

    /// Makes one token of each name in `text`, where words begin and end with it:
    /// 县应急局 is no name in 县应急局长. Where a word goes on behind its end that
    /// clauses go on with (云协和…, which is no 协和), `again` gives the tokens of
    /// the words from there on.
    pub(super) fn join(
        &self,
        text: &str,
        mut tokens: Vec<Token>,
        mut again: impl FnMut(TextRange) -> Vec<Token>,
    ) -> Vec<Token> {
        let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
        // The next one is the last.
        tokens.reverse();
        while let Some(token) = tokens.pop() {
            let start = token.range().start;
            let Some(length) = self.opening(&text[start..]) else {
                joined.push(token);
                continue;
            };
            let name = TextRange::new(start, start + length);
            let first = joined.len();
            joined.push(token);
            while let Some(inner) = tokens.pop_if(|inner| inner.range().start < name.end) {
                joined.push(inner);
            }
            let end = joined.last().map_or(name.end, |last| last.range().end);
            if end > name.end && !goes_on(&text[name.end..]) {
                continue;
            }
            let named = one(&joined[first..], name);
            joined.truncate(first);
            joined.push(named);
            if end > name.end {
                let far = (1..BEHIND).filter_map(|_| tokens.pop_if(|token| token.is_word())).last();
                let end = far.map_or(end, |token| token.range().end);
                tokens.extend(again(TextRange::new(name.end, end)).into_iter().rev());
            }
        }
        joined
    }
}

/// Tokens behind a name that are made again.
const BEHIND: usize = 4;

/// Whether `rest` opens with a word that stands behind names.
fn goes_on(rest: &str) -> bool {
    const BEHIND_NAMES: Classes =
        Classes::JOINT.with(Classes::MODAL).with(Classes::PERMIT).with(Classes::DUTY).with(Classes::VERB);
    lexemes_at(rest).any(|(_, classes)| classes.has(BEHIND_NAMES))
}

/// The token of a name. A word that is a name by itself stays what it is besides.
fn one(parts: &[Token], name: TextRange) -> Token {
    match parts {
        [word] => Token::new(name, word.kind, word.classes | Classes::NAMED),
        _ => Token::new(name, TokenKind::Word(WordClass::Noun), Classes::NAMED),
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names").field("count", &self.all.len()).finish()
    }
}
