//! TXT-009: a character taken for another of the same sound or shape, told by
//! counts of official prose.

mod candidate;
mod document;
mod evidence;

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use document::Document;

pub(in crate::check) static RULE: Check = page!("TXT-009", check);

/// Slips looked at: a text of nothing else is no notice.
const MOST: usize = 400;
/// Evidence from which on a finding is more than a hint.
const STRONG: f64 = 2.5;

fn check(draft: &Draft, findings: &mut Findings) {
    let document = Document::new(draft);
    for (evidence, slip) in evidence::weigh(&document, candidate::all(&document)).into_iter().take(MOST) {
        let range = document.range(slip.word.clone());
        let wrong = draft.slice(range);
        // A blank within parts the name of a person.
        if findings.touch(range) || draft.source.pasted(range).chars().count() > wrong.chars().count() {
            continue;
        }
        let message = format!("“{wrong}”不成词，疑为“{}”。", slip.meant);
        let severity = if evidence >= STRONG { Severity::Warning } else { Severity::Hint };
        findings.add(range, message).severity(severity).fix(range, slip.meant);
    }
}
