//! 平台一业务办理一排水许可: the numeral one for a dash.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::lexicon::words::WordClass;
use crate::source::{Token, TokenKind};
use crate::span::TextRange;

/// A path has so many dashes at least.
const LEAST: usize = 2;

/// Reports the ones between nouns of a clause, where there are several.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let mut found: Vec<TextRange> = Vec::new();
    let mut parallel = false;
    for three in draft.source.tokens().windows(3) {
        if three[0].ends_clause() {
            report(&mut found, parallel, findings);
            parallel = false;
        }
        let one = draft.slice(three[1].range()) == "一";
        match one {
            true if is_noun(&three[0]) && is_noun(&three[2]) => found.push(three[1].range()),
            // 一项目一专班: each has one.
            true => parallel = true,
            false => {}
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
fn is_noun(token: &Token) -> bool {
    let noun = matches!(token.kind, TokenKind::Word(WordClass::Noun | WordClass::VerbalNoun | WordClass::Verb));
    noun && token.range().len() >= "平台".len()
}
