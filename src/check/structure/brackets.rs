//! STR-004: half-width brackets around numbers.

use super::marker_of;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::lexicon::marker::Style;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "STR-004",
    title: "层次序号用了半角括号",
    severity: Severity::Hint,
    basis: "GB/T 9704-2012 7.3.3（层次序数写作“（一）”“（1）”）",
    page: Page {
        what: "层次序号写成半角括号的(一)、(1)。全文合并为一条；同一份文件里全角、半角混用的，列为警告。",
        why: "GB/T 9704-2012 7.3.3 规定的层次序数用全角括号；混用时目录和查找都会漏。",
        bad: "(一)加强领导。要压实责任。\n(二)开展排查。要排查隐患。\n",
        good: "（一）加强领导。要压实责任。\n（二）开展排查。要排查隐患。\n",
        silent: "正文里的半角括号归 PUN-002；“1)”不报。",
    },
    on: true,
    apart: 1,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    let bracketed = |style| matches!(style, Some(Style::ChineseBracketed | Style::ArabicBracketed));
    let numbers = draft.items.iter().flatten().filter(|item| bracketed(item.style));
    let places = numbers.filter_map(|item| {
        let (marker, range) = marker_of(draft, item)?;
        Some(TextRange::new(range.start, range.start + marker.label.len()))
    });
    let (half, full): (Vec<TextRange>, Vec<TextRange>) = places.partition(|place| draft.folded(place.start).is_some());
    let severity = if full.is_empty() { Severity::Hint } else { Severity::Warning };
    for place in half {
        let finding = findings.add(place, "层次序号应用全角括号。");
        finding.severity(severity);
        if draft.slice(place).starts_with('（') {
            finding.fix(place, draft.slice(place));
        }
    }
}
