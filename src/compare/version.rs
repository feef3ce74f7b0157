//! One notice held against another: a draft before and after comments, last
//! year's notice and this year's.

mod balance;
mod pair;
mod place;
mod summary;

use super::align::{self, Entry, Group};
use super::change::changes;
use super::comparison::{Comparison, Fate, TaskChange, TaskPlace};
use super::matched::{self, Matched};
use super::opening::{Opening, joined};
use super::piece::pieces;
use super::side::Side;
use super::units::{duties, pair_units};
use super::word::Lexer;
use crate::analysis::{Analysis, Basis, Duty, Task};

/// How much of a task without a title is shown in its place, in characters.
const HEADLINE: usize = 24;

/// Compares two notices. Near linear in the length of both.
///
/// ```
/// use notice_analyzer::compare::{TimeChange, compare};
/// use notice_analyzer::{Options, analyze};
/// let read = |text| analyze(text, &Options::default());
/// let old = read("一、排查隐患。2024年6月30日前完成。（县应急局、县水利局负责）");
/// let new = read("一、排查隐患。2024年6月10日前完成。（县应急局负责）");
/// let comparison = compare(&old, &new);
/// let task = &comparison.tasks[0];
/// assert_eq!((task.times[0].change, task.times[0].days), (TimeChange::Earlier, -20));
/// assert_eq!(comparison.units[0].unit, "县水利局");
/// assert_eq!(comparison.units[0].lost.len(), 1);
/// assert_eq!(comparison.summary.units, "1个单位有变化：不再列入的有县水利局。");
/// ```
pub fn compare(old: &Analysis, new: &Analysis) -> Comparison {
    let pairs = align(old, new);
    let common = pairs.iter().filter(|pair| pair.is_matched()).count();
    if common * RELATED < old.tasks.len().min(new.tasks.len()) || common == 0 {
        let nothing = old.tasks.is_empty() && new.tasks.is_empty();
        return Comparison { summary: summary::unrelated(old, new), related: nothing, ..Comparison::default() };
    }
    let order = place::order(&pairs, old.tasks.len(), new.tasks.len());
    let mut tasks: Vec<TaskChange> = order.iter().map(|at| task_change(old, new, &pairs[*at])).collect();
    place::mark_moved(&mut tasks, &old.tasks);
    let units = balance::balances(old, new, &tasks);
    let summary = summary::summary(&tasks, &units);
    Comparison { related: true, tasks, units, summary }
}

/// Two notices are related if at least one task in this many has a partner.
const RELATED: usize = 5;

fn align(old: &Analysis, new: &Analysis) -> Vec<Matched> {
    let mut lexer = Lexer::new(old.units.iter().chain(&new.units).map(|unit| unit.name.as_str()));
    let groups = align::groups(&entries(&old.tasks), &entries(&new.tasks), &|_: Side, _, _| true);
    let pairs = groups.into_iter().map(|group| pair(old, new, group, &mut lexer)).collect();
    matched::with_moves(pairs, &mut lexer)
}

fn entries(tasks: &[Task]) -> Vec<Entry<'_>> {
    tasks.iter().map(|task| Entry { title: &task.title, text: task.wording.text() }).collect()
}

fn pair(old: &Analysis, new: &Analysis, group: Group, lexer: &mut Lexer) -> Matched {
    let left: Vec<Opening> = group.left.iter().map(|index| Opening::of(&old.tasks[*index])).collect();
    let right: Vec<Opening> = group.right.iter().map(|index| Opening::of(&new.tasks[*index])).collect();
    let (a, b) = (joined(&left, &right), joined(&right, &left));
    let mut pair = Matched { left: group.left, right: group.right, a, b, ..Matched::default() };
    if pair.is_matched() {
        pair.changes = changes(lexer, pair.a.text(), pair.b.text());
    }
    pair
}

fn task_change(old: &Analysis, new: &Analysis, pair: &Matched) -> TaskChange {
    let left: Vec<&Task> = pair.left.iter().map(|index| &old.tasks[*index]).collect();
    let right: Vec<&Task> = pair.right.iter().map(|index| &new.tasks[*index]).collect();
    // What was cut out of a task that stays, or put into one, has that task's
    // units and times no more than others: only its own count.
    let (own_left, own_right): (&[&Task], &[&Task]) = match pair.detached {
        Some(Side::Right) => (&[], &right),
        Some(Side::Left) => (&left, &[]),
        None => (&left, &right),
    };
    TaskChange {
        fate: fate(pair),
        moved: false,
        renumbered: pair::renumbered(&left, &right) && !pair.is_moved(),
        renamed: pair::renamed(&left, &right) && !pair.is_moved(),
        reworded: pair.changes.iter().any(|change| !change.form),
        old: left.iter().map(|task| task_place(task)).collect(),
        new: right.iter().map(|task| task_place(task)).collect(),
        old_pieces: pieces(&pair.a, pair.marked(Side::Left)),
        new_pieces: pieces(&pair.b, pair.marked(Side::Right)),
        units: pair_units(&acting(own_left), &acting(own_right)),
        times: pair::times(own_left, own_right, old.notice.work_year, new.notice.work_year),
        metrics: pair::metrics(own_left, own_right),
    }
}

fn fate(pair: &Matched) -> Fate {
    match (pair.left.len(), pair.right.len()) {
        (0, _) => Fate::New,
        (_, 0) => Fate::Dropped,
        _ if pair.detached == Some(Side::Right) => Fate::Split,
        _ if pair.detached == Some(Side::Left) => Fate::Merged,
        (old, new) if old < new => Fate::Split,
        (old, new) if old > new => Fate::Merged,
        _ => Fate::Kept,
    }
}

/// The units that a task names for itself: not those of a rule for all tasks.
fn acting(tasks: &[&Task]) -> Vec<Duty> {
    let own = [Basis::Attribution, Basis::Label, Basis::Subject, Basis::Correction];
    duties(tasks.iter().flat_map(|task| &task.assignments), &own)
}

fn task_place(task: &Task) -> TaskPlace {
    let title = if task.title.is_empty() { headline(task.wording.text()) } else { task.title.clone() };
    TaskPlace {
        id: task.id.to_string(),
        number: task.number.clone(),
        title,
        chapter: task.chapter.clone(),
        span: task.span,
    }
}

fn headline(words: &str) -> String {
    let end = words.char_indices().nth(HEADLINE).map(|(at, _)| at);
    end.map_or_else(|| words.to_owned(), |end| format!("{}……", &words[..end]))
}
