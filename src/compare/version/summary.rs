//! A comparison in three sentences.

use crate::analysis::Analysis;
use crate::compare::comparison::{ChangeSummary, Fate, TaskChange, TimeChange, TimePair, UnitBalance};

/// How many units a sentence names.
const NAMED: usize = 5;

pub(super) fn summary(tasks: &[TaskChange], units: &[UnitBalance]) -> ChangeSummary {
    ChangeSummary { tasks: task_sentence(tasks), units: unit_sentence(units), times: time_sentence(tasks) }
}

/// Where there is nothing to compare.
pub(super) fn unrelated(old: &Analysis, new: &Analysis) -> ChangeSummary {
    let tasks = match (old.tasks.is_empty(), new.tasks.is_empty()) {
        (true, true) => "两份文本都没有读出任务。",
        (true, false) => "前一份文本没有读出任务，无法比对。",
        (false, true) => "后一份文本没有读出任务，无法比对。",
        (false, false) => "两份文本的任务没有可以对应的内容，未作比对。",
    };
    ChangeSummary { tasks: tasks.to_owned(), ..ChangeSummary::default() }
}

fn task_sentence(tasks: &[TaskChange]) -> String {
    let count = |test: &dyn Fn(&TaskChange) -> bool| tasks.iter().filter(|task| test(task)).count();
    let fate = |fate: Fate| count(&move |task: &TaskChange| task.fate == fate);
    let kept = |test: fn(&TaskChange) -> bool| count(&move |task: &TaskChange| task.fate == Fate::Kept && test(task));
    let parts = [
        ("新增", fate(Fate::New)),
        ("删去", fate(Fate::Dropped)),
        ("拆分", fate(Fate::Split)),
        ("合并", fate(Fate::Merged)),
        ("移动", count(&|task| task.moved)),
        ("改名", kept(|task| task.renamed)),
        ("改文字", kept(|task| task.reworded)),
        ("只改编号", kept(|task| task.renumbered && !task.moved && !task.renamed && !task.reworded)),
    ];
    let said = listed(&parts, "项");
    let same = count(&|task: &TaskChange| !task.is_change());
    match said.as_str() {
        "" if same == tasks.len() => format!("{same}项任务没有变化。"),
        "" => format!("{}项任务文字没有变化，单位或时限有变化的{}项。", tasks.len(), tasks.len() - same),
        _ => format!("任务{said}，没有变化的{same}项。"),
    }
}

fn unit_sentence(units: &[UnitBalance]) -> String {
    if units.is_empty() {
        return "各单位的任务没有变化。".to_owned();
    }
    let names = |test: fn(&UnitBalance) -> bool| -> Vec<&str> {
        units.iter().filter(|unit| test(unit)).map(|unit| unit.unit.as_str()).collect()
    };
    let parts = [
        ("新列入的有", names(|unit| unit.is_new)),
        ("不再列入的有", names(|unit| unit.is_gone)),
        ("增加任务的有", names(|unit| !unit.is_new && !unit.gained.is_empty())),
        ("减少任务的有", names(|unit| !unit.is_gone && !unit.lost.is_empty())),
        ("角色有变的有", names(|unit| !unit.recast.is_empty())),
    ];
    let said: Vec<String> = parts
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(head, names)| format!("{head}{}", few(names)))
        .collect();
    format!("{}个单位有变化：{}。", units.len(), said.join("；"))
}

fn few(names: &[&str]) -> String {
    let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join("、");
    if names.len() > NAMED { format!("{shown}等{}个", names.len()) } else { shown }
}

fn time_sentence(tasks: &[TaskChange]) -> String {
    let times = || tasks.iter().flat_map(|task| &task.times);
    let count = |change: TimeChange| times().filter(|time| time.change == change).count();
    let parts = [
        ("提前", count(TimeChange::Earlier)),
        ("推后", count(TimeChange::Later)),
        ("新增", count(TimeChange::Added)),
        ("取消", count(TimeChange::Dropped)),
        ("改变频次或条件", count(TimeChange::Other)),
    ];
    let said = listed(&parts, "处");
    if said.is_empty() {
        return "时限没有变化。".to_owned();
    }
    let furthest = times().max_by_key(|time| time.days.unsigned_abs()).filter(|time| time.days != 0);
    format!("时限{said}{}。", furthest.map(largest).unwrap_or_default())
}

/// The largest shift of a day.
fn largest(time: &TimePair) -> String {
    let text =
        |words: &Option<super::super::comparison::Words>| words.as_ref().map(|w| w.text.clone()).unwrap_or_default();
    let way = if time.days < 0 { "提前" } else { "推后" };
    format!("；变动最大的由“{}”改为“{}”，{way}{}天", text(&time.old), text(&time.new), time.days.unsigned_abs())
}

fn listed(parts: &[(&str, usize)], unit: &str) -> String {
    let said = parts.iter().filter(|(_, count)| *count > 0).map(|(head, count)| format!("{head}{count}{unit}"));
    said.collect::<Vec<_>>().join("、")
}
