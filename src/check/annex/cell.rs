//! ANX-006: a cell of the annex that looks wrong by itself.

use super::{AGREEING, BASIS, MANY, differences, heading, listed, quoted, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::rule::{Page, Rule, Words};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Rule = Rule {
    code: "ANX-006",
    title: "附表单元格异常",
    severity: Severity::Warning,
    basis: BASIS,
    page: Page {
        what: "附表单元格中标题重复、整格内容在分页后重复出现、责任单位一栏空白、以分号或逗号结尾。",
        why: "这类痕迹多由排版、分页或复制造成，常常伴随漏字、漏行。",
        bad: "（一）排查隐患。建立台账，限期整改。（县应急局、县水利局负责）\n（二）宣传教育。播放警示教育片。（县委宣传部负责）\n（三）应急演练。组织演练2次。（县消防救援大队牵头，县气象局配合）\n附件\n序号\t任务\t责任单位\n1\t排查隐患。建立台账，限期整改。\t县应急局、县水利局\n2\t宣传教育。宣传教育。播放警示教育片。\t县委宣传部\n3\t应急演练。组织演练2次。\t县消防救援大队牵头，县气象局配合",
        good: AGREEING,
        silent: "合并单元格使下面的行空白、且单位与正文相符的，不报；分页重复的章节名和编号不报。",
    },
    on: true,
    apart: MANY,
    words: Words::None,
    check,
};

fn check(draft: &Draft, findings: &mut Findings) {
    const KINDS: &[DifferenceKind] = &[
        DifferenceKind::DoubledTitle,
        DifferenceKind::RepeatedCell,
        DifferenceKind::BlankUnits,
        DifferenceKind::OddEnd,
    ];
    let collation = draft.collation();
    for difference in differences(draft, KINDS) {
        let (body, annex) = (listed(&difference.body), listed(&difference.annex));
        let (said, look_once) = match difference.kind {
            DifferenceKind::DoubledTitle => (format!("附表中标题“{}”重复。", annex.trim_end_matches('。')), false),
            DifferenceKind::RepeatedCell => (format!("附表中{}重复出现，可能是分页所致。", quoted(&annex)), true),
            DifferenceKind::BlankUnits => (format!("附表责任单位一栏空白，正文为{body}。"), false),
            _ => (format!("附表此格以“{annex}”结尾，正文以句号结尾，请核对是否缺文。"), true),
        };
        let found = report(draft, findings, difference, format!("{}{said}", heading(collation, difference)));
        if let Some(found) = found.filter(|_| look_once) {
            found.severity(Severity::Hint);
        }
    }
}
