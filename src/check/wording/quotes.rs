//! TXT-008: a slogan now in quotation marks, now not.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::span::TextRange;
use std::collections::{BTreeMap, HashMap};

pub(in crate::check) static RULE: Check = page!("TXT-008", check);

/// A slogan is this long, in characters.
const SLOGAN: std::ops::RangeInclusive<usize> = 2..=6;
fn check(draft: &Draft, findings: &mut Findings) {
    let mut quoted: HashMap<&str, Vec<TextRange>> = HashMap::new();
    for quote in draft.marks.quotes() {
        let inside = TextRange::new(quote.start + '“'.len_utf8(), quote.end - '”'.len_utf8());
        if is_slogan(draft.slice(inside)) {
            quoted.entry(draft.slice(inside)).or_default().push(inside);
        }
    }
    quoted.retain(|_, places| places.len() >= 2);
    for (slogan, bare) in bare_places(draft, &quoted) {
        let places = &quoted[slogan];
        if 2 * bare.len() > places.len() {
            continue;
        }
        for range in bare {
            let message = format!("“{slogan}”别处都加引号，此处没有加，宜统一。");
            findings.add(range, message).related(places[0]).fix(range, format!("“{slogan}”"));
        }
    }
}

/// Whether a slogan opens with `c`: a number.
fn opens_slogan(c: char) -> bool {
    matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '双')
}

fn is_slogan(text: &str) -> bool {
    text.starts_with(opens_slogan) && SLOGAN.contains(&text.chars().count()) && text.chars().all(is_han)
}

/// Where the slogans stand without quotation marks, by slogan.
fn bare_places<'t>(draft: &Draft<'t>, slogans: &HashMap<&'t str, Vec<TextRange>>) -> BTreeMap<&'t str, Vec<TextRange>> {
    let mut places: BTreeMap<&str, Vec<TextRange>> = BTreeMap::new();
    if slogans.is_empty() {
        return places;
    }
    for (at, _) in draft.text().char_indices().filter(|(_, c)| opens_slogan(*c)) {
        let ends = draft.after(at).char_indices().map(|(end, _)| end).take(SLOGAN.end() + 1);
        let words = ends.filter_map(|end| slogans.get_key_value(&draft.after(at)[..end]));
        for (slogan, _) in words {
            let marked = draft.marks.in_quotes(at) || draft.marks.in_title(at);
            let counted = draft.char_before(at).is_some_and(|c| "第每这那十百千".contains(c));
            if !marked && !counted {
                places.entry(slogan).or_default().push(TextRange::new(at, at + slogan.len()));
            }
        }
    }
    places
}
