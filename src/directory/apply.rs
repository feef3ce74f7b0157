//! One name for each unit of a reading, and of what a person corrects in it.

use super::Directory;
use crate::analysis::{Analysis, Change, Correction};
use std::borrow::Cow;

impl Directory {
    /// Calls every unit of `analysis` that has an entry by its full name.
    pub(crate) fn name_units(&self, analysis: &mut Analysis) {
        if self.is_empty() {
            return;
        }
        let Analysis { tasks, annex, notice, .. } = analysis;
        let of_tasks = tasks.iter_mut().flat_map(|task| &mut task.assignments);
        let of_rows = annex.iter_mut().flat_map(|row| &mut row.assignments);
        for unit in of_tasks.chain(of_rows).map(|one| &mut one.unit) {
            if let Some(name) = self.name(unit) {
                *unit = name.into();
            }
        }
        for named in &mut notice.blanket_units {
            if let Some(name) = self.name(&named.name) {
                named.name = name;
            }
        }
    }

    /// What a unit or a class is called that has an entry.
    fn name(&self, unit: &str) -> Option<String> {
        let full = self.full(unit).map(str::to_owned);
        full.or_else(|| self.class(unit, &[]).map(|class| class.class_name()))
    }

    /// The corrections with the names that [`Directory::name_units`] gives.
    pub(crate) fn name_corrections<'c>(&self, corrections: &'c [Correction]) -> Cow<'c, [Correction]> {
        if self.is_empty() || corrections.is_empty() {
            return Cow::Borrowed(corrections);
        }
        let mut named = corrections.to_vec();
        for name in named.iter_mut().flat_map(names) {
            if let Some(full) = self.full(name) {
                full.clone_into(name);
            }
        }
        Cow::Owned(named)
    }
}

/// The names that a correction is about.
fn names(correction: &mut Correction) -> Vec<&mut String> {
    match correction {
        Correction::Merge { units, into } => units.iter_mut().chain([into]).collect(),
        Correction::Work { change, .. } => match change {
            Change::Role { unit, .. } | Change::Add { unit, .. } | Change::Remove { unit } => vec![unit],
            Change::Rename { unit, into } => vec![unit, into],
            _ => Vec::new(),
        },
    }
}
