//! ELM: the elements of a document (《党政机关公文处理工作条例》, GB/T 9704-2012).

pub(super) mod addressees;
pub(super) mod attachment_note;
pub(super) mod attachments;
pub(super) mod doc_number;
pub(super) mod number_year;
pub(super) mod signature;
pub(super) mod surplus;
pub(super) mod title;

use super::draft::Draft;
use crate::outline::letter::PartKind;
use crate::span::TextRange;

/// Whether the text is a letter as a whole, not a piece of one: it has a title
/// that names its sort, and a body.
fn is_whole(draft: &Draft) -> bool {
    let letter = draft.letter;
    letter.title.is_some() && letter.doc_type.is_some() && body(draft).len() > 1
}

/// Lines from the top in which a title is looked for.
const TOP: usize = 8;
/// What titles end with whose sort was forgotten.
const NO_SORTS: &[&str] = &["安排", "事项", "要求", "打算", "部署", "情况", "工作", "活动", "说明", "汇报", "总结"];

/// The title of a letter that names no sort of document, which is why the
/// reading knows it for no title: 关于……的安排, before those it is sent to.
fn title_without_sort(draft: &Draft) -> Option<TextRange> {
    let lines = draft.source.lines();
    if draft.letter.doc_type.is_some_and(|sort| title::SORTS.contains(&sort)) || draft.letter.signed_on.is_none() {
        return None;
    }
    let at = lines.iter().take(TOP).position(|line| {
        let text = draft.slice(line.range).trim_end_matches('。');
        let about = text.split_once("关于").is_some_and(|(issuer, _)| !issuer.contains(['，', '。', '《']));
        about && NO_SORTS.iter().any(|word| text.ends_with(word)) && !text.contains('，')
    })?;
    let next = draft.slice(lines.get(at + 1)?.range);
    (next.ends_with('：') || addressees::closed_wrongly(next).is_some()).then(|| lines[at].range)
}

/// The paragraphs of the notice's own text.
fn body<'a>(draft: &Draft<'a>) -> &'a [TextRange] {
    let own = draft.letter.parts.iter().find(|part| part.kind == PartKind::Body);
    own.map_or(&[], |part| part.paragraphs.as_slice())
}
