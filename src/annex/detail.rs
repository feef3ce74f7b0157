//! By when, how much, sentence by sentence: what the words of a row say, as in
//! a task of the body.

use crate::analysis::{Deadline, Measure, Metric};
use crate::mention::quantity::{Quantity, quantities};
use crate::mention::time::{Time, TimeBase, times, times_of_cell};
use crate::source::Source;
use crate::span::TextRange;
use crate::task::measure::measures;
use crate::task::{deadline, metric};

/// What one row says.
#[derive(Default)]
pub(super) struct Details {
    pub(super) deadlines: Vec<Deadline>,
    pub(super) metrics: Vec<Metric>,
    pub(super) measures: Vec<Measure>,
}

impl Details {
    /// Reads the words `said` of a row behind its title, and the cells of its
    /// column of times.
    pub(super) fn read(
        source: &Source,
        base: &TimeBase,
        title: TextRange,
        said: &[TextRange],
        cells: &[TextRange],
    ) -> Self {
        let mut details = Self::default();
        for part in said {
            details.part(source, base, title, *part);
        }
        for cell in cells {
            details.deadlines.extend(column_times(source, base, *cell).iter().map(|time| deadline(source, time)));
        }
        details
    }

    fn part(&mut self, source: &Source, base: &TimeBase, title: TextRange, part: TextRange) {
        let times = times(source.clean(), part, base);
        let quantities = quantities(source.clean(), part);
        let skip: Vec<TextRange> =
            [title].into_iter().filter(|title| !title.is_empty() && part.covers(*title)).collect();
        for sentence in measures(source, part, &skip, &marked(&times, &quantities)) {
            self.measures.push(Measure {
                text: source.written(sentence),
                span: source.span(sentence),
                actors: Vec::new(),
                deadlines: inside(sentence, self.deadlines.len(), times.iter().map(|time| time.range)),
                metrics: inside(sentence, self.metrics.len(), quantities.iter().map(|quantity| quantity.range)),
            });
        }
        self.deadlines.extend(times.iter().map(|time| deadline(source, time)));
        self.metrics.extend(quantities.iter().map(|quantity| metric(source, quantity)));
    }
}

fn marked(times: &[Time], quantities: &[Quantity]) -> Vec<TextRange> {
    let mut places: Vec<TextRange> = times.iter().map(|time| time.range).collect();
    places.extend(quantities.iter().map(|quantity| quantity.range));
    places.sort_unstable();
    places
}

/// The indexes of those in a sentence, counted on from `first`.
fn inside(sentence: TextRange, first: usize, places: impl Iterator<Item = TextRange>) -> Vec<usize> {
    places.enumerate().filter(|(_, place)| sentence.covers(*place)).map(|(index, _)| first + index).collect()
}

/// The times of a cell in a column of times.
fn column_times(source: &Source, base: &TimeBase, cell: TextRange) -> Vec<Time> {
    let times = times_of_cell(source.slice(cell), base).into_iter();
    times.map(|time| Time { range: time.range.shift(cell.start), clause: cell, ..time }).collect()
}
