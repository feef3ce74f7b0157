//! TIME-008: a report that is due on a weekend.

use super::dated;
use crate::analysis::{Certainty, DeadlineKind};
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use jiff::civil::Weekday;

pub(in crate::check) static RULE: Check = page!("TIME-008", check);

const VERBS: &[&str] = &["报送", "上报", "反馈", "提交", "报名", "申报", "报至", "报县", "报市"];

/// Words of how long something holds, which may end on any day.
const RUNS: &[&str] = &["顺延", "延长", "有效期", "执行至", "期间", "施行"];

fn check(draft: &Draft, findings: &mut Findings) {
    for (deadline, range) in dated(draft) {
        let report = deadline.kind == DeadlineKind::By && VERBS.iter().any(|verb| deadline.clause.contains(verb));
        let runs = RUNS.iter().any(|word| deadline.clause.contains(word));
        let report = report && !runs;
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
