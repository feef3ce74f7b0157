//! The stretches a letter is read from: lines, and parts of lines where a
//! paste has run several elements together.

use super::stretch::{Stretch, StretchKind};
use super::words::{AttachmentLabel, attachment_label, is_attachment_name};
use crate::outline::table::Table;
use crate::source::{LineKind, Source};
use crate::span::TextRange;

/// One stretch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Where it stands.
    pub(super) range: TextRange,
    /// The table it is, as an index.
    pub(super) table: Option<usize>,
    /// What the letter has used it up as.
    used: Option<StretchKind>,
}

impl Piece {
    fn text(range: TextRange) -> Self {
        Self { range, table: None, used: None }
    }
}

/// All stretches of a text, in order.
pub(super) struct Pieces<'s, 't> {
    pub(super) source: &'s Source<'t>,
    list: Vec<Piece>,
}

impl<'s, 't> Pieces<'s, 't> {
    /// One stretch for each line and for each table.
    pub(super) fn new(source: &'s Source<'t>, tables: &[Table]) -> Self {
        let lines = source.lines();
        let mut list = Vec::with_capacity(lines.len());
        let mut next = 0;
        for (index, table) in tables.iter().enumerate() {
            list.extend(lines[next..table.lines.start].iter().map(|l| Piece::text(trimmed(source, l))));
            let range = TextRange::new(lines[table.lines.start].range.start, lines[table.lines.end - 1].range.end);
            list.push(Piece { table: Some(index), ..Piece::text(range) });
            next = table.lines.end;
        }
        list.extend(lines[next..].iter().map(|l| Piece::text(trimmed(source, l))));
        Self { source, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<Piece> {
        self.list.get(index).copied()
    }

    /// The words of a stretch; empty for a table and behind the last one.
    pub(super) fn text(&self, index: usize) -> &'s str {
        match self.list.get(index) {
            Some(piece) if piece.table.is_none() => self.source.slice(piece.range),
            _ => "",
        }
    }

    pub(super) fn range(&self, index: usize) -> TextRange {
        self.list.get(index).map(|piece| piece.range).unwrap_or_default()
    }

    /// Notes what the letter has used a stretch up as.
    pub(super) fn mark(&mut self, index: usize, kind: StretchKind) {
        if let Some(piece) = self.list.get_mut(index) {
            piece.used = Some(kind);
        }
    }

    /// Whether the letter has used a stretch up.
    pub(super) fn is_used(&self, index: usize) -> bool {
        self.used_as(index).is_some()
    }

    /// What the letter has used a stretch up as.
    pub(super) fn used_as(&self, index: usize) -> Option<StretchKind> {
        self.list.get(index).and_then(|piece| piece.used)
    }

    /// What the letter has used up, in order.
    pub(super) fn used(&self) -> Vec<Stretch> {
        let used = |piece: &Piece| piece.used.map(|kind| Stretch { kind, range: piece.range });
        self.list.iter().filter_map(used).collect()
    }

    /// The label of attachments that a stretch opens with. A space may hold it
    /// apart from the name: 附件　任务分工.
    pub(super) fn attachment_label(&self, index: usize) -> Option<AttachmentLabel> {
        let (text, start) = (self.text(index), self.range(index).start);
        attachment_label(text).or_else(|| {
            let name = ["附件", "附表"].iter().find(|label| text.starts_with(*label))?.len();
            let spaced = name < text.len() && self.source.gap_before(start + name);
            (spaced && is_attachment_name(&text[name..])).then_some(AttachmentLabel { name, colon: false })
        })
    }

    /// Cuts a stretch in two, `at` bytes from its start.
    pub(super) fn cut(&mut self, index: usize, at: usize) {
        let Some(piece) = self.list.get_mut(index) else { return };
        if at == 0 || at >= piece.range.len() {
            return;
        }
        let end = std::mem::replace(&mut piece.range.end, piece.range.start + at);
        let rest = Piece::text(TextRange::new(piece.range.end, end));
        self.list.insert(index + 1, rest);
    }

    /// Cuts every stretch at the places (bytes of the view, ascending) within it.
    pub(super) fn cut_all(&mut self, places: &[usize]) {
        if places.is_empty() {
            return;
        }
        let mut list = Vec::with_capacity(self.list.len() + places.len());
        let mut places = places.iter().copied().peekable();
        for piece in self.list.drain(..) {
            let mut start = piece.range.start;
            while let Some(at) = places.next_if(|at| *at < piece.range.end) {
                if at > start && piece.table.is_none() {
                    list.push(Piece { range: TextRange::new(start, at), ..piece });
                    start = at;
                }
            }
            list.push(Piece { range: TextRange::new(start, piece.range.end), ..piece });
        }
        self.list = list;
    }
}

/// A row that belongs to no table is text with a tab in it.
fn trimmed(source: &Source, line: &crate::source::Line) -> TextRange {
    let text = source.slice(line.range);
    match line.kind {
        LineKind::Text | LineKind::Cell => line.range,
        LineKind::Row => {
            let start = text.len() - text.trim_start().len();
            let end = text.trim_end().len().max(start);
            TextRange::new(line.range.start + start, line.range.start + end)
        }
    }
}
