//! Two short names in brackets behind one full name: 建设管理处（建管处）, and
//! further on 建设管理处（建设处）.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::span::TextRange;
use std::collections::HashMap;

/// Characters of a short name and of a full one.
const SHORT: std::ops::RangeInclusive<usize> = 2..=8;
const FULL: usize = 20;

/// Reports every short name that is not the first of its unit.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut known: HashMap<&str, TextRange> = HashMap::new();
    for (open, _) in draft.text().match_indices('（') {
        let Some((full, short)) = names(draft, open) else { continue };
        let first = *known.entry(draft.slice(full)).or_insert(short);
        let (name, other, whole) = (draft.slice(short), draft.slice(first), draft.slice(full));
        if name != other {
            let message = format!("“{whole}”前面简称“{other}”，这里简称“{name}”，宜统一。");
            findings.add(short, message).related(first);
        }
    }
}

/// The full name before the bracket that opens at `open`, and the short one in it.
fn names(draft: &Draft, open: usize) -> Option<(TextRange, TextRange)> {
    let inner = open + '（'.len_utf8();
    let near = draft.near(inner);
    let short = &near[..near.find('）')?];
    let chars: Vec<char> = short.chars().collect();
    if !SHORT.contains(&chars.len())
        || !chars.iter().copied().all(is_han)
        || !draft.text()[..open].ends_with(*chars.last()?)
    {
        return None;
    }
    let before = draft.before(open);
    let run = before.char_indices().rev().take(FULL).take_while(|(_, c)| is_han(*c));
    let start = run.filter(|(_, c)| *c == chars[0]).map(|(at, _)| at).find(|at| shortens(&chars, &before[*at..]))?;
    let full = TextRange::new(open - (before.len() - start), open);
    Some((full, TextRange::new(inner, inner + short.len())))
}

/// Whether the characters stand in `full` in their order, which has more.
fn shortens(short: &[char], full: &str) -> bool {
    let mut all = full.chars();
    full.chars().count() > short.len() && short.iter().all(|c| all.any(|other| other == *c))
}
