//! PUN-004: marks that cannot stand beside each other.

use super::stop;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check = page!("PUN-004", check).words(Words::List(WORDS));

/// The second mark, or the words that make the first one wrong.
const WORDS: &[&str] = &[
    "，，", "。。", "、、", "；；", "：：", "，。", "。，", "；。", "。；", "、。", "、，", "，、", "；，", "，；",
    "：，", "：。", "、；", "；、", "。、", "、等", "…等", "、和", "、以及", "、及",
];
/// The first of those that join the last member of a list.
const JOINTS: &str = "和及";

fn check(draft: &Draft, findings: &mut Findings) {
    stop::adverbial(draft, findings);
    let mut end = 0;
    for hit in draft.hits(RULE.rule.code).iter().filter(|h| !draft.marks.in_title(h.range().start)) {
        let words = WORDS[hit.word()];
        if hit.range().start < end || words.ends_with('等') && !is_et_cetera(draft.after(hit.range().end)) {
            continue;
        }
        end = hit.range().end;
        if words.starts_with('、') && words.ends_with(|c| JOINTS.contains(c)) {
            stop::joined(draft, hit, findings);
            continue;
        }
        let first = TextRange::new(hit.range().start, hit.range().start + '，'.len_utf8());
        if words.starts_with('…') {
            let dots = draft.before(hit.range().start);
            let start = hit.range().start - (dots.len() - dots.trim_end_matches('…').len());
            let dots = TextRange::new(start, first.end);
            findings.add(TextRange::new(start, end), "省略号与“等”只能用一个。").fix(dots, "");
        } else {
            end = stacked(draft, hit.range().start, findings);
        }
    }
}

/// Reports the marks that stand on each other from `start` on, or before 等,
/// and gives their end.
fn stacked(draft: &Draft, start: usize, findings: &mut Findings) -> usize {
    let run = run(draft.after(start));
    let marks = TextRange::new(start, start + run.len());
    let et_cetera = draft.after(marks.end).strip_prefix('等').is_some_and(is_et_cetera);
    if et_cetera && run.chars().all(|mark| mark == '、') {
        findings.add(TextRange::new(start, marks.end + '等'.len_utf8()), "“等”字前不用顿号。").fix(marks, "");
        return marks.end;
    }
    let finding = findings.add(marks, format!("“{run}”标点叠在一起，应只留一个。"));
    if run.chars().all(|mark| run.starts_with(mark)) {
        finding.fix(TextRange::new(start + '，'.len_utf8(), marks.end), "");
    }
    marks.end
}

/// The marks that `text` opens with.
fn run(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(['，', '。', '、', '；', '：']).len()]
}

/// Whether the 等 before `after` ends a list.
fn is_et_cetera(after: &str) -> bool {
    /// What makes a word of 等: 等级, 等待.
    const WORDS: &[char] =
        &['级', '待', '候', '额', '同', '于', '次', '效', '距', '式', '号', '身', '比', '外', '深', '温'];
    !after.starts_with(WORDS)
}
