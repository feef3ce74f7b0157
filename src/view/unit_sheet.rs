//! 单位: what one unit has to do, as it is handed to it.

use crate::analysis::{Analysis, Role};
use crate::span::Span;
use crate::view::body::{Bodies, Body};
use crate::view::cover::covered;
use crate::view::label;
use crate::view::matrix::{ColumnGroup, group};
use crate::view::part::Part;
use crate::view::row::{Row, Time, last_day};
use crate::view::sheet::Table;
use serde::Serialize;
use std::ops::Range;

/// A unit in the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitEntry {
    /// Its name.
    pub unit: String,
    /// Every other way the notice writes it.
    pub spellings: Vec<String>,
    /// Among which it stands.
    pub group: ColumnGroup,
    /// In how many rows it leads, is responsible, supports, supervises.
    pub roles: [usize; 4],
    /// In how many rows it stands.
    pub tasks: usize,
}

/// What one unit has to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitSheet {
    /// The unit.
    pub unit: String,
    /// Every other way the notice writes it.
    pub spellings: Vec<String>,
    /// Whether the directory of the office has it.
    pub known: bool,
    /// Its tasks in the order of the text.
    pub duties: Vec<UnitDuty>,
}

/// One of its tasks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitDuty {
    /// Id of the row.
    pub id: String,
    /// The row's number as it is cited.
    pub place: String,
    /// The row's title.
    pub title: String,
    /// What it does there, strongest first; empty where a class names it.
    pub roles: Vec<String>,
    /// Why it stands here, if not by its name: a rule for all, a class that may
    /// hold it.
    pub reason: String,
    /// The words that name it, or its class.
    pub named: Span,
    /// The row's times.
    pub deadlines: Vec<Time>,
    /// What it is asked to do: the sentences in which it acts, else all.
    pub words: String,
    /// The row's words.
    pub span: Span,
}

/// The units that act in `rows`, those with most tasks first.
pub fn unit_list(analysis: &Analysis, rows: &[Row]) -> Vec<UnitEntry> {
    let bodies = Bodies::new(analysis, rows);
    let mut list: Vec<UnitEntry> = bodies.all().iter().map(entry).collect();
    for row in rows {
        let mut seen = vec![];
        for part in &row.parts {
            let Some(at) = bodies.at(&part.unit) else { continue };
            list[at].tasks += usize::from(!seen.iter().any(|(known, _)| *known == at));
            if !seen.contains(&(at, part.role)) {
                seen.push((at, part.role));
                list[at].roles[part.role as usize] += 1;
            }
        }
    }
    list.sort_by_key(|entry| std::cmp::Reverse(entry.tasks));
    list
}

fn entry(body: &Body) -> UnitEntry {
    UnitEntry {
        unit: body.name.clone(),
        spellings: body.spellings.clone(),
        group: group(body.category),
        roles: [0; 4],
        tasks: 0,
    }
}

/// What the unit of that name has to do, by its name or as one of a class.
pub fn unit_sheet(analysis: &Analysis, rows: &[Row], unit: &str) -> UnitSheet {
    let bodies = Bodies::new(analysis, rows);
    let at = bodies.at(unit);
    let is_it = |name: &str| at.is_some() && bodies.at(name) == at;
    let duties = rows.iter().filter_map(|row| own_duty(row, is_it).or_else(|| class_duty(row, unit))).collect();
    sheet(unit, at.map(|at| &bodies.all()[at]), duties)
}

fn sheet(unit: &str, body: Option<&Body>, duties: Vec<UnitDuty>) -> UnitSheet {
    let spellings = body.map(|body| body.spellings.clone()).unwrap_or_default();
    UnitSheet { unit: unit.to_owned(), spellings, known: body.is_some_and(|body| body.known), duties }
}

/// What the row asks of the unit by its name.
fn own_duty(row: &Row, is_it: impl Fn(&str) -> bool) -> Option<UnitDuty> {
    let mut own: Vec<&Part> = row.parts.iter().filter(|part| is_it(&part.unit)).collect();
    own.sort_by_key(|part| part.role);
    own.dedup_by_key(|part| part.role);
    let first = own.first()?;
    let roles = own.iter().map(|part| label::role(part.role).to_owned()).collect();
    Some(duty(row, first.span, roles, first.origin.clone().unwrap_or_default(), words(row, is_it)))
}

/// What it asks of the unit as one of a class.
fn class_duty(row: &Row, unit: &str) -> Option<UnitDuty> {
    let (part, reason) = row.parts.iter().find_map(|part| Some((part, covered(&part.unit, unit)?)))?;
    Some(duty(row, part.span, vec![label::role(part.role).to_owned()], reason, words(row, |_| false)))
}

fn duty(row: &Row, named: Span, roles: Vec<String>, reason: String, words: String) -> UnitDuty {
    UnitDuty {
        id: row.id.clone(),
        place: row.place.clone(),
        title: row.title.clone(),
        roles,
        reason,
        named,
        deadlines: row.deadlines.clone(),
        words,
        span: row.span,
    }
}

/// The sentences in which the unit acts; where it acts in none, all of them.
fn words(row: &Row, is_it: impl Fn(&str) -> bool) -> String {
    let own: String = row
        .measures
        .iter()
        .filter(|one| one.parts.iter().any(|part| is_it(&part.unit)))
        .map(|one| &*one.text)
        .collect();
    if own.is_empty() { row.measures.iter().map(|one| one.text.as_str()).collect() } else { own }
}

const HEADER: [&str; 8] = ["序号", "单位", "任务", "角色", "要求", "时限", "出处", "说明"];

/// The sheets of `units`, places in [`unit_list`], as far as the notice names
/// them.
pub(super) fn own_sheets<'a>(
    analysis: &'a Analysis,
    rows: &'a [Row],
    units: Range<usize>,
) -> impl Iterator<Item = UnitSheet> + use<'a> {
    let bodies = Bodies::new(analysis, rows);
    let rows_of = rows_of(&bodies, rows);
    let list = unit_list(analysis, rows).into_iter().skip(units.start).take(units.len());
    list.filter_map(move |entry| {
        let at = bodies.at(&entry.unit)?;
        let duties = rows_of[at].iter().filter_map(|row| own_duty(row, |name| bodies.at(name) == Some(at))).collect();
        Some(sheet(&entry.unit, Some(&bodies.all()[at]), duties))
    })
}

/// The rows in which each body stands.
fn rows_of<'a>(bodies: &Bodies, rows: &'a [Row]) -> Vec<Vec<&'a Row>> {
    let mut found: Vec<Vec<&Row>> = vec![Vec::new(); bodies.all().len()];
    for row in rows {
        for at in row.parts.iter().filter_map(|part| bodies.at(&part.unit)) {
            if found[at].last().is_none_or(|last| last.id != row.id) {
                found[at].push(row);
            }
        }
    }
    found
}

/// The sheets of all units one after another as plain cells.
pub(super) fn table(analysis: &Analysis, rows: &[Row]) -> Table {
    let lines: Vec<(String, UnitDuty)> = own_sheets(analysis, rows, 0..usize::MAX)
        .flat_map(|sheet| sheet.duties.into_iter().map(move |duty| (sheet.unit.clone(), duty)))
        .collect();
    cells(lines.iter().map(|(unit, duty)| (unit.as_str(), duty)))
}

/// One unit's sheet as plain cells.
pub fn unit_table(sheet: &UnitSheet) -> Table {
    cells(sheet.duties.iter().map(|duty| (sheet.unit.as_str(), duty)))
}

fn cells<'a>(lines: impl Iterator<Item = (&'a str, &'a UnitDuty)> + Clone) -> Table {
    let days = lines.clone().map(|(_, duty)| last_day(&duty.deadlines));
    let line = |(index, (unit, duty)): (usize, (&str, &UnitDuty))| {
        let times: Vec<String> = duty.deadlines.iter().map(Time::cell).collect();
        let cells = vec![
            (index + 1).to_string(),
            unit.to_owned(),
            duty.title.clone(),
            duty.roles.join("、"),
            duty.words.clone(),
            times.join("；"),
            duty.place.clone(),
            duty.reason.clone(),
        ];
        (duty.id.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), lines.enumerate().map(line)).dated(days)
}

/// The roles in the order of [`UnitEntry::roles`].
pub(super) const ROLES: [Role; 4] = [Role::Lead, Role::Responsible, Role::Support, Role::Supervise];
