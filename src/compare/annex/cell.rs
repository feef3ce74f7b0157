//! Cells that look wrong by themselves.

use super::Report;
use super::heading;
use super::item::Repeat;
use super::pairing::doubled;
use crate::analysis::{Difference, DifferenceKind, Quote};
use crate::compare::matched::Matched;
use crate::span::TextRange;

/// Reports a doubled title and a cell that breaks off.
pub(super) fn check(report: &mut Report) {
    doubled_title(report);
    odd_end(report);
}

fn doubled_title(report: &mut Report) {
    let Some(item) = report.item() else { return };
    let Some(doubled) = doubled(&item, report.task(), item.wording) else { return };
    let place = report.task().map(heading::place);
    let difference = report.add(DifferenceKind::DoubledTitle);
    difference.annex = vec![Quote::new(doubled.copy.text(), doubled.copy.whole())];
    difference.body_place = place;
}

/// A cell that ends ；, while its task ends 。
fn odd_end(report: &mut Report) {
    let work = report.work;
    if !work.is_matched() || work.is_moved() || !work.a.text().ends_with(['。', '！', '”', '）']) {
        return;
    }
    let text = work.b.text();
    let odd = text.ends_with(['；', '、', '，', '：']);
    let Some(last) = text.chars().next_back().filter(|_| odd) else { return };
    let before = text[..text.len() - last.len_utf8()].chars().next_back().map_or(0, char::len_utf8);
    let range = TextRange::new(text.len() - last.len_utf8() - before, text.len());
    let quote = Quote::new(work.b.written(range), work.b.span(range));
    let end = TextRange::new(work.a.text().len(), work.a.text().len());
    let place = work.a.span(end);
    let difference = report.add(DifferenceKind::OddEnd);
    difference.annex = vec![quote];
    difference.body_place = Some(place);
}

/// Reports what stands twice in the table.
pub(super) fn repeats(repeats: &[Repeat], first: usize, works: &[Matched], found: &mut Vec<Difference>) {
    for repeat in repeats {
        let twin =
            |work: &Matched| work.b.whole().start >= repeat.first.start && work.b.whole().end <= repeat.first.end;
        let at = works.iter().position(|work| !work.right.is_empty() && twin(work)).unwrap_or(0);
        let item = &repeat.item;
        let mut difference = Difference::new(DifferenceKind::RepeatedCell, first + at);
        let text = if item.title.is_empty() { item.wording.text() } else { item.title };
        difference.annex = vec![Quote::new(text, item.span)];
        difference.annex_place = Some(repeat.first);
        found.push(difference);
    }
}
