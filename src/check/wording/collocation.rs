//! TXT-003: a word taken for another.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::table::Table;
use crate::check::work::{Check, Words, page};
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("TXT-003", check).words(Words::Table(&TABLE));

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words = concat!(include_str!("../words/typos.txt"), "\n", include_str!("../words/collocations.txt"));
    Table::read(words)
});

/// The section of words that are accepted beside the usual ones.
const ACCEPTED: &str = "提示";

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.rule.code)) {
        let wrong = draft.slice(slip.range);
        if slip.section == ACCEPTED {
            let message = format!("“{wrong}”宜作“{}”。", slip.right);
            findings.add(slip.range, message).severity(Severity::Hint).fix(slip.range, slip.right);
        } else {
            let message = format!("“{wrong}”疑应为“{}”。", slip.right);
            findings.add(slip.range, message).fix(slip.range, slip.right);
        }
    }
}
