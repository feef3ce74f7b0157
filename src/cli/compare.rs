//! Prints what changed from one notice to another.

use super::failure::Failure;
use super::table;
use clap::ValueEnum;
use notice_analyzer::Analysis;
use notice_analyzer::compare::{self, ChangeSummary, Comparison};
use notice_analyzer::view::ChangeSheet;
use std::io::{self, Write};

/// How to print a comparison.
#[derive(Clone, Copy, ValueEnum)]
pub enum CompareFormat {
    /// Three sentences, the tasks with a change, the units with a change
    Table,
    /// One JSON object on one line
    Json,
}

/// What changed from one notice to another.
///
/// # Errors
/// If they have nothing in common.
pub fn compare(old: &Analysis, new: &Analysis) -> Result<Comparison, Failure> {
    let comparison = compare::compare(old, new);
    if comparison.related { Ok(comparison) } else { Err(Failure::Unrelated(comparison.summary.tasks)) }
}

/// Whether anything did.
pub fn is_change(comparison: &Comparison) -> bool {
    comparison.tasks.iter().any(|task| task.is_change()) || !comparison.units.is_empty()
}

/// Prints what changed.
pub fn write(out: &mut dyn Write, comparison: &Comparison, format: CompareFormat) -> io::Result<()> {
    match format {
        CompareFormat::Json => {
            serde_json::to_writer(&mut *out, comparison)?;
            writeln!(out)
        }
        CompareFormat::Table => write_tables(out, comparison),
    }
}

/// Tasks without a change are left out; the JSON has them.
fn write_tables(out: &mut dyn Write, comparison: &Comparison) -> io::Result<()> {
    let ChangeSummary { tasks, units, times } = &comparison.summary;
    for sentence in [tasks, units, times].into_iter().filter(|sentence| !sentence.is_empty()) {
        writeln!(out, "{sentence}")?;
    }
    let changed = comparison.tasks.iter().map(|task| task.is_change());
    let mut shown = ChangeSheet::Tasks.table(comparison);
    let mut changed = changed.collect::<Vec<_>>().into_iter();
    shown.rows.retain(|_| changed.next().unwrap_or(true));
    for table in [shown, ChangeSheet::Units.table(comparison)].iter().filter(|table| !table.rows.is_empty()) {
        writeln!(out, "{}", table::render(table))?;
    }
    Ok(())
}
