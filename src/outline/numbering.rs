//! The numbered items of a text. Numbers, not lines, make the structure: a
//! paste may have lost its line breaks, skip levels, or number through its
//! chapters.

mod pieces;
mod run_in;
mod title;

pub(crate) use title::title_of;

use crate::lexicon::marker::{Marker, Style};
use crate::source::Source;
use crate::span::TextRange;
use pieces::{Piece, pieces};

/// One numbered item, or the text in front of the first one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number; `None` for the text in front of the first item.
    pub style: Option<Style>,
    /// Its ordinal; 0 without a number.
    pub ordinal: u32,
    /// The numbers above it and its own.
    pub path: Vec<String>,
    /// The item it stands in.
    pub parent: Option<usize>,
    /// Whether other items stand in it.
    pub has_children: bool,
    /// Its heading phrase, without number and closing mark; empty if none.
    pub title: TextRange,
    /// Whether its first paragraph is its heading and nothing else.
    pub heading_only: bool,
    /// Its own paragraphs, up to its first child; the first opens with the number.
    pub paragraphs: Vec<TextRange>,
    /// Whether it shares a paragraph with other items: the line ends are lost.
    pub run_on: bool,
}

/// Reads the items of `paragraphs` (in the order of the text).
pub fn items(source: &Source, paragraphs: &[TextRange]) -> Vec<Item> {
    let mut builder = Builder { source, items: vec![Item::opening()], open: Vec::new() };
    for piece in pieces(source, paragraphs) {
        builder.add(piece);
    }
    title::settle(source, &mut builder.items);
    builder.items
}

impl Item {
    fn opening() -> Self {
        Self {
            style: None,
            ordinal: 0,
            path: Vec::new(),
            parent: None,
            has_children: false,
            title: TextRange::default(),
            heading_only: false,
            paragraphs: Vec::new(),
            run_on: false,
        }
    }
}

struct Builder<'s, 't> {
    source: &'s Source<'t>,
    items: Vec<Item>,
    /// The item being read and those above it, outermost first.
    open: Vec<usize>,
}

impl Builder<'_, '_> {
    fn add(&mut self, piece: Piece) {
        let Some(marker) = piece.marker else {
            let current = self.open.last().copied().unwrap_or(0);
            self.items[current].paragraphs.push(piece.range);
            return;
        };
        self.close_down_to(&marker);
        let parent = self.open.last().copied();
        let mut path = parent.map_or_else(Vec::new, |p| self.items[p].path.clone());
        path.push(marker.label.to_owned());
        if let Some(parent) = parent {
            self.items[parent].has_children = true;
        }
        let noted = Some(marker.style).filter(|style| *style == Style::Article);
        let (title, heading_only) = noted
            .and_then(|_| title::noted_title(self.source, piece.range, marker.len))
            .unwrap_or_else(|| title_of(self.source, piece.range, marker.len));
        self.open.push(self.items.len());
        self.items.push(Item {
            style: Some(marker.style),
            ordinal: marker.ordinal,
            path,
            parent,
            has_children: false,
            title,
            heading_only,
            paragraphs: vec![piece.range],
            run_on: piece.run_on,
        });
    }

    /// Leaves the items that a new number of this style does not stand in.
    fn close_down_to(&mut self, marker: &Marker) {
        let depth = |label: &str| label.matches('.').count();
        let sibling = self.open.iter().position(|&i| {
            let item = &self.items[i];
            item.style == Some(marker.style)
                && (marker.style != Style::Decimal
                    || item.path.last().is_some_and(|own| depth(own) >= depth(marker.label)))
        });
        if let Some(sibling) = sibling {
            self.open.truncate(sibling);
        }
    }
}
