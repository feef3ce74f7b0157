//! Words looked up by how a text opens.

/// A word table that finds the words a text opens with, by its first
/// character, so that a lookup does not try them all.
pub struct Openers {
    groups: Vec<(char, Vec<&'static str>)>,
}

impl Openers {
    /// A table of `words`, which keep their order.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut groups: Vec<(char, Vec<&'static str>)> = Vec::new();
        for word in words {
            let Some(first) = word.chars().next() else { continue };
            let at = groups.partition_point(|(c, _)| *c < first);
            match groups.get_mut(at).filter(|(c, _)| *c == first) {
                Some((_, group)) => group.push(word),
                None => groups.insert(at, (first, vec![word])),
            }
        }
        Self { groups }
    }

    /// The words that `text` opens with, in the order of the table.
    ///
    /// ```
    /// use notice_analyzer::lexicon::openers::Openers;
    /// let verbs = Openers::new(["推进", "推", "开展"]);
    /// assert_eq!(verbs.at("推进改革").collect::<Vec<_>>(), ["推进", "推"]);
    /// assert_eq!(verbs.at("改革").next(), None);
    /// ```
    pub fn at<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'static str> + 'a {
        let first = text.chars().next();
        let group = first.and_then(|c| {
            let at = self.groups.partition_point(|(known, _)| *known < c);
            self.groups.get(at).filter(|(known, _)| *known == c)
        });
        group.into_iter().flat_map(|(_, words)| words.iter().copied()).filter(move |word| text.starts_with(word))
    }
}
