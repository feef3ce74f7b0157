//! 问题: the findings, gravest first.

use crate::analysis::{Analysis, Finding, Severity};
use crate::span::Span;
use crate::view::label;
use crate::view::part::Places;
use crate::view::sheet::Table;
use serde::Serialize;

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRow {
    /// How much it matters.
    pub severity: Severity,
    /// The same in words: 错误, 警告, 提示.
    pub grade: &'static str,
    /// The code of its rule.
    pub code: &'static str,
    /// The title of its rule.
    pub title: &'static str,
    /// The sentence for the reader.
    pub message: String,
    /// What it rests on.
    pub basis: &'static str,
    /// What would mend it; empty to delete, `None` if nothing is certain.
    pub fix: Option<String>,
    /// The number of the task it stands in; empty outside.
    pub place: String,
    /// The words in question.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Span>,
}

/// The findings, gravest first, those of one grade in the order of the text.
pub fn finding_rows(analysis: &Analysis) -> Vec<FindingRow> {
    let places = Places::new(&analysis.tasks);
    let mut rows: Vec<FindingRow> = analysis.findings.iter().map(|finding| row(finding, &places)).collect();
    rows.sort_by_key(|row| (row.severity, row.span));
    rows
}

fn row(finding: &Finding, places: &Places) -> FindingRow {
    FindingRow {
        severity: finding.severity,
        grade: label::severity(finding.severity),
        code: finding.code,
        title: finding.title,
        message: finding.message.clone(),
        basis: finding.basis,
        fix: finding.fix.as_ref().map(|fix| fix.text.clone()),
        place: places.number_at(finding.span.start),
        span: finding.span,
        related: finding.related.clone(),
    }
}

/// The findings as plain cells.
pub(super) fn table(rows: &[FindingRow]) -> Table {
    const HEADER: [&str; 7] = ["序号", "级别", "问题", "说明", "依据", "出处", "规则"];
    let cells = |(index, row): (usize, &FindingRow)| {
        vec![
            (index + 1).to_string(),
            row.grade.to_owned(),
            row.title.to_owned(),
            row.message.clone(),
            row.basis.to_owned(),
            row.place.clone(),
            row.code.to_owned(),
        ]
    };
    Table { header: HEADER.map(str::to_owned).to_vec(), rows: rows.iter().enumerate().map(cells).collect() }
}
