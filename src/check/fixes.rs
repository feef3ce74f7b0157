//! Suggestions as changes of the text that never harm it: each changes
//! something, takes nothing out but the words it is about, and leaves those of
//! every other suggestion alone.

use crate::analysis::Fix;
use crate::source::Source;
use crate::span::{Span, TextRange};
use std::collections::BTreeMap;

/// What a rule suggests, in places of the cleaned view.
#[derive(Clone, Debug)]
pub(super) enum Mend {
    /// To write the text in the place of the range.
    Write(TextRange, String),
    /// To take out the white space right before the byte.
    CloseGap(usize),
    /// To write the text in the place of these words of the text as pasted.
    Exact(Span, String),
}

impl Mend {
    /// The change of the text as pasted, if it is one. A page break or mark-up
    /// among the words stays: then only the characters that differ are changed.
    pub fn fix(&self, source: &Source) -> Option<Fix> {
        let (range, text) = match self {
            Self::CloseGap(at) => return Some(Fix { span: source.gap(*at), text: String::new() }),
            Self::Exact(span, text) => return Some(Fix { span: *span, text: text.clone() }),
            Self::Write(range, text) => (*range, text.as_str()),
        };
        let (range, text) =
            if holds_more(source, range) { narrowed(range, source.slice(range), text) } else { (range, text) };
        let changes = !holds_more(source, range) && source.pasted(range) != text;
        changes.then(|| Fix { span: source.span(range), text: text.to_owned() })
    }
}

/// Whether more than blanks stands between the words of `range` in the text.
fn holds_more(source: &Source, range: TextRange) -> bool {
    let shown = |c: &char| !is_blank(*c);
    !source.pasted(range).chars().filter(shown).eq(source.written(range).chars().filter(shown))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}' | '\u{a0}')
}

/// The part of `range`, which reads `old`, that `new` changes.
fn narrowed<'n>(range: TextRange, old: &str, new: &'n str) -> (TextRange, &'n str) {
    let same = |(a, b): &(char, char)| a == b;
    let width = |(c, _): (char, char)| c.len_utf8();
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(width).sum();
    let (old, new) = (&old[head..], &new[head..]);
    let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(width).sum();
    (TextRange::new(range.start + head, range.end - tail), &new[..new.len() - tail])
}

/// The words that suggestions have taken so far: ends by starts.
#[derive(Default)]
pub(super) struct Taken(BTreeMap<u32, u32>);

impl Taken {
    /// Takes the words of `fixes`, or none of them if one is taken.
    pub fn take(&mut self, fixes: &[Fix]) -> bool {
        for (index, fix) in fixes.iter().enumerate() {
            if !self.is_free(fix.span) {
                for fix in &fixes[..index] {
                    self.0.remove(&fix.span.start);
                }
                return false;
            }
            self.0.insert(fix.span.start, fix.span.end);
        }
        true
    }

    /// Words may adjoin; an insertion keeps clear of every other change.
    fn is_free(&self, span: Span) -> bool {
        let clear = |start: u32, end: u32| {
            let apart = end <= span.start || span.end <= start;
            let touches = end == span.start || span.end == start;
            apart && !(touches && (start == end || span.start == span.end))
        };
        let before = self.0.range(..=span.start).next_back();
        let after = self.0.range(span.start..).next();
        before.into_iter().chain(after).all(|(start, end)| clear(*start, *end))
    }
}

#[cfg(test)]
mod tests {
    use super::{Mend, Taken};
    use crate::analysis::Fix;
    use crate::source::Source;
    use crate::span::{Span, TextRange};

    #[test]
    fn changes_keep_to_their_words() {
        for (text, words, right, expected) in [
            ("建立台帐。", "台帐", "台账", Some((2, 4, "台账"))),
            ("建立台 帐。", "台帐", "台账", Some((2, 5, "台账"))),
            ("落实责任，建立台\n— 3 —\n帐，", "台帐", "台账", Some((15, 16, "账"))),
            ("建立**台**帐。", "台帐", "台账", Some((7, 8, "账"))),
            ("落实责任，建立台\n— 3 —\n帐，", "台帐", "表册", None),
            ("〔2024〕", "〔", "〔", None),
            ("(2024〕", "（", "（", Some((0, 1, "（"))),
        ] {
            let source = Source::new(text);
            let at = source.clean().find(words).expect(text);
            let mend = Mend::Write(TextRange::new(at, at + words.len()), right.to_owned());
            let expected =
                expected.map(|(start, end, text)| Fix { span: Span::new(start, end), text: text.to_owned() });
            assert_eq!(mend.fix(&source), expected, "{text}");
        }
    }

    #[test]
    fn words_are_taken_once() {
        let fixes = |spans: &[(u32, u32)]| -> Vec<Fix> {
            spans.iter().map(|span| Fix { span: (*span).into(), text: String::new() }).collect()
        };
        let mut taken = Taken::default();
        for (spans, free) in [
            (&[(4, 6), (10, 12)][..], true),
            (&[(6, 8)], true),
            (&[(5, 7)], false),
            (&[(20, 22), (3, 5)], false),
            (&[(20, 22)], true),
            (&[(12, 12)], false),
            (&[(14, 14)], true),
            (&[(14, 14)], false),
            (&[(13, 15)], false),
            (&[(30, 32), (31, 33)], false),
        ] {
            assert_eq!(taken.take(&fixes(spans)), free, "{spans:?}");
        }
    }
}
