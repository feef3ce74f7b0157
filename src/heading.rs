//! The letter's data as the result shows them.

use crate::analysis::{Evidence, Named, Notice};
use crate::mention::unit::{UnitName, unit_list};
use crate::outline::letter::{Letter, Phrase, type_behind_topic};
use crate::source::Source;
use crate::span::TextRange;

/// The notice data of `letter`, with the units that a blanket rule names.
pub fn notice(source: &Source, letter: &Letter, blanket: &[UnitName]) -> Notice {
    let value = |phrase: &Option<Phrase>| phrase.as_ref().map(|p| p.text.clone());
    let place = |phrase: &Option<Phrase>| phrase.as_ref().map(|p| source.span(p.range));
    Notice {
        issuer: value(&letter.issuer),
        doc_number: value(&letter.doc_number),
        title: value(&letter.title),
        doc_type: letter.doc_type.or_else(|| type_behind_topic(&letter.title.as_ref()?.text)).map(str::to_owned),
        is_draft: letter.draft.is_some(),
        draft: letter.draft.map(|range| source.written(range).trim_matches(['（', '）']).to_owned()),
        work_year: letter.work_year,
        addressees: letter.addressees.map(|range| named(source, &[range])).unwrap_or_default(),
        signed_by: value(&letter.signed_by),
        signed_on: letter.signed_on.and_then(|at| at.date),
        printed_by: value(&letter.printed_by),
        printed_on: letter.printed_on.and_then(|at| at.date),
        copies_to: named(source, &letter.copies_to),
        blanket_units: blanket.iter().map(|unit| name(source, unit)).collect(),
        evidence: Evidence {
            issuer: place(&letter.issuer),
            doc_number: place(&letter.doc_number),
            title: place(&letter.title),
            is_draft: letter.draft.map(|range| source.span(range)),
            signed_by: place(&letter.signed_by),
            signed_on: letter.signed_on.map(|at| source.span(at.range)),
            printed_by: place(&letter.printed_by),
            printed_on: letter.printed_on.map(|at| source.span(at.range)),
        },
    }
}

fn named(source: &Source, lists: &[TextRange]) -> Vec<Named> {
    lists.iter().flat_map(|list| unit_list(source, *list).units).map(|unit| name(source, &unit)).collect()
}

fn name(source: &Source, unit: &UnitName) -> Named {
    Named { name: unit.name.clone(), span: source.span(unit.range) }
}
