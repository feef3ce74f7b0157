//! RESP-009: a notice of many tasks and no units.

use crate::analysis::{Assignment, Basis, Task, UnitCategory};
use crate::check::attribution::{is_named, is_own, is_vague};
use crate::check::draft::{Draft, floor, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::route::{Issuer, issuer_of};
use crate::check::work::{Check, page};
use crate::mention::unit::category_of;
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("RESP-009", check);

/// What titles say of notices that set rules or call a meeting: their items are
/// no tasks to be divided.
const OTHER: &[&str] = &[
    "办法", "规定", "细则", "条例", "规则", "章程", "制度", "召开", "会议", "培训班", "放假", "评选", "名单", "公约",
    "守则", "规范", "指南", "须知", "措施", "举措", "政策", "批复", "意见", "规划", "纲要",
];
/// What a text without its title says that it sets.
const SET: &[&str] = &["办法", "规定", "细则", "措施", "举措", "政策", "意见", "通告", "公告", "规划", "纲要"];
const SETS: &[&str] = &["制定", "提出", "出台", "明确", "现就", "现将"];
/// What a text says of itself that is in force for a time: 本通知自印发之日起施行.
const IN_FORCE: &[&str] = &["起施行", "起实施", "施行前", "有效期"];
/// The text before the first item, in bytes at most.
const OPENING: usize = 1800;
/// A text calls itself by so many characters at most: 本实施意见.
const LONGEST: usize = 4;
/// What the items of a guide are about: who may apply for what, and how.
const GUIDE: &[&str] = &[
    "对象", "条件", "范围", "标准", "方式", "材料", "期限", "时限", "流程", "程序", "时间", "情形", "认定", "申请",
    "受理", "审核", "公示", "发放", "附则", "名额",
];
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
    let exempt = other || department || sets_rules(draft, &numbered) || is_guide(&numbered);
    let items: HashSet<&[String]> = numbered.iter().map(|task| task.number.as_slice()).collect();
    if items.len() < FEW || divided || exempt {
        return;
    }
    let says_who = |task: &&&Task| task.assignments.iter().any(is_actor);
    if numbered.iter().filter(says_who).count() * 5 > numbered.len() * 2 {
        return;
    }
    let place = title.map(|title| title.range).unwrap_or_else(|| heading(draft, numbered[0]));
    let message = format!("全文{}项任务都没有写明责任单位，宜加责任括注或者附任务分工表。", items.len());
    findings.add(place, message);
}

/// Whether a sentence says who acts: a unit by its name or its kind (试点地区,
/// 医疗机构), or every government of a level; not all units, nor those concerned.
fn is_actor(assignment: &Assignment) -> bool {
    let name = &assignment.unit;
    let kind = || !is_vague(name) && !name.starts_with('各') || category_of(name) == UnitCategory::Government;
    assignment.basis == Basis::Subject && (is_named(name) || kind())
}

/// Whether the items are articles, the text is in force for a time, or, without
/// its title, says before them that it sets rules.
fn sets_rules(draft: &Draft, numbered: &[&Task]) -> bool {
    let start = numbered.first().map_or(0, |task| draft.source.range(task.span).start);
    let before = &draft.text()[floor(draft.text(), start.saturating_sub(OPENING))..start];
    let opening =
        || before.rsplit(['，', '。', '：', '\n']).find(|clause| SETS.iter().any(|verb| clause.contains(verb)));
    let sets = || opening().is_some_and(|clause| SET.iter().any(|sort| clause.contains(sort)));
    let in_force = || own_clauses(draft).any(|clause| IN_FORCE.iter().any(|word| clause.contains(word)));
    draft.sets_articles() || in_force() || draft.letter.title.is_none() && sets()
}

/// What the text says of itself: from 本通知, 本措施 to the end of the sentence.
fn own_clauses<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a str> {
    let text = draft.text();
    let own = |at: usize| {
        let clause = draft.near(at).split(is_sentence_end).next().unwrap_or_default();
        let name: String = clause.chars().skip(1).take(LONGEST).collect();
        let named = SET.iter().chain(&["通知", "方案"]).any(|sort| name.contains(sort));
        named.then_some(clause)
    };
    text.match_indices('本').filter_map(move |(at, _)| own(at))
}

/// Whether a fifth of its titled items say who may apply for what.
fn is_guide(numbered: &[&Task]) -> bool {
    let titled: Vec<&str> = numbered.iter().map(|task| task.title.as_str()).filter(|title| !title.is_empty()).collect();
    let guides = titled.iter().filter(|title| GUIDE.iter().any(|word| title.ends_with(word))).count();
    guides * 5 >= titled.len() && guides > 1
}

fn heading(draft: &Draft, task: &Task) -> TextRange {
    let range = draft.source.range(task.span);
    let clause = draft.clause(TextRange::new(range.start, range.start));
    TextRange::new(range.start, clause.end.clamp(range.start, range.end))
}
