//! TIME-002: a deadline without its year at the turn of the year.

use super::dated;
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::lexicon::numeral::leading_number;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TIME-002",
    title: "跨年的时限未写年份",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "第四季度印发的文件里，时限只写“3月底前”，没有写明是哪一年。",
        why: "年底发的文件，月份在成文月份之前的，多半指下一年，要写明才不会误读。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展排查。要于3月底前完成隐患排查。\n青岭县人民政府\n2024年11月18日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展排查。要于2025年3月底前完成隐患排查。\n青岭县人民政府\n2024年11月18日",
        silent: "标题写明年度的工作安排，按该年度理解，不报；成文在前三季度的不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

/// The first month of the last quarter.
const LAST_QUARTER: i8 = 10;

fn check(draft: &Draft, findings: &mut Findings) {
    let Some(signed) = draft.letter.signed_on.and_then(|at| at.date) else { return };
    let dated_title = draft.letter.title.as_ref().is_some_and(|title| title.text.contains('年'));
    if signed.month() < LAST_QUARTER || dated_title {
        return;
    }
    for (deadline, range) in dated(draft) {
        let month = leading_number(&deadline.text).filter(|(_, len)| deadline.text[*len..].starts_with('月'));
        let next_year = month.is_some_and(|(month, _)| i64::from(month) < i64::from(signed.month()));
        if next_year && !deadline.text.contains('年') {
            findings.add(range, format!("“{}”没有写年份，请写明是哪一年。", deadline.text));
        }
    }
}
