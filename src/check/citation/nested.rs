//! CIT-003: a title within a title.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::marks::Pair;
use crate::check::work::{Check, page};

pub(in crate::check) static RULE: Check = page!("CIT-003", check);

fn check(draft: &Draft, findings: &mut Findings) {
    let inner = |pair: &&Pair| draft.slice(pair.open.range) == "《" && draft.marks.in_title(pair.open.range.start);
    for pair in draft.marks.pairs.iter().filter(inner) {
        findings
            .add(pair.outside(), "书名号里面再用书名号，应改为单书名号〈〉。")
            .fix(pair.open.range, "〈")
            .fix(pair.close.range, "〉");
    }
}
