//! What a task of the body and a row of an annex have in common, made rows of
//! a table.

use crate::analysis::{AnnexRow, Assignment, Certainty, Deadline, DeadlineKind, Measure, Metric, Role, Task};
use crate::span::Span;
use crate::view::label;
use crate::view::part::{Part, Places, parts};
use crate::view::row::{Lack, Row, Sentence, Source, Target, Time};

/// Longest headline, in characters, of a task without a title.
const HEADLINE: usize = 24;

/// A task or a row of an annex.
pub(super) struct Stated<'a> {
    title: &'a str,
    /// The title that was read.
    read: &'a str,
    text: &'a str,
    assignments: &'a [Assignment],
    deadlines: &'a [Deadline],
    metrics: &'a [Metric],
    measures: &'a [Measure],
    /// A time of which nothing is known but its words.
    cell: &'a str,
    span: Span,
}

impl<'a> From<&'a Task> for Stated<'a> {
    fn from(task: &'a Task) -> Self {
        let Task { title, corrected, text, assignments, deadlines, metrics, measures, span, wording, .. } = task;
        // The number stands in the place of the row.
        let read = corrected.as_ref().unwrap_or(title);
        let text = if read.is_empty() && !wording.is_empty() { wording.text() } else { text };
        Self { title, read, text, assignments, deadlines, metrics, measures, cell: "", span: *span }
    }
}

impl<'a> From<&'a AnnexRow> for Stated<'a> {
    fn from(row: &'a AnnexRow) -> Self {
        let AnnexRow { title, corrected, text, assignments, deadlines, metrics, measures, deadline, span, .. } = row;
        let read = corrected.as_ref().unwrap_or(title);
        Self { title, read, text, assignments, deadlines, metrics, measures, cell: deadline, span: *span }
    }
}

impl Stated<'_> {
    /// The row of a table.
    pub(super) fn row(&self, places: &Places) -> Row {
        let mut row = Row {
            id: String::new(),
            also: Vec::new(),
            source: Source::Body,
            chapter: String::new(),
            title: headline(self.title, self.text),
            corrected: self.title != self.read,
            measures: self.sentences(places),
            targets: self.targets(0..self.metrics.len()),
            parts: parts(self.assignments, self.span, places),
            deadlines: self.times(),
            lacks: Vec::new(),
            place: String::new(),
            span: self.span,
        };
        row.lacks = lacks(&row);
        row
    }

    /// The sentences that order something; without such, the text.
    fn sentences(&self, places: &Places) -> Vec<Sentence> {
        if self.measures.is_empty() {
            let text = after_title(self.text, self.read).to_owned();
            return vec![Sentence { text, span: self.span, ..Sentence::default() }];
        }
        self.measures.iter().map(|measure| self.sentence(measure, places)).collect()
    }

    fn sentence(&self, measure: &Measure, places: &Places) -> Sentence {
        let acting = measure.actors.iter().filter_map(|at| self.assignments.get(*at));
        let acting: Vec<Assignment> = acting.cloned().collect();
        Sentence {
            text: measure.text.clone(),
            parts: parts(&acting, measure.span, places),
            deadlines: measure
                .deadlines
                .iter()
                .filter(|at| **at < self.deadlines.len())
                .map(|at| self.time(*at))
                .collect(),
            targets: self.targets(measure.metrics.iter().copied()),
            span: measure.span,
        }
    }

    /// The deadlines, each once: the sentence and the label line behind it
    /// often say the same day.
    fn times(&self) -> Vec<Time> {
        let mut found: Vec<Time> = Vec::new();
        for time in (0..self.deadlines.len()).map(|at| self.time(at)) {
            if !found.iter().any(|known| known.text == time.text && known.when == time.when) {
                found.push(time);
            }
        }
        let read = |time: &Time| self.cell.contains(&time.text) || time.text.contains(self.cell);
        if !self.cell.is_empty() && !found.iter().any(read) {
            found.push(self.cell_time());
        }
        found
    }

    fn time(&self, at: usize) -> Time {
        let deadline = &self.deadlines[at];
        let when = label::when(deadline);
        Time {
            when: if deadline.text.contains(&when) { String::new() } else { when },
            text: deadline.text.clone(),
            likely: deadline.certainty == Certainty::Likely,
            corrected: deadline.corrected.clone(),
            kind: deadline.kind,
            date: deadline.end.or(deadline.start),
            due: deadline.end.filter(|_| deadline.kind != DeadlineKind::Recurring),
            clause: deadline.clause.clone(),
            units: self.actors(at),
            span: deadline.span,
        }
    }

    fn cell_time(&self) -> Time {
        Time {
            text: self.cell.to_owned(),
            when: String::new(),
            likely: false,
            corrected: None,
            kind: DeadlineKind::During,
            date: None,
            due: None,
            clause: headline(self.title, self.text),
            units: Vec::new(),
            span: self.span,
        }
    }

    /// The units that act in the sentence of the deadline `at`.
    fn actors(&self, at: usize) -> Vec<String> {
        let sentence = self.measures.iter().find(|measure| measure.deadlines.contains(&at));
        let actors = sentence.into_iter().flat_map(|sentence| &sentence.actors);
        actors.filter_map(|actor| self.assignments.get(*actor)).map(|assignment| assignment.unit.to_string()).collect()
    }

    /// Those of the numbers `which` that no deadline says already: 每月至少一次
    /// is how often, not how much.
    fn targets(&self, which: impl Iterator<Item = usize>) -> Vec<Target> {
        let metrics = which.filter_map(|at| self.metrics.get(at)).filter(|metric| !self.is_frequency(metric));
        metrics.map(|m| Target { text: m.text.clone(), clause: m.clause.clone(), span: m.span }).collect()
    }

    fn is_frequency(&self, metric: &Metric) -> bool {
        let said =
            |time: &Deadline| time.count.map(f64::from) == Some(metric.value) && metric.clause.contains(&time.text);
        metric.unit == "次" && self.deadlines.iter().any(said)
    }
}

/// The title, or the first clause of the text, cut where it is long.
pub(super) fn headline(title: &str, text: &str) -> String {
    if !title.is_empty() { title.to_owned() } else { first_clause(text) }
}

pub(super) fn first_clause(text: &str) -> String {
    let clause = text.split(['，', '。', '；', '：', '\n']).next().unwrap_or_default();
    match clause.char_indices().nth(HEADLINE) {
        Some((end, _)) => format!("{}…", &clause[..end]),
        None => clause.to_owned(),
    }
}

/// `text` without the title it opens with.
pub(super) fn after_title<'t>(text: &'t str, title: &str) -> &'t str {
    let Some((at, _)) = text.match_indices(title).next().filter(|(at, _)| !title.is_empty() && *at < 12) else {
        return text;
    };
    let numbered = text[..at].chars().all(|c| c.is_numeric() || "一二三四五六七八九十（）()、.．".contains(c));
    let rest = text[at + title.len()..].trim_start_matches(['。', '：', '，', '；', '.', '\n', ' ', '　']);
    if numbered && !rest.is_empty() { rest } else { text }
}

/// What the row should say and does not.
pub(super) fn lacks(row: &Row) -> Vec<Lack> {
    let with = |role: Role| row.parts.iter().filter(move |part| part.role == role);
    let owned = with(Role::Lead).count() + with(Role::Responsible).count() > 0;
    let shared = with(Role::Responsible).filter(|part| !part.is_general() && !part.expanded).count() > 1;
    let found = [
        (!owned, Lack::Owner),
        (shared && with(Role::Lead).count() == 0, Lack::Lead),
        (row.deadlines.is_empty(), Lack::Time),
    ];
    found.into_iter().filter(|(lacks, _)| *lacks).map(|(_, lack)| lack).collect()
}

impl Part {
    /// Whether a rule for all tasks, and nothing else, makes the unit part of
    /// the row.
    pub(super) fn is_general(&self) -> bool {
        self.basis == crate::analysis::Basis::Blanket
    }
}
