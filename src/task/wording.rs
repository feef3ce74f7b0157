//! What a task says is to be done, apart from its number, its title and its
//! responsibility brackets.

use super::block::Block;
use crate::lexicon::marker::marker_at;
use crate::source::{Passage, Source};
use crate::span::TextRange;

/// The title of `block` as it stands, with its mark, and the words that say what
/// is to be done.
pub fn wording(source: &Source, block: &Block) -> (Passage, Passage) {
    let (heading, start) = split(source, block.range, source.slice(block.title));
    let mut at = start;
    let mut parts = Vec::new();
    for bracket in block.brackets() {
        parts.push(TextRange::new(at, bracket.start));
        at = at.max(bracket.end);
    }
    parts.push(TextRange::new(at, block.range.end));
    (source.passage(&[heading]), source.passage(&parts))
}

/// Where the title stands at the start of `range`, with its mark, and where the
/// words behind it begin.
pub(crate) fn split(source: &Source, range: TextRange, title: &str) -> (TextRange, usize) {
    let text = source.slice(range);
    let number = marker_at(text).map_or(0, |marker| marker.len);
    let start = range.start + heading_len(text, title);
    (TextRange::new(range.start + number, start), start)
}

/// The bytes that the number and the title take at the start of a text, with
/// the mark behind them: （一）压实责任。 煤矿方面，
pub(crate) fn heading_len(text: &str, title: &str) -> usize {
    let number = marker_at(text).map_or(0, |marker| marker.len);
    let Some(rest) = text[number..].strip_prefix(title).filter(|_| !title.is_empty()) else { return number };
    let rest = rest.strip_prefix("方面").unwrap_or(rest);
    let behind = rest.strip_prefix(['。', '：', '，', '；', '\n']);
    match behind {
        Some(behind) => text.len() - behind.len(),
        None if rest.is_empty() => text.len(),
        None => number,
    }
}

#[cfg(test)]
mod tests {
    use super::heading_len;

    #[test]
    fn headings() {
        for (text, title, behind) in [
            ("（一）压实责任。完善制度。", "压实责任", "完善制度。"),
            ("1.压实责任：完善制度。", "压实责任", "完善制度。"),
            ("煤矿方面，抓好治理。", "煤矿", "抓好治理。"),
            ("煤矿：抓好治理。", "煤矿", "抓好治理。"),
            ("煤矿企业抓好治理。", "煤矿", "煤矿企业抓好治理。"),
            ("压实责任", "压实责任", ""),
            ("一、压实责任\n完善制度。", "压实责任", "完善制度。"),
            ("完善制度。", "压实责任", "完善制度。"),
            ("2.完善制度。", "", "完善制度。"),
            ("", "", ""),
        ] {
            assert_eq!(&text[heading_len(text, title)..], behind, "{text}");
        }
    }
}
