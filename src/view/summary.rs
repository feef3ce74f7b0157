//! How much there is of everything: what the tabs and the last line of the
//! command line count.

use crate::analysis::{Analysis, Severity};
use serde::Serialize;
use std::collections::HashSet;

/// Counts over one notice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The title of the notice.
    pub title: Option<String>,
    /// Tasks of the body.
    pub tasks: usize,
    /// Rows of annex tables.
    pub annex: usize,
    /// Units that stand at a task or an annex row.
    pub units: usize,
    /// Deadlines of the body.
    pub deadlines: usize,
    /// Findings that must be mended.
    pub errors: usize,
    /// Findings that are very probably right.
    pub warnings: usize,
    /// Findings worth one look.
    pub hints: usize,
}

/// Counts what was read.
pub fn summary(analysis: &Analysis) -> Summary {
    let graded = |severity: Severity| analysis.findings.iter().filter(|finding| finding.severity == severity).count();
    Summary {
        title: analysis.notice.title.clone(),
        tasks: analysis.tasks.len(),
        annex: analysis.annex.len(),
        units: units(analysis),
        deadlines: analysis.tasks.iter().map(|task| task.deadlines.len()).sum(),
        errors: graded(Severity::Error),
        warnings: graded(Severity::Warning),
        hints: graded(Severity::Hint),
    }
}

fn units(analysis: &Analysis) -> usize {
    let in_tasks = analysis.tasks.iter().map(|task| &task.assignments);
    let in_annex = analysis.annex.iter().map(|row| &row.assignments);
    in_tasks.chain(in_annex).flatten().map(|part| part.unit.as_str()).collect::<HashSet<_>>().len()
}
