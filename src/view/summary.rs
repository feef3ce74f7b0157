//! How much there is of everything: what the last line of the command line
//! counts.

use crate::analysis::{Analysis, Severity};
use crate::view::row::Row;
use serde::Serialize;
use std::collections::HashSet;

/// Counts over one notice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The title of the notice.
    pub title: Option<String>,
    /// The same with the mark of a draft.
    pub marked_title: Option<String>,
    /// What it calls itself as a draft: 征求意见稿.
    pub draft: Option<String>,
    /// Tasks of the body.
    pub tasks: usize,
    /// Rows of annex tables.
    pub annex: usize,
    /// Units that stand at a task or an annex row.
    pub units: usize,
    /// Stretches of the text of which nothing was made.
    pub unread: usize,
    /// Deadlines of the rows.
    pub deadlines: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that are very probably right.
    pub warnings: usize,
    /// Findings worth one look.
    pub hints: usize,
}

/// Counts what was read, and stands in `rows`.
pub fn summary(analysis: &Analysis, rows: &[Row]) -> Summary {
    let graded = |severity: Severity| analysis.findings.iter().filter(|finding| finding.severity == severity).count();
    let units = rows.iter().flat_map(|row| &row.parts).map(|part| part.unit.as_str());
    Summary {
        title: analysis.notice.title.clone(),
        marked_title: analysis.notice.marked_title(),
        draft: analysis.notice.draft.clone(),
        tasks: analysis.tasks.len(),
        annex: analysis.annex.len(),
        unread: analysis.unread.len(),
        units: units.collect::<HashSet<_>>().len(),
        deadlines: rows.iter().map(|row| row.deadlines.len()).sum(),
        errors: graded(Severity::Error),
        warnings: graded(Severity::Warning),
        hints: graded(Severity::Hint),
    }
}
