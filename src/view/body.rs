//! One body, however the notice spells it: which names stand for the same.

use crate::analysis::{Analysis, Unit, UnitCategory};
use crate::mention::unit::{alias_key, category_of};
use crate::view::row::Row;
use std::collections::HashMap;

/// The bodies of a notice.
pub(super) struct Bodies<'a> {
    index: HashMap<&'a str, usize>,
    bodies: Vec<Body>,
}

/// One body.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// The name that the notice uses first.
    pub name: String,
    /// Every other way it is written.
    pub spellings: Vec<String>,
    /// What sort of unit it is.
    pub category: UnitCategory,
    /// Whether the directory of the office has it.
    pub known: bool,
}

impl<'a> Bodies<'a> {
    /// The bodies that act in `rows`, in the order of the text.
    pub(super) fn new(analysis: &'a Analysis, rows: &'a [Row]) -> Self {
        let units: HashMap<&str, &Unit> = analysis.units.iter().map(|unit| (unit.name.as_str(), unit)).collect();
        let mut found = Self { index: HashMap::new(), bodies: Vec::new() };
        let mut by_key: HashMap<String, usize> = HashMap::new();
        for part in rows.iter().flat_map(|row| &row.parts) {
            let name = part.unit.as_str();
            if found.index.contains_key(name) {
                continue;
            }
            let unit = units.get(name);
            // Those of the directory have one name each.
            let known = unit.is_some_and(|unit| unit.known);
            let own = if known { name.to_owned() } else { key(name) };
            let at = *by_key.entry(own).or_insert(found.bodies.len());
            match found.bodies.get_mut(at) {
                Some(body) => body.spellings.push(name.to_owned()),
                None => found.bodies.push(Body {
                    name: name.to_owned(),
                    spellings: Vec::new(),
                    category: unit.map_or_else(|| category_of(name), |unit| unit.category),
                    known,
                }),
            }
            found.index.insert(name, at);
        }
        found
    }

    /// The body that a unit of the rows is.
    pub(super) fn at(&self, unit: &str) -> Option<usize> {
        self.index.get(unit).copied()
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Body] {
        &self.bodies
    }
}

/// What the spellings of one body share. Departments: their field and level
/// (市场局, 市场监管局). Territories: 各县（市、区）政府 without what they may
/// leave out.
fn key(name: &str) -> String {
    if let Some(field) = alias_key(name) {
        return field;
    }
    let all = name.replace("各有关", "有关").replace('各', "");
    if category_of(name) != UnitCategory::Government {
        return all;
    }
    let bare: String = all.chars().filter(|c| !"（）()、〔〕".contains(*c)).collect();
    let place = bare.replace("人民政府", "").replace("政府", "");
    // 县政府 is one, 各县 are many.
    match place.chars().count() {
        0 | 1 => format!("{}{place}", if name.starts_with('各') { "各" } else { "" }),
        _ => place,
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn spellings_of_one_body_share_a_key_and_others_do_not() {
        let same = [
            ("县市场局", "县市场监管局"),
            ("各县（市、区）人民政府", "各县市区"),
            ("县市区人民政府", "各县（市、区）政府"),
            ("市安委会各成员单位", "市安委会成员单位"),
        ];
        for (one, other) in same {
            assert_eq!(key(one), key(other), "{one} {other}");
        }
        let apart = [
            ("县应急局", "市应急局"),
            ("市安委会成员单位", "市安委会有关成员单位"),
            ("各镇人民政府", "各县人民政府"),
            ("县政府办公室", "县政府"),
            ("县政府", "各县"),
        ];
        for (one, other) in apart {
            assert_ne!(key(one), key(other), "{one} {other}");
        }
    }
}
