//! Which words of a text its letter has used up, and as what.

use crate::span::TextRange;

/// What a stretch of a letter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    /// The names of a letterhead.
    Letterhead,
    /// 发文字号.
    Number,
    /// 标题, of the notice or of a document it sends along.
    Title,
    /// （征求意见稿）.
    Draft,
    /// 主送机关.
    Addressees,
    /// A date under the title.
    Date,
    /// A line that a web page or an office form adds.
    Page,
    /// A line above the text that is nothing known.
    Unknown,
    /// 署名 and 成文日期.
    Signature,
    /// 附件说明, and the labels of attachments.
    Attachment,
    /// 抄送.
    Copies,
    /// 印发机关 and 印发日期.
    Printing,
    /// 附注 and marks that belong to no task.
    Note,
}

/// A stretch of a letter that belongs to no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What it is.
    pub kind: StretchKind,
    /// Where it stands.
    pub range: TextRange,
}
