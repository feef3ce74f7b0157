//! RESP-007: brackets that are written in different ways.

use super::Attribution;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-007",
    title: "责任括注体例不一",
    severity: Severity::Hint,
    basis: "惯例（前后一致）",
    page: Page {
        what: "多数责任括注写明“负责”“牵头”“落实”，个别只列单位名称。",
        why: "只列名称看不出是负责还是配合；体例一致，分解时才不会误读。",
        bad: "一、煤矿。要排查隐患。（县能源局负责）\n二、消防。要排查隐患。（县消防救援大队负责）\n三、燃气。要排查隐患。（县住建局负责）\n四、监控。要严厉查处。（县应急局）",
        good: "一、煤矿。要排查隐患。（县能源局负责）\n二、消防。要排查隐患。（县消防救援大队负责）\n三、燃气。要排查隐患。（县住建局负责）\n四、监控。要严厉查处。（县应急局负责）",
        silent: "全文一律只列名称的不报；括号全角半角归 PUN-001、PUN-002。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

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
