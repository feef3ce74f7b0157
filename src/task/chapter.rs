//! What one label line or bracket behind the last item of a chapter assigns: the
//! chapter as a whole, where the chapters beside it are built alike.

use super::block::Block;
use super::paragraph::{Assigning, Paragraph};
use crate::outline::numbering::Item;

/// Gives every item of such a chapter what stands behind its last one.
pub(super) fn share(items: &[Item], paragraphs: &[Vec<Paragraph>], blocks: &mut [Block]) {
    let chapters = chapters(items, paragraphs);
    for block in blocks {
        let Some(parent) = items[block.item].parent else { continue };
        let Some(last) = chapters[parent].last.filter(|last| *last != block.item) else { continue };
        if !chapters[parent].alike || !block.attributions.is_empty() || block.unnumbered {
            continue;
        }
        block.attributions.extend(paragraphs[last].iter().filter_map(|p| p.standing.clone()));
    }
}

/// An item with others below it.
#[derive(Clone, Default)]
struct Chapter {
    items: usize,
    assigned: usize,
    /// Its last item, where labels on lines of their own close it.
    last: Option<usize>,
    /// Whether it and the chapters beside it are all built so.
    alike: bool,
}

impl Chapter {
    /// Whether only the last of its items assigns, behind its text.
    fn is_closed_by_labels(&self) -> bool {
        self.items > 1 && self.assigned == 1 && self.last.is_some()
    }
}

fn chapters(items: &[Item], paragraphs: &[Vec<Paragraph>]) -> Vec<Chapter> {
    let mut chapters = vec![Chapter::default(); items.len()];
    for (index, item) in items.iter().enumerate() {
        let Some(parent) = item.parent else { continue };
        let chapter = &mut chapters[parent];
        chapter.items += 1;
        chapter.assigned += usize::from(paragraphs[index].iter().any(Paragraph::assigns));
        chapter.last = closing_labels(&paragraphs[index]).then_some(index).filter(|_| !item.has_children);
    }
    // Per item above the chapters: how many assign at all, and how many so.
    let mut beside = vec![(0usize, 0usize); items.len() + 1];
    let above = |item: &Item| item.parent.map_or(0, |parent| parent + 1);
    for (item, chapter) in items.iter().zip(&chapters).filter(|(_, chapter)| chapter.assigned > 0) {
        beside[above(item)].0 += 1;
        beside[above(item)].1 += usize::from(chapter.is_closed_by_labels() && item.heading_only);
    }
    for (item, chapter) in items.iter().zip(&mut chapters) {
        let (assigning, alike) = beside[above(item)];
        chapter.alike = alike > 1 && alike == assigning && chapter.is_closed_by_labels();
    }
    chapters
}

/// Whether labels stand on lines of their own behind the text, and nowhere else.
fn closing_labels(paragraphs: &[Paragraph]) -> bool {
    let labels: Vec<&Assigning> = paragraphs.iter().skip(1).filter_map(|p| p.standing.as_ref()).collect();
    !labels.is_empty() && paragraphs.iter().all(|p| p.within.is_empty())
}
