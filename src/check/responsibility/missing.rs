//! RESP-001: a task without a unit among tasks that have one.

use crate::analysis::{Basis, Task};
use crate::check::attribution::is_own;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::{HashMap, HashSet};

pub(in crate::check) static RULE: Check = page!("RESP-001", check);

/// Tasks that make a notice one that divides labour.
const LEAST: usize = 3;
/// Titles of items that are nobody's task.
const GENERAL: &[&str] = &[
    "指导思想", "总体要求", "基本原则", "工作目标", "总体目标", "发展目标", "主要目标", "重大意义", "重要意义",
    "工作要求", "总体思路", "目标", "范围", "有关要求",
];
/// Words of a closing sentence, which says how long and where all of it holds.
const CLOSING: &[&str] = &["施行", "有效期", "解释", "为准", "延续执行", "停止执行"];
/// Words of who may have what beside what, which nobody is to do.
const EXCLUDING: &[&str] = &["不再享受", "不重复享受", "叠加享受", "不得重复", "同时符合"];
/// Such a sentence has at most so many characters.
const SHORT: usize = 120;
/// How a notice calls itself there.
const ITSELF: &[&str] = &["本文件", "本通知", "本措施", "本意见", "本方案", "本政策", "以上措施", "以上政策"];
/// What opens a box beside the text.
const BOX: &str = "专栏";
/// Words of a bracket that names units, however it was read.
const OWNERS: &[&str] = &["任单位", "任部门", "头单位", "头部门", "负责", "牵头", "落实"];
/// So much text behind its title makes an item more than a heading.
const TOLD: usize = 14;
/// A place longer than this is shown by its first sentence, in bytes.
const LONG: usize = 360;

fn check(draft: &Draft, findings: &mut Findings) {
    let tasks = &draft.analysis.tasks;
    let owned = tasks.iter().filter(|task| has_unit(task)).count();
    if owned < LEAST || owned * 2 < tasks.len() {
        return;
    }
    let chapters = chapters(tasks);
    let parents: HashSet<&[String]> = tasks.iter().flat_map(|task| parents(&task.number)).collect();
    for (index, task) in tasks.iter().enumerate().filter(|(_, task)| !has_unit(task)) {
        let introduces = parents.contains(task.number.as_slice());
        let none = introduces || is_beside(task) || ends_with_owner(task) || shares_unit(&tasks[index..]);
        let others = all_others_owned(&chapters, chapter_of(tasks, index));
        if !none && divides_labour(tasks, &chapters, index) && is_duty(task, others) {
            findings.add(place(draft, task), "这项任务没有明确责任单位。");
        }
    }
}

fn has_unit(task: &Task) -> bool {
    task.assignments.iter().any(is_own)
}

/// The numbers of the items around an item.
fn parents(number: &[String]) -> impl Iterator<Item = &[String]> {
    (1..number.len()).map(|len| &number[..len])
}

/// Whether a later paragraph of the first item names the units of all of it.
fn shares_unit(tasks: &[Task]) -> bool {
    let same = tasks.iter().take_while(|task| task.number == tasks[0].number);
    !tasks[0].number.is_empty() && same.skip(1).any(has_unit)
}

/// Whether it stands beside the tasks: a box, or a closing sentence.
fn is_beside(task: &Task) -> bool {
    let closes = || ITSELF.iter().any(|word| task.text.contains(word)) && CLOSING.iter().any(|w| task.text.contains(w));
    let excludes = task.text.chars().count() <= SHORT && EXCLUDING.iter().any(|word| task.text.contains(word));
    task.text.starts_with(BOX) || excludes || closes()
}

/// Whether it ends with a bracket that names units, though the reading knows
/// them for none: （贵任单位：县应急局）.
fn ends_with_owner(task: &Task) -> bool {
    let text = task.text.trim_end_matches(['。', '；']);
    let inner = text
        .strip_suffix(['）', '〕', '】'])
        .and_then(|text| text.rsplit(['（', '〔', '【']).find(|part| part.contains('：') || part.ends_with("负责")));
    inner.is_some_and(|inner| OWNERS.iter().any(|word| inner.contains(word)))
}

/// For each chapter, by the place of its first task, how many tasks it holds and
/// how many of them have a unit.
fn chapters(tasks: &[Task]) -> HashMap<usize, (usize, usize)> {
    let mut chapters = HashMap::new();
    let mut first = 0;
    for (index, task) in tasks.iter().enumerate() {
        if task.number.first() != tasks[first].number.first() {
            first = index;
        }
        let (all, owned) = chapters.entry(first).or_insert((0, 0));
        *all += 1;
        *owned += usize::from(has_unit(task));
    }
    chapters
}

/// The place of the first task of the chapter: documents that follow each other
/// number theirs alike.
fn chapter_of(tasks: &[Task], index: usize) -> usize {
    let number = tasks[index].number.first();
    tasks[..index].iter().rposition(|task| task.number.first() != number).map_or(0, |before| before + 1)
}

/// Whether the part of the notice around a task names units: its chapter, or,
/// where the chapter is one task, its neighbours.
fn divides_labour(tasks: &[Task], chapters: &HashMap<usize, (usize, usize)>, index: usize) -> bool {
    let beside = |at: usize| tasks.get(at).is_some_and(has_unit);
    match chapters.get(&chapter_of(tasks, index)) {
        Some((1, _)) | None => index > 0 && beside(index - 1) && beside(index + 1),
        Some((all, owned)) => owned * 2 >= *all,
    }
}

/// Whether every other task of its chapter has a unit.
fn all_others_owned(chapters: &HashMap<usize, (usize, usize)>, chapter: usize) -> bool {
    chapters.get(&chapter).is_some_and(|(all, owned)| *all > LEAST && owned + 1 == *all)
}

/// Whether it orders something, and no sentence of it says who is to act. Among
/// tasks that all have their units, words that order nothing plainly are one
/// too.
fn is_duty(task: &Task, expected: bool) -> bool {
    let general = GENERAL.iter().any(|word| task.title.ends_with(word));
    let said = task.assignments.iter().any(|a| a.basis == Basis::Subject);
    let told = task.text.chars().count() > task.title.chars().count() + TOLD;
    !general && !said && (!task.measures.is_empty() || expected && told)
}

/// The whole of a short task, the first sentence of a long one.
fn place(draft: &Draft, task: &Task) -> TextRange {
    let range = draft.source.range(task.span);
    if range.len() <= LONG {
        return range;
    }
    let first = draft.sentence(TextRange::new(range.start, range.start));
    TextRange::new(range.start, first.end.clamp(range.start, range.end))
}
