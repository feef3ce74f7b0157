//! 漏读: what of the text became no part of the result.

use crate::analysis::{Analysis, UnreadReason};
use crate::span::Span;
use crate::view::part::Places;
use serde::Serialize;

/// Words of which nothing was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnreadRow {
    /// Why, in words.
    pub reason: &'static str,
    /// Where they stand: the number of the task around or before them.
    pub place: String,
    /// The words.
    pub span: Span,
}

/// What was not understood, in the order of the text.
pub fn unread(analysis: &Analysis) -> Vec<UnreadRow> {
    let places = Places::new(&analysis.tasks);
    let rows = analysis.unread.iter();
    rows.map(|one| UnreadRow { reason: reason(one.reason), place: places.near(one.span.start), span: one.span })
        .collect()
}

fn reason(reason: UnreadReason) -> &'static str {
    match reason {
        UnreadReason::Body => "没有归入任务、标题或者公文要素",
        UnreadReason::Table => "这张表没有读出责任单位",
        UnreadReason::Row => "这一行没有读出任务或者责任单位",
        UnreadReason::Line => "表格里的这一行对不上列",
        UnreadReason::Member => "名单里的这一项不像单位",
    }
}
