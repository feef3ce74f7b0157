//! The units across the whole notice, one entry each.

use crate::analysis::{Analysis, Assignment, Basis, Name, Role, Unit, UnitTasks};
use crate::directory::Directory;
use crate::mention::unit::{alias_key, category_of, level_of};
use crate::source::Source;
use std::collections::HashMap;

/// Collects the units that act in the tasks of `analysis` or by its blanket rule,
/// in the order in which the text names them.
pub fn roster(source: &Source, directory: &Directory, analysis: &Analysis) -> Vec<Unit> {
    let mut roster = Roster { source, directory, units: Vec::new(), index: HashMap::new() };
    for task in &analysis.tasks {
        for assignment in &task.assignments {
            roster.add(&task.id, assignment);
        }
    }
    for unit in &analysis.notice.blanket_units {
        roster.entry(&unit.name);
    }
    roster.link();
    roster.units.iter_mut().for_each(|unit| shrink(&mut unit.tasks));
    roster.units
}

struct Roster<'s, 't> {
    source: &'s Source<'t>,
    directory: &'s Directory,
    units: Vec<Unit>,
    index: HashMap<String, usize>,
}

impl Roster<'_, '_> {
    fn add(&mut self, task: &Name, assignment: &Assignment) {
        let added = assignment.corrected.as_ref().is_some_and(|name| name.is_empty()) || assignment.expanded.is_some();
        let spelling = if added { assignment.unit.to_string() } else { self.words(assignment) };
        let unit = self.entry(&assignment.unit);
        if !unit.spellings.contains(&spelling) {
            unit.spellings.push(spelling);
        }
        unit.blanket_only &= assignment.basis == Basis::Blanket;
        let list = role_list(&mut unit.tasks, assignment.role);
        if list.last().is_none_or(|last| last != task) {
            list.push(task.clone());
        }
    }

    fn entry(&mut self, name: &str) -> &mut Unit {
        let at = *self.index.entry(name.to_owned()).or_insert_with(|| {
            self.units.push(Unit {
                name: name.to_owned(),
                level: self.directory.level(name).or_else(|| level_of(name).map(|(_, level)| level)),
                category: category_of(name),
                spellings: vec![name.to_owned()],
                possibly: Vec::new(),
                known: self.directory.full(name).is_some(),
                blanket_only: true,
                tasks: UnitTasks::default(),
            });
            self.units.len() - 1
        });
        &mut self.units[at]
    }

    /// How the notice writes the unit there: 应急局 for 县应急局 in a list that
    /// has said its level.
    fn words(&self, assignment: &Assignment) -> String {
        let words = self.source.slice(self.source.range(assignment.span));
        words.split(char::is_control).collect()
    }

    /// Links names that may be the same unit (县市场局, 县市场监管局); merging
    /// them is left to a person. Those of the directory are what it says.
    fn link(&mut self) {
        let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, unit) in self.units.iter().enumerate().filter(|(_, unit)| !unit.known) {
            if let Some(key) = alias_key(&unit.name) {
                groups.entry(key).or_default().push(at);
            }
        }
        for group in groups.values().filter(|g| g.len() > 1) {
            for &at in group {
                let others = group.iter().filter(|o| **o != at).map(|o| self.units[*o].name.clone()).collect();
                self.units[at].possibly = others;
            }
        }
    }
}

/// Lists that stay hold no more than they need.
fn shrink(UnitTasks { lead, responsible, support, supervise }: &mut UnitTasks) {
    [lead, responsible, support, supervise].into_iter().for_each(Vec::shrink_to_fit);
}

fn role_list(tasks: &mut UnitTasks, role: Role) -> &mut Vec<Name> {
    match role {
        Role::Lead => &mut tasks.lead,
        Role::Responsible => &mut tasks.responsible,
        Role::Support => &mut tasks.support,
        Role::Supervise => &mut tasks.supervise,
    }
}
