//! Words looked up by how a text ends.

use rustc_hash::FxHashMap;

/// A word table that finds the words a text ends with, by its last character,
/// so that a lookup does not try them all. A word may carry a value.
pub struct Closers<T: 'static = ()> {
    /// The words that end with a character.
    groups: FxHashMap<char, Vec<(&'static str, T)>>,
}

impl Closers {
    /// A table of `words`, which keep their order.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self::with(words.into_iter().map(|word| (word, ())))
    }
}

impl<T> Closers<T> {
    /// A table of words with what they stand for.
    ///
    /// ```
    /// use notice_analyzer::lexicon::closers::Closers;
    /// let months = Closers::with([("十一月", 11), ("一月", 1)]);
    /// assert_eq!(months.entries("至十一月").next(), Some(&("十一月", 11)));
    /// ```
    pub fn with(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut groups: FxHashMap<char, Vec<(&'static str, T)>> = FxHashMap::default();
        for (word, value) in entries {
            let Some(last) = word.chars().next_back() else { continue };
            groups.entry(last).or_default().push((word, value));
        }
        Self { groups }
    }

    /// The words that `text` ends with, with their values, in the order of the
    /// table.
    pub fn entries<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a (&'static str, T)> + 'a {
        let group = text.chars().next_back().and_then(|c| self.groups.get(&c));
        group.into_iter().flatten().filter(move |(word, _)| text.ends_with(word))
    }

    /// The words that `text` ends with, in the order of the table.
    ///
    /// ```
    /// use notice_analyzer::lexicon::closers::Closers;
    /// let endings = Closers::new(["部门", "门"]);
    /// assert_eq!(endings.at("有关部门").collect::<Vec<_>>(), ["部门", "门"]);
    /// assert_eq!(endings.at("部").next(), None);
    /// ```
    pub fn at<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        self.entries(text).map(|(word, _)| *word)
    }
}
