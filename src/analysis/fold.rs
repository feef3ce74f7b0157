//! Many findings of one rule are told as one.

use super::finding::{Finding, Severity};

/// Messages and words of a folded finding that are spelt out.
const SPELT_OUT: usize = 3;

impl Finding {
    /// The findings that `findings` tell of, each for itself.
    pub fn unfolded<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> impl Iterator<Item = &'f Finding> {
        findings.into_iter().flat_map(|f| if f.members.is_empty() { std::slice::from_ref(f) } else { &f.members })
    }

    /// Tells findings that stand each for itself as a reader wants them: where
    /// a rule reports more than may stand apart, it reports once for each
    /// severity instead, with all places. In the order of the text.
    pub fn folded(mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.sort_by(|a, b| (a.code, a.severity, a.span).cmp(&(b.code, b.severity, b.span)));
        let rules = findings.chunk_by(|a, b| a.code == b.code);
        let mut told: Vec<Finding> = rules.flat_map(fold_rule).collect();
        told.sort_by(|a, b| (a.span, a.code).cmp(&(b.span, b.code)));
        told
    }
}

fn fold_rule(rule: &[Finding]) -> Vec<Finding> {
    if rule.first().is_none_or(|f| rule.len() <= f.apart) {
        return rule.to_vec();
    }
    rule.chunk_by(|a, b| a.severity == b.severity).filter_map(fold_alike).collect()
}

/// One finding for all of `alike`, which are of one rule and severity.
fn fold_alike(alike: &[Finding]) -> Option<Finding> {
    let (first, rest) = alike.split_first()?;
    if rest.is_empty() {
        return Some(first.clone());
    }
    let mut fixes = alike.iter().flat_map(|f| f.fix.iter().chain(&f.more_fixes)).cloned();
    let others = rest.iter().flat_map(|f| std::iter::once(f.span).chain(f.related.iter().copied()));
    Some(Finding {
        id: fold_id(first.code, first.severity),
        message: fold_messages(alike),
        words: list(alike.iter().map(|f| f.words.as_str())),
        related: first.related.iter().copied().chain(others).collect(),
        fix: fixes.next(),
        more_fixes: fixes.collect(),
        excerpts: Vec::new(),
        members: alike.to_vec(),
        ..first.clone()
    })
}

/// Its row keeps its name while those it speaks for come and go.
fn fold_id(code: &str, severity: Severity) -> String {
    format!("{code}-{}", severity.name())
}

fn fold_messages(alike: &[Finding]) -> String {
    let told = list(alike.iter().map(|f| f.message.trim_end_matches('。')));
    format!("{told}（共{}处）。", alike.len())
}

/// The different ones among `words`, no more of them than are spelt out.
fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for words in words {
        if all.len() > SPELT_OUT {
            break;
        }
        if !all.contains(&words) {
            all.push(words);
        }
    }
    let more = if all.len() > SPELT_OUT { "等" } else { "" };
    all.truncate(SPELT_OUT);
    all.join("；") + more
}
