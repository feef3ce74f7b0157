//! The words before a date that say what it is for: 完成时限：, 报名时间：, 截止到,
//! 成果发表时间为.

use super::cue::Cue;

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
    let closed = before.strip_suffix("截至").or_else(|| before.strip_suffix("截至到"));
    if closed.is_some_and(|noun| Cue::UntilLabels.ends(noun)) {
        return Label::Due;
    }
    if Cue::StateWords.ends(before) {
        return Label::Record;
    }
    if Cue::Latest.ends(before) {
        return Label::Due;
    }
    if let Some(noun) = before.trim_end_matches(['到', '至', '于']).strip_suffix("截止") {
        return if Cue::UntilLabels.ends(noun) { Label::Due } else { Label::Record };
    }
    named(before).unwrap_or(Label::None)
}

/// A label that ends with a noun of time and what joins it to the date.
fn named(before: &str) -> Option<Label> {
    let mut words = before;
    while let Some(joint) = Cue::LabelJoints.ending(words) {
        words = &words[..words.len() - joint.len()];
    }
    if words.len() == before.len() {
        return None;
    }
    if Cue::DueLabels.ends(words) {
        return Some(Label::Due);
    }
    let noun = Cue::LabelNouns.ending(words)?;
    let of = &words[..words.len() - noun.len()];
    Some(if Cue::RecordLabels.ends(of) { Label::Record } else { Label::Event })
}
