//! TIME-005: 至少一次, but within what time?

use super::{has_time, places};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::lexicon::numeral::leading_number;
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("TIME-005", check).words(Words::List(&["至少", "不少于"]));

/// Words that say within what time.
const PERIODS: &[&str] = &[
    "每", "年内", "全年", "年底", "季度", "期间", "半年", "月内", "周内", "日内", "任期", "年度", "学期", "汛期",
    "期内", "各阶段", "月底", "前", "一年", "一月", "一周", "一季",
];
/// Characters between 至少 and the count, at most.
const GAP_CHARS: usize = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    let times = places(draft);
    for hit in draft.hits(RULE.rule.code) {
        let after = draft.after(hit.range().end);
        let Some(count) = count(after) else { continue };
        let sentence = draft.sentence(hit.range());
        let period =
            PERIODS.iter().any(|word| draft.slice(sentence).contains(word)) || has_time(draft, &times, sentence);
        // 白细胞减少（至少1次）: a measure, not an order.
        let measure = draft.char_before(hit.range().start).is_some_and(|c| matches!(c, '（' | '=' | '＝' | '≥'));
        if !period && !measure {
            let end = draft.clause(TextRange::new(hit.range().start, hit.range().end + count)).end;
            findings.add(TextRange::new(hit.range().start, end), "没有写明周期，请写明“年内”“每季度”等。");
        }
    }
}

/// The bytes up to the end of a count of times.
fn count(after: &str) -> Option<usize> {
    let near: usize = after.chars().take(GAP_CHARS).map(char::len_utf8).sum();
    let stop = after[..near].find(['，', '。', '；', '、', '\n']).unwrap_or(near);
    after[..stop].char_indices().find_map(|(at, _)| {
        let (_, len) = leading_number(&after[at..])?;
        after[at + len..].starts_with('次').then_some(at + len + '次'.len_utf8())
    })
}
