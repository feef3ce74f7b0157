//! PUN-001: brackets and quotation marks without a partner.

use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::marks::{KINDS, Mark, Pair};
use crate::check::rule::{APART, Page, Rule, Words};

pub(in crate::check) static RULE: Rule = Rule {
    code: "PUN-001",
    title: "括号、引号、书名号不配对",
    severity: Severity::Error,
    basis: "GB/T 15834-2011 4.8、4.9.2、4.15（标号成对使用）；全角半角不混配为惯例",
    page: Page {
        what: "括号、引号、书名号只有一半，或者一半全角、一半半角。",
        why: "GB/T 15834-2011 规定引号、括号、书名号成对使用。责任括注少一半，责任单位就读不完整。",
        bad: "开展专项治理。（县住建局、县应急局负责)",
        good: "开展专项治理。（县住建局、县应急局负责）",
        silent: "分页、换行把一对括号拆开的，先接起来再看；“1）”“a）”一类序号不要求配对；引文连续数段、只在末段收引号的，不报。",
    },
    on: true,
    apart: APART,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    for mark in &draft.marks.single {
        let kind = name(*mark);
        let message = if mark.opens {
            format!("左{kind}没有对应的右{kind}，请补全或删去。")
        } else {
            format!("右{kind}前面没有对应的左{kind}，请补全或删去。")
        };
        findings.add(mark.range, message);
    }
    for pair in draft.marks.pairs.iter().filter(|p| is_mixed(draft, p)) {
        let (open, close) = (pair.open.range, pair.close.range);
        let half = if draft.folded(close.start).is_some() { close } else { open };
        let other = if half == close { open } else { close };
        findings.add(half, "括号一半全角、一半半角，宜统一为全角。").related(other).fix(half, draft.slice(half));
    }
}

/// What a mark is called: the mark itself within quotation marks is hard to
/// read.
fn name(mark: Mark) -> &'static str {
    match KINDS[mark.kind].0 {
        '“' => "引号",
        '‘' => "单引号",
        '《' => "书名号",
        '〈' => "单书名号",
        '〔' => "六角括号",
        '[' => "方括号",
        '【' => "方头括号",
        _ => "括号",
    }
}

/// One mark full-width, the other half-width.
fn is_mixed(draft: &Draft, pair: &Pair) -> bool {
    let half = |mark: Mark| draft.folded(mark.range.start).is_some();
    half(pair.open) != half(pair.close)
}
