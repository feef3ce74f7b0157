//! What each unit gained and lost: what a department wants to know first.

use crate::analysis::{Analysis, Duty, Named, Role, UnitChange, UnitPair};
use crate::compare::comparison::{Charge, Recast, TaskChange, UnitBalance};
use std::collections::{HashMap, HashSet};

/// The units with a change, in the order of the new notice, then those that
/// only the old one names.
pub(super) fn balances(old: &Analysis, new: &Analysis, tasks: &[TaskChange]) -> Vec<UnitBalance> {
    let renamed: HashMap<&str, &str> = tasks.iter().flat_map(|task| &task.units).filter_map(renaming).collect();
    let mut book = Book::new(old, new, renamed);
    for (at, task) in tasks.iter().enumerate() {
        task.units.iter().for_each(|pair| book.enter(at, pair));
    }
    book.rules(&old.notice.blanket_units, &new.notice.blanket_units);
    book.close()
}

/// The old and the new spelling of a unit.
fn renaming(pair: &UnitPair) -> Option<(&str, &str)> {
    let renamed = pair.change == UnitChange::Renamed;
    Some((pair.left.as_ref().filter(|_| renamed)?.unit.as_str(), pair.right.as_ref()?.unit.as_str()))
}

struct Book<'a> {
    balances: Vec<UnitBalance>,
    index: HashMap<String, usize>,
    renamed: HashMap<&'a str, &'a str>,
}

impl<'a> Book<'a> {
    fn new(old: &Analysis, new: &Analysis, renamed: HashMap<&'a str, &'a str>) -> Self {
        let names = |analysis: &Analysis| -> Vec<String> {
            let tasks = analysis.units.iter().map(|unit| unit.name.clone());
            tasks.chain(analysis.notice.blanket_units.iter().map(|unit| unit.name.clone())).collect()
        };
        let current = |name: String| renamed.get(name.as_str()).map_or(name.clone(), |new| (*new).to_owned());
        let (before, now): (Vec<String>, Vec<String>) = (names(old).into_iter().map(current).collect(), names(new));
        let (had, has): (HashSet<&String>, HashSet<&String>) = (before.iter().collect(), now.iter().collect());
        let mut balances: Vec<UnitBalance> = Vec::new();
        let mut index = HashMap::new();
        for unit in now.iter().chain(&before) {
            index.entry(unit.clone()).or_insert_with(|| {
                balances.push(UnitBalance {
                    unit: unit.clone(),
                    is_new: !had.contains(unit),
                    is_gone: !has.contains(unit),
                    gained: Vec::new(),
                    lost: Vec::new(),
                    recast: Vec::new(),
                });
                balances.len() - 1
            });
        }
        Self { balances, index, renamed }
    }

    fn enter(&mut self, task: usize, pair: &UnitPair) {
        let charge = |duty: &Duty| Charge { task: Some(task), role: duty.role, span: duty.span };
        match (&pair.left, &pair.right) {
            (None, Some(new)) => {
                let charge = charge(new);
                self.of(&new.unit, |balance| balance.gained.push(charge));
            }
            (Some(old), None) => {
                let charge = charge(old);
                self.of(&old.unit, |balance| balance.lost.push(charge));
            }
            (Some(old), Some(new)) if old.role != new.role => {
                let recast = Recast { task, from: old.role, to: new.role, span: new.span };
                self.of(&new.unit, |balance| balance.recast.push(recast));
            }
            _ => {}
        }
    }

    /// Rules for all tasks (以下均需…负责).
    fn rules(&mut self, old: &[Named], new: &[Named]) {
        let names = |units: &[Named]| units.iter().map(|unit| unit.name.clone()).collect::<HashSet<String>>();
        let (before, now) = (names(old), names(new));
        let charge = |unit: &Named| Charge { task: None, role: Role::Responsible, span: unit.span };
        for unit in new.iter().filter(|unit| !before.contains(&unit.name)) {
            self.of(&unit.name, |balance| balance.gained.push(charge(unit)));
        }
        for unit in old.iter().filter(|unit| !now.contains(&unit.name)) {
            self.of(&unit.name, |balance| balance.lost.push(charge(unit)));
        }
    }

    fn of(&mut self, name: &str, change: impl FnOnce(&mut UnitBalance)) {
        let current = self.renamed.get(name).copied().unwrap_or(name);
        if let Some(at) = self.index.get(current) {
            change(&mut self.balances[*at]);
        }
    }

    fn close(self) -> Vec<UnitBalance> {
        let changed = |unit: &UnitBalance| !unit.gained.is_empty() || !unit.lost.is_empty() || !unit.recast.is_empty();
        self.balances.into_iter().filter(changed).collect()
    }
}
