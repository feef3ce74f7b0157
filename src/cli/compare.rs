//! Prints what changed from one notice to another.

use super::table;
use clap::ValueEnum;
use notice_analyzer::compare::{Comparison, compare};
use notice_analyzer::view::ChangeSheet;
use notice_analyzer::{Analysis, compare::ChangeSummary};
use std::io::{self, Write};

/// How to print a comparison.
#[derive(Clone, Copy, ValueEnum)]
pub enum CompareFormat {
    /// Three sentences, the tasks with a change, the units with a change
    Table,
    /// One JSON object on one line
    Json,
}

/// Compares two notices and prints the result.
pub fn write(out: &mut dyn Write, old: &Analysis, new: &Analysis, format: CompareFormat) -> io::Result<()> {
    let comparison = compare(old, new);
    match format {
        CompareFormat::Json => {
            serde_json::to_writer(&mut *out, &comparison)?;
            writeln!(out)
        }
        CompareFormat::Table => write_tables(out, &comparison),
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
