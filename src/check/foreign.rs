//! DOC-001: a text that is no Chinese notice.

use super::draft::Draft;
use super::findings::Findings;
use super::work::{Check, page};
use crate::span::TextRange;

pub(super) static RULE: Check = page!("DOC-001", check);

fn check(draft: &Draft, findings: &mut Findings) {
    if draft.foreign {
        let first = draft.char_at(0).map_or(0, char::len_utf8);
        findings.add(TextRange::new(0, first), "这段文字不像中文公文，没有可以核对的内容。");
    }
}
