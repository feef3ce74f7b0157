//! 平台一业务办理一排水许可: the numeral one for a dash.

use crate::check::draft::{Draft, is_clause_end};
use crate::check::findings::Findings;
use crate::lexicon::words::WordClass;
use crate::span::TextRange;

/// A path has so many dashes at least.
const LEAST: usize = 2;

/// Reports the ones between nouns of a clause, where there are several.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut found: Vec<TextRange> = Vec::new();
    let mut parallel = false;
    let mut last = 0;
    for (at, one) in draft.text().match_indices('一') {
        let range = TextRange::new(at, at + one.len());
        let token = |at| draft.source.token_at(at);
        let (Some(before), Some(behind)) = (at.checked_sub(1).and_then(token), token(range.end)) else { continue };
        if token(at) != Some(range) {
            continue;
        }
        if draft.slice(TextRange::new(last, at)).contains(ends_clause) {
            report(&mut found, parallel, findings);
            parallel = false;
        }
        last = range.end;
        if is_noun(draft, before) && is_noun(draft, behind) {
            found.push(range);
        } else {
            // 一项目一专班: each has one.
            parallel = true;
        }
    }
    report(&mut found, parallel, findings);
}

fn report(found: &mut Vec<TextRange>, parallel: bool, findings: &mut Findings) {
    if found.len() >= LEAST && !parallel {
        for range in found.iter() {
            findings.add(*range, "名词之间的“一”疑为破折号。").fix(*range, "—");
        }
    }
    found.clear();
}

/// Whether a word of two characters and more names something.
fn is_noun(draft: &Draft, token: TextRange) -> bool {
    let noun = || matches!(draft.class(token), Some(WordClass::Noun | WordClass::VerbalNoun | WordClass::Verb));
    token.len() >= "平台".len() && noun()
}

/// Whether a path does not go on behind `c`.
fn ends_clause(c: char) -> bool {
    is_clause_end(c) || c == '→'
}
