//! Word tables: what is written wrongly and what is meant.
//!
//! One entry a line. Braces hold the wrong words and, behind `=`, the right
//! ones; what stands around them is context. `…` stands for words of the same
//! clause. A second column, behind a tab, says why.
//!
//! ```text
//! # where this group comes from
//! {布署=部署}
//! 守住…{底数=底线}
//!     ~ 摸清底数，守住底线。
//! {法制=法治}社会
//!     / 法制社会科学
//! ```
//!
//! Indented lines belong to the entry above: `/` names longer words in which it
//! is right, `~` a text in which it must stay silent (read by the tests alone).

use super::draft::Draft;
use super::scan::Hit;
use crate::span::TextRange;

/// Words between the two halves of an entry with `…`, at most, in bytes.
const GAP: usize = 72;

/// A word table.
#[derive(Debug, Default)]
pub(super) struct Table {
    entries: Vec<Entry>,
}

/// One entry: what to look for, and what to say of it.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The words looked for.
    needle: String,
    /// The wrong words within them.
    wrong: TextRange,
    right: String,
    /// The other half of an entry with `…`.
    far: Option<Far>,
    /// Longer words in which the needle is right, and where it stands in them.
    excuses: Vec<(String, usize)>,
    why: String,
}

#[derive(Debug)]
enum Far {
    Before(String),
    After(String),
}

/// A place where an entry speaks.
pub(super) struct Slip<'t> {
    /// The wrong words.
    pub range: TextRange,
    /// The right ones.
    pub right: &'t str,
    /// Why, if the table says so.
    pub why: Option<&'t str>,
}

impl Table {
    /// Reads a table. Lines that are no entries are left out.
    pub fn read(text: &str) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            match line.strip_prefix("    ") {
                None => entries.extend(Entry::read(line)),
                Some(more) => {
                    if let (Some(words), Some(entry)) = (more.strip_prefix("/ "), entries.last_mut()) {
                        entry.excuse(words);
                    }
                }
            }
        }
        Self { entries }
    }

    /// The same table with more entries.
    pub fn with(mut self, more: impl IntoIterator<Item = Entry>) -> Self {
        self.entries.extend(more);
        self
    }

    /// Its entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The places where the table is right to speak, in order.
    pub fn slips<'t>(&'t self, draft: &Draft, hits: &[Hit]) -> Vec<Slip<'t>> {
        let mut slips: Vec<Slip> = Vec::new();
        for hit in hits {
            let Some(entry) = self.entries.get(hit.word).filter(|e| e.speaks(draft, hit.range)) else { continue };
            let range = entry.wrong.shift(hit.range.start);
            if slips.last().is_none_or(|last| last.range.end <= range.start) {
                slips.push(Slip { range, right: &entry.right, why: Some(&*entry.why).filter(|w| !w.is_empty()) });
            }
        }
        slips
    }
}

impl Entry {
    /// An entry without context: `wrong` for `right`.
    pub fn plain(wrong: String, right: String) -> Self {
        let range = TextRange::new(0, wrong.len());
        Self { needle: wrong, wrong: range, right, ..Self::default() }
    }

    fn read(line: &str) -> Option<Self> {
        let (pattern, why) = line.split_once('\t').unwrap_or((line, ""));
        let (near, far) = match pattern.split_once('…') {
            Some((left, right)) if left.contains('{') => (left, Some(Far::After(right.to_owned()))),
            Some((left, right)) => (right, Some(Far::Before(left.to_owned()))),
            None => (pattern, None),
        };
        let (left, rest) = near.split_once('{')?;
        let (inner, right) = rest.split_once('}')?;
        let (wrong, meant) = inner.split_once('=')?;
        let range = TextRange::new(left.len(), left.len() + wrong.len());
        let needle = format!("{left}{wrong}{right}");
        Some(Self { needle, wrong: range, right: meant.to_owned(), far, excuses: Vec::new(), why: why.to_owned() })
    }

    fn excuse(&mut self, words: &str) {
        if let Some(at) = words.find(&self.needle) {
            self.excuses.push((words.to_owned(), at));
        }
    }

    /// The words to look for.
    pub fn needle(&self) -> &str {
        &self.needle
    }

    /// Whether the needle at `range` is a slip: titles and their like are
    /// quoted as they are.
    fn speaks(&self, draft: &Draft, range: TextRange) -> bool {
        !draft.marks.in_title(range.start) && !self.is_excused(draft, range) && self.has_far(draft, range)
    }

    fn is_excused(&self, draft: &Draft, range: TextRange) -> bool {
        self.excuses.iter().any(|(words, at)| {
            let start = range.start.checked_sub(*at);
            start.and_then(|start| draft.text().get(start..)).is_some_and(|rest| rest.starts_with(words))
        })
    }

    fn has_far(&self, draft: &Draft, range: TextRange) -> bool {
        let clause = || draft.clause(range);
        match &self.far {
            None => true,
            Some(Far::Before(words)) => {
                let before = TextRange::new(clause().start, range.start);
                draft.slice(before).rfind(words).is_some_and(|at| before.len() - at - words.len() <= GAP)
            }
            Some(Far::After(words)) => {
                let after = TextRange::new(range.end, clause().end);
                draft.slice(after).find(words).is_some_and(|at| at <= GAP)
            }
        }
    }
}
