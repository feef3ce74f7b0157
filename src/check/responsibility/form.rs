//! RESP-007: brackets that are written in different ways.

use crate::check::attribution::Attribution;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("RESP-007", check);

/// Words that say what the units of a bracket do.
const VERBS: &[&str] =
    &["负责", "牵头", "落实", "配合", "参与", "指导", "督促", "协助", "承办", "主办", "协办", "实施", "统筹", "单位："];
/// Brackets with a verb for each one without, at least.
const USUAL: usize = 3;

fn check(draft: &Draft, findings: &mut Findings) {
    let brackets: Vec<&Attribution> = draft.attributions().iter().filter(|a| a.bracketed).collect();
    let says = |a: &&Attribution| VERBS.iter().any(|verb| draft.slice(a.range).contains(verb));
    let bare: Vec<&Attribution> = brackets.iter().copied().filter(|a| !says(a)).collect();
    if brackets.len() - bare.len() < USUAL * bare.len().max(1) {
        return;
    }
    for attribution in bare {
        let end = attribution.range.end - '）'.len_utf8();
        let place = crate::span::TextRange::new(end, end);
        findings.add(attribution.range, "别处的责任括注都写明“负责”，此处只列单位名称。").fix(place, "负责");
    }
}
