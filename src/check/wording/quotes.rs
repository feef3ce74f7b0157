//! TXT-008: a slogan now in quotation marks, now not.

use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;
use aho_corasick::AhoCorasick;
use std::collections::HashMap;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-008",
    title: "同一提法有的加引号有的不加",
    severity: Severity::Hint,
    basis: "惯例（前后一致）",
    page: Page {
        what: "以数字起头的提法（“两会”“三违”）在全文多数地方加引号，个别地方没有加。",
        why: "同一提法写法前后一致，才不会被看成两回事。",
        bad: "全国“两会”期间加强值守，“两会”结束后总结。在两会期间严防事故。",
        good: "全国“两会”期间加强值守，“两会”结束后总结。在“两会”期间严防事故。",
        silent: "加引号的不到两处，或者不加引号的并不少于加引号的，看不出以哪种为准，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// A slogan is this long, in characters.
const SLOGAN: std::ops::RangeInclusive<usize> = 2..=6;
/// Slogans looked at.
const MOST: usize = 200;

fn check(draft: &Draft, findings: &mut Findings) {
    let mut quoted: HashMap<&str, Vec<TextRange>> = HashMap::new();
    for quote in draft.marks.quotes() {
        let inside = TextRange::new(quote.start + '“'.len_utf8(), quote.end - '”'.len_utf8());
        if is_slogan(draft.slice(inside)) {
            quoted.entry(draft.slice(inside)).or_default().push(inside);
        }
    }
    quoted.retain(|_, places| places.len() >= 2);
    let mut slogans: Vec<&str> = quoted.keys().copied().collect();
    slogans.sort_unstable();
    slogans.truncate(MOST);
    for (slogan, bare) in bare_places(draft, &slogans) {
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

fn is_slogan(text: &str) -> bool {
    let number = text.starts_with(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '双']);
    number && SLOGAN.contains(&text.chars().count()) && text.chars().all(is_han)
}

/// Where the slogans stand without quotation marks.
fn bare_places<'t>(draft: &Draft, slogans: &[&'t str]) -> Vec<(&'t str, Vec<TextRange>)> {
    if slogans.is_empty() {
        return Vec::new();
    }
    let Ok(automaton) = AhoCorasick::new(slogans) else { return Vec::new() };
    let mut places: Vec<(&str, Vec<TextRange>)> = slogans.iter().map(|s| (*s, Vec::new())).collect();
    for found in automaton.find_iter(draft.text()) {
        let range = TextRange::new(found.start(), found.end());
        let marked = draft.marks.in_quotes(range.start) || draft.marks.in_title(range.start);
        let counted = draft.char_before(range.start).is_some_and(|c| "第每这那十百千".contains(c));
        if !marked && !counted {
            places[found.pattern().as_usize()].1.push(range);
        }
    }
    places.retain(|(_, places)| !places.is_empty());
    places
}
