//! The units of body and annex compared as sets.

use super::{Report, Table};
use crate::analysis::{Assignment, Basis, DifferenceKind, Duty, Name, Quote, Role, Task, UnitChange, UnitPair};
use crate::compare::matched::Matched;
use crate::compare::units::{duties, pair_units};
use crate::span::Span;
use std::collections::{HashMap, HashSet};

/// Why units stand there that are compared: a bracket, a label or a person says
/// so.
const OWN: [Basis; 3] = [Basis::Attribution, Basis::Label, Basis::Correction];

/// The units that the brackets and labels of tasks name.
pub(super) fn body_duties(tasks: &[&Task]) -> Vec<Duty> {
    duties(tasks.iter().flat_map(|task| &task.assignments), &OWN)
}

/// The units of every pair.
pub(super) struct Units {
    pairs: Vec<Vec<UnitPair>>,
    body: Vec<Vec<Duty>>,
    annex: Vec<Vec<Duty>>,
    /// Whether the units of a pair stand in a cell of a row above, and none of
    /// them is the body's: then the cell was left blank, not merged.
    blank: Vec<bool>,
    /// Whether most tasks name their units.
    attributed: bool,
}

impl Units {
    pub(super) fn of(table: &Table, works: &[Matched]) -> Self {
        let body: Vec<Vec<Duty>> = works.iter().map(|work| body_duties(&tasks(table, work))).collect();
        let annex: Vec<Vec<Duty>> = works.iter().map(|work| duties(rows(table, work), &OWN)).collect();
        let cells = Cells::of(table, works, &body);
        let mut units =
            Self { pairs: Vec::new(), blank: Vec::new(), attributed: attributed(works, &body), body, annex };
        for (at, work) in works.iter().enumerate() {
            let (body, annex) = (&units.body[at], &units.annex[at]);
            let mut pairs = pair_units(body, annex);
            let inherited = cells.inherited(table, work);
            let shares = pairs.iter().any(|pair| pair.left.is_some() && pair.right.is_some());
            let blank = inherited && !body.is_empty() && !annex.is_empty() && !shares;
            pairs.retain(|pair| pair.change != UnitChange::Added || !(inherited || cells.explains(table, work, pair)));
            units.pairs.push(pairs);
            units.blank.push(blank);
        }
        units
    }

    /// The units of the pair `at`.
    pub(super) fn of_work(&self, at: usize) -> Vec<UnitPair> {
        self.pairs[at].clone()
    }

    /// Reports how the units of the pair `at` differ.
    pub(super) fn check(&self, at: usize, report: &mut Report) {
        let (body, annex) = (&self.body[at], &self.annex[at]);
        let is_lead = report.item().is_some_and(|item| item.is_lead);
        if !report.work.is_matched() || is_lead || body.is_empty() && annex.is_empty() {
            return;
        }
        if annex.is_empty() || self.blank[at] {
            self.blank_cell(at, report);
        } else if !body.is_empty() {
            self.sets(at, report);
            self.roles(at, report);
            self.order(at, report);
        } else if self.attributed && !report.work.is_moved() {
            let place = report.task().map(|task| end_of(task.span));
            let difference = report.add(DifferenceKind::Units);
            difference.annex = quotes(annex.iter());
            difference.body_place = place;
        }
    }

    fn blank_cell(&self, at: usize, report: &mut Report) {
        let place = report.item().map(|item| if self.annex[at].is_empty() { item.head } else { item.row.layout.units });
        let difference = report.add(DifferenceKind::BlankUnits);
        difference.body = quotes(self.body[at].iter());
        difference.annex_place = place;
    }

    fn sets(&self, at: usize, report: &mut Report) {
        let of = |change: UnitChange| self.pairs[at].iter().filter(move |pair| pair.change == change);
        let dropped = quotes(of(UnitChange::Dropped).filter_map(|pair| pair.left.as_ref()));
        let added = quotes(of(UnitChange::Added).filter_map(|pair| pair.right.as_ref()));
        if !dropped.is_empty() || !added.is_empty() {
            let difference = report.add(DifferenceKind::Units);
            (difference.body, difference.annex) = (dropped, added);
            difference.body_place = difference.body.is_empty().then(|| hull(&self.body[at]));
            difference.annex_place = difference.annex.is_empty().then(|| hull(&self.annex[at]));
        }
        let spelt: Vec<&UnitPair> = of(UnitChange::Renamed).collect();
        if !spelt.is_empty() {
            let difference = report.add(DifferenceKind::Spelling);
            difference.body = quotes(spelt.iter().filter_map(|pair| pair.left.as_ref()));
            difference.annex = quotes(spelt.iter().filter_map(|pair| pair.right.as_ref()));
        }
    }

    /// A list without roles says by its first place who leads, if anything.
    fn roles(&self, at: usize, report: &mut Report) {
        let (body, annex) = (&self.body[at], &self.annex[at]);
        let plain = |list: &[Duty]| list.iter().all(|duty| duty.role == Role::Responsible);
        if plain(body) || plain(annex) {
            let leads = |list: &[Duty]| list.iter().find(|duty| duty.role == Role::Lead).or(list.first()).cloned();
            let (Some(one), Some(other)) = (leads(body), leads(annex)) else { return };
            let both = |name: &str| body.iter().any(|d| d.unit == name) && annex.iter().any(|d| d.unit == name);
            if plain(body) != plain(annex) && one.unit != other.unit && both(&one.unit) && both(&other.unit) {
                let difference = report.add(DifferenceKind::Lead);
                (difference.body, difference.annex) = (quotes([&one].into_iter()), quotes([&other].into_iter()));
            }
            return;
        }
        let changed = self.pairs[at].iter().filter(|pair| pair.change == UnitChange::Role);
        let both: Vec<(&Duty, &Duty)> =
            changed.filter_map(|pair| Some((pair.left.as_ref()?, pair.right.as_ref()?))).collect();
        if both.is_empty() {
            return;
        }
        let lead = both.iter().any(|(one, other)| one.role == Role::Lead || other.role == Role::Lead);
        let difference = report.add(if lead { DifferenceKind::Lead } else { DifferenceKind::Role });
        difference.body = quotes(both.iter().map(|pair| pair.0));
        difference.annex = quotes(both.iter().map(|pair| pair.1));
        let phrase = |duties: &[&Duty]| {
            let words: Vec<String> =
                duties.iter().map(|duty| format!("{}{}", duty.unit, role_word(duty.role))).collect();
            words.join("、")
        };
        difference.body_phrase = phrase(&both.iter().map(|pair| pair.0).collect::<Vec<_>>());
        difference.annex_phrase = phrase(&both.iter().map(|pair| pair.1).collect::<Vec<_>>());
    }

    /// The same units in another order differ in form only.
    fn order(&self, at: usize, report: &mut Report) {
        let (body, annex) = (&self.body[at], &self.annex[at]);
        let same = self.pairs[at].iter().all(|pair| pair.change == UnitChange::Same);
        let ordered = body.iter().map(|duty| &duty.unit).eq(annex.iter().map(|duty| &duty.unit));
        if same && !ordered && body.len() == annex.len() {
            let list = |duties: &[Duty]| duties.iter().map(|duty| duty.unit.as_str()).collect::<Vec<_>>().join("、");
            report.form.body.push(Quote::new(list(body), hull(body)));
            report.form.annex.push(Quote::new(list(annex), hull(annex)));
        }
    }
}

fn role_word(role: Role) -> &'static str {
    match role {
        Role::Lead => "牵头",
        Role::Responsible => "负责",
        Role::Support => "配合",
        Role::Supervise => "督促",
    }
}

fn tasks<'a>(table: &Table<'a>, work: &Matched) -> Vec<&'a Task> {
    work.left.iter().map(|index| table.tasks[*index]).collect()
}

fn rows<'t>(table: &'t Table, work: &'t Matched) -> impl Iterator<Item = &'t Assignment> {
    let own = work.right.iter().map(|index| &table.items[*index]).filter(|item| !item.is_lead);
    own.flat_map(|item| &item.row.assignments)
}

/// Whether at least half of the tasks that rows answer name their units.
fn attributed(works: &[Matched], body: &[Vec<Duty>]) -> bool {
    let matched = || works.iter().zip(body).filter(|(work, _)| work.is_matched());
    matched().filter(|(_, duties)| !duties.is_empty()).count() * 2 >= matched().count()
}

fn quotes<'d>(duties: impl Iterator<Item = &'d Duty>) -> Vec<Quote> {
    duties.map(|duty| Quote::new(duty.unit.as_str(), duty.span)).collect()
}

/// From the first name to the last.
fn hull(duties: &[Duty]) -> Span {
    super::join(duties.iter().map(|duty| duty.span))
}

fn end_of(span: Span) -> Span {
    Span::new(span.end.saturating_sub(1).max(span.start), span.end)
}

/// Which units the rows that share a merged cell need: they stand in it for one
/// of these rows, if not for all.
struct Cells {
    needed: HashMap<Span, HashSet<Name>>,
}

impl Cells {
    fn of(table: &Table, works: &[Matched], body: &[Vec<Duty>]) -> Self {
        let mut needed: HashMap<Span, HashSet<Name>> = HashMap::new();
        for (work, duties) in works.iter().zip(body) {
            for cell in cells(table, work) {
                needed.entry(cell).or_default().extend(duties.iter().map(|duty| duty.unit.clone()));
            }
        }
        Self { needed }
    }

    /// Whether another row that shares the cell needs the unit.
    fn explains(&self, table: &Table, work: &Matched, pair: &UnitPair) -> bool {
        let Some(duty) = &pair.right else { return false };
        cells(table, work).any(|cell| self.needed.get(&cell).is_some_and(|units| units.contains(&duty.unit)))
    }

    /// Whether the units of the work stand in rows above.
    fn inherited(&self, table: &Table, work: &Matched) -> bool {
        let mut own = work.right.iter().map(|index| &table.items[*index]).filter(|item| !item.is_lead).peekable();
        own.peek().is_some() && own.all(|item| item.row.layout.units_inherited)
    }
}

fn cells<'t>(table: &'t Table, work: &'t Matched) -> impl Iterator<Item = Span> {
    work.right.iter().map(|index| table.items[*index].row.layout.units).filter(|cell| cell.start < cell.end)
}
