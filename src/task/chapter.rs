//! What one label line or bracket assigns for a whole chapter: behind its last
//! item, where the chapters beside it are built alike, or in its heading.

use super::block::Block;
use super::paragraph::{Assigning, Paragraph};
use super::sentence::has_words;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;

/// How many units one place gives to several items: a result does not grow with items
/// times units.
const MOST_SHARED: usize = 64;
/// How deep a heading may stand above its items.
const LEVELS: usize = 4;

/// Gives every item of such a chapter what stands behind its last one.
pub(super) fn share(items: &[Item], paragraphs: &[Vec<Paragraph>], blocks: &mut [Block]) {
    let chapters = chapters(items, paragraphs);
    for block in blocks {
        let Some(parent) = items[block.item].parent else { continue };
        let Some(last) = chapters[parent].last.filter(|last| *last != block.item) else { continue };
        if !chapters[parent].alike || !block.attributions.is_empty() || block.unnumbered {
            continue;
        }
        let standing = paragraphs[last].iter().filter_map(|p| p.standing.as_ref());
        let shared = standing.filter(|(_, attribution)| attribution.assigned.len() <= MOST_SHARED);
        block.attributions.extend(shared.cloned());
    }
}

/// （一）强化监管（责任单位：县住建局） above its items: what a heading assigns, where
/// none of them assigns anything itself.
pub(super) fn headings(source: &Source, items: &[Item], paragraphs: &[Vec<Paragraph>]) -> Vec<Option<Assigning>> {
    let mut assigned = vec![false; items.len()];
    for (index, item) in items.iter().enumerate().rev() {
        if let Some(parent) = item.parent {
            assigned[parent] |= assigned[index] || paragraphs[index].iter().any(Paragraph::assigns);
        }
    }
    let heading = |(index, item): (usize, &Item)| match paragraphs[index].as_slice() {
        [only] if item.has_children && !assigned[index] => heading_bracket(source, item, only),
        _ => None,
    };
    items.iter().enumerate().map(heading).collect()
}

/// The one bracket behind a heading that has no other words.
fn heading_bracket(source: &Source, item: &Item, paragraph: &Paragraph) -> Option<Assigning> {
    let [bracket] = paragraph.within.as_slice() else { return None };
    let before = TextRange::new(item.title.end.min(bracket.0.start), bracket.0.start);
    let behind = TextRange::new(bracket.0.end, paragraph.range.end);
    let bare = !item.title.is_empty() && ![before, behind].iter().any(|rest| has_words(source.slice(*rest)));
    (bare && bracket.1.assigned.len() <= MOST_SHARED).then(|| bracket.clone())
}

/// Gives every item below such a heading what it assigns.
pub(super) fn share_headings(items: &[Item], headings: &[Option<Assigning>], blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| !block.unnumbered) {
        let above = std::iter::successors(items[block.item].parent, |parent| items[*parent].parent);
        block.attributions.extend(above.take(LEVELS).find_map(|parent| headings[parent].clone()));
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

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn a_heading_assigns_for_the_items_below_it() {
        let units = |text: &str| -> Vec<String> {
            let tasks = analyze(text, &Options::default()).tasks;
            let names = |task: &crate::Task| task.assignments.iter().map(|a| a.unit.clone()).collect::<Vec<_>>();
            tasks.iter().map(|task| format!("{} {}", task.number.concat(), names(task).join("、"))).collect()
        };
        let text = "（一）强化监管（责任单位：县住建局）\n1.建立台账。\n2.定期通报。\n（二）加强宣传。开展培训。";
        assert_eq!(units(text), ["（一）1 县住建局", "（一）2 县住建局", "（二） "]);
        // An item that assigns itself shows that the heading speaks for itself.
        let own = "（一）强化监管（责任单位：县住建局）\n1.建立台账。（县财政局负责）\n2.定期通报。";
        assert_eq!(units(own), ["（一） 县住建局", "（一）1 县财政局", "（一）2 "]);
    }

    #[test]
    fn a_heading_of_duties_makes_its_unit_act_below() {
        let acting = |text: &str| -> Vec<String> {
            let tasks = analyze(text, &Options::default()).tasks;
            tasks
                .iter()
                .map(|task| task.assignments.iter().map(|a| a.unit.clone()).collect::<Vec<_>>().join("、"))
                .collect()
        };
        let text = "一、县防指办公室及其职责\n（一）联系成员单位。\n（二）县应急局要做好值守。\n二、部门职责\n（一）做好排查。";
        assert_eq!(acting(text), ["县防指办公室", "县应急局", ""]);
        let text = "第一条　县科委是主管部门，主要职责是：\n（一）制定政策。\n（二）组织评估。\n第二条　加强管理。";
        assert_eq!(acting(text), ["县科委", "县科委", ""]);
    }
}
