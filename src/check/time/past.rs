//! TIME-001: a deadline before the notice was signed.

use super::{dated, signed};
use crate::analysis::{Certainty, DeadlineKind, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::mention::time::{TimeBase, times};
use crate::outline::letter::PartKind;
use crate::span::TextRange;
use jiff::civil::Date;

pub(in crate::check) static RULE: Check = page!("TIME-001", check);

/// Words that make a date one of the past.
const PAST: &[&str] = &["已", "曾", "以来", "发生", "印发的", "召开的", "下发的", "截至", "截止"];

/// Nobody writes a year so far back for one to come: it says whom something is
/// about (1970年以前毕业).
const LONG_PAST: i16 = 12;

fn check(draft: &Draft, findings: &mut Findings) {
    let Some(signed) = signed(draft) else { return };
    outside(draft, signed, findings);
    for (deadline, range) in dated(draft) {
        let early = deadline.end.is_some_and(|end| end < signed.0 && signed.0.year() - end.year() < LONG_PAST);
        let future = !PAST.iter().any(|word| deadline.clause.contains(word));
        if early && future && !is_condition(draft, range) {
            let message = format!("“{}”早于成文日期，请核对时限。", deadline.text);
            let explicit = deadline.text.contains('年') && deadline.certainty == Certainty::Sure;
            let severity = if explicit { Severity::Error } else { Severity::Warning };
            findings.add(range, message).severity(severity).related(signed.1);
        }
    }
}

/// Whether a day says whom or what an order is about, or how far something is
/// put off, rather than when it is to be done: 对2023年4月8日前未缴付的, 延至….
fn is_condition(draft: &Draft, day: TextRange) -> bool {
    draft.before(day.start).ends_with(['对', '凡', '即', '延', '长'])
        || draft.after(day.end).starts_with(['未', '已', '曾', '尚', '的', '属'])
}

/// Words that order.
const ORDERS: &[&str] = &["要", "请", "须", "应", "务必", "报送", "完成"];

/// Days in full that stand outside every task, as in the words before the first
/// number.
fn outside(draft: &Draft, (signed, place): (Date, TextRange), findings: &mut Findings) {
    let base = TimeBase { work_year: draft.letter.work_year, signed_on: Some(signed) };
    let tasks: Vec<TextRange> = draft.analysis.tasks.iter().map(|task| draft.source.range(task.span)).collect();
    let free = |range: &&TextRange| {
        let before = tasks.partition_point(|task| task.start <= range.start);
        !tasks[..before].last().is_some_and(|task| task.covers(**range)) && draft.slice(**range).contains('前')
    };
    let parts = draft.letter.parts.iter().filter(|part| part.kind != PartKind::Annex);
    for paragraph in parts.flat_map(|part| &part.paragraphs).filter(free) {
        for time in times(draft.text(), *paragraph, &base) {
            let (words, clause) = (draft.slice(time.range), draft.slice(time.clause));
            let early = time.kind == DeadlineKind::By && time.end.is_some_and(|end| end < signed);
            let ordered =
                ORDERS.iter().any(|word| clause.contains(word)) && !PAST.iter().any(|word| clause.contains(word));
            if early
                && ordered
                && !is_condition(draft, time.range)
                && words.contains('年')
                && time.certainty == Certainty::Sure
            {
                findings.add(time.range, format!("“{words}”早于成文日期，请核对时限。")).related(place);
            }
        }
    }
}
