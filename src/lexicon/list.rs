//! The word lists of `classes/*.txt`.
//!
//! A file holds blocks: a line `[name]`, then words parted by spaces, in the
//! order in which they are tried. `#` opens a comment, `+` and `-` a case.

use super::closers::Closers;
use super::openers::Openers;
use std::ops::Deref;
use std::sync::OnceLock;

/// The words of units: what their names end with, open with and share.
pub const UNIT: &str = include_str!("classes/unit.txt");
/// The words of quantities: measures, comparisons, what is measured.
pub const MEASURE: &str = include_str!("classes/measure.txt");
/// The words that tell the parts of a letter apart.
pub const LETTER: &str = include_str!("classes/letter.txt");
/// The words of headings, items and labels.
pub const HEADING: &str = include_str!("classes/heading.txt");
/// The words of tables and of lines that a paste broke.
pub const TABLE: &str = include_str!("classes/table.txt");

/// A block of words, read when it is first looked at.
///
/// ```
/// use notice_analyzer::lexicon::list::{WordList, MEASURE};
/// static ABOUT: WordList = WordList::of(MEASURE, "about");
/// assert!(ABOUT.contains("大约"));
/// ```
pub struct WordList {
    file: &'static str,
    block: &'static str,
    words: OnceLock<Vec<&'static str>>,
    openers: OnceLock<Openers>,
    closers: OnceLock<Closers>,
}

impl WordList {
    /// The block of that name.
    pub const fn of(file: &'static str, block: &'static str) -> Self {
        Self { file, block, words: OnceLock::new(), openers: OnceLock::new(), closers: OnceLock::new() }
    }

    /// Whether `text` opens with one of the words: told by its first character
    /// for most.
    ///
    /// ```
    /// use notice_analyzer::lexicon::list::{WordList, MEASURE};
    /// static ABOUT: WordList = WordList::of(MEASURE, "about");
    /// assert!(ABOUT.opens("大约三十") && !ABOUT.opens("三十"));
    /// ```
    pub fn opens(&'static self, text: &str) -> bool {
        self.opening(text).next().is_some()
    }

    /// The words that `text` opens with.
    pub fn opening<'t>(&'static self, text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        self.openers.get_or_init(|| Openers::new(self.iter().copied())).at(text)
    }

    /// Whether `word` is one of the words.
    pub fn contains(&'static self, word: &str) -> bool {
        self.opening(word).any(|own| own.len() == word.len())
    }

    /// Whether `text` ends with one of the words: told by its last character for
    /// most.
    ///
    /// ```
    /// use notice_analyzer::lexicon::list::{WordList, MEASURE};
    /// static ABOUT: WordList = WordList::of(MEASURE, "about");
    /// assert!(ABOUT.closes("增长大约") && !ABOUT.closes("大约三十"));
    /// ```
    pub fn closes(&'static self, text: &str) -> bool {
        self.closing(text).next().is_some()
    }

    /// The words that `text` ends with.
    pub fn closing<'t>(&'static self, text: &'t str) -> impl Iterator<Item = &'static str> + 't {
        self.closers.get_or_init(|| Closers::new(self.iter().copied())).at(text)
    }

    /// What stands in `text` before the first of the words that it ends with.
    pub fn before<'t>(&'static self, text: &'t str) -> Option<&'t str> {
        self.closing(text).next().map(|word| &text[..text.len() - word.len()])
    }
}

impl Deref for WordList {
    type Target = [&'static str];

    fn deref(&self) -> &Self::Target {
        self.words.get_or_init(|| {
            let lines = lines(self.file).filter(|(block, line)| *block == self.block && !is_case(line));
            let words: Vec<&str> = lines.flat_map(|(_, line)| line.split_whitespace()).collect();
            debug_assert!(self.file.contains(&format!("[{}]", self.block)), "no block [{}]", self.block);
            words
        })
    }
}

impl IntoIterator for &'static WordList {
    type Item = &'static &'static str;
    type IntoIter = std::slice::Iter<'static, &'static str>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The words of the blocks that `kinds` names, each with its kind, in the order
/// of the file.
///
/// ```
/// use notice_analyzer::lexicon::list::{MEASURE, words_of};
/// let comparing = words_of(MEASURE, &[("at least", true), ("at most", false)]);
/// assert!(comparing.contains(&("不少于", true)) && comparing.contains(&("不超过", false)));
/// ```
pub fn words_of<K: Copy>(file: &'static str, kinds: &[(&str, K)]) -> Vec<(&'static str, K)> {
    let kind_of = |block| kinds.iter().find(|(name, _)| *name == block).map(|(_, kind)| *kind);
    let blocks = lines(file).filter(|(_, line)| !is_case(line));
    let kinds = blocks.filter_map(|(block, line)| Some((line, kind_of(block)?)));
    kinds.flat_map(|(line, kind)| line.split_whitespace().map(move |word| (word, kind))).collect()
}

/// The lines of a file that say something, each with the name of its block.
pub fn lines(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut block = "";
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(move |line| {
        let Some(head) = line.strip_prefix('[') else { return Some((block, line)) };
        block = head.trim_end_matches(']');
        None
    })
}

/// Whether a line is a case and not words.
pub fn is_case(line: &str) -> bool {
    line.starts_with(['+', '-'])
}

#[cfg(test)]
mod tests {
    use super::{HEADING, LETTER, MEASURE, TABLE, UNIT, is_case, lines};
    use std::collections::HashSet;

    /// A word twice in a block is a slip, and a block twice hides the second.
    #[test]
    fn no_word_stands_twice() {
        for file in [UNIT, MEASURE, LETTER, HEADING, TABLE] {
            let mut seen = HashSet::new();
            for (block, line) in lines(file).filter(|(_, line)| !is_case(line)) {
                for word in line.split_whitespace() {
                    assert!(seen.insert((block, word)), "[{block}] {word}");
                }
            }
        }
    }
}
