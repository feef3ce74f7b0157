//! PUN-003: 、 between quoted words.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::check::scan::Hit;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "PUN-003",
    title: "并列的引号、书名号之间用了顿号",
    severity: Severity::Hint,
    basis: "GB/T 15834-2011 4.5.3.5",
    page: Page {
        what: "“甲”、“乙”或者《甲》、《乙》：并列的引号、书名号之间有顿号。",
        why: "GB/T 15834-2011 4.5.3.5 规定标有引号、书名号的并列成分之间通常不用顿号；引号之间插有其他成分的，宜用顿号。",
        bad: "紧盯“五头”、“五口”、“五边”，杜绝火种进山。",
        good: "紧盯“五头”“五口”“五边”，杜绝火种进山。",
        silent: "引号之间另有动词或者括注的不报；引的是整句话（里面有逗号、句号）的不报。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["”、“", "》、《"]),
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let within = |hit: &Hit| draft.marks.in_title(hit.range.start) && draft.char_at(hit.range.start) == Some('”');
    let mut hits = draft.hits(RULE.code).iter().filter(|h| !within(h) && !holds_sentences(draft, h.range)).peekable();
    while let Some(first) = hits.next() {
        let finding = findings.add(first.range, "并列的引号、书名号之间通常不用顿号。");
        finding.fix(comma(first), "");
        let mut last = first;
        while let Some(next) = hits.next_if(|next| is_one_list(draft, last, next)) {
            finding.related(next.range).fix(comma(next), "");
            last = next;
        }
    }
}

/// The 、 within the three marks of a hit.
fn comma(hit: &Hit) -> TextRange {
    TextRange::new(hit.range.start + "”".len(), hit.range.end - "“".len())
}

/// Whether nothing but one quotation stands between two hits.
fn is_one_list(draft: &Draft, last: &Hit, next: &Hit) -> bool {
    let between = TextRange::new(last.range.end, next.range.start.max(last.range.end));
    between.len() <= 90 && !draft.slice(between).contains(['”', '》', '\n'])
}

/// Whether one of the two quotations beside the 、 is more than a phrase.
fn holds_sentences(draft: &Draft, range: TextRange) -> bool {
    let beside = |r: &&TextRange| r.end == range.start + "”".len() || r.start == range.end - "“".len();
    let near = |ranges: &[TextRange]| {
        let from = ranges.partition_point(|r| r.end < range.start);
        let around = ranges[from..].iter().take(2).filter(beside);
        around.into_iter().any(|r| draft.slice(*r).contains(['，', '。', '；']))
    };
    near(draft.marks.quotes())
}
