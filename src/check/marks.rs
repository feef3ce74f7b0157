//! Brackets and quotation marks: which belong together, and which stand alone.

use crate::source::{CELL, LineKind, Source};
use crate::span::TextRange;

/// A mark that opens or closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where it stands.
    pub range: TextRange,
    /// Which pair it belongs to, an index into [`KINDS`].
    pub kind: usize,
    /// Whether it opens.
    pub opens: bool,
}

/// Two marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub open: Mark,
    pub close: Mark,
}

impl Pair {
    /// From mark to mark, both included.
    pub fn outside(self) -> TextRange {
        TextRange::new(self.open.range.start, self.close.range.end)
    }
}

/// The marks that come in pairs (GB/T 15834-2011, 4.8, 4.9, 4.15).
pub(super) const KINDS: &[(char, char)] =
    &[('（', '）'), ('《', '》'), ('〈', '〉'), ('“', '”'), ('‘', '’'), ('〔', '〕'), ('【', '】'), ('[', ']')];
const ROUND: usize = 0;
const TITLE: usize = 1;
const QUOTE: usize = 3;
const INNER_QUOTE: usize = 4;

/// A quotation may run over this many paragraphs, a bracket over one break.
const QUOTE_LINES: usize = 12;

/// So many marks of a line may wait for their partners on the next ones.
const CARRIED: usize = 16;

/// All brackets and quotation marks of a text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Those that belong together, by the place of the closing mark.
    pub pairs: Vec<Pair>,
    /// Those that stand alone, in order.
    pub single: Vec<Mark>,
    titles: Vec<TextRange>,
    quotes: Vec<TextRange>,
    brackets: Vec<TextRange>,
}

impl Marks {
    /// Pairs the marks of the cleaned view, paragraph by paragraph and cell by
    /// cell. Linear in its length.
    pub fn new(source: &Source) -> Self {
        let mut marks = Self::default();
        let mut open = Open::default();
        for (index, line) in source.lines().iter().enumerate() {
            let text = source.slice(line.range);
            open.start_line(index, &mut marks.single);
            for (at, c) in text.char_indices().filter(|(_, c)| may_be_mark(*c)) {
                let range = TextRange::new(at, at + c.len_utf8()).shift(line.range.start);
                match kind_of(c) {
                    Some((kind, true)) => {
                        if at == 0 && kind == QUOTE {
                            open.go_on();
                        }
                        open.push(Mark { range, kind, opens: true }, &mut marks.single);
                    }
                    Some((kind, false)) => {
                        let ignored = is_list_number(&text[..at], c) || is_apostrophe(&text[..at], c);
                        if !ignored {
                            marks.close(Mark { range, kind, opens: false }, &mut open);
                        }
                    }
                    None if c == CELL && line.kind == LineKind::Row => open.give_up(&mut marks.single),
                    None => {}
                }
            }
            open.end_line(index, &mut marks.single);
        }
        open.give_up(&mut marks.single);
        marks.single.append(&mut open.carried.drain(..).map(|(_, m)| m).collect());
        marks.finish()
    }

    fn close(&mut self, close: Mark, open: &mut Open) {
        match open.take(close.kind, &mut self.single) {
            Some(opened) => self.pairs.push(Pair { open: opened, close }),
            None => self.single.push(close),
        }
    }

    fn finish(mut self) -> Self {
        self.single.sort_by_key(|m| m.range.start);
        let of = |kind| {
            let mut ranges: Vec<_> = self.pairs.iter().filter(|p| p.open.kind == kind).map(|p| p.outside()).collect();
            ranges.sort_by_key(|r| r.start);
            ranges.dedup_by(|inner, outer| outer.covers(*inner));
            ranges
        };
        (self.titles, self.quotes, self.brackets) = (of(TITLE), of(QUOTE), of(ROUND));
        self.pairs.shrink_to_fit();
        self
    }

    /// The titles 《…》, outermost only, in order.
    pub fn titles(&self) -> &[TextRange] {
        &self.titles
    }

    /// The quotations “…”, outermost only, in order.
    pub fn quotes(&self) -> &[TextRange] {
        &self.quotes
    }

    /// The round brackets （…）, in order of their ends.
    pub fn brackets(&self) -> impl Iterator<Item = Pair> {
        self.pairs.iter().copied().filter(|p| p.open.kind == ROUND)
    }

    /// The round brackets, outermost ones, that the byte `at` stands within.
    pub fn bracket(&self, at: usize) -> Option<TextRange> {
        holding(&self.brackets, at)
    }

    /// Whether the byte `at` stands within a title.
    pub fn in_title(&self, at: usize) -> bool {
        holding(&self.titles, at).is_some()
    }

    /// Whether the byte `at` stands within a quotation.
    pub fn in_quotes(&self, at: usize) -> bool {
        self.quote(at).is_some()
    }

    /// The quotation that the byte `at` stands within.
    pub fn quote(&self, at: usize) -> Option<TextRange> {
        holding(&self.quotes, at)
    }
}

fn holding(ranges: &[TextRange], at: usize) -> Option<TextRange> {
    let index = ranges.partition_point(|r| r.end <= at);
    ranges.get(index).copied().filter(|r| r.start < at)
}

/// The marks that wait for their partners.
#[derive(Default)]
struct Open {
    stack: Vec<Mark>,
    counts: [usize; KINDS.len()],
    /// Left open at a line end, with the line.
    carried: Vec<(usize, Mark)>,
}

impl Open {
    fn push(&mut self, mark: Mark, single: &mut Vec<Mark>) {
        // A quotation within a quotation takes ‘ ’: a second “ means that the
        // first was never closed.
        if mark.kind == QUOTE && self.counts[QUOTE] > 0 && self.counts[INNER_QUOTE] == 0 {
            let unclosed = self.take(QUOTE, single);
            single.extend(unclosed);
        }
        self.counts[mark.kind] += 1;
        self.stack.push(mark);
    }

    /// The latest open mark of `kind`; what was opened within it stays alone.
    fn take(&mut self, kind: usize, single: &mut Vec<Mark>) -> Option<Mark> {
        if self.counts[kind] == 0 {
            let index = self.carried.iter().rposition(|(_, m)| m.kind == kind)?;
            return Some(self.carried.remove(index).1);
        }
        while let Some(mark) = self.stack.pop() {
            self.counts[mark.kind] -= 1;
            if mark.kind == kind {
                return Some(mark);
            }
            single.push(mark);
        }
        None
    }

    /// A quotation of several paragraphs opens each of them and closes the last.
    fn go_on(&mut self) {
        self.carried.retain(|(_, mark)| mark.kind != QUOTE);
    }

    fn give_up(&mut self, single: &mut Vec<Mark>) {
        self.counts = Default::default();
        single.append(&mut self.stack);
    }

    fn start_line(&mut self, line: usize, single: &mut Vec<Mark>) {
        let kept = |(opened, mark): &(usize, Mark)| line - opened <= if mark.kind == QUOTE { QUOTE_LINES } else { 1 };
        single.extend(self.carried.iter().filter(|c| !kept(c)).map(|(_, m)| *m));
        self.carried.retain(kept);
    }

    fn end_line(&mut self, line: usize, single: &mut Vec<Mark>) {
        self.counts = Default::default();
        let lost = self.stack.len().saturating_sub(CARRIED);
        single.extend(self.stack.drain(..lost));
        self.carried.extend(self.stack.drain(..).map(|mark| (line, mark)));
    }
}

/// A cheap first look: Chinese characters are never marks.
fn may_be_mark(c: char) -> bool {
    !('\u{3400}'..='\u{9fff}').contains(&c)
}

fn kind_of(c: char) -> Option<(usize, bool)> {
    KINDS.iter().enumerate().find_map(|(kind, &(open, close))| match c {
        _ if c == open => Some((kind, true)),
        _ if c == close => Some((kind, false)),
        _ => None,
    })
}

/// 1） and a） number the items of a list and need no partner.
fn is_list_number(before: &str, c: char) -> bool {
    let number = before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let opens = before[..before.len() - number].chars().next_back();
    c == '）' && (1..=3).contains(&number) && opens.is_none_or(|c| "。；：，、\t\u{b}".contains(c))
}

fn is_apostrophe(before: &str, c: char) -> bool {
    c == '’' && before.ends_with(|c: char| c.is_ascii_alphanumeric())
}
