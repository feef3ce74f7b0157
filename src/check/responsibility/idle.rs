//! RESP-010: a unit that is sent the notice and owes nothing.

use crate::check::attribution::{is_named, is_own};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::mention::unit::alias_key;

pub(in crate::check) static RULE: Check = page!("RESP-010", check);

/// Tasks with units that make a notice one that divides labour.
const LEAST: usize = 3;
/// Characters of a name by which a short form is known: 教育 of 县教育局.
const CORE: usize = 2;
/// Addressees that are looked for.
const MOST: usize = 60;
/// Words that ask the same of whoever is sent the notice.
const ALL: &[&str] =
    &["各单位", "各部门", "各级各部门", "各有关", "各责任单位", "各成员单位", "你们", "贵单位", "各局"];

fn check(draft: &Draft, findings: &mut Findings) {
    let analysis = draft.analysis;
    let owned = analysis.tasks.iter().filter(|task| task.assignments.iter().any(is_own)).count();
    let Some(list) = draft.letter.addressees.filter(|_| owned >= LEAST && owned * 2 >= analysis.tasks.len()) else {
        return;
    };
    let text = draft.after(list.end);
    if ALL.iter().any(|word| text.contains(word)) {
        return;
    }
    for addressee in analysis.notice.addressees.iter().take(MOST).filter(|addressee| is_named(&addressee.name)) {
        let name = addressee.name.as_str();
        let alike = |unit: &str| {
            alias_key(name).is_some_and(|key| alias_key(unit) == Some(key)) || draft.directory.full(name) == Some(unit)
        };
        let named = analysis.tasks.iter().flat_map(|task| &task.assignments).any(|a| alike(&a.unit));
        // 市直各委、办、局 holds those that are named.
        let class = name.contains('各') || name.contains('、');
        if !named && !class && !text.contains(&core(name)) {
            findings.add(draft.source.range(addressee.span), format!("“{name}”是主送机关，正文没有它的任务，请核对。"));
        }
    }
}

/// The characters that every form of a name has: those behind its level.
fn core(name: &str) -> String {
    let bare = name.trim_start_matches(['省', '市', '县', '区', '州', '旗']);
    bare.chars().take(CORE).collect()
}
