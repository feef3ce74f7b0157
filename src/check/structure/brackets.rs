//! STR-004: half-width brackets around numbers.

use super::marker_of;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::lexicon::marker::Style;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("STR-004", check).apart(1);

fn check(draft: &Draft, findings: &mut Findings) {
    let bracketed = |style| matches!(style, Some(Style::ChineseBracketed | Style::ArabicBracketed));
    let numbers = draft.items.iter().flatten().filter(|item| bracketed(item.style));
    let places = numbers.filter_map(|item| {
        let (marker, range) = marker_of(draft, item)?;
        Some(TextRange::new(range.start, range.start + marker.label.len()))
    });
    let (half, full): (Vec<TextRange>, Vec<TextRange>) = places.partition(|place| draft.folded(place.start).is_some());
    let severity = if full.is_empty() { Severity::Hint } else { Severity::Warning };
    for place in half {
        let finding = findings.add(place, "层次序号应用全角括号。");
        finding.severity(severity);
        if draft.slice(place).starts_with('（') {
            finding.fix(place, draft.slice(place));
        }
    }
}
