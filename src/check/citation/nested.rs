//! CIT-003: a title within a title.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::marks::Pair;
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "CIT-003",
    title: "书名号里又用双书名号",
    severity: Severity::Warning,
    basis: "GB/T 15834-2011 4.15.3.5",
    page: Page {
        what: "《……《……》……》：书名号里面的书名没有改用单书名号〈〉。",
        why: "GB/T 15834-2011 4.15.3.5 规定书名号中还需要用书名号时，里面一层用单书名号。",
        bad: "落实《云溪市贯彻〈安全生产法〉办法》和《青岭县贯彻《安全生产法》细则》。",
        good: "落实《云溪市贯彻〈安全生产法〉办法》和《青岭县贯彻〈安全生产法〉细则》。",
        silent: "里层已用〈〉的不报；缺半边的归 PUN-001。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let inner = |pair: &&Pair| draft.slice(pair.open.range) == "《" && draft.marks.in_title(pair.open.range.start);
    for pair in draft.marks.pairs.iter().filter(inner) {
        findings
            .add(pair.outside(), "书名号里面再用书名号，应改为单书名号〈〉。")
            .fix(pair.open.range, "〈")
            .fix(pair.close.range, "〉");
    }
}
