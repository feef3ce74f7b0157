//! TIME-008: a report that is due on a weekend.

use super::dated;
use crate::analysis::{Certainty, DeadlineKind, Severity};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use jiff::civil::Weekday;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TIME-008",
    title: "报送截止日是周末",
    severity: Severity::Hint,
    basis: "惯例",
    page: Page {
        what: "要求某月某日前报送、反馈、提交，而这一天是星期六或者星期日。",
        why: "周末无人收文，各单位不是提前就是逾期；换成前后的工作日更好执行。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、报送总结。请于2024年3月17日前报送工作总结。\n青岭县人民政府\n2024年2月18日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、报送总结。请于2024年3月15日前报送工作总结。\n青岭县人民政府\n2024年2月18日",
        silent: "月底、年底一类不指明哪一天的不报；不是报送的任务不报；调休上班的周末无法判断，请自行核对。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

const VERBS: &[&str] = &["报送", "上报", "反馈", "提交", "报名", "申报", "报至", "报县", "报市"];

fn check(draft: &Draft, findings: &mut Findings) {
    for (deadline, range) in dated(draft) {
        let report = deadline.kind == DeadlineKind::By && VERBS.iter().any(|verb| deadline.clause.contains(verb));
        let exact = deadline.text.contains('日') && deadline.certainty == Certainty::Sure;
        let day = deadline.end.map(|end| end.weekday()).filter(|_| report && exact);
        let name = match day {
            Some(Weekday::Saturday) => "星期六",
            Some(Weekday::Sunday) => "星期日",
            _ => continue,
        };
        findings.add(range, format!("“{}”是{name}，请核对是否改为工作日。", deadline.text));
    }
}
