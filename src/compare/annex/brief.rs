//! An annex that says the body's tasks in fewer words: what it leaves out is no
//! mistake, but its numbers must be the body's.

use super::Report;
use crate::analysis::{DifferenceKind, Quote};
use crate::compare::matched::Matched;
use crate::compare::word::{Lexer, Word, WordKind};
use crate::mention::quantity::amount_at;
use crate::source::Source;

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
    if !work.is_matched() {
        return;
    }
    let mut lexer = Lexer::default();
    let text = work.a.text();
    let counted: Vec<(Word, String)> = amounts(&mut lexer, text);
    for item in work.right.iter().map(|index| table.items[*index]) {
        let said = item.title.to_owned() + item.wording.text();
        let source = Source::new(&said);
        for (word, unit) in amounts(&mut lexer, source.clean()) {
            let same_unit: Vec<&Word> = counted.iter().filter(|other| other.1 == unit).map(|other| &other.0).collect();
            if same_unit.is_empty() || same_unit.iter().any(|other| other.key == word.key) {
                continue;
            }
            let words = word.range.of(source.clean());
            let quotes: Vec<Quote> =
                same_unit.iter().map(|w| Quote::new(work.a.written(w.range), work.a.span(w.range))).collect();
            let difference = report.add(DifferenceKind::Counts);
            difference.body_phrase = quotes.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>().join("、");
            difference.body = quotes;
            difference.annex = vec![Quote::new(words, item.span)];
            difference.annex_phrase = words.to_owned();
        }
    }
}

/// The numbers of a text with their measure words; bare numbers say nothing.
fn amounts(lexer: &mut Lexer, text: &str) -> Vec<(Word, String)> {
    let numbers = lexer.words(text).into_iter().filter(|word| word.kind == WordKind::Number);
    numbers.filter_map(|word| Some((word, amount_at(word.range.of(text))?.0.unit))).collect()
}
