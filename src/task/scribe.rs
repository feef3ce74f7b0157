//! Writes the blocks of one item: its paragraphs, cut at brackets, at label lines
//! and at fields of work.

use super::attribution::Attribution;
use super::block::Block;
use super::field::Opening;
use super::label::label_at;
use super::paragraph::Paragraph;
use super::sentence::{closes_with_order, has_words, is_beside, is_formula, is_lead_in, is_mark, opens_with_label};
use crate::source::Source;
use crate::span::TextRange;

/// Writes the blocks of one item.
pub(super) struct Scribe<'s, 't> {
    source: &'s Source<'t>,
    item: usize,
    item_title: TextRange,
    pub(super) unnumbered: bool,
    /// Whether the item is an article, or holds a list of its own: its paragraphs are one
    /// rule.
    pub(super) in_article: bool,
    pub(super) fields: Vec<Opening>,
    /// Where the item itself opens, be it with a number alone.
    pub(super) opens_at: Option<usize>,
    done: Vec<Block>,
    open: Option<Block>,
    /// Whether a field of work has been opened.
    in_fields: bool,
    /// Whether the open block ends with label lines: more may follow.
    labelled: bool,
}

impl<'s, 't> Scribe<'s, 't> {
    pub(super) fn new(source: &'s Source<'t>, item: usize, item_title: TextRange) -> Self {
        Self {
            source,
            item,
            item_title,
            unnumbered: false,
            in_article: false,
            fields: Vec::new(),
            opens_at: None,
            done: Vec::new(),
            open: None,
            in_fields: false,
            labelled: false,
        }
    }

    pub(super) fn paragraph(&mut self, read: &Paragraph) {
        let paragraph = read.rest();
        if let Some((range, attribution)) = read.standing.clone() {
            self.attach(range, attribution);
            if !has_words(self.source.slice(paragraph)) {
                return;
            }
        }
        let text = self.source.slice(paragraph);
        if self.labelled && !opens_with_label(text) {
            self.close();
        }
        let field = self.fields.binary_search_by_key(&paragraph.start, |field| field.at).is_ok();
        let beside = is_beside(text) && !self.in_article || self.in_fields && text.contains("也要");
        if !field && beside && self.open.as_ref().is_some_and(|b| b.range.end > self.item_title.end + 3) {
            self.close();
            self.start(paragraph.start, TextRange::default());
        }
        let mut at = paragraph.start;
        let mut cuts = self.cuts(read).into_iter().peekable();
        while let Some(cut) = cuts.next() {
            match cut {
                Cut::Field(opening) => {
                    self.extend(at, opening.at);
                    self.close_for_field();
                    self.start(opening.at, opening.title);
                    self.in_fields = true;
                    at = opening.at;
                }
                Cut::Bracket(range, attribution) => {
                    self.extend(at, range.end);
                    if let Some(open) = &mut self.open {
                        open.attributions.push((range, attribution));
                    }
                    if !matches!(cuts.peek(), Some(Cut::Bracket(next, _)) if self.source.slice(TextRange::new(range.end, next.start)).chars().all(is_mark))
                    {
                        self.close();
                    }
                    at = range.end;
                }
            }
        }
        self.extend(at, paragraph.end);
    }

    /// Where the paragraph is cut, in order.
    fn cuts(&self, read: &Paragraph) -> Vec<Cut> {
        let rest = read.rest();
        let before = |at: usize| self.fields.partition_point(|field| field.at < at);
        let fields = self.fields[before(rest.start)..before(rest.end)].iter().map(|field| Cut::Field(*field));
        let assigning = read.within.iter().map(|(range, attribution)| Cut::Bracket(*range, attribution.clone()));
        let mut cuts: Vec<Cut> = fields.chain(assigning).collect();
        cuts.sort_by_key(|cut| cut.range().start);
        // A field may open within labels or a bracket, which have the words.
        let mut end = rest.start;
        cuts.retain(|cut| {
            let free = cut.range().start >= end;
            end = end.max(cut.range().end);
            free
        });
        cuts
    }

    /// Adds the words from `at` to `end` to the open block, or opens one.
    fn extend(&mut self, at: usize, end: usize) {
        let piece = self.source.slice(TextRange::new(at, end));
        let skipped = piece.len() - piece.trim_start_matches(is_mark).len();
        if self.open.is_none() {
            let opens = self.opens_at == Some(at);
            let says = &piece[skipped..];
            if !opens && (!has_words(piece) || is_formula(says) && !closes_with_order(says)) {
                return;
            }
            let title = if self.in_fields { TextRange::default() } else { self.item_title };
            self.start(at + skipped, title);
        }
        if let Some(open) = &mut self.open {
            open.range.end = at + piece.trim_end_matches('\n').len();
        }
    }

    fn start(&mut self, at: usize, title: TextRange) {
        self.open = Some(Block {
            item: self.item,
            title,
            unnumbered: self.unnumbered,
            range: TextRange::new(at, at),
            attributions: Vec::new(),
        });
    }

    /// A label line or a bracket on a line of its own belongs to the block above.
    fn attach(&mut self, range: TextRange, attribution: Attribution) {
        if self.open.is_none() {
            self.open = self.done.pop();
        }
        if let Some(open) = &mut self.open {
            open.range.end = range.end;
            open.attributions.push((range, attribution));
        }
        self.labelled = label_at(self.source.slice(range)).is_some();
        if !self.labelled {
            self.close();
        }
    }

    /// What stands before the first field is a task only if it orders something.
    fn close_for_field(&mut self) {
        if let Some(open) = self.open.take() {
            let text = self.source.slice(open.range);
            let title = self.source.slice(self.item_title);
            let behind_title = text.split_once(title).map_or(text, |(_, rest)| rest);
            let first = self.done.is_empty() && !self.in_fields;
            if !first || has_words(behind_title) && !is_lead_in(behind_title) {
                self.done.push(open);
            }
        }
    }

    fn close(&mut self) {
        self.labelled = false;
        if let Some(open) = self.open.take() {
            self.done.push(open);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Block> {
        self.close();
        self.done
    }
}

enum Cut {
    Field(Opening),
    Bracket(TextRange, Attribution),
}

impl Cut {
    /// The words it takes for itself; a field takes none.
    fn range(&self) -> TextRange {
        match self {
            Self::Field(opening) => TextRange::new(opening.at, opening.at),
            Self::Bracket(range, _) => *range,
        }
    }
}
