//! What the notice says of itself.

use crate::span::Span;
use jiff::civil::Date;
use serde::Serialize;

/// The letterhead, title, addressees and closing of a notice. `None` and empty
/// lists are values the notice does not give.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Notice {
    /// 发文机关; several are joined with `、`.
    pub issuer: Option<String>,
    /// 发文字号, such as `青政发〔2024〕3号`.
    pub doc_number: Option<String>,
    /// 标题 on one line, without spaces.
    pub title: Option<String>,
    /// 文种: the last word of the title (通知, 意见, 方案, …).
    pub doc_type: Option<String>,
    /// Whether it calls itself 征求意见稿, 草案, 讨论稿 or 送审稿.
    pub is_draft: bool,
    /// The words by which it does: 征求意见稿.
    pub draft: Option<String>,
    /// The year that a date without a year belongs to.
    pub work_year: Option<i16>,
    /// 主送机关, each unit.
    pub addressees: Vec<Named>,
    /// 署名; several are joined with `、`.
    pub signed_by: Option<String>,
    /// 成文日期.
    pub signed_on: Option<Date>,
    /// 印发机关.
    pub printed_by: Option<String>,
    /// 印发日期.
    pub printed_on: Option<Date>,
    /// 抄送机关, each unit.
    pub copies_to: Vec<Named>,
    /// Units that a blanket rule (“以下均需…负责”) makes responsible for every
    /// task after it; each task repeats the first 64 of them.
    pub blanket_units: Vec<Named>,
    /// Where the single values above stand.
    pub evidence: Evidence,
}

impl Notice {
    /// The title as it must stand elsewhere, with the mark of a draft:
    /// 关于做好防汛工作的通知（征求意见稿）.
    pub fn marked_title(&self) -> Option<String> {
        let title = self.title.as_ref()?;
        let mark = self.draft.as_ref().filter(|draft| !title.contains(draft.as_str()));
        Some(mark.map_or_else(|| title.clone(), |draft| format!("{title}（{draft}）")))
    }
}

/// The words behind the single values of [`Notice`].
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// Of [`Notice::issuer`].
    pub issuer: Option<Span>,
    /// Of [`Notice::doc_number`].
    pub doc_number: Option<Span>,
    /// Of [`Notice::title`].
    pub title: Option<Span>,
    /// Of [`Notice::is_draft`].
    pub is_draft: Option<Span>,
    /// Of [`Notice::signed_by`].
    pub signed_by: Option<Span>,
    /// Of [`Notice::signed_on`], also where the date is left blank.
    pub signed_on: Option<Span>,
    /// Of [`Notice::printed_by`].
    pub printed_by: Option<Span>,
    /// Of [`Notice::printed_on`].
    pub printed_on: Option<Span>,
}

/// A name and the words that say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Named {
    /// The name as its list means it, in the notice's own spelling.
    pub name: String,
    /// The words that say it.
    pub span: Span,
}
