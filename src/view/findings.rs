//! 核对意见: the findings, gravest first, those of one rule together.

use crate::analysis::{Analysis, Finding, Fix, Severity};
use crate::span::Span;
use crate::view::part::Places;
use crate::view::sheet::Table;
use serde::Serialize;
use std::collections::HashMap;

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRow {
    /// Names its row.
    pub id: String,
    /// The findings it speaks for, or itself: names that hold while the text
    /// elsewhere is edited.
    pub ids: Vec<String>,
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
    /// What to write instead, in words; `None` if nothing is certain.
    pub advice: Option<String>,
    /// The same as changes of the text, in its order.
    pub fixes: Vec<Fix>,
    /// Where it stands: the number of its task or of the one before it; its
    /// paragraph where there is no task.
    pub place: String,
    /// The words in question, shortened.
    pub words: String,
    /// Where they stand.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Span>,
}

/// `findings` of `analysis`, gravest first; of one grade rule by rule in the order in which
/// they first speak, and of one rule in the order of the text.
pub fn finding_rows(analysis: &Analysis, findings: &[Finding]) -> Vec<FindingRow> {
    let places = Places::new(&analysis.tasks);
    let mut first: HashMap<(Severity, &str), Span> = HashMap::new();
    for finding in findings {
        let speaks = first.entry((finding.severity, finding.code)).or_insert(finding.span);
        *speaks = (*speaks).min(finding.span);
    }
    let mut rows: Vec<FindingRow> = findings.iter().map(|finding| row(finding, &places)).collect();
    rows.sort_by_key(|row| (row.severity, first[&(row.severity, row.code)], row.code, row.span));
    rows
}

fn row(finding: &Finding, places: &Places) -> FindingRow {
    let place = places.near(finding.span.start);
    let mut fixes: Vec<Fix> = finding.fix.iter().chain(&finding.more_fixes).cloned().collect();
    fixes.sort_by_key(|fix| fix.span);
    FindingRow {
        id: finding.id.clone(),
        ids: Finding::unfolded([finding]).map(|one| one.id.clone()).collect(),
        severity: finding.severity,
        grade: finding.severity.name(),
        code: finding.code,
        title: finding.title,
        message: finding.message.clone(),
        basis: finding.basis,
        advice: finding.advice(),
        fixes,
        place: if place.is_empty() { format!("第{}段", finding.paragraph) } else { place },
        words: finding.words.clone(),
        span: finding.span,
        related: finding.related.clone(),
    }
}

/// The findings as plain cells.
pub fn finding_table(rows: &[FindingRow]) -> Table {
    const HEADER: [&str; 8] = ["序号", "级别", "位置", "原文", "问题", "建议", "依据", "规则"];
    let cells = |(index, row): (usize, &FindingRow)| {
        let cells = vec![
            (index + 1).to_string(),
            row.grade.to_owned(),
            row.place.clone(),
            row.words.clone(),
            row.message.clone(),
            row.advice.clone().unwrap_or_default(),
            row.basis.to_owned(),
            row.code.to_owned(),
        ];
        (row.id.clone(), cells)
    };
    Table::keyed(HEADER.map(str::to_owned).to_vec(), rows.iter().enumerate().map(cells))
}
