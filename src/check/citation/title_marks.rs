//! CIT-005: 《》 that are missing, or stand around what is no work.

use super::titles;
use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::check::work::{Check, Words, page};
use crate::span::TextRange;

pub(in crate::check) static RULE: Check =
    page!("CIT-005", check).words(Words::List(&["行业标准", "国家标准", "地方标准", "团体标准"]));

/// What the names of standards end with.
const STANDARDS: &[&str] = &["规程", "规范", "标准", "导则", "规则"];
/// What no work ends with.
const NO_WORKS: &[&str] = &[
    "会议", "大会", "座谈会", "推进会", "培训班", "论坛", "比赛", "大赛", "竞赛", "运动会", "许可证", "资格证", "证书",
    "执照", "营业执照", "活动",
];
/// What ends so and is a paper all the same.
const PAPERS: &[&str] = &["保证书", "公证书"];
/// A name has at least so many characters.
const NAME_CHARS: usize = 8;

fn check(draft: &Draft, findings: &mut Findings) {
    for hit in draft.hits(RULE.rule.code) {
        let after = draft.near(hit.range().end);
        let len = after.find(|c| !is_han(c)).unwrap_or(after.len());
        let name = TextRange::new(hit.range().end, hit.range().end + len);
        let text = draft.slice(name);
        let named =
            STANDARDS.iter().any(|ending| text.ends_with(ending)) && !text.starts_with(['和', '及', '与', '或', '的']);
        if named && text.chars().count() >= NAME_CHARS && !draft.marks.in_title(name.start) {
            let range = draft.slice(name).to_owned();
            findings.add(name, "标准、规程的名称应加书名号。").fix(name, format!("《{range}》"));
        }
    }
    for (range, title) in titles(draft) {
        let ends = |endings: &[&str]| endings.iter().any(|ending| title.ends_with(ending));
        if ends(NO_WORKS) && !ends(PAPERS) {
            findings.add(range, format!("“{title}”不是作品、文件，名称不用书名号。")).fix(range, title);
        }
    }
}
