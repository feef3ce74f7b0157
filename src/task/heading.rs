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

/// The names in a heading that names units, or says that their duties follow: 县应急局职责,
/// 县防指办公室及其职责. 部门职责 names nobody.
pub(super) fn owners(source: &Source, title: TextRange) -> Option<TextRange> {
    let text = source.slice(title);
    let duties = ["职责分工", "职责任务", "职责"].iter().find_map(|word| text.strip_suffix(word));
    let linked =
        |text: &str| ["及其", "的", "主要", "工作"].iter().find_map(|word| text.strip_suffix(word)).map(str::len);
    let mut names = duties.unwrap_or(text);
    while let Some(len) = duties.and_then(|_| linked(names)) {
        names = &names[..len];
    }
    let range = TextRange::new(title.start, title.start + names.len());
    const NAMES_CHARS: usize = 40;
    let itself = names.chars().nth(NAMES_CHARS).is_some() || tail_of(names).is_some_and(|tail| tail.word == names);
    (names_units(source, range) && !itself).then_some(range)
}

fn names_units(source: &Source, title: TextRange) -> bool {
    let text = source.slice(title);
    if text.is_empty() || tail_of(text).is_none() {
        return false;
    }
    let list = unit_list(source, title);
    list.is_sound() && !list.units.is_empty() && list.units.iter().all(|unit| tail_of(&unit.name).is_some())
}
