//! What the names of units end with in this notice, beside what a list knows: the
//! endings of those it is addressed to, and of several that its brackets and labels
//! assign.

use super::block::Block;
use crate::lexicon::letter::is_han;
use crate::mention::unit::{tail_of, unit_list};
use crate::source::Source;
use crate::span::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};

/// A name has at least so many characters before an ending can be told.
const NAME_CHARS: usize = 3;
/// An ending has so many.
const ENDING_CHARS: usize = 2;
/// So many names that are assigned make an ending.
const ENOUGH: usize = 2;

/// The endings: 共体 of 青岭县医共体、云溪县医共体.
///
/// ```
/// use notice_analyzer::{TextRange, source::Source, task::own_endings::own_endings};
/// let source = Source::new("各县医共体，县数字中枢：");
/// let addressees = TextRange::new(0, source.clean().len() - "：".len());
/// let mut endings = own_endings(&source, Some(addressees), &[]);
/// endings.sort();
/// assert_eq!(endings, ["中枢", "共体"]);
/// ```
pub fn own_endings(source: &Source, addressees: Option<TextRange>, blocks: &[Vec<Block>]) -> Vec<String> {
    let addressed = addressees.map(|range| unit_list(source, range).units).unwrap_or_default();
    let mut endings: FxHashSet<&str> = addressed.iter().filter_map(|unit| ending_of(&unit.name)).collect();
    let attributions = blocks.iter().flatten().flat_map(|block| &block.attributions);
    let mut names: FxHashMap<&str, FxHashSet<&str>> = FxHashMap::default();
    for assigned in attributions.flat_map(|(_, attribution)| &attribution.assigned) {
        if let Some(ending) = ending_of(&assigned.unit) {
            names.entry(ending).or_default().insert(&assigned.unit);
        }
    }
    endings.extend(names.into_iter().filter(|(_, names)| names.len() >= ENOUGH).map(|(ending, _)| ending));
    endings.into_iter().map(str::to_owned).collect()
}

/// The ending of a name that ends like no unit a list knows.
fn ending_of(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().nth(ENDING_CHARS - 1)?;
    let (head, ending) = name.split_at(at);
    let whole = head.chars().count() + ENDING_CHARS >= NAME_CHARS;
    (whole && ending.chars().all(is_han) && tail_of(name).is_none()).then_some(ending)
}
