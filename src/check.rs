//! Stage 6: what a reviewer would mark in a draft.
//!
//! A rule is a page, a file of data with its cases, and a check. All rules
//! look at the same draft, the cleaned view with what the reading found in it,
//! and share one pass over the text for their words. They report places of the
//! view; [`run`] folds what repeats, holds back what touches an unfinished end,
//! and leads the places back to the text as pasted.

mod annex;
mod attribution;
mod characters;
mod citation;
mod draft;
mod element;
mod excerpt;
mod findings;
mod fixes;
mod foreign;
mod found;
mod house;
mod marks;
mod near;
mod number;
mod punctuation;
mod registry;
mod responsibility;
mod route;
mod rule;
mod scan;
mod sieve;
mod signs;
mod structure;
mod table;
mod time;
mod unit;
mod wording;
mod work;

pub use draft::Reading;
pub use registry::RULES;
pub use rule::{GROUPS, Page, Rule};

use crate::analysis::Finding;
use crate::options::Options;
use draft::Draft;
use findings::Findings;
use registry::{CHECKS, SCANNER};
use work::Check;

/// What a reviewer would mark, in the order of the text. Linear in its length;
/// never fails.
pub fn run(reading: Reading, options: &Options) -> Vec<Finding> {
    let text = reading.source.clean();
    let foreign = draft::is_foreign(text);
    let speaks = |check: &&&Check| {
        let rule = &check.rule;
        options.speaks(rule.code, rule.on) && (!foreign || rule.code == foreign::RULE.rule.code)
    };
    let mut speaking = CHECKS.iter().filter(speaks).peekable();
    let Some(first) = speaking.peek() else { return Vec::new() };
    let draft = Draft::new(reading, SCANNER.scan(text), foreign, options);
    let mut findings = Findings::new(&first.rule);
    for check in speaking {
        findings.speak_for(&check.rule);
        (check.check)(&draft, &mut findings);
    }
    findings.finish(draft)
}

/// The rule with this code, in capitals or not.
///
/// ```
/// use notice_analyzer::check;
/// assert_eq!(check::rule("pun-001").unwrap().group(), "PUN");
/// assert!(check::rule("PUN-999").is_none());
/// ```
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code))
}
