//! What a duty makes of the units beside it. `classes/duty.txt` is the one table
//! for sentences, brackets, labels and columns.

use super::class::Classes;
use super::lexemes::lexemes_at;
use crate::analysis::Role;

/// What a verb of duty makes of the units beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The units before it take this role.
    Takes(Role),
    /// The units before it press the one behind it: 督促企业落实.
    Presses,
    /// The units before it lead, those behind it support: 会同.
    Joins,
}

impl Part {
    /// The part of a word of these classes; nothing if it is no duty.
    ///
    /// ```
    /// use notice_analyzer::{Role, lexicon::{class::Classes, duty::Part}};
    /// assert_eq!(Part::of(Classes::LEAD), Some(Part::Takes(Role::Lead)));
    /// assert_eq!(Part::of(Classes::MODAL), None);
    /// ```
    pub fn of(classes: Classes) -> Option<Self> {
        [
            (Classes::LEAD, Self::Takes(Role::Lead)),
            (Classes::JOIN, Self::Joins),
            (Classes::SUPPORT, Self::Takes(Role::Support)),
            (Classes::SUPERVISE, Self::Presses),
            (Classes::RESPONSIBLE, Self::Takes(Role::Responsible)),
        ]
        .into_iter()
        .find_map(|(class, part)| classes.has(class).then_some(part))
    }

    /// The role that a label or a column of that name gives: 协同单位 supports.
    pub fn role(self) -> Role {
        match self {
            Self::Takes(role) => role,
            Self::Presses => Role::Supervise,
            Self::Joins => Role::Support,
        }
    }
}

/// The duty that `text` ends with, and the words before it.
///
/// ```
/// use notice_analyzer::{Role, lexicon::duty::duty_before};
/// assert_eq!(duty_before("县级牵头"), Some(("县级", Role::Lead)));
/// assert_eq!(duty_before("县级"), None);
/// ```
pub fn duty_before(text: &str) -> Option<(&str, Role)> {
    const DUTY_CHARS: usize = 6;
    let starts = text.char_indices().rev().take(DUTY_CHARS).map(|(at, _)| at);
    starts.filter_map(|at| Some((&text[..at], duty(&text[at..])?))).last()
}

/// The role of a text that is nothing but a duty.
pub fn duty(text: &str) -> Option<Role> {
    // 责任单位: the noun says of a label what 负责 says of a sentence.
    if text == "责任" {
        return Some(Role::Responsible);
    }
    lexemes_at(text).find(|(word, _)| *word == text).and_then(|(_, classes)| Part::of(classes)).map(Part::role)
}
