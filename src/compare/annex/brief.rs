//! An annex that says the body's tasks in fewer words: what it leaves out is no
//! mistake, but its numbers must be the body's.

use super::Report;
use crate::analysis::Metric;
use crate::compare::collation::{DifferenceKind, Quote};
use crate::compare::matched::Matched;
use crate::mention::quantity::{Quantity, quantities};
use crate::source::Source;
use crate::span::TextRange;

/// Whether an annex renders the body in much fewer words.
pub(super) fn is_brief(works: &[Matched]) -> bool {
    let matched = || works.iter().filter(|work| work.is_matched());
    let left: usize = matched().map(|work| work.a.text().len()).sum();
    let right: usize = matched().map(|work| work.b.text().len()).sum();
    right * 10 < left * 6
}

/// Reports quantities of a row where its task counts the same thing otherwise.
pub(super) fn check(report: &mut Report) {
    let (work, table) = (report.work, report.table);
    let metrics: Vec<&Metric> = work.left.iter().flat_map(|index| &table.tasks[*index].metrics).collect();
    for item in work.right.iter().map(|index| table.items[*index]) {
        let said = item.title.to_owned() + item.wording.text();
        let source = Source::new(&said);
        for quantity in quantities(source.clean(), TextRange::new(0, source.clean().len())) {
            let same_thing: Vec<&&Metric> = metrics.iter().filter(|metric| metric.unit == quantity.unit).collect();
            if same_thing.is_empty() || same_thing.iter().any(|metric| agrees(metric, &quantity)) {
                continue;
            }
            let difference = report.add(DifferenceKind::Counts);
            let words = quantity.range.of(source.clean());
            difference.body = same_thing.iter().map(|m| Quote::new(m.text.as_str(), m.span)).collect();
            difference.annex = vec![Quote::new(words, item.span)];
            difference.body_phrase = same_thing.iter().map(|m| m.text.as_str()).collect::<Vec<_>>().join("、");
            difference.annex_phrase = words.to_owned();
        }
    }
}

fn agrees(metric: &Metric, quantity: &Quantity) -> bool {
    metric.value == quantity.value && metric.upper == quantity.upper
}
