//! TXT-007: terms of statute and of the party's language.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::table::Table;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Check = page!("TXT-007", check).words(Words::Table(&TABLE));

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../words/official.txt")));

/// The section of customs rather than rules.
const CUSTOM: &str = "提示";

/// Characters beside the words in question that make quotation marks those of
/// a quotation, not of a slogan.
const SLOGAN_BYTES: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.rule.code)) {
        let quote = draft.marks.quote(slip.range.start);
        let wants_quotes = slip.right.starts_with('“');
        let half_quoted =
            draft.char_before(slip.range.start) == Some('“') || draft.char_at(slip.range.end) == Some('”');
        // 中共中央　国务院: two issuers above a title stand apart.
        let apart = draft.source.pasted(slip.range).contains(char::is_whitespace);
        if quote.is_some_and(|quote| wants_quotes || quote.len() > slip.range.len() + SLOGAN_BYTES)
            || wants_quotes && half_quoted
            || apart
            || opens_title(draft, slip.range)
        {
            continue;
        }
        let wrong = draft.slice(slip.range);
        let message = match slip.why {
            _ if wants_quotes => format!("{}是专门提法，通行的写法加引号。", slip.right),
            Some(why) => format!("{why}，“{wrong}”宜改为“{}”。", slip.right),
            None => format!("“{wrong}”宜改为“{}”。", slip.right),
        };
        let severity = if slip.section == CUSTOM { Severity::Hint } else { Severity::Warning };
        findings.add(slip.range, message).severity(severity).fix(slip.range, slip.right);
    }
}

/// Whether the words open a line that goes on with 关于: two issuers before their
/// title, which the paste has drawn together.
fn opens_title(draft: &Draft, range: TextRange) -> bool {
    let opens = draft.line(range.start).is_some_and(|line| line.range.start == range.start);
    opens && draft.after(range.end).starts_with("关于")
}
