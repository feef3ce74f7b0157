//! CIT-005: 《》 that are missing, or stand around what is no work.

use super::titles;
use crate::analysis::Severity;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::span::TextRange;

pub(in crate::check) static RULE: Rule = Rule {
    code: "CIT-005",
    title: "书名号该用未用、不该用而用",
    severity: Severity::Hint,
    basis: "GB/T 15834-2011 4.15、A.13.1",
    page: Page {
        what: "引用的标准、规程名称没有书名号；会议、活动、证件名称用了书名号。",
        why: "书名号标示书名、篇名、文件名；会议、活动、证照不是作品，名称不用书名号。",
        bad: "清淤作业执行行业标准城镇排水管渠维护安全技术规程。",
        good: "清淤作业执行行业标准《城镇排水管渠维护安全技术规程》。",
        silent: "“国家有关标准和规范”一类泛指不报；证照管理的办法、会议的通知本来是文件，不报。",
    },
    on: true,
    apart: APART,
    words: Words::List(&["行业标准", "国家标准", "地方标准", "团体标准"]),
    check,
};

/// What the names of standards end with.
const STANDARDS: &[&str] = &["规程", "规范", "标准", "导则", "规则"];
/// What no work ends with.
const NO_WORKS: &[&str] = &[
    "会议", "大会", "座谈会", "推进会", "培训班", "论坛", "比赛", "大赛", "竞赛", "运动会", "许可证", "资格证", "证书",
    "执照", "营业执照", "活动",
];
/// A name has at least so many characters.
const NAME_CHARS: usize = 8;

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.code) {
        let after = draft.near(hit.range.end);
        let len = after.find(|c| !is_han(c)).unwrap_or(after.len());
        let name = TextRange::new(hit.range.end, hit.range.end + len);
        let text = draft.slice(name);
        let named =
            STANDARDS.iter().any(|ending| text.ends_with(ending)) && !text.starts_with(['和', '及', '与', '或', '的']);
        if named && text.chars().count() >= NAME_CHARS && !draft.marks.in_title(name.start) {
            let range = draft.slice(name).to_owned();
            findings.add(name, "标准、规程的名称应加书名号。").fix(name, format!("《{range}》"));
        }
    }
    for (range, title) in titles(draft) {
        if NO_WORKS.iter().any(|ending| title.ends_with(ending)) {
            findings.add(range, format!("“{title}”不是作品、文件，名称不用书名号。")).fix(range, title);
        }
    }
}
