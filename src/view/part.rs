//! One unit's part in one row, as every table shows it.

use crate::analysis::{Assignment, Basis, Certainty, Name, Role, Task};
use crate::span::Span;
use crate::view::label;
use serde::Serialize;
use std::collections::HashMap;

/// One unit's part in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The unit.
    pub unit: String,
    /// What it does.
    pub role: Role,
    /// Why it stands here.
    pub basis: Basis,
    /// Where the responsibility comes from, if not from the row's own words:
    /// `统一规定`, `沿用二、（一）`, `县安委会成员单位展开`.
    pub origin: Option<String>,
    /// Whether a person should check the reading (待核).
    pub likely: bool,
    /// Whether its list goes on with 等部门.
    pub open: bool,
    /// Whether the directory has put it in as the member of a class.
    #[serde(skip)]
    pub expanded: bool,
    /// The name that was read, where a person has corrected it; empty where the
    /// person has added the unit.
    pub corrected: Option<String>,
    /// The words that say it.
    pub span: Span,
}

impl Part {
    /// How strongly the words bind the unit: its own bracket or label, its own
    /// sentence, a rule for all.
    fn rank(&self) -> (u8, bool) {
        let basis = match self.basis {
            Basis::Attribution | Basis::Label | Basis::Correction => 0,
            Basis::Subject => 1,
            Basis::Blanket => 2,
        };
        (basis, self.likely)
    }
}

/// Says which task words stand in.
pub(super) struct Places<'a> {
    tasks: &'a [Task],
}

impl<'a> Places<'a> {
    /// `tasks` in the order of the text.
    pub(super) fn new(tasks: &'a [Task]) -> Self {
        Self { tasks }
    }

    /// The task that holds the code unit at `offset`.
    fn at(&self, offset: u32) -> Option<&'a Task> {
        let after = self.tasks.partition_point(|task| task.span.start <= offset);
        self.tasks[..after].last().filter(|task| task.span.contains(offset))
    }

    /// The number of the task that holds the code unit at `offset`; empty
    /// outside every task and in one without a number.
    pub(super) fn number_at(&self, offset: u32) -> String {
        self.at(offset).map(|task| label::place(&task.number)).unwrap_or_default()
    }

    /// Where the code unit at `offset` stands, for a reader: the number of its
    /// task, or of the one before it.
    pub(super) fn near(&self, offset: u32) -> String {
        let own = self.number_at(offset);
        if !own.is_empty() || self.tasks.is_empty() {
            return own;
        }
        let after = self.tasks.partition_point(|task| task.span.start <= offset);
        match self.tasks[..after].iter().rev().map(|task| label::place(&task.number)).find(|place| !place.is_empty()) {
            Some(before) if self.at(offset).is_none() => format!("{before}之后"),
            Some(before) => before,
            None => "正文之前".to_owned(),
        }
    }

    /// Where `assignment` comes from, if not from the words of `row`.
    fn origin(&self, assignment: &Assignment, row: Span) -> Option<String> {
        if let Some(class) = &assignment.expanded {
            return Some(format!("{class}{}", label::EXPANDED));
        }
        if assignment.basis == Basis::Blanket {
            return Some(label::BLANKET.into());
        }
        let added = assignment.basis == Basis::Correction;
        if added || row.start <= assignment.span.start && assignment.span.end <= row.end {
            return None;
        }
        let number = self.number_at(assignment.span.start);
        Some(if number.is_empty() { "沿用前文".into() } else { format!("沿用{number}") })
    }
}

/// The parts that units have in the row `row`, in the order of the text. A unit
/// that is named twice in one role stands once, with its strongest basis; one
/// that its bracket names is not repeated for acting in the sentence, nor for
/// a blanket rule.
pub(super) fn parts(assignments: &[Assignment], row: Span, places: &Places) -> Vec<Part> {
    let all: Vec<Part> = assignments.iter().map(|assignment| part(assignment, row, places)).collect();
    let mut by_unit: HashMap<&str, u8> = HashMap::new();
    let mut by_role: HashMap<(&str, Role), usize> = HashMap::new();
    for (index, part) in all.iter().enumerate() {
        let basis = part.rank().0;
        by_unit.entry(&part.unit).and_modify(|best| *best = basis.min(*best)).or_insert(basis);
        let best = by_role.entry((&part.unit, part.role)).or_insert(index);
        if part.rank() < all[*best].rank() {
            *best = index;
        }
    }
    let stays = |index: usize, part: &Part| {
        let repeats = part.role == Role::Responsible && part.rank().0 > by_unit[part.unit.as_str()];
        by_role[&(part.unit.as_str(), part.role)] == index && !repeats
    };
    all.iter().enumerate().filter(|(index, part)| stays(*index, part)).map(|(_, part)| part.clone()).collect()
}

/// One unit's part in the row `row`.
pub(super) fn part(assignment: &Assignment, row: Span, places: &Places) -> Part {
    Part {
        unit: assignment.unit.to_string(),
        role: assignment.role,
        basis: assignment.basis,
        origin: places.origin(assignment, row),
        likely: assignment.certainty == Certainty::Likely,
        open: assignment.open,
        expanded: assignment.expanded.is_some(),
        corrected: assignment.corrected.as_ref().map(Name::to_string),
        span: assignment.span,
    }
}

/// The units of one role as one cell of plain text: `甲、乙等；统一规定：丙`.
pub(super) fn names(parts: &[Part], role: Role) -> String {
    let mut groups: Vec<(Option<&str>, Vec<&Part>)> = Vec::new();
    for part in parts.iter().filter(|part| part.role == role) {
        match groups.last_mut().filter(|group| group.0 == part.origin.as_deref()) {
            Some(group) => group.1.push(part),
            None => groups.push((part.origin.as_deref(), vec![part])),
        }
    }
    groups.into_iter().map(|(origin, parts)| group_text(origin, &parts)).collect::<Vec<_>>().join("；")
}

fn group_text(origin: Option<&str>, parts: &[&Part]) -> String {
    let name = |part: &&Part| {
        if part.likely { format!("{}（{}）", part.unit, label::LIKELY) } else { part.unit.clone() }
    };
    let list = parts.iter().map(name).collect::<Vec<_>>().join("、");
    let tail = if parts.iter().any(|part| part.open) { "等" } else { "" };
    match origin {
        Some(origin) => format!("{origin}：{list}{tail}"),
        None => format!("{list}{tail}"),
    }
}
