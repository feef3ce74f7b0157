//! TXT-007: terms of statute and of the party's language.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::check::table::Table;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-007",
    title: "法定术语、固定提法不规范",
    severity: Severity::Warning,
    basis: "有关法律的用语；其余为惯例",
    page: Page {
        what: "法律有固定用语而写成别的（安全生产事故），固定提法换了搭配（践行“四个意识”），并列的机关之间少了顿号（党中央国务院），应加引号的专门提法没有加引号（一带一路，提示）。",
        why: "法定术语改了字，所指就不同；固定提法有统一口径，不能自行改写。",
        bad: "严格落实安全生产事故“一票否决”。",
        good: "严格落实生产安全事故“一票否决”。",
        silent: "书名号、引号里的照引原文，不报；“安全生产事故隐患”是规章用语，不报。",
    },
    on: true,
    apart: APART,
    words: Words::Table(&TABLE),
    check,
};

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("../words/official.txt")));

/// The section of customs rather than rules.
const CUSTOM: &str = "提示";

/// Characters beside the words in question that make quotation marks those of
/// a quotation, not of a slogan.
const SLOGAN_BYTES: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.code)) {
        let quote = draft.marks.quote(slip.range.start);
        let wants_quotes = slip.right.starts_with('“');
        let half_quoted =
            draft.char_before(slip.range.start) == Some('“') || draft.char_at(slip.range.end) == Some('”');
        if quote.is_some_and(|quote| wants_quotes || quote.len() > slip.range.len() + SLOGAN_BYTES)
            || wants_quotes && half_quoted
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
