//! TIME-001: a deadline before the notice was signed.

use super::dated;
use crate::analysis::{Certainty, DeadlineKind, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::mention::time::{TimeBase, times};
use crate::outline::letter::PartKind;
use crate::span::TextRange;
use jiff::civil::Date;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TIME-001",
    title: "完成时限早于成文日期",
    severity: Severity::Error,
    basis: "《党政机关公文处理工作条例》第二十条第四项（时间准确）",
    page: Page {
        what: "要求完成、报送的时限在成文日期之前。没有写年份的，可能指下一年，列为警告。",
        why: "时限已过的任务无法执行，多是文件拖期印发而时限没有顺延，或者年份没有跟着改。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展排查。要于2024年1月31日前完成隐患排查。\n青岭县人民政府\n2024年2月18日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展排查。要于2024年3月31日前完成隐患排查。\n青岭县人民政府\n2024年2月18日",
        silent: "已经发生的事、以往的会议和事故不是时限，不报；没有成文日期的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// Words that make a date one of the past.
const PAST: &[&str] = &["已", "曾", "以来", "发生", "印发的", "召开的", "下发的", "截至", "截止"];

fn check(draft: &Draft, findings: &mut Findings) {
    let Some(signed) = draft.letter.signed_on.and_then(|at| at.date.map(|date| (date, at.range))) else { return };
    outside(draft, signed, findings);
    for (deadline, range) in dated(draft) {
        let early = deadline.end.is_some_and(|end| end < signed.0);
        let future = !PAST.iter().any(|word| deadline.clause.contains(word));
        if early && future {
            let message = format!("“{}”早于成文日期，请核对时限。", deadline.text);
            let explicit = deadline.text.contains('年') && deadline.certainty == Certainty::Sure;
            let severity = if explicit { Severity::Error } else { Severity::Warning };
            findings.add(range, message).severity(severity).related(signed.1);
        }
    }
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
            if early && ordered && words.contains('年') && time.certainty == Certainty::Sure {
                findings.add(time.range, format!("“{words}”早于成文日期，请核对时限。")).related(place);
            }
        }
    }
}
