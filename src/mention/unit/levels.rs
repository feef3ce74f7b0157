//! The level that a name opens with.

use crate::analysis::Level;
use crate::lexicon::list::{UNIT, WordList, words_of};
use crate::lexicon::openers::Openers;
use std::sync::LazyLock;

/// The blocks of words that state a level.
const LEVELS: &[(&str, Level)] = &[
    ("level national", Level::National),
    ("level province", Level::Province),
    ("level city", Level::City),
    ("level county", Level::County),
    ("level township", Level::Township),
    ("level village", Level::Village),
];

/// The words that state a level, and those without one that open like them.
static WORDS: LazyLock<Openers<Option<Level>>> = LazyLock::new(|| {
    let levels = words_of(UNIT, LEVELS).into_iter().map(|(word, level)| (word, Some(level)));
    Openers::with(NO_LEVEL.iter().map(|word| (*word, None)).chain(levels))
});
static NO_LEVEL: WordList = WordList::of(UNIT, "no level");

/// The level word that `name` opens with, and what it means.
///
/// ```
/// use notice_analyzer::{Level, mention::unit::level_of};
/// assert_eq!(level_of("县应急局"), Some(("县", Level::County)));
/// assert_eq!(level_of("市场监管总局"), None);
/// assert_eq!(level_of("市市场监管局"), Some(("市", Level::City)));
/// ```
pub fn level_of(name: &str) -> Option<(&'static str, Level)> {
    let (word, level) = WORDS.entries(name).next()?;
    Some((word, (*level)?))
}

/// Whether `next`, of a county or higher, stands behind a township (各乡镇、县教育局):
/// names of one row never climb, so they share nothing.
pub(super) fn climbs(name: &str, next: &str) -> bool {
    let level = |name: &str| level_of(name).map(|(_, level)| level);
    let low = matches!(level(name), Some(Level::Township | Level::Village));
    low && matches!(level(next), Some(Level::National | Level::Province | Level::City | Level::County))
}
