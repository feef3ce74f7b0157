//! STR-005: a paragraph that holds what should be items.

use crate::analysis::Severity;
use crate::check::draft::{Draft, is_sentence_end};
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::source::LineKind;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "STR-005",
    title: "段落过长，各方面未分条",
    severity: Severity::Hint,
    basis: "《党政机关公文处理工作条例》第十九条第三项（结构严谨、条理清楚）；分条为惯例",
    page: Page {
        what: "一段超过六百字，里面用“……方面，”分说三个以上方面，却没有编下一层序号。",
        why: "几个方面各有对象和要求，挤在一段里不好分解、不好引用。",
        bad: "煤矿方面，要……。非煤矿山方面，要……。道路交通方面，要……。（一段一千余字）",
        good: "（一）煤矿。要……。\n（二）非煤矿山。要……。\n（三）道路交通。要……。",
        silent: "表格单元格不报；不足六百字或者不足三个方面的不报。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["方面，", "方面："]),
    check,
};

/// A paragraph of this many characters is long.
const LONG_CHARS: usize = 600;
/// Fields of work that make a paragraph a list.
const FIELDS: usize = 3;
/// The name of a field of work has at most this many characters.
const NAME_CHARS: usize = 16;

fn check(draft: &Draft, findings: &mut Findings) {
    let hits = draft.hits(RULE.code);
    for line in draft.source.lines().iter().filter(|l| l.kind == LineKind::Text && l.range.len() > LONG_CHARS) {
        let from = hits.partition_point(|hit| hit.range.start < line.range.start);
        let own = hits[from..].iter().take_while(|hit| hit.range.end <= line.range.end);
        let fields: Vec<TextRange> = own.filter_map(|hit| field(draft, hit.range)).collect();
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
