//! TXT-002: a character lost from a fixed phrase.

use super::gap;
use super::lost::{self, Lost};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::near;
use crate::check::table::Table;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("TXT-002", check).words(Words::Table(&TABLE));

static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../words/missing.txt")).with(near::losses()));

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.rule.code)).iter().filter(|slip| begins_a_word(draft, slip.range)) {
        let wrong = draft.slice(slip.range);
        let message = format!("“{wrong}”疑漏字，应为“{}”。", slip.right);
        // What ends a clause may be a word of its own: 中高端、关键环。
        let severity = if slip.at_end { Severity::Warning } else { Severity::Error };
        findings.add(slip.range, message).severity(severity).fix(slip.range, slip.right);
    }
    for (range, word) in gap::find(draft) {
        if !findings.touch(range) {
            let message = format!("“{}”不成词，疑为“{word}”漏了一个字。", draft.slice(range));
            findings.add(range, message).severity(Severity::Warning).fix(range, word);
        }
    }
    for Lost { range, right } in lost::find(draft) {
        if !findings.touch(range) {
            let wrong = draft.slice(range);
            let message = format!("“{wrong}”疑漏字，本文别处作“{right}”。");
            findings.add(range, message).severity(Severity::Hint).fix(range, right);
        }
    }
}

/// Whether no word reaches into `range` from before: 交互|联通 lacks nothing.
fn begins_a_word(draft: &Draft, range: TextRange) -> bool {
    draft.source.is_border(range.start)
}
