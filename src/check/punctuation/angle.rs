//! <…> where a title takes 《》, and 〈〉 where it stands within one.

use crate::check::draft::{Draft, is_han};
use crate::check::findings::Findings;
use crate::span::TextRange;

/// Words within the marks, at most, in bytes.
const TITLE_BYTES: usize = 150;

/// Reports pairs of signs of comparison around Chinese words.
pub(super) fn check(draft: &Draft, findings: &mut Findings) {
    let text = draft.text();
    let opens = |c: char| matches!(c, '<' | '＜');
    for (at, open) in text.char_indices().filter(|(_, c)| opens(*c)) {
        let inner = draft.near(at + open.len_utf8());
        let Some(close) = inner.find(['>', '＞', '\n', '，', '。', '；']).filter(|len| *len <= TITLE_BYTES) else {
            continue;
        };
        let sign = inner[close..].chars().next().filter(|c| matches!(c, '>' | '＞'));
        let Some(sign) = sign.filter(|_| inner.starts_with(is_han) && !inner[..close].contains(opens)) else {
            continue;
        };
        let start = at + open.len_utf8();
        let marks = [TextRange::new(at, start), TextRange::new(start + close, start + close + sign.len_utf8())];
        let (left, right) = if draft.marks.in_title(at) { ("〈", "〉") } else { ("《", "》") };
        findings
            .add(TextRange::new(at, marks[1].end), format!("书名号应为{left}{right}，不用小于号、大于号。"))
            .fix(marks[0], left)
            .fix(marks[1], right);
    }
}
