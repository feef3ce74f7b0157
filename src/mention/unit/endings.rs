//! What the names of units end with.

use super::levels::level_of;
use crate::analysis::UnitCategory;
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

/// A list by the last character, longest words first.
struct ByLast<T>(Vec<(char, Vec<T>)>);

impl<T: Copy> ByLast<T> {
    fn new(all: impl Iterator<Item = T>, word: impl Fn(&T) -> &'static str) -> Self {
        let mut groups: Vec<(char, Vec<T>)> = Vec::new();
        for item in all {
            let Some(last) = word(&item).chars().next_back() else { continue };
            let at = groups.partition_point(|(c, _)| *c < last);
            match groups.get_mut(at).filter(|(c, _)| *c == last) {
                Some((_, group)) => group.push(item),
                None => groups.insert(at, (last, vec![item])),
            }
        }
        for (_, group) in &mut groups {
            group.sort_by_key(|item| Reverse(word(item).len()));
        }
        Self(groups)
    }

    fn ending_in(&self, last: char) -> &[T] {
        let at = self.0.partition_point(|(c, _)| *c < last);
        self.0.get(at).filter(|(c, _)| *c == last).map_or(&[], |(_, group)| group)
    }
}

static TAILS: LazyLock<ByLast<Tail>> = LazyLock::new(|| {
    let endings = words_of(UNIT, ENDINGS).into_iter();
    ByLast::new(endings.map(|(word, category)| Tail { word, category }), |tail| tail.word)
});

static EXCEPTIONS: LazyLock<ByLast<&'static str>> =
    LazyLock::new(|| ByLast::new(NO_UNITS.iter().copied(), |word| word));

/// The longest ending of `name`, unless a longer phrase at its end names no unit.
pub(super) fn ending_of(name: &str) -> Option<Tail> {
    let last = name.chars().next_back()?;
    let tail = TAILS.ending_in(last).iter().copied().find(|tail| name.ends_with(tail.word))?;
    let excepted = |word: &&'static str| word.len() > tail.word.len() && name.ends_with(*word);
    let is_exception = EXCEPTIONS.ending_in(last).iter().any(excepted) && !is_bureau(name);
    (!is_exception).then_some(tail)
}

/// 市住新局: a level and two characters, whatever they are, before 局.
fn is_bureau(name: &str) -> bool {
    const CHARS: usize = 4;
    name.ends_with('局')
        && name.chars().count() == CHARS
        && level_of(name).is_some_and(|(level, _)| level.chars().count() == 1)
}
