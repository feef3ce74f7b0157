//! The units that the columns of a row name.

use super::shared_out;
use crate::analysis::{Assignment, Basis, Certainty, Role};
use crate::lexicon::heading::ColumnKind;
use crate::mention::unit::{is_unit, unit_list};
use crate::outline::table::{Cell, Row, Table};
use crate::source::Source;
use crate::span::TextRange;
use crate::task::attribution::{self, Assigned};

/// A name of no known form has at most this many characters.
const NAME_CHARS: usize = 16;

/// Who owes task `nth` of the `share` that a row holds, in the order of the
/// columns.
pub(super) fn assignments(source: &Source, table: &Table, row: &Row, nth: usize, share: usize) -> Vec<Assignment> {
    let mut found: Vec<Assigned> = Vec::new();
    for cell in &row.cells {
        let Some(role) = role_of(table.kind_of(cell)) else { continue };
        let heading = &table.columns[cell.column].heading;
        let leads = first_leads(heading);
        for mut assigned in cell_units(source, cell, role, leads, nth, share) {
            // Without a heading, the place of the column is all that says the role.
            if heading.is_empty() && assigned.role == role {
                assigned.certainty = Certainty::Likely;
            }
            if !found.iter().any(|known| known.unit == assigned.unit && known.role == assigned.role) {
                found.push(assigned);
            }
        }
    }
    found.iter().map(|assigned| assigned.to_assignment(source)).collect()
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

/// 责任单位（列第一位的为牵头单位）
fn first_leads(heading: &str) -> bool {
    ["第一", "首位", "首"].iter().any(|word| heading.contains(word)) && heading.contains("牵头")
}

fn cell_units(source: &Source, cell: &Cell, role: Role, leads: bool, nth: usize, share: usize) -> Vec<Assigned> {
    let mut found = Vec::new();
    for list in lists(source, &shared_out(cell, nth, share)) {
        let list = without_rule(source, list);
        let mut attribution = attribution::read(source, list, role, Basis::Label);
        if !attribution.explicit {
            attribution.assigned = names(source, list, role);
        }
        if leads {
            attribution.promote_first();
        }
        found.extend(attribution.assigned);
    }
    found
}

/// In a column of units even a name of no known form (各矿, 三车间) is one, if
/// it is short enough for a name.
fn names(source: &Source, list: TextRange, role: Role) -> Vec<Assigned> {
    let units = unit_list(source, list);
    let named = units.units.iter().filter(|unit| unit.known || is_short(&unit.name));
    let assigned = named.map(|unit| Assigned {
        unit: unit.name.clone(),
        role,
        basis: Basis::Label,
        open: units.open,
        certainty: if unit.known { Certainty::Sure } else { Certainty::Likely },
        range: unit.range,
    });
    assigned.collect()
}

fn is_short(name: &str) -> bool {
    let chars = name.chars().take(NAME_CHARS + 1).count();
    (2..=NAME_CHARS).contains(&chars) && !name.contains(['。', '：']) && name.contains(|c: char| c.is_alphabetic())
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
    let mut names = Vec::new();
    let mut start = 0;
    for (at, _) in text.char_indices().skip(1) {
        let between = source.gap_before(part.start + at) && is_unit(&text[start..at]);
        let next = text[at..].split(['、', '，', '；']).next().unwrap_or_default();
        if between && is_unit(next) && next.chars().count() > 2 {
            names.push(TextRange::new(part.start + start, part.start + at));
            start = at;
        }
    }
    names.push(TextRange::new(part.start + start, part.end));
    names
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
