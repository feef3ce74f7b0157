//! ANX: the body against its annex. What differs is found by
//! [`crate::compare::collate`]; the rules say it in an official's words.

pub(super) mod cell;
pub(super) mod counts;
pub(super) mod lead;
pub(super) mod numbering;
pub(super) mod presence;
pub(super) mod units;
pub(super) mod wording;

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::found::Found;
use crate::compare::{Collation, Difference, DifferenceKind, Quote, Statement};

/// A draft and its annex may differ in many places, each worth its own line; a
/// table that differs everywhere is told once.
const MANY: usize = 40;
/// A quotation is cut to this many characters at its start and its end.
const QUOTE_START: usize = 22;
const QUOTE_END: usize = 12;

/// The differences of these kinds.
fn differences<'d>(draft: &'d Draft, kinds: &'d [DifferenceKind]) -> impl Iterator<Item = &'d Difference> {
    draft.collation().differences.iter().filter(|difference| kinds.contains(&difference.kind))
}

/// Reports a difference at its words, those of the body first, and at the places
/// where the other side should have them.
fn report<'f>(
    draft: &Draft,
    findings: &'f mut Findings,
    difference: &Difference,
    message: String,
) -> Option<&'f mut Found> {
    let words = difference.body.iter().chain(&difference.annex).map(|quote| quote.span);
    let spans = words.chain(difference.body_place).chain(difference.annex_place);
    let mut places = spans.map(|span| draft.source.range(span)).filter(|range| !range.is_empty());
    let found = findings.add(places.next()?, message);
    places.for_each(|place| {
        found.related(place);
    });
    Some(found)
}

/// Words in quotation marks (those within become single ones, GB/T 15834-2011,
/// 4.8.3.3), shortened in the middle.
fn quoted(words: &str) -> String {
    let words = words.trim_end_matches(['，', '。', '；', '、', '：']).replace('“', "‘").replace('”', "’");
    let count = words.chars().count();
    if count <= QUOTE_START + QUOTE_END + 2 {
        return format!("“{words}”");
    }
    let start: String = words.chars().take(QUOTE_START).collect();
    let end: String = words.chars().skip(count - QUOTE_END).collect();
    format!("“{start}……{end}”")
}

/// A difference of words in one sentence.
fn told(difference: &Difference) -> String {
    let (body, annex) = (quoted(&difference.body_phrase), quoted(&difference.annex_phrase));
    match (difference.body_phrase.is_empty(), difference.annex_phrase.is_empty()) {
        (false, true) => format!("正文{body}，附表没有。"),
        (true, false) => format!("附表多出{annex}，正文没有。"),
        _ => format!("正文{body}，附表作{annex}。"),
    }
}

/// The words of quotes as a list.
fn listed(quotes: &[Quote]) -> String {
    quotes.iter().map(|quote| quote.text.as_str()).collect::<Vec<_>>().join("、")
}

/// Where a difference stands, as a message opens: （九）持续建设完善管理体制：
fn heading(collation: &Collation, difference: &Difference) -> String {
    let Some(pair) = collation.pairs.get(difference.pair) else { return String::new() };
    match (&pair.body, &pair.annex) {
        (Some(body), _) if !pair.moved => format!("{}：", name(body)),
        (_, Some(annex)) => format!("附表{}：", name(annex)),
        (Some(body), None) => format!("{}：", name(body)),
        (None, None) => String::new(),
    }
}

/// A task or row as it is cited.
fn name(statement: &Statement) -> String {
    let number = statement.number.as_str();
    let number = if number.ends_with(|c: char| c.is_ascii_digit()) { format!("{number}.") } else { number.to_owned() };
    match (number.is_empty(), statement.title.is_empty()) {
        (_, false) => format!("{number}{}", statement.title),
        (false, true) => number,
        (true, true) => quoted(&opening(statement)),
    }
}

/// How a statement without number and title begins.
fn opening(statement: &Statement) -> String {
    const CHARS: usize = 12;
    let words: String = statement.pieces.iter().map(|piece| piece.text.as_str()).collect();
    let short: String = words.chars().take(CHARS).collect();
    if short.len() < words.len() { format!("{short}……") } else { short }
}
