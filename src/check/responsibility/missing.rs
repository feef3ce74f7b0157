//! RESP-001: a task without a unit among tasks that have one.

use crate::analysis::{Basis, Task};
use crate::check::attribution::is_own;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::HashMap;

pub(in crate::check) static RULE: Check = page!("RESP-001", check);

/// Tasks that make a notice one that divides labour.
const LEAST: usize = 3;
/// Titles of items that are nobody's task.
const GENERAL: &[&str] = &[
    "指导思想", "总体要求", "基本原则", "工作目标", "总体目标", "发展目标", "主要目标", "重大意义", "重要意义",
    "工作要求", "总体思路", "目标", "范围", "有关要求",
];
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
    for (index, task) in tasks.iter().enumerate().filter(|(_, task)| !has_unit(task)) {
        if divides_labour(tasks, &chapters, index) && is_duty(task, all_others_owned(&chapters, task)) {
            findings.add(place(draft, task), "这项任务没有明确责任单位。");
        }
    }
}

fn has_unit(task: &Task) -> bool {
    task.assignments.iter().any(is_own)
}

/// For each chapter, how many tasks it holds and how many of them have a unit.
fn chapters(tasks: &[Task]) -> HashMap<Option<&str>, (usize, usize)> {
    let mut chapters = HashMap::new();
    for task in tasks {
        let (all, owned) = chapters.entry(chapter_of(task)).or_insert((0, 0));
        *all += 1;
        *owned += usize::from(has_unit(task));
    }
    chapters
}

fn chapter_of(task: &Task) -> Option<&str> {
    task.number.first().map(String::as_str)
}

/// Whether the part of the notice around a task names units: its chapter, or,
/// where the chapter is one task, its neighbours.
fn divides_labour(tasks: &[Task], chapters: &HashMap<Option<&str>, (usize, usize)>, index: usize) -> bool {
    let beside = |at: usize| tasks.get(at).is_some_and(has_unit);
    match chapters.get(&chapter_of(&tasks[index])) {
        Some((1, _)) | None => index > 0 && beside(index - 1) && beside(index + 1),
        Some((all, owned)) => owned * 2 >= *all,
    }
}

/// Whether every other task of its chapter has a unit.
fn all_others_owned(chapters: &HashMap<Option<&str>, (usize, usize)>, task: &Task) -> bool {
    chapters.get(&chapter_of(task)).is_some_and(|(all, owned)| *all > LEAST && owned + 1 == *all)
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
