//! The units that the columns of a row name.

use super::shared_out;
use crate::analysis::{Assignment, Basis, Certainty, Role};
use crate::lexicon::heading::{ColumnKind, heading_kind};
use crate::mention::time::is_time;
use crate::mention::unit::{is_unit, unit_list};
use crate::outline::table::{Row, Table};
use crate::source::Source;
use crate::span::TextRange;
use crate::task::attribution::{self, Assigned};
use std::collections::HashSet;

/// A name of no known form has at most this many characters.
const NAME_CHARS: usize = 16;
/// What a unit does, or who it sends, is said in so many behind it.
const DUTY_CHARS: std::ops::RangeInclusive<usize> = 2..=6;

/// Who owes one task of a row.
#[derive(Default)]
pub(super) struct Units {
    /// The units, in the order of the columns.
    pub(super) assignments: Vec<Assignment>,
    /// Members of their lists that are none.
    pub(super) left_out: Vec<TextRange>,
}

impl Units {
    /// Who owes task `nth` of the `share` that a row holds.
    pub(super) fn read(source: &Source, table: &Table, row: &Row, nth: usize, share: usize) -> Self {
        let (mut known, mut found) = (HashSet::new(), Self::default());
        for cell in &row.cells {
            let Some(role) = role_of(table.kind_of(cell)) else { continue };
            let heading = &table.columns[cell.column].heading;
            let mut lists = Lists { source, role, found: Vec::new(), left_out: Vec::new() };
            lists.cell(&shared_out(cell, nth, share));
            first_leads(source, table, heading, &mut lists.found);
            marked_lead(source, table, heading, &mut lists.found);
            // What several rows share is handed on with the first.
            found.left_out.extend(lists.left_out.into_iter().filter(|_| !cell.inherited && nth == 0));
            for mut assigned in lists.found {
                // Without a known heading, what its cells look like is all that says the role.
                if heading_kind(heading).is_none() && assigned.role == role {
                    assigned.certainty = Certainty::Likely;
                }
                if known.insert((assigned.unit.clone(), assigned.role)) {
                    found.assignments.push(assigned.to_assignment(source, assigned.unit.as_str().into()));
                }
            }
        }
        found
    }
}

fn role_of(kind: ColumnKind) -> Option<Role> {
    match kind {
        ColumnKind::Lead => Some(Role::Lead),
        ColumnKind::Responsible => Some(Role::Responsible),
        ColumnKind::Support => Some(Role::Support),
        ColumnKind::Supervise => Some(Role::Supervise),
        _ => None,
    }
}

/// 责任单位（列第一位的为牵头单位）, or the same in a note: the first of several
/// leads, and the others support it if the note says so.
fn first_leads(source: &Source, table: &Table, heading: &str, units: &mut [Assigned]) {
    let notes = table.notes.iter().map(|note| source.slice(*note));
    let Some(rule) = [heading].into_iter().chain(notes).find(|text| says_first_leads(text)) else { return };
    if units.len() < 2 || units.iter().any(|unit| unit.role != Role::Responsible) {
        return;
    }
    let others = if rule.contains("配合") { Role::Support } else { Role::Responsible };
    for (index, unit) in units.iter_mut().enumerate() {
        unit.role = if index == 0 { Role::Lead } else { others };
    }
}

fn says_first_leads(text: &str) -> bool {
    ["第一", "首位", "列首", "首个"].iter().any(|word| text.contains(word)) && text.contains("牵头")
}

/// Marks that stand before a name: ★县住建局.
const MARKS: [char; 9] = ['★', '☆', '▲', '△', '●', '◎', '※', '*', '＊'];

/// 标★的为牵头单位: what a mark before a name says. No mark is part of a name.
fn marked_lead(source: &Source, table: &Table, heading: &str, units: &mut [Assigned]) {
    let notes = table.notes.iter().map(|note| source.slice(*note));
    let rule = [heading].into_iter().chain(notes).find(|text| text.contains(MARKS) && text.contains("牵头"));
    for unit in units {
        let bare = unit.unit.trim_start_matches(MARKS);
        let marks = unit.unit.len() - bare.len();
        if marks == 0 || bare.is_empty() {
            continue;
        }
        if rule.is_some_and(|rule| unit.unit.starts_with(|mark| rule.contains(mark))) {
            unit.role = Role::Lead;
        }
        unit.unit = bare.to_owned();
        unit.range.start += marks;
    }
}

/// Reads the lists of a cell.
struct Lists<'s, 't> {
    source: &'s Source<'t>,
    /// The role that the column gives.
    role: Role,
    found: Vec<Assigned>,
    left_out: Vec<TextRange>,
}

impl Lists<'_, '_> {
    /// A label counts for the names behind spaces, too.
    fn cell(&mut self, parts: &[TextRange]) {
        let mut labelled = self.role;
        for list in lists(self.source, parts) {
            let list = without_rule(self.source, list);
            let first = self.found.len();
            self.list(list, labelled);
            if self.source.slice(list).contains('：') {
                labelled = self.found[first..].last().map_or(self.role, |assigned| assigned.role);
            }
        }
    }

    /// Where a verb or a label says the role of some names, the clauses without
    /// one have that of the column: 县住建局牵头，县财政局、县公安局.
    fn list(&mut self, list: TextRange, role: Role) {
        let attribution = attribution::read(self.source, list, role, Basis::Label);
        if !attribution.explicit {
            self.names(list, role, true);
            return;
        }
        let mut taken: Vec<usize> = attribution.assigned.iter().map(|assigned| assigned.range.start).collect();
        taken.sort_unstable();
        let first = self.found.len();
        self.found.extend(attribution.assigned);
        for clause in clauses(self.source, list) {
            let next = taken.partition_point(|at| *at < clause.start);
            if taken.get(next).is_none_or(|at| *at >= clause.end) {
                self.names(clause, role, false);
            }
        }
        self.found[first..].sort_by_key(|assigned| assigned.range.start);
    }

    /// In a column of units even a name of no known form (各矿, 三车间) is one, if
    /// it is short enough for a name and nothing in its cell tells it from one.
    fn names(&mut self, list: TextRange, role: Role, any: bool) {
        let units = unit_list(self.source, list);
        for unit in &units.units {
            let whole = Some(unit.name.as_str()).filter(|name| unit.known || any && is_short(name));
            let leading = leading_unit(&unit.name).filter(|_| !unit.known);
            let Some(name) = leading.or(whole) else {
                self.left_out.extend(Some(unit.range).filter(|_| any && unit.name.chars().count() > 1));
                continue;
            };
            let end = match self.source.slice(unit.range).starts_with(name) {
                true => unit.range.start + name.len(),
                false => unit.range.end,
            };
            self.found.push(Assigned {
                unit: name.to_owned(),
                role,
                basis: Basis::Label,
                open: units.open,
                certainty: if unit.known { Certainty::Sure } else { Certainty::Likely },
                range: TextRange::new(unit.range.start, end),
            });
        }
    }
}

fn clauses(source: &Source, list: TextRange) -> impl Iterator<Item = TextRange> {
    let mut start = list.start;
    source.slice(list).split(['，', '；', '。']).map(move |clause| {
        let own = TextRange::new(start, start + clause.len());
        start = own.end + '，'.len_utf8();
        own
    })
}

/// The unit that a member opens with whose last words say what it does, or name
/// its head: 各州市政府分头推进, 县住建局李某.
fn leading_unit(member: &str) -> Option<&str> {
    let ends = member.char_indices().rev().map(|(at, _)| at).filter(|at| *at > 0);
    let behind = ends.zip(1..).take(*DUTY_CHARS.end()).filter(|(_, chars)| DUTY_CHARS.contains(chars));
    behind.map(|(end, _)| &member[..end]).find(|unit| is_unit(unit))
}

fn is_short(name: &str) -> bool {
    let chars = name.chars().take(NAME_CHARS + 1).count();
    (2..=NAME_CHARS).contains(&chars)
        && !name.contains(['。', '：', '《', '〔'])
        && name.contains(|c: char| c.is_alphabetic())
        && !is_time(name)
}

/// Paragraphs of one cell that stand side by side are one list, so that its
/// members share their level; a space may hold two names apart.
fn lists(source: &Source, parts: &[TextRange]) -> Vec<TextRange> {
    let mut lists: Vec<TextRange> = Vec::new();
    for part in parts.iter().flat_map(|part| names_between_spaces(source, *part)) {
        match lists.last_mut() {
            Some(last) if part.start > last.end && part.start - last.end == 1 => last.end = part.end,
            _ => lists.push(part),
        }
    }
    lists
}

fn names_between_spaces(source: &Source, part: TextRange) -> Vec<TextRange> {
    let text = source.slice(part);
    let gaps = text.char_indices().skip(1).map(|(at, _)| at).filter(|at| source.gap_before(part.start + at));
    let gaps: Vec<usize> = gaps.collect();
    let ends = gaps.iter().skip(1).copied().chain([text.len()]);
    let mut names = Vec::new();
    let mut start = 0;
    for (at, end) in gaps.iter().copied().zip(ends) {
        let next = text[at..end].split(['、', '，', '；']).next().unwrap_or_default();
        let opens = next.ends_with('：') || is_unit(next) && next.chars().count() > 2;
        if opens && is_unit(behind_label(&text[start..at])) {
            names.push(TextRange::new(part.start + start, part.start + at));
            start = at;
        }
    }
    names.push(TextRange::new(part.start + start, part.end));
    names
}

/// 牵头单位：县应急局 → 县应急局
fn behind_label(text: &str) -> &str {
    text.rsplit('：').next().unwrap_or(text)
}

/// A rule for all later rows stands in brackets behind the units of the first:
/// （以下均需…负责，不再一一列出）.
fn without_rule(source: &Source, list: TextRange) -> TextRange {
    let text = source.slice(list);
    let rule = last_bracket(text).filter(|open| text[*open..].contains("以下"));
    TextRange::new(list.start, list.start + rule.unwrap_or(text.len()))
}

/// Where the bracket opens that ends a text.
fn last_bracket(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices()
        .rev()
        .find_map(|(at, c)| {
            match c {
                '）' => depth += 1,
                '（' => depth -= 1,
                _ => {}
            }
            (depth <= 0).then_some(at)
        })
        .filter(|at| text[*at..].starts_with('（'))
}
