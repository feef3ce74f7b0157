//! Stage 6: what a reviewer would mark in a draft.
//!
//! A rule is one home ([`Rule`]): its page, its constants, its check. All rules
//! look at the same draft, the cleaned view with what the reading found in it,
//! and share one pass over the text for their words. They report places of the
//! view; [`run`] folds what repeats, holds back what touches an unfinished end,
//! and leads the places back to the text as pasted.

mod annex;
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
mod structure;
mod table;
mod time;
mod unit;
mod wording;

pub use registry::RULES;
pub use rule::{GROUPS, Page, Rule};

use crate::analysis::{Analysis, Finding};
use crate::options::Options;
use crate::outline::letter::Letter;
use crate::outline::numbering::Item;
use crate::source::Source;
use draft::Draft;
use findings::Findings;

/// What was read in a text: what the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The text and its cleaned view.
    pub source: &'a Source<'a>,
    /// The letter around the text.
    pub letter: &'a Letter,
    /// The numbered items of the body and of each document forwarded.
    pub items: &'a [Vec<Item>],
    /// The result so far.
    pub analysis: &'a Analysis,
}

/// What a reviewer would mark, in the order of the text. Linear in its length;
/// never fails.
pub fn run(reading: Reading, options: &Options) -> Vec<Finding> {
    let foreign = foreign::is_foreign(reading.source.clean());
    let speaks = |rule: &&&Rule| options.speaks(rule.code, rule.on) && (!foreign || rule.code == foreign::RULE.code);
    let mut speaking = RULES.iter().filter(speaks).peekable();
    let Some(first) = speaking.peek() else { return Vec::new() };
    let draft = Draft::new(reading, &options.house);
    let mut findings = Findings::new(first);
    for rule in speaking {
        findings.speak_for(rule);
        (rule.check)(&draft, &mut findings);
    }
    findings.finish(&draft)
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
