//! Carries corrections out.

use super::anchor::{of_rows, of_tasks};
use super::names::plain;
use super::structure::{join, split};
use super::work::{Work, rename};
use crate::analysis::{Analysis, Anchor, Applied, Change, Correction};
use crate::mention::time::TimeBase;
use crate::span::Span;

/// `analysis` as corrected; [`Analysis::corrections`] then says what each
/// correction has found. Whatever is to be derived from tasks and rows is
/// derived afterwards.
///
/// ```
/// use notice_analyzer::{Analysis, Correction, correct};
/// let merge = Correction::Merge { units: vec!["县市场局".into()], into: "县市场监管局".into() };
/// let corrected = correct::apply(Analysis::default(), &[merge]);
/// assert_eq!(corrected.corrections[0].span, None);
/// ```
pub fn apply(mut analysis: Analysis, corrections: &[Correction]) -> Analysis {
    if corrections.is_empty() {
        return analysis;
    }
    let mut desk = Desk::new(&mut analysis);
    let applied =
        corrections.iter().map(|correction| Applied { correction: correction.clone(), span: desk.take(correction) });
    analysis.corrections = applied.collect();
    analysis
}

/// The reading on the desk of whoever corrects it. Tasks keep the anchors that
/// their words give them, whatever they are called; what stands before and behind
/// changes where tasks come and go.
struct Desk<'a> {
    analysis: &'a mut Analysis,
    tasks: Vec<Anchor>,
    rows: Vec<Anchor>,
    base: TimeBase,
}

impl<'a> Desk<'a> {
    fn new(analysis: &'a mut Analysis) -> Self {
        let tasks = of_tasks(&analysis.tasks);
        let rows = of_rows(&analysis.annex);
        let base = TimeBase { work_year: analysis.notice.work_year, signed_on: analysis.notice.signed_on };
        Self { analysis, tasks, rows, base }
    }

    /// Carries one correction out; the words it is about, if they are there.
    fn take(&mut self, correction: &Correction) -> Option<Span> {
        match correction {
            Correction::Work { at, change } => self.change(at, change),
            Correction::Merge { units, into } => self.merge(units, &plain(into)),
        }
    }

    fn change(&mut self, at: &Anchor, change: &Change) -> Option<Span> {
        let index = at.find(if at.annex { self.rows.iter() } else { self.tasks.iter() })?;
        let Self { analysis, tasks, rows, base } = self;
        let span = if at.annex { analysis.annex.get(index)?.span } else { analysis.tasks.get(index)?.span };
        let found = match (change, at.annex) {
            (Change::Aside, true) => {
                analysis.annex.remove(index);
                true
            }
            (Change::Aside, false) => {
                analysis.tasks.remove(index);
                true
            }
            (Change::Split { sentence }, false) => split(&mut analysis.tasks, index, sentence),
            (Change::Join { next }, false) => {
                let follows = tasks.get(index + 1).is_some_and(|anchor| anchor.words == *next);
                follows && join(&mut analysis.tasks, index)
            }
            (change, true) => Work::from(&mut analysis.annex[index]).change(change, base),
            (change, false) => Work::from(&mut analysis.tasks[index]).change(change, base),
        };
        if found && matches!(change, Change::Aside | Change::Split { .. } | Change::Join { .. }) {
            (*tasks, *rows) = (of_tasks(&analysis.tasks), of_rows(&analysis.annex));
        }
        found.then_some(span)
    }

    fn merge(&mut self, units: &[String], into: &str) -> Option<Span> {
        let Analysis { tasks, annex, notice, .. } = &mut *self.analysis;
        let lists =
            tasks.iter_mut().map(|task| &mut task.assignments).chain(annex.iter_mut().map(|row| &mut row.assignments));
        let mut found = None;
        for list in lists {
            let first = rename(list, units, into);
            found = found.or(first);
        }
        for named in notice.blanket_units.iter_mut().filter(|named| !into.is_empty() && units.contains(&named.name)) {
            named.name = into.to_owned();
            found = found.or(Some(named.span));
        }
        found
    }
}
