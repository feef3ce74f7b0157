//! What the names of units end with.

use super::levels::level_of;
use crate::analysis::UnitCategory;
use crate::lexicon::closers::Closers;
use crate::lexicon::list::{UNIT, WordList, words_of};
use UnitCategory::{Class, Coordination, Department, Enterprise, Government, Other, Party};
use std::cmp::Reverse;
use std::sync::LazyLock;

/// The ending that makes a phrase the name of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The ending.
    pub word: &'static str,
    /// What sort of unit it names.
    pub category: UnitCategory,
}

/// The blocks of endings, by the sort of unit they name.
const ENDINGS: &[(&str, UnitCategory)] = &[
    ("ending government", Government),
    ("ending party", Party),
    ("ending coordination", Coordination),
    ("ending department", Department),
    ("ending class", Class),
    ("ending enterprise", Enterprise),
    ("ending other", Other),
];

static NO_UNITS: WordList = WordList::of(UNIT, "no units");

static TAILS: LazyLock<Closers<UnitCategory>> = LazyLock::new(|| {
    let mut endings = words_of(UNIT, ENDINGS);
    // The longest ones first.
    endings.sort_by_key(|(word, _)| Reverse(word.len()));
    Closers::with(endings)
});

/// The longest ending of `name`, unless a longer phrase at its end names no unit.
pub(super) fn ending_of(name: &str) -> Option<Tail> {
    let &(word, category) = TAILS.entries(name).next()?;
    let is_exception = NO_UNITS.closing(name).any(|no| no.len() > word.len()) && !is_bureau(name);
    (!is_exception).then_some(Tail { word, category })
}

/// 市住新局: a level and two characters, whatever they are, before 局.
fn is_bureau(name: &str) -> bool {
    const CHARS: usize = 4;
    name.ends_with('局')
        && name.chars().count() == CHARS
        && level_of(name).is_some_and(|(level, _)| level.chars().count() == 1)
}
