//! Phases of a plan whose times overlap: 自查阶段（4月1日至4月30日）, then
//! 检查阶段（4月25日至6月30日）.

use super::day::Day;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::span::TextRange;

/// The time of a phase, from the mark behind 阶段 to the end of its bracket.
struct Phase {
    range: TextRange,
    start: Day,
    end: Day,
}

/// Reports phases that begin before the one above has ended. Phases follow each
/// other as the headings of items that stand side by side.
pub(super) fn check(draft: &Draft, months: &[Hit], findings: &mut Findings) {
    let months: Vec<TextRange> = months.iter().map(|hit| hit.range()).collect();
    for items in draft.items {
        let mut last: Option<(Option<usize>, Phase)> = None;
        for item in items {
            let Some(phase) = phase(draft, item.title, &months) else { continue };
            let before = last.take().filter(|(parent, _)| *parent == item.parent).map(|(_, before)| before);
            if let Some(before) = before.filter(|before| overlap(before, &phase)) {
                let finding = findings.add(phase.range, "这一阶段开始时，上一阶段还没有结束，时间重叠，请核对。");
                finding.severity(Severity::Warning).related(before.range);
            }
            last = Some((item.parent, phase));
        }
    }
}

/// Whether a phase begins before the one above has ended. One that ends before
/// the other begins is out of order, or of the next year.
fn overlap(before: &Phase, phase: &Phase) -> bool {
    before_or_on(&phase.start, &before.end) && !before_or_on(&phase.end, &before.start)
}

/// The two days in the bracket behind 阶段 in a heading.
fn phase(draft: &Draft, title: TextRange, months: &[TextRange]) -> Option<Phase> {
    let text = draft.slice(title);
    let open = title.start + text.find("阶段（")? + "阶段（".len();
    let close = open + draft.slice(TextRange::new(open, title.end)).find('）').unwrap_or(title.end - open);
    let from = months.partition_point(|month| month.start < open);
    let mut days = months[from..].iter().take_while(|month| month.end <= close).map(|month| Day::read(draft, *month));
    let (start, mut end) = (days.next()??, days.next()??);
    if days.next().is_some() {
        return None;
    }
    end.year = end.year.or(start.year);
    Some(Phase { range: TextRange::new(open, close), start, end })
}

/// Whether `a` is no later than `b`, as far as both are told.
fn before_or_on(a: &Day, b: &Day) -> bool {
    let year = a.year.zip(b.year).map_or(0, |(a, b)| a - b);
    match (year, a.day.zip(b.day)) {
        (0, Some((first, second))) => (a.month, first) <= (b.month, second),
        (0, None) => a.month < b.month,
        _ => year < 0,
    }
}
