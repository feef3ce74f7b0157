//! TXT-002: a character lost from a fixed phrase.

use super::gap;
use super::lost::{self, Lost};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::near;
use crate::check::rule::{APART, Page, Rule, Words};
use crate::check::table::Table;
use std::sync::LazyLock;

pub(in crate::check) static RULE: Rule = Rule {
    code: "TXT-002",
    title: "疑似漏字",
    severity: Severity::Error,
    basis: "《党政机关公文处理工作条例》第二十条第四项（文字准确）",
    page: Page {
        what: "公文里的固定说法少了一个字，如“违法违规行。”“隐患排治理”；本文别处都是全的，只有一处少一个字（提示）；四字以上的词中间少一个字，剩下的不成词（警告）。",
        why: "固定说法不会有别的写法，少一个字就是漏字。",
        bad: "严厉打击违法违规行。",
        good: "严厉打击违法违规行为。",
        silent: "只对照固定词组表；去掉一个字仍成词（工作机制、工作制）的不列入；书名号里的照引原文，不报。",
    },
    on: true,
    apart: APART,
    words: Words::Table(&TABLE),
    check,
};

static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../words/missing.txt")).with(near::losses()));

fn check(draft: &Draft, findings: &mut Findings) {
    for slip in TABLE.slips(draft, draft.hits(RULE.code)) {
        let wrong = draft.slice(slip.range);
        let message = format!("“{wrong}”疑漏字，应为“{}”。", slip.right);
        findings.add(slip.range, message).fix(slip.range, slip.right);
    }
    for (range, word) in gap::find(draft) {
        if !findings.touch(range) {
            let message = format!("“{}”不成词，疑为“{word}”漏了一个字。", draft.slice(range));
            findings.add(range, message).severity(Severity::Warning).fix(range, word);
        }
    }
    for Lost { range, right } in lost::find(draft) {
        if !findings.touch(range) {
            let wrong = draft.slice(range);
            let message = format!("“{wrong}”疑漏字，本文别处作“{right}”。");
            findings.add(range, message).severity(Severity::Hint).fix(range, right);
        }
    }
}
