//! What stands between the Chinese words of a text and is no mark of theirs:
//! letters, digits, signs. Told in one walk, for all rules that look for such.

use crate::lexicon::letter::is_han;
use crate::span::TextRange;

/// The runs of such characters, in order.
#[derive(Debug)]
pub(super) struct Signs(Vec<(u32, u32)>);

impl Signs {
    /// Those of a cleaned view.
    pub fn new(text: &str) -> Self {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (at, c) in text.char_indices().filter(|(_, c)| !is_chinese(*c)) {
            let (start, end) = (at as u32, (at + c.len_utf8()) as u32);
            match runs.last_mut() {
                Some(last) if last.1 == start => last.1 = end,
                _ => runs.push((start, end)),
            }
        }
        runs.shrink_to_fit();
        Self(runs)
    }

    /// All runs.
    pub fn all(&self) -> impl Iterator<Item = TextRange> {
        self.0.iter().map(|(start, end)| TextRange::new(*start as usize, *end as usize))
    }

    /// The runs that begin within `range`.
    pub fn within(&self, range: TextRange) -> impl Iterator<Item = TextRange> {
        let first = self.0.partition_point(|(start, _)| (*start as usize) < range.start);
        let behind = self.0[first..].iter().map(|(start, end)| TextRange::new(*start as usize, *end as usize));
        behind.take_while(move |run| run.start < range.end)
    }
}

/// Whether `c` is a Chinese character, one of the usual marks, or a line's end.
fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '（' | '）' | '“' | '”' | '《' | '》' | '\n')
}

#[cfg(test)]
mod tests {
    use super::Signs;
    use crate::span::TextRange;

    #[test]
    fn runs_of_signs() {
        let text = "县app，2024年\n“XX”…";
        let signs = Signs::new(text);
        let words = |run: TextRange| run.of(text);
        assert_eq!(signs.all().map(words).collect::<Vec<_>>(), ["app", "2024", "XX", "…"]);
        let line = TextRange::new(text.find('\n').unwrap_or_default(), text.len());
        assert_eq!(signs.within(line).map(words).collect::<Vec<_>>(), ["XX", "…"]);
    }
}
