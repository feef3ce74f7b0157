//! STR-005: a paragraph that holds what should be items.

use crate::check::draft::{Draft, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::source::LineKind;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("STR-005", check).words(Words::List(&["方面，", "方面："]));

/// A paragraph of this many characters is long.
const LONG_CHARS: usize = 600;
/// Fields of work that make a paragraph a list.
const FIELDS: usize = 3;
/// The name of a field of work has at most this many characters.
const NAME_CHARS: usize = 16;

fn check(draft: &Draft, findings: &mut Findings) {
    let hits = draft.hits(RULE.rule.code);
    for line in draft.source.lines().iter().filter(|l| l.kind == LineKind::Text && l.range.len() > LONG_CHARS) {
        let from = hits.partition_point(|hit| hit.range().start < line.range.start);
        let own = hits[from..].iter().take_while(|hit| hit.range().end <= line.range.end);
        let fields: Vec<TextRange> = own.filter_map(|hit| field(draft, hit.range())).collect();
        let chars = draft.slice(line.range).chars().count();
        if chars <= LONG_CHARS || fields.len() < FIELDS {
            continue;
        }
        let first = draft.clause(TextRange::new(line.range.start, line.range.start));
        let message = format!("本段约{chars}字，分说{}个方面，宜分条并编序号。", fields.len());
        let finding = findings.add(first, message);
        fields.into_iter().for_each(|field| {
            finding.related(field);
        });
    }
}

/// 煤矿方面，: opens a sentence.
fn field(draft: &Draft, mark: TextRange) -> Option<TextRange> {
    let before = draft.before(mark.start);
    let open = before.rfind(is_sentence_end)?;
    let start = open + before[open..].chars().next().map_or(0, char::len_utf8);
    let name = &before[start..];
    let short = !name.is_empty() && name.chars().count() <= NAME_CHARS && !name.contains(['，', '：']);
    short.then(|| TextRange::new(mark.start - name.len(), mark.end))
}
