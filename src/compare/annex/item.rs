//! What an annex states: its rows, and the cells that speak for several rows.

use crate::analysis::AnnexRow;
use crate::compare::opening::Opening;
use crate::source::Passage;
use crate::span::Span;
use std::collections::HashMap;

/// One statement of the annex.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item<'a> {
    /// Its row: an index into the annex.
    pub index: usize,
    pub row: &'a AnnexRow,
    /// Whether it is the cell above several rows, which names no units.
    pub is_lead: bool,
    pub number: &'a str,
    pub title: &'a str,
    pub heading: &'a Passage,
    pub wording: &'a Passage,
    pub span: Span,
    /// Number and title, or the first words.
    pub head: Span,
}

impl<'a> Item<'a> {
    /// How it opens.
    pub fn opening(&self) -> Opening<'a> {
        Opening { title: self.title, heading: self.heading, wording: self.wording }
    }
}

/// A statement that stands twice, word for word: where, and its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Repeat<'a> {
    pub item: Item<'a>,
    /// Where it stands first.
    pub first: Span,
}

/// The statements of one table, each once, and the repetitions.
pub(super) fn items<'a>(rows: &[(usize, &'a AnnexRow)]) -> (Vec<Item<'a>>, Vec<Repeat<'a>>) {
    let mut items = Vec::with_capacity(rows.len());
    let mut repeats = Vec::new();
    let mut known: HashMap<(&str, &str, &str), Span> = HashMap::new();
    for (index, row) in rows {
        let lead = lead(*index, row);
        for item in lead.into_iter().chain([own(*index, row)]) {
            let words = (item.number, item.title, item.wording.text());
            match known.get(&words) {
                Some(first) if !item.wording.is_empty() => {
                    // The fields of one row share the cell before them.
                    if *first != item.span && repeats.last().is_none_or(|last: &Repeat| last.item.span != item.span) {
                        repeats.push(Repeat { item, first: *first });
                    }
                }
                _ => {
                    known.insert(words, item.span);
                    items.push(item);
                }
            }
        }
    }
    (items, repeats)
}

fn own<'a>(index: usize, row: &'a AnnexRow) -> Item<'a> {
    Item {
        index,
        row,
        is_lead: false,
        number: &row.number,
        title: &row.title,
        heading: &row.layout.heading,
        wording: &row.layout.wording,
        span: row.span,
        head: row.layout.head,
    }
}

fn lead<'a>(index: usize, row: &'a AnnexRow) -> Option<Item<'a>> {
    let lead = row.layout.lead.as_ref().filter(|lead| !lead.inherited)?;
    Some(Item {
        index,
        row,
        is_lead: true,
        number: &lead.number,
        title: &lead.title,
        heading: &lead.heading,
        wording: &lead.wording,
        span: lead.span,
        head: lead.span,
    })
}
