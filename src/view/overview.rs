//! 概览: what there is and what is missing, each with the rows it is about.

use crate::analysis::Analysis;
use crate::view::collation::CollationView;
use crate::view::row::{Lack, Row, Source};
use serde::Serialize;
use std::collections::HashSet;

/// One number over the tables, and the rows it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Count {
    /// Its name for the page.
    pub key: &'static str,
    /// What it counts, in words.
    pub label: &'static str,
    /// Whether it counts what is missing or wrong.
    pub amiss: bool,
    /// The rows.
    pub ids: Vec<String>,
}

/// The numbers in the order of the page; none of them is empty, but for the
/// first.
pub fn overview(analysis: &Analysis, rows: &[Row], collation: &CollationView) -> Vec<Count> {
    let lacks = |lack: Lack| ids(rows, |row| row.lacks.contains(&lack));
    let unlike = collation.rows.iter().filter(|line| !line.differs.is_empty());
    let unlike: HashSet<&str> =
        unlike.flat_map(|line| [&line.body, &line.annex]).flatten().map(|side| side.id.as_str()).collect();
    let differs = |row: &Row| std::iter::once(&row.id).chain(&row.also).any(|id| unlike.contains(id.as_str()));
    let mut counts = vec![
        Count { key: "tasks", label: "任务", amiss: false, ids: ids(rows, |_| true) },
        Count { key: "annex", label: "仅见附表", amiss: false, ids: ids(rows, |row| row.source == Source::Annex) },
        Count { key: "unowned", label: "无责任单位", amiss: true, ids: lacks(Lack::Owner) },
        Count { key: "unled", label: "多家无牵头", amiss: true, ids: lacks(Lack::Lead) },
        Count { key: "timed", label: "有时限", amiss: false, ids: ids(rows, |row| !row.deadlines.is_empty()) },
        Count { key: "untimed", label: "无时限", amiss: true, ids: lacks(Lack::Time) },
        Count { key: "differing", label: "与附表不一致", amiss: true, ids: ids(rows, differs) },
    ];
    let only_annex = analysis.tasks.is_empty();
    counts.retain(|count| count.key == "tasks" || !(count.ids.is_empty() || only_annex && count.key == "annex"));
    counts
}

fn ids(rows: &[Row], counts: impl Fn(&Row) -> bool) -> Vec<String> {
    rows.iter().filter(|row| counts(row)).map(|row| row.id.clone()).collect()
}
