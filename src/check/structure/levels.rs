//! STR-002: chapters that go down by different steps.

use super::marker_of;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::lexicon::marker::Style;
use crate::outline::numbering::Item;
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "STR-002",
    title: "各部分层次不一",
    severity: Severity::Hint,
    basis: "GB/T 9704-2012 7.3.3；GB/T 15834-2011 B.3.8",
    page: Page {
        what: "有的部分在“一、”下用“（一）”，有的部分在“一、”下直接用“1.”。",
        why: "GB/T 9704-2012 7.3.3 规定层次序数依次为“一、”“（一）”“1.”“（1）”；各部分走法不一，层次就看不出来。",
        bad: "一、加强领导\n（一）压实责任。要分工负责。\n（二）完善制度。要修订方案。\n二、开展排查\n1.全面自查。要排查隐患。\n2.逐项整改。要建立台账。\n",
        good: "一、加强领导\n（一）压实责任。要分工负责。\n（二）完善制度。要修订方案。\n二、开展排查\n（一）全面自查。要排查隐患。\n（二）逐项整改。要建立台账。\n",
        silent: "全文都是“一、”下用“1.”的，是通行做法，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    for items in draft.items {
        let chapters = || items.iter().enumerate().filter(|(_, item)| item.style == Some(Style::Chinese));
        let stepping = |style: Style| {
            chapters().filter(move |(index, _)| first_child(items, *index).is_some_and(|c| c.style == Some(style)))
        };
        let Some((model, _)) = stepping(Style::ChineseBracketed).next() else { continue };
        for (index, item) in stepping(Style::Arabic) {
            let Some(heading) = item.paragraphs.first() else { continue };
            let end = if item.title.is_empty() { heading.end } else { item.title.end };
            let finding = findings.add(
                TextRange::new(heading.start, end),
                "别的部分在“一、”下用“（一）”，这一部分直接用“1.”，层次宜统一。",
            );
            let places = [first_child(items, index), first_child(items, model)];
            for (_, number) in places.into_iter().flatten().filter_map(|child| marker_of(draft, child)) {
                finding.related(number);
            }
        }
    }
}

fn first_child(items: &[Item], parent: usize) -> Option<&Item> {
    items[parent].has_children.then(|| items[parent + 1..].iter().find(|item| item.parent == Some(parent)))?
}
