//! A rule at work: its page, its words and its check.

use super::draft::Draft;
use super::findings::Findings;
use super::rule::Rule;
use super::table::Table;
use std::sync::LazyLock;

/// A rule and how it looks at a draft.
#[derive(Debug)]
pub(super) struct Check {
    /// What it says of itself.
    pub rule: Rule,
    /// The words whose places it is given.
    pub words: Words,
    /// Reports what it finds.
    pub check: fn(&Draft, &mut Findings),
}

impl Check {
    /// The same with these words.
    pub const fn words(self, words: Words) -> Self {
        Self { words, ..self }
    }

    /// The same, with so many findings that may stand apart.
    pub const fn apart(mut self, apart: usize) -> Self {
        self.rule.apart = apart;
        self
    }
}

/// The words a rule wants to be shown, all found in one pass over the text.
#[derive(Debug)]
pub(super) enum Words {
    /// It looks for itself.
    None,
    /// These.
    List(&'static [&'static str]),
    /// These, put together from parts.
    Made(&'static LazyLock<Vec<String>>),
    /// Those of a word table.
    Table(&'static LazyLock<Table>),
}

impl Words {
    /// All of them, in order.
    pub fn all(&'static self) -> Vec<&'static str> {
        match self {
            Self::None => Vec::new(),
            Self::List(list) => list.to_vec(),
            Self::Made(list) => list.iter().map(String::as_str).collect(),
            Self::Table(table) => table.entries().iter().map(|entry| entry.needle()).collect(),
        }
    }
}

/// The check of the rule whose page is `pages/CODE.txt`. The cases of that file
/// stay behind: the tests alone read them.
macro_rules! page {
    ($code:literal, $check:expr) => {{
        const FILE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/check/pages/", $code, ".txt"));
        const PAGE: [u8; $crate::check::rule::page_len(FILE)] = $crate::check::rule::first(FILE);
        $crate::check::work::Check {
            rule: $crate::check::rule::Rule::read($code, &PAGE),
            words: $crate::check::work::Words::None,
            check: $check,
        }
    }};
}
pub(super) use page;
