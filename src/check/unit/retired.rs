//! ORG-002: names of offices that no longer exist.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::check::table::Table;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ORG-002",
    title: "单位名称疑似已撤改",
    severity: Severity::Hint,
    basis: "惯例（2018年、2023年机构改革）",
    page: Page {
        what: "用了机构改革以前的单位名称，如安监局、环保局、工商局、扶贫办。",
        why: "单位已经撤并更名，任务派不到；各地改革后的名称不尽相同，建议只供核对。",
        bad: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展培训。县安监局要组织培训。\n青岭县人民政府\n2024年5月8日",
        good: "青岭县人民政府关于做好防汛工作的通知\n各镇人民政府：\n一、开展培训。县应急管理局要组织培训。\n青岭县人民政府\n2024年5月8日",
        silent: "改革之前印发的文件、“原安监局”、书名号和引号里的旧名，不报。",
    },
    on: true,
    apart: APART,
    words: Words::Table(&TABLE),
    check,
};

pub(in crate::check) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../words/retired.txt")));

fn check(draft: &Draft, findings: &mut Findings) {
    let signed = draft.letter.signed_on.and_then(|at| at.date).map(|date| date.year());
    let year = signed.or(draft.letter.work_year).or_else(|| latest_year(draft.text()));
    for slip in TABLE.slips(draft, draft.hits(RULE.code)) {
        let since: i16 = slip.section.parse().unwrap_or(i16::MIN);
        let past = year.is_some_and(|year| year < since) || draft.before(slip.range.start).ends_with('原');
        if !past && !draft.marks.in_quotes(slip.range.start) {
            let name = draft.slice(slip.range);
            findings.add(slip.range, format!("“{name}”是机构改革前的名称，请核对是否应为“{}”。", slip.right));
        }
    }
}

/// The latest year that a text names: 2016年, 〔2016〕.
fn latest_year(text: &str) -> Option<i16> {
    let years = text.match_indices(['年', '〕']).filter_map(|(at, _)| {
        let head = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        text[head.len()..at].parse().ok().filter(|year| (1990..2100).contains(year))
    });
    years.max()
}
