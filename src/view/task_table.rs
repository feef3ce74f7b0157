//! 任务分解表: one row for each task of the body and for each row of an annex
//! that the body does not say itself.

use crate::analysis::{Analysis, Pair, Role, UnitChange};
use crate::span::Span;
use crate::view::label;
use crate::view::part::{Part, Places, names, part};
use crate::view::row::{Row, Sentence, Source, Time, last_day};
use crate::view::sheet::Table;
use crate::view::stated::{Stated, after_title, first_clause, lacks};
use std::collections::HashMap;

/// Where units and times come from that only the annex names.
const ANNEX: &str = "附表";

/// The rows of every view: the tasks of the body in the order of the text, with
/// what an annex adds to them, then the rows that only an annex has.
pub fn task_table(analysis: &Analysis) -> Vec<Row> {
    let places = Places::new(&analysis.tasks);
    let annex = annex_table(analysis);
    let mut rows: Vec<Row> = analysis
        .tasks
        .iter()
        .map(|task| Row {
            id: task.id.to_string(),
            chapter: task.chapter.clone(),
            place: label::place(&task.number),
            ..Stated::from(task).row(&places)
        })
        .collect();
    let index: HashMap<&str, usize> = analysis.tasks.iter().enumerate().map(|(at, t)| (t.id.as_str(), at)).collect();
    let mut answered = vec![false; annex.len()];
    for pair in &analysis.collation.pairs {
        let Some(&at) = pair.tasks.first().and_then(|id| index.get(id.as_str())) else { continue };
        for &from in &pair.rows {
            answered[from] = true;
            add(&mut rows[at], &annex[from]);
        }
        add_units(&mut rows[at], pair, analysis, &places);
    }
    let has_body = !rows.is_empty();
    rows.extend(annex.into_iter().zip(answered).filter(|(_, answered)| !answered).map(|(row, _)| Row {
        chapter: if has_body { "附表（正文没有）".to_owned() } else { String::new() },
        place: if has_body { format!("{ANNEX}{}", row.place) } else { row.place.clone() },
        ..row
    }));
    tell_apart(&mut rows);
    rows
}

/// The rows of the annex tables, in the same columns.
pub fn annex_table(analysis: &Analysis) -> Vec<Row> {
    let places = Places::new(&[]);
    let row =
        |(index, row)| Row { id: format!("A{}", index + 1), source: Source::Annex, ..Stated::from(row).row(&places) };
    let rows = analysis.annex.iter().enumerate().map(row);
    rows.zip(&analysis.annex).map(|(row, said)| Row { place: said.number.clone(), ..row }).collect()
}

/// What the annex says of the same work: its times, where the task has none of
/// its own words.
fn add(row: &mut Row, annex: &Row) {
    row.source = Source::Both;
    row.also.push(annex.id.clone());
    let says = |known: &Time, time: &Time| known.text == time.text || known.date.is_some() && known.date == time.date;
    let new = annex.deadlines.iter().filter(|time| !row.deadlines.iter().any(|known| says(known, time)));
    let new: Vec<Time> = new.cloned().collect();
    row.deadlines.extend(new);
}

/// The units that only the annex names.
fn add_units(row: &mut Row, pair: &Pair, analysis: &Analysis, places: &Places) {
    let added = pair.units.iter().filter(|unit| unit.change == UnitChange::Added);
    let duties = added.filter_map(|unit| unit.right.as_ref());
    let said = |span: Span| {
        let rows = pair.rows.iter().filter_map(|row| analysis.annex.get(*row));
        rows.flat_map(|row| &row.assignments).find(|assignment| assignment.span == span)
    };
    let parts = duties.filter_map(|duty| said(duty.span));
    row.parts.extend(parts.map(|found| Part { origin: Some(ANNEX.to_owned()), ..part(found, row.span, places) }));
    row.lacks = lacks(row);
}

/// Rows of one title and place get the first clause of their own words for a
/// title, and a number behind their place: 二、（六）③.
fn tell_apart(rows: &mut [Row]) {
    let mut alike: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        alike.entry((row.place.clone(), row.title.clone())).or_default().push(at);
    }
    for ((_, title), group) in alike.iter().filter(|(_, group)| group.len() > 1) {
        for (turn, &at) in group.iter().enumerate() {
            let row = &mut rows[at];
            let words = row.measures.first().map(|sentence| sentence.text.as_str()).unwrap_or_default();
            let clause = first_clause(after_title(words, title));
            row.place += &label::turn(turn + 1);
            row.title = if clause.is_empty() { title.clone() } else { clause };
        }
    }
}

const HEADER: [&str; 12] =
    ["序号", "章节", "任务", "措施", "目标", "牵头单位", "责任单位", "配合单位", "督促单位", "时限", "出处", "来源"];

/// The rows as plain cells.
pub(super) fn table(rows: &[Row]) -> Table {
    let cells = |(index, row): (usize, &Row)| {
        let measures = row.measures.iter().map(|sentence| sentence.text.as_str()).collect();
        let mut targets: Vec<&str> = row.targets.iter().map(|target| target.clause.as_str()).collect();
        targets.dedup();
        line(index, row, measures, targets, &row.parts, &row.deadlines)
    };
    let lines = rows.iter().enumerate().map(|row| (row.1.id.clone(), cells(row)));
    Table::keyed(HEADER.map(str::to_owned).to_vec(), lines).dated(rows.iter().map(|row| last_day(&row.deadlines)))
}

/// 逐句: a line for each sentence, with who acts in it, by when and how much;
/// where it names nobody or no time, those of its task.
pub(super) fn sentence_table(rows: &[Row]) -> Table {
    let cells = |index: usize, row: &Row, one: &Sentence| {
        let parts = if one.parts.is_empty() { &row.parts } else { &one.parts };
        let targets = one.targets.iter().map(|target| target.clause.as_str()).collect();
        line(index, row, one.text.clone(), targets, parts, times_of(row, one))
    };
    let lines = rows.iter().enumerate().flat_map(|(at, row)| row.measures.iter().map(move |one| (at, row, one)));
    let days = lines.clone().map(|(_, row, one)| last_day(times_of(row, one)));
    let keyed = lines.map(|(at, row, one)| (row.id.clone(), cells(at, row, one)));
    Table::keyed(HEADER.map(str::to_owned).to_vec(), keyed).dated(days)
}

/// The times of one sentence; of an only one, those of its row.
fn times_of<'a>(row: &'a Row, one: &'a Sentence) -> &'a [Time] {
    if row.measures.len() == 1 { &row.deadlines } else { &one.deadlines }
}

fn line(index: usize, row: &Row, measures: String, targets: Vec<&str>, parts: &[Part], times: &[Time]) -> Vec<String> {
    vec![
        (index + 1).to_string(),
        row.chapter.clone(),
        row.title.clone(),
        measures,
        targets.join("；"),
        names(parts, Role::Lead),
        names(parts, Role::Responsible),
        names(parts, Role::Support),
        names(parts, Role::Supervise),
        times.iter().map(Time::cell).collect::<Vec<_>>().join("；"),
        row.place.clone(),
        row.source.name().to_owned(),
    ]
}
