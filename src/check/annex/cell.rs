//! ANX-006: a cell of the annex that looks wrong by itself.

use super::{MANY, differences, heading, listed, quoted, report};
use crate::analysis::Severity;
use crate::check::draft::Draft;
use crate::check::findings::Findings;
use crate::check::work::{Check, page};
use crate::compare::DifferenceKind;

pub(in crate::check) static RULE: Check = page!("ANX-006", check).apart(MANY);

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
