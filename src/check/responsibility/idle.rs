//! RESP-010: a unit that is sent the notice and owes nothing.

use super::{is_named, is_own};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::mention::unit::alias_key;

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-010",
    title: "主送单位没有任务",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "任务都写明了责任单位，主送机关里却有一个单位，正文从头到尾没有提到。",
        why: "不是多送了一家，就是漏写了它的任务。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n县水利局，县应急局，县教育局：\n一、开展排查。要排查隐患。（县水利局负责）\n二、加强值守。要落实值班。（县应急局负责）\n三、组织演练。要开展演练。（县应急局负责）\n青岭县人民政府\n2024年5月8日",
        good: "青岭县人民政府关于做好防汛工作的通知\n县水利局，县应急局，县教育局：\n一、开展排查。要排查隐患。（县水利局负责）\n二、加强值守。要落实值班。（县应急局负责）\n三、组织演练。要开展演练。（县教育局负责）\n青岭县人民政府\n2024年5月8日",
        silent: "主送“各镇人民政府”“各有关单位”一类的不报；只有知照、请各单位报送的通知没有分工，不报；正文用别的简称提到的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

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
        let alike = |unit: &str| alias_key(name).is_some_and(|key| alias_key(unit) == Some(key));
        let named = analysis.tasks.iter().flat_map(|task| &task.assignments).any(|a| alike(&a.unit));
        if !named && !text.contains(&core(name)) {
            findings.add(draft.source.range(addressee.span), format!("“{name}”是主送机关，正文没有它的任务，请核对。"));
        }
    }
}

/// The characters that every form of a name has: those behind its level.
fn core(name: &str) -> String {
    let bare = name.trim_start_matches(['省', '市', '县', '区', '州', '旗']);
    bare.chars().take(CORE).collect()
}
