//! STR-002: chapters that go down by different steps.

use super::marker_of;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::lexicon::marker::Style;
use crate::outline::numbering::Item;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("STR-002", check).apart(1);

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
