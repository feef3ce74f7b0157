//! A task made two, two tasks made one.

use super::work::{keep, retain};
use crate::analysis::{Basis, Task};
use crate::source::Passage;
use crate::span::{Span, TextRange};

/// Makes the sentences of the task `index` from `sentence` on a task of their
/// own; whether there is anything before them. Its bracket, and what a person
/// has added, stand for both; who acts, by when and how much go with their
/// sentences.
pub(super) fn split(tasks: &mut Vec<Task>, index: usize, sentence: &str) -> bool {
    let task = &tasks[index];
    let Some(at) = task.measures.iter().position(|one| one.text == sentence).filter(|at| *at > 0) else { return false };
    let (cut, Some(text)) = (task.measures[at].span.start, task.text.find(sentence)) else { return false };
    let id = next_id(tasks, &task.id);
    let (before, behind) = cut_passage(&task.wording, cut);
    let mut second = task.clone();
    let first = &mut tasks[index];
    first.span.end = first.measures[at - 1].span.end;
    first.text.truncate(text);
    first.wording = before;
    keep_places(first, |span| span.start < cut);
    second.id = id.into();
    second.span.start = cut;
    second.text.drain(..text);
    second.wording = behind;
    second.heading = Passage::default();
    let title = std::mem::take(&mut second.title);
    second.corrected.get_or_insert(title);
    keep_places(&mut second, |span| span.start >= cut);
    tasks.insert(index + 1, second);
    true
}

/// Makes the task behind the task `index` part of it; whether there is one.
pub(super) fn join(tasks: &mut Vec<Task>, index: usize) -> bool {
    if index + 1 >= tasks.len() {
        return false;
    }
    let second = tasks.remove(index + 1);
    let first = &mut tasks[index];
    let (actors, deadlines, metrics) = (first.assignments.len(), first.deadlines.len(), first.metrics.len());
    first.measures.extend(second.measures.into_iter().map(|mut measure| {
        measure.actors.iter_mut().for_each(|at| *at += actors);
        measure.deadlines.iter_mut().for_each(|at| *at += deadlines);
        measure.metrics.iter_mut().for_each(|at| *at += metrics);
        measure
    }));
    first.assignments.extend(second.assignments);
    first.deadlines.extend(second.deadlines);
    first.metrics.extend(second.metrics);
    first.text += &second.text;
    first.wording.append(&second.wording);
    first.span.end = first.span.end.max(second.span.end);
    first.corrected.get_or_insert_with(|| first.title.clone());
    true
}

/// `T3-2` for the second part of `T3`, `T3-3` for a third.
fn next_id(tasks: &[Task], id: &str) -> String {
    let whole = |id: &str| id.split('-').next().unwrap_or_default().to_owned();
    let parts = tasks.iter().filter(|task| whole(&task.id) == whole(id)).count();
    format!("{}-{}", whole(id), parts + 1)
}

/// Keeps what stands where `stays` says.
fn keep_places(task: &mut Task, stays: impl Fn(Span) -> bool) {
    let goes_with = |basis: Basis| basis == Basis::Subject;
    let actors: Vec<bool> = task.assignments.iter().map(|one| !goes_with(one.basis) || stays(one.span)).collect();
    let deadlines: Vec<bool> = task.deadlines.iter().map(|one| stays(one.span)).collect();
    let metrics: Vec<bool> = task.metrics.iter().map(|one| stays(one.span)).collect();
    task.measures.retain(|measure| stays(measure.span));
    for measure in &mut task.measures {
        keep(&mut measure.actors, &actors);
        keep(&mut measure.deadlines, &deadlines);
        keep(&mut measure.metrics, &metrics);
    }
    retain(&mut task.assignments, &actors);
    retain(&mut task.deadlines, &deadlines);
    retain(&mut task.metrics, &metrics);
}

/// The words before and behind a place of the text.
fn cut_passage(passage: &Passage, cut: u32) -> (Passage, Passage) {
    let text = passage.text();
    let starts = |at: usize, c: char| passage.span(TextRange::new(at, at + c.len_utf8())).start;
    let at = text.char_indices().find(|(at, c)| starts(*at, *c) >= cut).map_or(text.len(), |(at, _)| at);
    (passage.part(TextRange::new(0, at)), passage.part(TextRange::new(at, text.len())))
}
