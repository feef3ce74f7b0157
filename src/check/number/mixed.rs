//! NUM-001: counts of one kind in two forms.

use super::Numeral;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;
use std::collections::HashSet;

pub(in crate::check) static RULE: Check = page!("NUM-001", check).words(Words::List(&["次", "处"]));

/// What a clause holds that says how often something is to be done.
const HOW_OFTEN: &[&str] = &["每", "至少", "不少于", "不低于", "全年", "年内", "季度", "召开", "开展", "组织"];

fn check(draft: &Draft, findings: &mut Findings) {
    let counts: Vec<Count> =
        draft.hits(RULE.rule.code).iter().filter_map(|hit| count(draft, hit.word(), hit.range())).collect();
    let times: Vec<&Count> = counts.iter().filter(|c| c.times).collect();
    report(&times, findings);
    let places: Vec<&Count> = counts.iter().filter(|c| !c.times).collect();
    places.chunk_by(|a, b| a.line == b.line).for_each(|paragraph| report(paragraph, findings));
}

struct Count<'t> {
    text: &'t str,
    range: TextRange,
    value: u32,
    arabic: bool,
    /// Of times rather than places.
    times: bool,
    line: usize,
}

fn count<'t>(draft: &Draft<'t>, word: usize, range: TextRange) -> Option<Count<'t>> {
    let before = draft.before(range.start);
    let number = Numeral::last(before)?;
    let start = range.start - number.text.len();
    // Large numbers take Arabic digits whatever the small ones do.
    let small = !number.arabic || number.value < 10;
    let ordinal = before[..before.len() - number.text.len()].ends_with(['第', '这', '那', '再', '每', '前', '.']);
    let named = draft.after(range.end).starts_with(['性', '分', '罚']);
    let quoted = draft.marks.in_quotes(start) || draft.marks.in_title(start);
    let times = word == 0;
    let clause = draft.slice(draft.clause(range));
    let counts = !times || HOW_OFTEN.iter().any(|w| clause.contains(w));
    let whole = TextRange::new(start, range.end);
    (small && counts && !ordinal && !named && !quoted).then(|| Count {
        text: draft.slice(whole),
        range: whole,
        value: number.value,
        arabic: number.arabic,
        times,
        line: draft.line(start).map_or(0, |l| l.range.start),
    })
}

/// Reports the rarer form of a number that is written in both.
fn report(counts: &[&Count], findings: &mut Findings) {
    let written: HashSet<(u32, bool)> = counts.iter().map(|c| (c.value, c.arabic)).collect();
    let other_way = |c: &Count| written.contains(&(c.value, !c.arabic));
    let both = counts.iter().filter(|c| other_way(c));
    let (arabic, han): (Vec<&Count>, Vec<&Count>) = both.partition(|c| c.arabic);
    let (few, many) = if arabic.len() <= han.len() { (arabic, han) } else { (han, arabic) };
    let (Some(first), Some(other)) = (few.first(), many.first()) else { return };
    let message = format!("“{}”与“{}”两种写法并见，同类数字宜统一形式。", first.text, other.text);
    let finding = findings.add(first.range, message);
    few.iter().skip(1).chain(&many).for_each(|c| {
        finding.related(c.range);
    });
}
