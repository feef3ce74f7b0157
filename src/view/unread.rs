//! 漏读: how much of the text became part of the result, and what did not.

use crate::analysis::{Analysis, Unread, UnreadReason};
use crate::span::Span;
use crate::view::part::Places;
use serde::Serialize;

/// What was not understood, and how much was.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UnreadView {
    /// How much of the text was understood, in one line: `85 段：任务 71，标题和公文要素
    /// 8，未归入 6；表格 28 行`.
    pub told: String,
    /// What was not, in the order of the text.
    pub rows: Vec<UnreadRow>,
}

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

/// What was understood and what not.
pub fn unread(analysis: &Analysis) -> UnreadView {
    let places = Places::new(&analysis.tasks);
    let row = |(span, reason): (Span, UnreadReason)| UnreadRow {
        reason: words(reason),
        place: places.near(span.start),
        span,
    };
    UnreadView { told: told(analysis), rows: analysis.unread.iter().map(|one| row((one.span, one.reason))).collect() }
}

fn told(analysis: &Analysis) -> String {
    let counted = analysis.coverage;
    let elements = counted.paragraphs - counted.of_tasks - counted.unread;
    let mut told = format!(
        "{} 段：任务 {}，标题和公文要素 {elements}，未归入 {}",
        counted.paragraphs, counted.of_tasks, counted.unread
    );
    let of_body = |one: &&Unread| matches!(one.reason, UnreadReason::Body | UnreadReason::Name);
    let of_tables = analysis.unread.len() - analysis.unread.iter().filter(of_body).count();
    let names = analysis.unread.iter().filter(|one| one.reason == UnreadReason::Name).count();
    if names > 0 {
        told += &format!("；责任单位里不像单位的 {names} 项");
    }
    if counted.rows > 0 || of_tables > 0 {
        told += &format!("；表格 {} 行", counted.rows);
    }
    if of_tables > 0 {
        told += &format!("，没有读懂 {of_tables} 处");
    }
    told
}

fn words(reason: UnreadReason) -> &'static str {
    match reason {
        UnreadReason::Body => "没有归入任务、标题或者公文要素",
        UnreadReason::Table => "这张表没有读出责任单位",
        UnreadReason::Row => "这一行没有读出任务或者责任单位",
        UnreadReason::Line => "表格里的这一行对不上列",
        UnreadReason::Member | UnreadReason::Name => "名单里的这一项不像单位",
    }
}
