//! The words of quantities. A word stands before the words that it opens with,
//! or closes with, so that the first hit is the longest.

use crate::lexicon::list::{MEASURE, WordList};

pub(super) static UNITS: WordList = WordList::of(MEASURE, "units");
pub(super) static SHARES: WordList = WordList::of(MEASURE, "shares");
pub(super) static TIME_UNITS: WordList = WordList::of(MEASURE, "time units");
pub(super) static OCCURRENCES: WordList = WordList::of(MEASURE, "occurrences");
pub(super) static MEASURED: WordList = WordList::of(MEASURE, "measured");
pub(super) static COUNTABLE: WordList = WordList::of(MEASURE, "countable");

pub(super) static AT_LEAST: WordList = WordList::of(MEASURE, "at least");
pub(super) static AT_MOST: WordList = WordList::of(MEASURE, "at most");
pub(super) static THRESHOLDS: WordList = WordList::of(MEASURE, "thresholds");
pub(super) static ABOUT: WordList = WordList::of(MEASURE, "about");
pub(super) static ABOVE: WordList = WordList::of(MEASURE, "above");
pub(super) static BELOW: WordList = WordList::of(MEASURE, "below");
pub(super) static JOINTS: WordList = WordList::of(MEASURE, "joints");

pub(super) static NOT_A_RESULT: WordList = WordList::of(MEASURE, "not a result");
pub(super) static GRANTS: WordList = WordList::of(MEASURE, "grants");
pub(super) static DIMENSIONS: WordList = WordList::of(MEASURE, "dimensions");
pub(super) static CONDITIONS: WordList = WordList::of(MEASURE, "conditions");
pub(super) static IDIOMS_OF_ONE: WordList = WordList::of(MEASURE, "idioms of one");
pub(super) static PARTICLES: WordList = WordList::of(MEASURE, "particles");
pub(super) static VERBS: WordList = WordList::of(MEASURE, "verbs");
pub(super) static RECORDS: WordList = WordList::of(MEASURE, "records");
