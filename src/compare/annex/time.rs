//! The time column held against the times of the body.

use super::Report;
use crate::analysis::{Deadline, DeadlineKind, DifferenceKind, Notice, Quote};
use crate::mention::time::{TimeBase, times};
use crate::source::Source;
use crate::span::TextRange;
use jiff::civil::Date;

/// Reports a time column that gives another day than all times of the body.
pub(super) fn check(report: &mut Report) {
    let work = report.work;
    if !work.is_matched() || work.is_moved() {
        return;
    }
    let table = report.table;
    let body: Vec<&Deadline> = work.left.iter().flat_map(|index| &table.tasks[*index].deadlines).collect();
    let days: Vec<Date> = body.iter().filter_map(|time| time.end).collect();
    for item in work.right.iter().map(|index| table.items[*index]).filter(|item| !item.row.deadline.is_empty()) {
        let Some(day) = last_day(&item.row.deadline, &table.analysis.notice) else { continue };
        if days.is_empty() || days.contains(&day) {
            continue;
        }
        let dated = body.iter().filter(|time| time.end.is_some());
        let quotes = dated.map(|time| Quote::new(time.text.as_str(), time.span)).collect();
        let difference = report.add(DifferenceKind::Deadline);
        difference.body = quotes;
        difference.annex = vec![Quote::new(item.row.deadline.as_str(), item.row.layout.deadline)];
    }
}

/// The last day that a time column gives.
fn last_day(cell: &str, notice: &Notice) -> Option<Date> {
    let source = Source::new(cell);
    let clean = source.clean();
    let base = TimeBase { work_year: notice.work_year, signed_on: notice.signed_on };
    let found = times(clean, TextRange::new(0, clean.len()), &base);
    let day = found.iter().filter(|time| time.kind != DeadlineKind::Recurring).filter_map(|time| time.end).max();
    // 6月底 alone in a cell binds like 6月底前.
    day.or_else(|| {
        let bound = format!("{}前", clean.trim_end_matches(['。', '前']));
        times(&bound, TextRange::new(0, bound.len()), &base).iter().filter_map(|time| time.end).max()
    })
}
