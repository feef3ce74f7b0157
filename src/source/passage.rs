//! Words taken out of a text together, with their way back.

use super::{CELL, CELL_BREAK, Source};
use crate::span::{Span, TextRange};

/// Words of a cleaned view, joined, that know where each of them stands in the
/// text as pasted and how it is written there. Ranges are bytes of
/// [`Passage::text`].
///
/// ```
/// use notice_analyzer::source::Source;
/// use notice_analyzer::{Span, TextRange};
/// let source = Source::new("一、(试行)\n 办法");
/// let all: Vec<TextRange> = source.lines().iter().map(|line| line.range).collect();
/// let passage = source.passage(&all);
/// assert_eq!(passage.text(), "一、（试行）办法");
/// assert_eq!(passage.written(TextRange::new(6, passage.text().len())), "(试行)办法");
/// assert_eq!(passage.span(TextRange::new(18, 24)), Span::new(8, 10));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    text: String,
    runs: Vec<Run>,
    folded: Vec<(u32, char)>,
}

/// From the byte `at` on, the words stand at `utf16` of the text as pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    at: u32,
    utf16: u32,
}

impl Passage {
    /// The words as the cleaned view writes them, on one line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words in `range` as the text writes them.
    pub fn written(&self, range: TextRange) -> String {
        let first = self.folded.partition_point(|(at, _)| (*at as usize) < range.start);
        let mut originals = self.folded[first..].iter().peekable();
        let place = |(at, c): (usize, char)| (range.start + at, c);
        let chars = range.of(&self.text).char_indices().map(place);
        let original = |(at, c): (usize, char)| originals.next_if(|f| f.0 as usize == at).map_or(c, |f| f.1);
        chars.map(original).collect()
    }

    /// Where the words in `range` stand. An empty range has no words of its
    /// own: its place is that of the two characters around it.
    pub fn span(&self, range: TextRange) -> Span {
        if range.is_empty() {
            return self.around(range.start);
        }
        let last = range.of(&self.text).chars().next_back();
        let Some(last) = last else { return Span::default() };
        let end = self.locate(range.end - last.len_utf8()) + last.len_utf16() as u32;
        Span::new(self.locate(range.start), end)
    }

    /// The range of all its words.
    pub fn all(&self) -> TextRange {
        TextRange::new(0, self.text.len())
    }

    /// Where all of it stands, from its first word to its last.
    pub fn whole(&self) -> Span {
        if self.text.is_empty() { Span::default() } else { self.span(self.all()) }
    }

    /// The words in `range`, as a passage of their own.
    pub fn part(&self, range: TextRange) -> Passage {
        let first = self.runs.partition_point(|run| run.at as usize <= range.start);
        let inner = self.runs[first..].iter().take_while(|run| (run.at as usize) < range.end);
        let start = range.start as u32;
        let inner = inner.map(|run| Run { at: run.at - start, ..*run });
        let opening = (!range.is_empty()).then(|| Run { at: 0, utf16: self.locate(range.start) });
        let folded = self.folded.iter().filter(|(at, _)| range.start <= *at as usize && (*at as usize) < range.end);
        Passage {
            text: range.of(&self.text).to_owned(),
            runs: opening.into_iter().chain(inner).collect(),
            folded: folded.map(|(at, c)| (at - start, *c)).collect(),
        }
    }

    /// Joins `other` to the end.
    pub fn append(&mut self, other: &Passage) {
        let by = self.text.len() as u32;
        self.text.push_str(&other.text);
        self.runs.extend(other.runs.iter().map(|run| Run { at: run.at + by, ..*run }));
        self.folded.extend(other.folded.iter().map(|(at, c)| (at + by, *c)));
    }

    fn around(&self, at: usize) -> Span {
        let before = self.text[..at].chars().next_back().map_or(0, char::len_utf8);
        let after = self.text[at..].chars().next().map_or(0, char::len_utf8);
        if before + after == 0 { Span::default() } else { self.span(TextRange::new(at - before, at + after)) }
    }

    fn locate(&self, at: usize) -> u32 {
        let index = self.runs.partition_point(|run| run.at as usize <= at).saturating_sub(1);
        let Some(run) = self.runs.get(index) else { return 0 };
        let units: usize = self.text[run.at as usize..at].chars().map(char::len_utf16).sum();
        run.utf16 + units as u32
    }
}

impl Source<'_> {
    /// The words in `ranges` of the cleaned view, joined in that order.
    pub fn passage(&self, ranges: &[TextRange]) -> Passage {
        let mut passage = Passage::default();
        for range in ranges.iter().filter(|range| !range.is_empty()) {
            self.copy(*range, &mut passage);
        }
        // Passages stay as long as the result.
        passage.text.shrink_to_fit();
        passage.runs.shrink_to_fit();
        passage.folded.shrink_to_fit();
        passage
    }

    fn copy(&self, range: TextRange, into: &mut Passage) {
        let mut at = range.start;
        while at < range.end {
            let index = self.segment(at);
            let segment = self.segments[index];
            let next = self.segments.get(index + 1).map_or(self.clean.len(), |s| s.clean as usize);
            let stop = next.min(range.end);
            let run = Run { at: into.text.len() as u32, utf16: self.locate(at).1 };
            let words = &self.clean[at..stop];
            if !words.chars().all(|c| matches!(c, '\n' | CELL | CELL_BREAK)) {
                if segment.folded {
                    let original = self.text[segment.source as usize..].chars().next();
                    into.folded.extend(original.map(|c| (run.at, c)));
                }
                into.runs.push(run);
                into.text.push_str(words);
            }
            at = stop;
        }
    }
}
