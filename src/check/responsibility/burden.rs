//! RESP-011: one unit for nearly everything.

use super::{is_named, is_own};
use crate::analysis::{Role, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;
use std::collections::BTreeMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-011",
    title: "任务过于集中在一个单位",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "十项以上任务里，有一个单位牵头或者负责的占六成以上。",
        why: "多数任务压在一家，其他单位只是配合，分工是否合理、力量是否够用，值得再看一眼。",
        bad: "一、开展排查。要排查隐患。（县水利局负责）\n二、加强值守。要落实值班。（县水利局负责）\n三、组织演练。要开展演练。（县水利局负责）\n四、储备物资。要储备物资。（县水利局负责）\n五、修订预案。要修订预案。（县水利局负责）\n六、发布预警。要发布预警。（县水利局负责）\n七、加固堤防。要加固堤防。（县水利局负责）\n八、清理河道。要清理河道。（县应急局负责）\n九、转移群众。要转移群众。（县公安局负责）\n十、通报情况。要通报情况。（县气象局负责）",
        good: "一、开展排查。要排查隐患。（县水利局负责）\n二、加强值守。要落实值班。（县应急局负责）\n三、组织演练。要开展演练。（县应急局负责）\n四、储备物资。要储备物资。（县粮储局负责）\n五、修订预案。要修订预案。（县水利局负责）\n六、发布预警。要发布预警。（县气象局负责）\n七、加固堤防。要加固堤防。（县水利局负责）\n八、清理河道。要清理河道。（县住建局负责）\n九、转移群众。要转移群众。（县公安局负责）\n十、通报情况。要通报情况。（县气象局负责）",
        silent: "专项工作本来就由主管部门一家承担，报出来多是常情，所以默认不查；统一规定带来的责任不计。",
    },
    // A plan of one field rests on its own office, and rightly so.
    on: false,
    apart: APART,
    words: Words::None,
    check,
};

/// So few tasks say nothing of a burden.
const FEW: usize = 10;

fn check(draft: &Draft, findings: &mut Findings) {
    let mut burdens: BTreeMap<&str, (usize, TextRange)> = BTreeMap::new();
    let owned = draft.analysis.tasks.iter().filter(|task| task.assignments.iter().any(is_own));
    let mut count = 0;
    for task in owned {
        count += 1;
        let mut units: Vec<_> = task.assignments.iter().filter(|a| is_own(a) && owes(a.role)).collect();
        units.sort_by_key(|a| (&a.unit, a.span));
        units.dedup_by_key(|a| &a.unit);
        for unit in units.into_iter().filter(|a| is_named(&a.unit)) {
            burdens.entry(&unit.unit).or_insert((0, draft.source.range(unit.span))).0 += 1;
        }
    }
    for (unit, (tasks, first)) in burdens.into_iter().filter(|(_, (tasks, _))| count >= FEW && tasks * 5 >= count * 3) {
        findings.add(first, format!("“{unit}”牵头或者负责{tasks}项任务，占{count}项的六成以上，请看分工是否合理。"));
    }
}

fn owes(role: Role) -> bool {
    matches!(role, Role::Lead | Role::Responsible)
}
