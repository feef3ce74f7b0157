//! The words before a date that say what it is for: 完成时限：, 报名时间：, 截止到,
//! 成果发表时间为.

use super::words::{DUE_LABELS, LABEL_JOINTS, LABEL_NOUNS, LATEST, RECORD_LABELS, STATE_WORDS, UNTIL_LABELS};
use crate::mention::cursor::ends_with_any;

/// What a label makes of the date behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// No label.
    None,
    /// The last day of something: 完成时限：.
    Due,
    /// The time of something: 活动时间：.
    Event,
    /// A cut-off of records, or a state: 截至, 统计时间为.
    Record,
}

/// The label that ends `before`.
pub(super) fn label(before: &str) -> Label {
    if ends_with_any(before, STATE_WORDS) {
        return Label::Record;
    }
    if ends_with_any(before, LATEST) {
        return Label::Due;
    }
    if let Some(noun) = before.trim_end_matches(['到', '至', '于']).strip_suffix("截止") {
        return if ends_with_any(noun, UNTIL_LABELS) { Label::Due } else { Label::Record };
    }
    named(before).unwrap_or(Label::None)
}

/// A label that ends with a noun of time and what joins it to the date.
fn named(before: &str) -> Option<Label> {
    let mut words = before;
    while let Some(joint) = LABEL_JOINTS.iter().find(|joint| words.ends_with(**joint)) {
        words = &words[..words.len() - joint.len()];
    }
    if words.len() == before.len() {
        return None;
    }
    if ends_with_any(words, DUE_LABELS) {
        return Some(Label::Due);
    }
    let noun = LABEL_NOUNS.iter().find(|noun| words.ends_with(**noun))?;
    let of = &words[..words.len() - noun.len()];
    Some(if ends_with_any(of, RECORD_LABELS) { Label::Record } else { Label::Event })
}
