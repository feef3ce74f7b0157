//! RESP-009: a notice of many tasks and no units.

use super::{is_named, is_own};
use crate::analysis::{Basis, Severity, Task};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::route::{Issuer, issuer_of};
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Rule = Rule {
    code: "RESP-009",
    title: "全文未分解责任",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "有八项以上编号任务，没有一处责任括注，也没有分工表，句中也很少写明由哪个部门办理。全文只报一次。",
        why: "收文单位只能自己猜哪一条归自己；宜附重点任务分工表。",
        bad: "一、加强领导。要压实责任。\n二、开展排查。要排查隐患。\n三、强化整治。要整治隐患。\n四、严格执法。要查处违法行为。\n五、加强宣传。要开展宣传。\n六、强化应急。要组织演练。\n七、加强值守。要落实值班。\n八、严肃追责。要追究责任。",
        good: "一、加强领导。要压实责任。（县应急局负责）\n二、开展排查。要排查隐患。（县应急局负责）\n三、强化整治。要整治隐患。（县住建局负责）\n四、严格执法。要查处违法行为。（县公安局负责）\n五、加强宣传。要开展宣传。（县委宣传部负责）\n六、强化应急。要组织演练。（县应急局负责）\n七、加强值守。要落实值班。（县气象局负责）\n八、严肃追责。要追究责任。（县安委办负责）",
        silent: "意见、讲话不要求分工，会议通知、印发办法规定的通知不是分派任务，不报；部门发给本系统的，各单位都要办，不报；句中不少写明由哪个部门办理的，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// What titles say of notices that set rules or call a meeting: their items are
/// no tasks to be divided.
const OTHER: &[&str] =
    &["办法", "规定", "细则", "条例", "规则", "章程", "制度", "召开", "会议", "培训班", "放假", "评选", "名单"];
/// So few tasks need no division of labour.
const FEW: usize = 8;

fn check(draft: &Draft, findings: &mut Findings) {
    let analysis = draft.analysis;
    let numbered: Vec<&Task> = analysis.tasks.iter().filter(|task| !task.number.is_empty()).collect();
    let divided = analysis.tasks.iter().any(|task| task.assignments.iter().any(is_own)) || !analysis.annex.is_empty();
    let title = draft.letter.title.as_ref();
    let other = title.is_some_and(|title| OTHER.iter().any(|word| title.text.contains(word)));
    // What a department asks of its own offices falls on each of them.
    let department = issuer_of(draft) == Some(Issuer::Department);
    let exempt = other || department || draft.letter.doc_type.is_some_and(|sort| sort == "意见");
    let items: HashSet<&[String]> = numbered.iter().map(|task| task.number.as_slice()).collect();
    if items.len() < FEW || divided || exempt {
        return;
    }
    let named = |task: &&&Task| task.assignments.iter().any(|a| a.basis == Basis::Subject && is_named(&a.unit));
    if numbered.iter().filter(named).count() * 5 > numbered.len() * 2 {
        return;
    }
    let place = title.map(|title| title.range).unwrap_or_else(|| heading(draft, numbered[0]));
    let message = format!("全文{}项任务都没有写明责任单位，宜加责任括注或者附任务分工表。", items.len());
    findings.add(place, message);
}

fn heading(draft: &Draft, task: &Task) -> TextRange {
    let range = draft.source.range(task.span);
    let clause = draft.clause(TextRange::new(range.start, range.start));
    TextRange::new(range.start, clause.end.clamp(range.start, range.end))
}
