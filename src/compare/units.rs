//! Lists of units compared as sets.

use crate::analysis::{Assignment, Basis, Duty, UnitChange, UnitPair};
use crate::lexicon::numeral::is_numeral_char;
use crate::mention::unit::{alias_key, level_of};
use std::collections::HashMap;

/// A name is looked for among at most this many without a partner.
const SPELLINGS: usize = 64;
/// Two names with more characters that differ than this are two units.
const OTHER_CHARS: usize = 2;
/// Two spellings of one name share at least this many characters.
const SHARED_CHARS: usize = 4;

/// The units that `assignments` name with one of `bases`, each once, in its
/// strongest role; not those that the directory adds to a class.
pub(super) fn duties<'a>(assignments: impl Iterator<Item = &'a Assignment>, bases: &[Basis]) -> Vec<Duty> {
    let mut duties: Vec<Duty> = Vec::new();
    let mut index: HashMap<&str, usize> = HashMap::new();
    for assignment in assignments.filter(|one| bases.contains(&one.basis) && one.expanded.is_none()) {
        let at = *index.entry(&assignment.unit).or_insert(duties.len());
        match duties.get_mut(at) {
            Some(known) => known.role = known.role.min(assignment.role),
            None => duties.push(Duty { unit: assignment.unit.clone(), role: assignment.role, span: assignment.span }),
        }
    }
    duties
}

/// Compares two lists: the left units in their order, then those that only the
/// right side names.
pub(super) fn pair_units(left: &[Duty], right: &[Duty]) -> Vec<UnitPair> {
    let mut open: Vec<Option<&Duty>> = right.iter().map(Some).collect();
    let places: HashMap<&str, usize> = right.iter().enumerate().map(|(at, duty)| (duty.unit.as_str(), at)).collect();
    let partners: Vec<Option<&Duty>> =
        left.iter().map(|duty| places.get(duty.unit.as_str()).and_then(|at| open[*at].take())).collect();
    let mut pairs = Vec::with_capacity(left.len().max(right.len()));
    for (duty, partner) in left.iter().zip(partners) {
        let partner = partner.or_else(|| take_spelling(&mut open, &duty.unit));
        let change = match partner {
            None => UnitChange::Dropped,
            Some(other) if other.unit != duty.unit => UnitChange::Renamed,
            Some(other) if other.role != duty.role => UnitChange::Role,
            Some(_) => UnitChange::Same,
        };
        pairs.push(UnitPair { left: Some(duty.clone()), right: partner.cloned(), change });
    }
    let added = open.into_iter().flatten();
    pairs.extend(added.map(|duty| UnitPair { left: None, right: Some(duty.clone()), change: UnitChange::Added }));
    pairs
}

/// Takes the first of `open` that is another spelling of `name`.
fn take_spelling<'a>(open: &mut [Option<&'a Duty>], name: &str) -> Option<&'a Duty> {
    let mut open = open.iter_mut().filter(|other| other.is_some()).take(SPELLINGS);
    open.find(|other| other.is_some_and(|other| is_spelling(name, &other.unit)))?.take()
}

/// Whether two names are spellings of one: 建设与燃气…办公室 and 建设及燃气…办公室,
/// 市市场局 and 市市场监管局.
fn is_spelling(one: &str, other: &str) -> bool {
    if level_of(one).map(|level| level.1) != level_of(other).map(|level| level.1) {
        return false;
    }
    let key = alias_key(one);
    key.is_some() && key == alias_key(other) || is_variant(one, other)
}

/// Whether names differ in one short stretch only.
fn is_variant(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let end = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&rest_a[..rest_a.len() - end], &rest_b[..rest_b.len() - end]);
    let shared = start + end;
    let numbers = |rest: &[char]| rest.iter().any(|c| is_numeral_char(*c) || c.is_ascii_digit());
    rest_a.len() <= OTHER_CHARS
        && rest_b.len() <= OTHER_CHARS
        && shared >= SHARED_CHARS
        && shared * 10 >= a.len().max(b.len()) * 7
        && !numbers(rest_a)
        && !numbers(rest_b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Role;
    use crate::span::Span;

    fn duties_of(list: &str) -> Vec<Duty> {
        let duty = |word: &str| match word.strip_suffix('*') {
            Some(unit) => Duty { unit: unit.into(), role: Role::Lead, span: Span::default() },
            None => Duty { unit: word.into(), role: Role::Responsible, span: Span::default() },
        };
        list.split_whitespace().map(duty).collect()
    }

    #[test]
    fn sets() {
        use UnitChange::{Added, Dropped, Renamed, Role, Same};
        for (left, right, expected) in [
            ("市应急局 市水利局", "市应急局 市水利局", vec![Same, Same]),
            ("市应急局 市水利局", "市水利局 市应急局", vec![Same, Same]),
            ("市应急局 市水利局", "市应急局", vec![Same, Dropped]),
            ("市应急局", "市应急局 市水利局", vec![Same, Added]),
            ("市应急局* 市水利局", "市应急局 市水利局*", vec![Role, Role]),
            ("建设与燃气专业委员会办公室", "建设及燃气专业委员会办公室", vec![Renamed]),
            ("市市场局", "市市场监管局", vec![Renamed]),
            ("市应急局", "县应急局", vec![Dropped, Added]),
            ("市民政局", "市财政局", vec![Dropped, Added]),
            ("市公路分局", "市水文分局", vec![Dropped, Added]),
            ("煤矿安全专业委员会办公室", "非煤矿山安全专业委员会办公室", vec![Dropped, Added]),
            ("市第一人民医院", "市第二人民医院", vec![Dropped, Added]),
            ("", "", vec![]),
        ] {
            let changes: Vec<UnitChange> =
                pair_units(&duties_of(left), &duties_of(right)).iter().map(|pair| pair.change).collect();
            assert_eq!(changes, expected, "{left} / {right}");
        }
    }
}
