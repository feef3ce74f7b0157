//! PUN-003: 、 between quoted words.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::scan::Hit;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("PUN-003", check).words(Words::List(&["”、“", "》、《"]));

fn check(draft: &Draft, findings: &mut Findings) {
    let within = |hit: &Hit| draft.marks.in_title(hit.range().start) && draft.char_at(hit.range().start) == Some('”');
    let mut hits =
        draft.hits(RULE.rule.code).iter().filter(|h| !within(h) && !holds_sentences(draft, h.range())).peekable();
    while let Some(first) = hits.next() {
        let finding = findings.add(first.range(), "并列的引号、书名号之间通常不用顿号。");
        finding.fix(comma(first), "");
        let mut last = first;
        while let Some(next) = hits.next_if(|next| is_one_list(draft, last, next)) {
            finding.related(next.range()).fix(comma(next), "");
            last = next;
        }
    }
}

/// The 、 within the three marks of a hit.
fn comma(hit: &Hit) -> TextRange {
    TextRange::new(hit.range().start + "”".len(), hit.range().end - "“".len())
}

/// Whether nothing but one quotation stands between two hits.
fn is_one_list(draft: &Draft, last: &Hit, next: &Hit) -> bool {
    let between = TextRange::new(last.range().end, next.range().start.max(last.range().end));
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
