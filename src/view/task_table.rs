//! 任务分解表: one row for each task, and the same for the rows of an annex.

use crate::analysis::{Analysis, AnnexRow, Assignment, Certainty, Deadline, Measure, Metric, Role, Task};
use crate::span::Span;
use crate::view::label;
use crate::view::part::{Part, Places, names, parts};
use crate::view::sheet::Table;
use serde::Serialize;

/// Longest headline, in characters, of a task without a title.
const HEADLINE: usize = 24;

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Id of the task (`T1`); of an annex row, its place in the annex (`A1`).
    pub id: String,
    /// 章节: the heading of its chapter.
    pub chapter: String,
    /// 任务: its title, or how its text begins.
    pub title: String,
    /// 措施: the sentences that order something, or the whole text.
    pub measures: Vec<Sentence>,
    /// 目标: the numbers that measure what is to be reached.
    pub targets: Vec<Target>,
    /// The units in every role.
    pub parts: Vec<Part>,
    /// 时限.
    pub deadlines: Vec<Time>,
    /// 出处: its number as it is cited; empty outside the numbering.
    pub place: String,
    /// The row's words.
    pub span: Span,
}

/// One sentence of a row, with what it says itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Sentence {
    /// Its words without noise.
    pub text: String,
    /// Who acts in it.
    pub parts: Vec<Part>,
    /// By when.
    pub deadlines: Vec<Time>,
    /// How much.
    pub targets: Vec<Target>,
    /// Where it stands.
    pub span: Span,
}

/// One number that measures a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// The words that say it: 不少于120处.
    pub text: String,
    /// What it measures: 整改隐患不少于120处.
    pub clause: String,
    /// Where the words of `text` stand.
    pub span: Span,
}

/// One deadline of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Time {
    /// The words that say it.
    pub text: String,
    /// What they come to (`2024年6月30日前`), where they do not say it
    /// themselves; else empty.
    pub when: String,
    /// Whether a person should check the reading.
    pub likely: bool,
    /// Where the words stand.
    pub span: Span,
}

/// The tasks of the body, one row each, in the order of the text.
pub fn task_table(analysis: &Analysis) -> Vec<Row> {
    let places = Places::new(&analysis.tasks);
    analysis.tasks.iter().map(|task| task_row(task, &places)).collect()
}

/// The rows of the annex tables, in the same columns.
pub fn annex_table(analysis: &Analysis) -> Vec<Row> {
    let places = Places::new(&[]);
    analysis.annex.iter().enumerate().map(|(index, row)| annex_row(index, row, &places)).collect()
}

fn task_row(task: &Task, places: &Places) -> Row {
    Row {
        id: task.id.clone(),
        chapter: task.chapter.clone(),
        title: headline(&task.title, &task.text),
        measures: measures(task, places),
        targets: targets(task, 0..task.metrics.len()),
        parts: parts(&task.assignments, task.span, places),
        deadlines: times(task),
        place: label::place(&task.number),
        span: task.span,
    }
}

fn annex_row(index: usize, row: &AnnexRow, places: &Places) -> Row {
    let deadline = Time { text: row.deadline.clone(), when: String::new(), likely: false, span: row.span };
    Row {
        id: format!("A{}", index + 1),
        chapter: String::new(),
        title: headline(&row.title, &row.text),
        measures: vec![whole(&row.text, row.span)],
        targets: Vec::new(),
        parts: parts(&row.assignments, row.span, places),
        deadlines: if row.deadline.is_empty() { Vec::new() } else { vec![deadline] },
        place: row.number.clone(),
        span: row.span,
    }
}

/// The title, or the first clause of the text, cut where it is long.
pub(super) fn headline(title: &str, text: &str) -> String {
    if !title.is_empty() {
        return title.to_owned();
    }
    let clause = text.split(['，', '。', '；', '：', '\n']).next().unwrap_or_default();
    match clause.char_indices().nth(HEADLINE) {
        Some((end, _)) => format!("{}…", &clause[..end]),
        None => clause.to_owned(),
    }
}

/// The sentences of a task that order something; of one without such, its text.
fn measures(task: &Task, places: &Places) -> Vec<Sentence> {
    if task.measures.is_empty() {
        return vec![whole(&task.text, task.span)];
    }
    task.measures.iter().map(|measure| sentence(task, measure, places)).collect()
}

fn whole(text: &str, span: Span) -> Sentence {
    Sentence { text: text.to_owned(), span, ..Sentence::default() }
}

fn sentence(task: &Task, measure: &Measure, places: &Places) -> Sentence {
    let acting: Vec<Assignment> = measure.actors.iter().filter_map(|at| task.assignments.get(*at)).cloned().collect();
    Sentence {
        text: measure.text.clone(),
        parts: parts(&acting, measure.span, places),
        deadlines: measure.deadlines.iter().filter_map(|at| task.deadlines.get(*at)).map(time).collect(),
        targets: targets(task, measure.metrics.iter().copied()),
        span: measure.span,
    }
}

/// The deadlines, each once: the sentence and the label line behind it often
/// say the same day.
fn times(task: &Task) -> Vec<Time> {
    let mut found: Vec<Time> = Vec::new();
    for time in task.deadlines.iter().map(time) {
        if !found.iter().any(|known| known.text == time.text && known.when == time.when) {
            found.push(time);
        }
    }
    found
}

/// Those of the numbers `which` that no deadline says already: 每月至少一次 is
/// how often, not how much.
fn targets(task: &Task, which: impl Iterator<Item = usize>) -> Vec<Target> {
    let often = |metric: &Metric| {
        let said =
            |time: &Deadline| time.count.map(f64::from) == Some(metric.value) && metric.clause.contains(&time.text);
        metric.unit == "次" && task.deadlines.iter().any(said)
    };
    let metrics = which.filter_map(|at| task.metrics.get(at)).filter(|metric| !often(metric));
    metrics.map(|m| Target { text: m.text.clone(), clause: m.clause.clone(), span: m.span }).collect()
}

pub(super) fn time(deadline: &Deadline) -> Time {
    let when = label::when(deadline);
    Time {
        when: if deadline.text.contains(&when) { String::new() } else { when },
        text: deadline.text.clone(),
        likely: deadline.certainty == Certainty::Likely,
        span: deadline.span,
    }
}

/// The rows as plain cells.
pub(super) fn table(rows: &[Row]) -> Table {
    const HEADER: [&str; 11] =
        ["序号", "章节", "任务", "措施", "目标", "牵头单位", "责任单位", "配合单位", "督促单位", "时限", "出处"];
    let cells = |(index, row): (usize, &Row)| {
        let measures = row.measures.iter().map(|sentence| sentence.text.as_str()).collect();
        let mut targets: Vec<&str> = row.targets.iter().map(|target| target.clause.as_str()).collect();
        targets.dedup();
        let times = row.deadlines.iter().map(Time::cell).collect::<Vec<_>>().join("；");
        vec![
            (index + 1).to_string(),
            row.chapter.clone(),
            row.title.clone(),
            measures,
            targets.join("；"),
            names(&row.parts, Role::Lead),
            names(&row.parts, Role::Responsible),
            names(&row.parts, Role::Support),
            names(&row.parts, Role::Supervise),
            times,
            row.place.clone(),
        ]
    };
    Table::new(&HEADER, rows.iter().enumerate().map(cells).collect())
}

impl Time {
    /// `6月底前（2024年6月30日前）`.
    fn cell(&self) -> String {
        let when = if self.when.is_empty() { String::new() } else { format!("（{}）", self.when) };
        let likely = if self.likely { "（待核）" } else { "" };
        format!("{}{when}{likely}", self.text)
    }
}
