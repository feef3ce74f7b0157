//! Where tokens begin, a bit for each byte: all that is asked of them once a
//! notice is read.

use super::token::Token;
use crate::span::TextRange;

/// So many bytes of the text share a word of bits.
const BITS: usize = u64::BITS as usize;

/// The borders of the tokens of a cleaned view.
#[derive(Debug, Default)]
pub(super) struct Borders {
    bits: Vec<u64>,
    /// The end of the text.
    end: usize,
}

impl Borders {
    /// Those of all tokens of a text.
    pub fn new(tokens: &[Token]) -> Self {
        let end = tokens.last().map_or(0, |token| token.range().end);
        let mut bits = vec![0; end / BITS + 1];
        for start in tokens.iter().map(|token| token.range().start).chain([end]) {
            bits[start / BITS] |= 1 << (start % BITS);
        }
        Self { bits, end }
    }

    /// Whether a token begins at `at`, or the text ends there.
    pub fn is_border(&self, at: usize) -> bool {
        self.bits.get(at / BITS).is_some_and(|bits| bits >> (at % BITS) & 1 == 1)
    }

    /// The token that holds the byte `at`.
    pub fn token(&self, at: usize) -> Option<TextRange> {
        (at < self.end).then(|| TextRange::new(self.before(at), self.behind(at)))
    }

    /// The last border up to `at`.
    fn before(&self, at: usize) -> usize {
        let own = self.bits[at / BITS] << (BITS - 1 - at % BITS);
        if own != 0 {
            return at - own.leading_zeros() as usize;
        }
        let earlier = self.bits[..at / BITS].iter().rposition(|bits| *bits != 0);
        earlier.map_or(0, |word| word * BITS + BITS - 1 - self.bits[word].leading_zeros() as usize)
    }

    /// The first border behind `at`.
    fn behind(&self, at: usize) -> usize {
        let next = at + 1;
        let own = self.bits.get(next / BITS).map_or(0, |bits| bits >> (next % BITS));
        if own != 0 {
            return next + own.trailing_zeros() as usize;
        }
        let later = (next / BITS + 1..self.bits.len()).find(|word| self.bits[*word] != 0);
        later.map_or(self.end, |word| word * BITS + self.bits[word].trailing_zeros() as usize)
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn borders_are_those_of_the_tokens() {
        let long = "a".repeat(300);
        for text in ["", "县", "县应急局要排查隐患。", "各镇\n2024年，统一部署", &format!("县{long}局{long}")]
        {
            let source = Source::new(text);
            let starts = source.tokens().iter().map(|token| token.range().start);
            let borders = (0..source.clean().len()).filter(|at| source.is_border(*at));
            assert!(borders.eq(starts), "{text}");
            for token in source.tokens() {
                let range = token.range();
                assert!((range.start..range.end).all(|at| source.token_at(at) == Some(range)), "{text}");
            }
            assert_eq!(source.token_at(source.clean().len()), None);
        }
    }
}
