//! TXT-003: a word taken for another.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::check::table::Table;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-003",
    title: "用字用词不当",
    severity: Severity::Warning,
    basis: "惯例（《现代汉语词典》及公文固定说法）",
    page: Page {
        what: "同音、形近误写的词（布署、台帐），放错地方的词（守住……底数），改稿时留下的多余词（按照结合），以及公文固定说法里的同音别字（党政同则）。",
        why: "多是输入法选错词，读音相同，校对时容易滑过。",
        bad: "坚决守住不发生重特大事故的底数。",
        good: "坚决守住不发生重特大事故的底线。",
        silent: "只对照词表；同一串字在别的词里成立（按排放标准、共计化解）的逐条列为例外；书名号里的照引原文，不报。",
    },
    on: true,
    apart: APART,
    words: Words::Table(&TABLE),
    check,
};

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let words = concat!(include_str!("../words/typos.txt"), "\n", include_str!("../words/collocations.txt"));
    Table::read(words)
});

/// The section of words that are accepted beside the usual ones.
const ACCEPTED: &str = "提示";

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.code)) {
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
