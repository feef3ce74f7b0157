//! What a heading is, and so how its text is read: a measure, the units that
//! have to act (职责分工), a label of units (主办单位).

use super::label::{Label, label_before};
use crate::analysis::Role;
use crate::mention::unit::{tail_of, unit_list};
use crate::source::Source;
use crate::span::TextRange;

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingKind {
    /// What is to be done, or nothing.
    Measure,
    /// Nothing but the names of units: they act in what follows.
    Units,
    /// The units behind it have this role.
    Label(Role),
}

impl HeadingKind {
    /// Classifies a heading phrase.
    pub fn of(source: &Source, title: TextRange) -> Self {
        let text = source.slice(title);
        if let Some((Label::Units(role), 0)) = label_before(text) {
            return Self::Label(role);
        }
        if names_units(source, title) { Self::Units } else { Self::Measure }
    }
}

fn names_units(source: &Source, title: TextRange) -> bool {
    let text = source.slice(title);
    if text.is_empty() || tail_of(text).is_none() {
        return false;
    }
    let list = unit_list(source, title);
    list.is_sound() && !list.units.is_empty() && list.units.iter().all(|unit| tail_of(&unit.name).is_some())
}
