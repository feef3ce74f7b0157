//! TXT-010: two constructions in one sentence, so that it has no subject.

use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check =
    page!("TXT-010", check).words(Words::List(&["，使", "，让", "造成的", "引起的", "所致"]));

/// What leaves the clause behind it without a subject.
const MEANS: &[&str] = &["通过", "经过", "经由", "随着", "由于", "在"];
/// Words that begin with 使 or 让.
const OTHER_WORDS: &[char] = &['用', '命', '者', '馆', '节', '步', '利', '位', '座', '领'];

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code) {
        let sentence = draft.sentence(hit.range());
        let before = draft.slice(TextRange::new(sentence.start, hit.range().start));
        if draft.slice(hit.range()).starts_with('，') {
            let clause = before.rfind('，').map_or(before, |at| &before[at + '，'.len_utf8()..]);
            let bare = clause.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '（' | '）' | '、'));
            let means = MEANS
                .iter()
                .find(|word| bare.starts_with(**word))
                .filter(|word| **word != "在" || bare.ends_with('下'));
            let other = draft.after(hit.range().end).starts_with(OTHER_WORDS);
            // 引导农户联合，通过入股等方式，让农民受益: the first clause has the subject.
            let first = clause.len() == before.len();
            if let Some(means) = means.filter(|_| !other && first && !before.contains('；')) {
                let verb = TextRange::new(hit.range().start + '，'.len_utf8(), hit.range().end);
                let message = format!("“{means}……，{}……”没有主语，宜删去一个。", draft.slice(verb));
                findings.add(verb, message).related(TextRange::new(hit.range().start - bare.len(), hit.range().start));
            }
        } else if let Some(at) = ["原因是由于", "原因是因为", "原因是"].iter().find_map(|word| before.rfind(word))
        {
            let range = TextRange::new(sentence.start + at, hit.range().end);
            findings.add(range, "“原因是……”与“由……造成的”两种说法只用一种。");
        }
    }
}
