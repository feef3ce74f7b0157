//! ROUTE: who may ask what of whom.

pub(super) mod government_to_party;
pub(super) mod office_to_government;

use super::draft::Draft;
use crate::analysis::{Assignment, Basis, Role};

/// What an issuer is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Issuer {
    /// A party committee, or its general office.
    Party,
    /// A government, or its general office.
    Government,
    /// A department, or the office of a coordinating body.
    Department,
}

pub(super) fn issuer_of(draft: &Draft) -> Option<Issuer> {
    let name = draft.letter.issuer.as_ref()?.text.as_str();
    let core = name.strip_suffix("办公厅").or(name.strip_suffix("办公室")).or(name.strip_suffix('办')).unwrap_or(name);
    let party = core.starts_with("中共")
        || core.ends_with("党委")
        || core.ends_with("党工委")
        || matches!(core, "中央" | "中共中央")
        || is_committee_of_place(core);
    let government = core.ends_with("政府")
        || core.ends_with("国务院")
        || core.ends_with("街道办事处")
        || core.ends_with("管委会")
        || core.ends_with("管理委员会");
    Some(match (party, government) {
        (true, _) => Issuer::Party,
        (_, true) => Issuer::Government,
        _ => Issuer::Department,
    })
}

/// 县委, 云溪市委
fn is_committee_of_place(core: &str) -> bool {
    core.strip_suffix('委').is_some_and(|place| place.ends_with(['省', '市', '县', '区', '州', '盟', '旗', '乡', '镇']))
}

/// The units that a sentence of a task obliges, with their tasks' places.
fn obliged<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a Assignment> {
    let acting = |a: &&Assignment| a.basis == Basis::Subject && a.role != Role::Supervise;
    draft.analysis.tasks.iter().flat_map(|task| &task.assignments).filter(acting)
}
