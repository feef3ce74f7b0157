//! Words looked up by how a text opens.

/// A word table that finds the words a text opens with, by its first
/// character, so that a lookup does not try them all. A word may carry a value.
pub struct Openers<T: 'static = ()> {
    /// The numbers of the groups by their characters, from one on; 0 where free.
    /// Most characters of a text open no word, and meet a free slot.
    slots: Vec<u16>,
    /// The words that open with a character.
    groups: Vec<(char, Vec<(&'static str, T)>)>,
}

/// So many slots for each word keep them apart.
const SLOTS: usize = 2;

impl Openers {
    /// A table of `words`, which keep their order.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        Self::with(words.into_iter().map(|word| (word, ())))
    }
}

impl<T> Openers<T> {
    /// A table of words with what they stand for.
    ///
    /// ```
    /// use notice_analyzer::lexicon::openers::Openers;
    /// let months = Openers::with([("一月", 1), ("一", 0), ("二月", 2)]);
    /// assert_eq!(months.entries("一月底").next(), Some(&("一月", 1)));
    /// ```
    pub fn with(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let entries: Vec<(&'static str, T)> = entries.into_iter().collect();
        let slots = vec![0; (entries.len() * SLOTS).next_power_of_two()];
        let mut table = Self { slots, groups: Vec::new() };
        for (word, value) in entries {
            let Some(first) = word.chars().next() else { continue };
            let slot = table.slot(first);
            match table.slots[slot].checked_sub(1) {
                Some(group) => table.groups[usize::from(group)].1.push((word, value)),
                None => {
                    table.groups.push((first, vec![(word, value)]));
                    table.slots[slot] = table.groups.len() as u16;
                }
            }
        }
        table
    }

    /// The words that `text` opens with, with their values, in the order of the
    /// table.
    pub fn entries<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a (&'static str, T)> + 'a {
        let group = text.chars().next().and_then(|c| self.group(c)).unwrap_or_default();
        group.iter().filter(move |(word, _)| text.starts_with(word))
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
        self.entries(text).map(|(word, _)| *word)
    }

    /// The first place where a word stands in `text`, in bytes, and the word
    /// with its value.
    ///
    /// ```
    /// use notice_analyzer::lexicon::openers::Openers;
    /// let verbs = Openers::new(["推进", "开展"]);
    /// assert_eq!(verbs.find("全面开展"), Some(("全面".len(), &("开展", ()))));
    /// ```
    pub fn find(&self, text: &str) -> Option<(usize, &(&'static str, T))> {
        text.char_indices().find_map(|(at, c)| {
            let entry = self.group(c)?.iter().find(|(word, _)| text[at..].starts_with(word))?;
            Some((at, entry))
        })
    }

    /// Whether a word stands anywhere in `text`.
    pub fn within(&self, text: &str) -> bool {
        self.find(text).is_some()
    }

    /// The words that open with `c`.
    fn group(&self, c: char) -> Option<&[(&'static str, T)]> {
        let group = self.slots[self.slot(c)].checked_sub(1)?;
        Some(&self.groups[usize::from(group)].1)
    }

    /// The slot of `c`, or a free one: more slots than words leave some free.
    fn slot(&self, c: char) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = c as usize & last;
        while self.slots[slot].checked_sub(1).is_some_and(|group| self.groups[usize::from(group)].0 != c) {
            slot = (slot + 1) & last;
        }
        slot
    }
}
