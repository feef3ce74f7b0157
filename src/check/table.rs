//! Word tables: what is written wrongly and what is meant.
//!
//! One entry a line. Braces hold the wrong words and, behind `=`, the right
//! ones; what stands around them is context, with `|` between alternatives and
//! `…` for words of the same clause. A second column, behind a tab, says why.
//!
//! ```text
//! # where this group comes from
//! {布署=部署}
//! 守住|守牢…{底数=底线}
//!     ~ 摸清底数，守住底线。
//! {按排=安排}
//!     / 按排放 按排名
//! ```
//!
//! Indented lines belong to the entry above: `/` names longer words in which
//! the wrong ones are right, `~` a text in which the entry must stay silent
//! (read by the tests alone). `[…]` heads a section; its rule says what that
//! means.

use super::draft::Draft;
use super::scan::Hit;
use crate::span::TextRange;
use std::cmp::Reverse;

/// The section of words that a title must not have wrong either.
const EVERYWHERE: &str = "书名号里也报";
/// Words between the two halves of an entry with `…`, at most, in bytes.
const GAP: usize = 72;

/// A word table.
#[derive(Debug, Default)]
pub(super) struct Table {
    entries: Vec<Entry>,
}

/// One entry: what to look for, and what to say of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// The words looked for.
    needle: String,
    /// The wrong words within them.
    wrong: TextRange,
    right: String,
    /// Characters of which one must follow, if any.
    next: &'static [char],
    /// The other half of an entry with `…`.
    far: Option<Far>,
    /// Longer words in which the wrong ones are right, and where they stand in
    /// them.
    excuses: Vec<(String, usize)>,
    why: String,
    /// The head of the section it stands in.
    section: String,
}

#[derive(Clone, Debug)]
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
    /// The section of the table; empty if none.
    pub section: &'t str,
    /// Whether the entry asks for a mark behind the words.
    pub at_end: bool,
}

impl Table {
    /// Reads a table. Lines that are no entries are left out.
    pub fn read(text: &str) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let (mut latest, mut section) = (0, "");
        for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
            if let Some(more) = line.strip_prefix("    ") {
                let words = more.strip_prefix("/ ").unwrap_or_default();
                words.split(' ').for_each(|w| entries[latest..].iter_mut().for_each(|entry| entry.excuse(w)));
            } else if let Some(head) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = head;
            } else {
                latest = entries.len();
                let read = Entry::read(line).into_iter();
                entries.extend(read.map(|entry| Entry { section: section.to_owned(), ..entry }));
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

    /// The places where the table is right to speak, in order; of those that
    /// overlap, the first.
    pub fn slips<'t>(&'t self, draft: &Draft, hits: &[Hit]) -> Vec<Slip<'t>> {
        let slip = |hit: &Hit| {
            let entry = self.entries.get(hit.word()).filter(|e| e.speaks(draft, hit.range()))?;
            let range = entry.wrong.shift(hit.range().start);
            Some(Slip {
                range,
                right: &entry.right,
                why: entry.why(),
                section: &entry.section,
                at_end: !entry.next.is_empty(),
            })
        };
        let mut slips: Vec<Slip> = hits.iter().filter_map(slip).collect();
        slips.sort_by_key(|s| (s.range.start, Reverse(s.range.end)));
        slips.dedup_by(|later, earlier| later.range.start < earlier.range.end);
        slips
    }
}

impl Entry {
    /// `wrong` for `right`, where one of `next` follows if any are given.
    pub fn before(wrong: String, right: String, next: &'static [char]) -> Self {
        Self { wrong: TextRange::new(0, wrong.len()), needle: wrong, right, next, ..Self::default() }
    }

    /// The entries of a line, one for each way through its alternatives.
    fn read(line: &str) -> Vec<Self> {
        let (pattern, why) = line.split_once('\t').unwrap_or((line, ""));
        let Some((before, (inner, after))) =
            pattern.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        else {
            return Vec::new();
        };
        let Some((wrong, right)) = inner.split_once('=').filter(|(wrong, _)| !wrong.is_empty()) else {
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (far_left, left) in halves(before, true) {
            for (far_right, tail) in halves(after, false) {
                let far = far_left.map(|w| Far::Before(w.to_owned())).or(far_right.map(|w| Far::After(w.to_owned())));
                entries.push(Self {
                    needle: format!("{left}{wrong}{tail}"),
                    wrong: TextRange::new(left.len(), left.len() + wrong.len()),
                    right: right.to_owned(),
                    far,
                    why: why.to_owned(),
                    ..Self::default()
                });
            }
        }
        entries
    }

    fn excuse(&mut self, words: &str) {
        if let Some(at) = words.find(self.wrong.of(&self.needle)) {
            self.excuses.push((words.to_owned(), at));
        }
    }

    fn why(&self) -> Option<&str> {
        (!self.why.is_empty()).then_some(&self.why)
    }

    /// The words to look for.
    pub fn needle(&self) -> &str {
        &self.needle
    }

    /// Whether `text` opens with the needle and what must follow it.
    pub fn opens(&self, text: &str) -> bool {
        text.strip_prefix(self.needle.as_str()).is_some_and(|rest| self.next.is_empty() || rest.starts_with(self.next))
    }

    /// Whether the needle at `range` is a slip: titles and their like are
    /// quoted as they are.
    fn speaks(&self, draft: &Draft, range: TextRange) -> bool {
        (self.section == EVERYWHERE || !draft.marks.in_title(range.start))
            && draft.text().get(range.start..).is_some_and(|text| self.opens(text))
            && !self.is_excused(draft, range)
            && self.has_far(draft, range)
    }

    fn is_excused(&self, draft: &Draft, range: TextRange) -> bool {
        self.excuses.iter().any(|(words, at)| {
            let start = (range.start + self.wrong.start).checked_sub(*at);
            start.and_then(|start| draft.text().get(start..)).is_some_and(|rest| rest.starts_with(words))
        })
    }

    fn has_far(&self, draft: &Draft, range: TextRange) -> bool {
        let clause = || draft.clause(range);
        match &self.far {
            None => true,
            Some(Far::Before(words)) => {
                let before = TextRange::new(clause().start, range.start);
                let before = draft.slice(before);
                before.rfind(words).is_some_and(|at| joins(&before[at + words.len()..]))
            }
            Some(Far::After(words)) => {
                let after = TextRange::new(range.end, clause().end);
                draft.slice(after).find(words).is_some_and(|at| joins(&draft.slice(after)[..at]))
            }
        }
    }
}

/// Whether `between` leaves the two halves of an entry one phrase.
fn joins(between: &str) -> bool {
    between.len() <= GAP && !between.contains('、')
}

/// The ways through the context on one side: words beyond a `…`, if any, and
/// words that stand right beside.
fn halves(context: &str, left: bool) -> Vec<(Option<&str>, &str)> {
    match context.split_once('…') {
        Some((far, near)) if left => product(Some(far), near),
        Some((near, far)) => product(Some(far), near),
        None => product(None, context),
    }
}

fn product<'t>(far: Option<&'t str>, near: &'t str) -> Vec<(Option<&'t str>, &'t str)> {
    let fars: Vec<Option<&str>> = far.map_or_else(|| vec![None], |f| f.split('|').map(Some).collect());
    fars.into_iter().flat_map(|far| near.split('|').map(move |near| (far, near))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Entry, Far, Table};
    use crate::{Options, analyze};

    /// Every table with the code of its rule.
    const TABLES: &[(&str, &str)] = &[
        ("TXT-002", include_str!("words/missing.txt")),
        ("TXT-003", include_str!("words/typos.txt")),
        ("TXT-003", include_str!("words/collocations.txt")),
        ("TXT-007", include_str!("words/official.txt")),
        ("ORG-002", include_str!("words/retired.txt")),
    ];

    fn speaks(code: &str, text: &str) -> bool {
        analyze(text, &Options::default()).findings.iter().any(|f| f.code == code)
    }

    /// A sentence that says `words` where the entry looks for its needle.
    fn sentence(entry: &Entry, words: &str) -> String {
        match &entry.far {
            None => format!("其中，{words}。"),
            Some(Far::Before(far)) => format!("其中，{far}有关{words}。"),
            Some(Far::After(far)) => format!("其中，{words}有关{far}。"),
        }
    }

    #[test]
    fn every_entry_speaks_and_its_correction_is_silent() {
        let mut failures = Vec::new();
        for (code, text) in TABLES {
            for entry in Table::read(text).entries() {
                let mut mended = entry.needle.clone();
                mended.replace_range(entry.wrong.start..entry.wrong.end, &entry.right);
                if !speaks(code, &sentence(entry, &entry.needle)) {
                    failures.push(format!("{code} {}: silent", entry.needle));
                }
                if speaks(code, &sentence(entry, &mended)) {
                    failures.push(format!("{code} {mended}: speaks"));
                }
            }
        }
        assert!(failures.is_empty(), "{failures:#?}");
    }

    #[test]
    fn risky_entries_stay_silent() {
        let mut failures = Vec::new();
        for (code, text) in TABLES {
            let silent = text.lines().filter_map(|line| line.strip_prefix("    ~ ")).map(str::to_owned);
            let excuses = text.lines().filter_map(|line| line.strip_prefix("    / ")).flat_map(|l| l.split(' '));
            let texts = silent.chain(excuses.map(|excuse| format!("其中，{excuse}。")));
            failures.extend(texts.filter(|text| speaks(code, text)).map(|text| format!("{code} {text}")));
        }
        assert!(failures.is_empty(), "{failures:#?}");
    }

    #[test]
    fn tables_are_large_and_say_each_thing_once() {
        let lines = TABLES.iter().flat_map(|(_, text)| text.lines()).filter(|l| l.contains('{') && !l.starts_with('#'));
        let mut lines: Vec<&str> = lines.collect();
        assert!(lines.len() >= 300, "{} entries", lines.len());
        lines.sort_unstable();
        let twice: Vec<_> = lines.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}
