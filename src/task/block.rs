//! Cuts the items of a text into tasks: at responsibility brackets, at fields
//! of work, at paragraphs that stand beside them.

use super::attribution::Attribution;
use super::bracket::{brackets, label_runs, standing_attribution};
use super::field;
use super::label::label_at;
use super::scribe::Scribe;
use super::sentence::{is_formula, is_lead_in, is_one_sentence, is_opening, obliges, speaks_for_whole};
use crate::lexicon::modal::find_modal;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;

/// One task's stretch of the text.
#[derive(Clone, Debug)]
pub struct Block {
    /// The item it stands in.
    pub item: usize,
    /// Its title; empty if none.
    pub title: TextRange,
    /// Whether it stands outside the numbering (a closing paragraph).
    pub unnumbered: bool,
    /// From its number, title or first character to the end of its bracket.
    pub range: TextRange,
    /// The brackets and label lines within, in order, each with its place.
    pub attributions: Vec<(TextRange, Attribution)>,
}

/// Cuts `items` into blocks, in the order of the text.
pub fn blocks(source: &Source, items: &[Item]) -> Vec<Block> {
    let mut cutter = Cutter { source, items, blocks: Vec::new(), labelled: labelled_activities(source, items) };
    let numbered = items.iter().any(|item| item.style.is_some());
    for (index, item) in items.iter().enumerate() {
        match (item.style, item.has_children) {
            (None, _) if numbered => {}
            (None, _) => cutter.loose(index),
            (Some(_), true) if !cutter.labelled[index] => cutter.parent(index),
            (Some(_), _) if cutter.inside_labelled(index) => {}
            (Some(_), _) => cutter.leaf(index),
        }
    }
    cutter.blocks
}

struct Cutter<'s, 't> {
    source: &'s Source<'t>,
    items: &'s [Item],
    blocks: Vec<Block>,
    /// Items whose children are only labels of one activity (1.活动时间：…).
    labelled: Vec<bool>,
}

impl Cutter<'_, '_> {
    /// Text in a notice without any number.
    fn loose(&mut self, index: usize) {
        for &paragraph in &self.items[index].paragraphs {
            let text = self.source.slice(paragraph);
            if is_opening(text) || !obliges(text) {
                if let Some(last) = self.blocks.last_mut()
                    && let Some((range, attribution)) = standing_attribution(self.source, paragraph)
                {
                    last.range.end = range.end;
                    last.attributions.push((range, attribution));
                }
                continue;
            }
            let mut scribe = Scribe::new(self.source, index, TextRange::default());
            scribe.paragraph(paragraph);
            self.blocks.extend(scribe.finish());
        }
    }

    /// A numbered item with children is a task only by its own text.
    fn parent(&mut self, index: usize) {
        let item = &self.items[index];
        let own = &item.paragraphs[..];
        let texts = if item.heading_only { &own[1..] } else { own };
        let body: String = texts.iter().map(|p| self.source.slice(*p)).collect();
        let own_title = if item.heading_only { "" } else { self.source.slice(item.title) };
        let past_title = body.split_once(own_title).map_or(body.as_str(), |(_, rest)| rest);
        let brackets = texts.iter().any(|p| {
            !brackets(self.source, *p).is_empty()
                || !label_runs(self.source, *p).is_empty()
                || label_at(self.source.slice(*p)).is_some()
        });
        let heading = own.len() == 1 && is_one_sentence(&body) && find_modal(&body).is_none();
        if texts.is_empty() || heading && !brackets || !brackets && (is_lead_in(&body) || !obliges(past_title)) {
            return;
        }
        self.leaf(index);
    }

    fn leaf(&mut self, index: usize) {
        let item = &self.items[index];
        let mut paragraphs = self.with_labelled_children(index);
        let last = self.items.iter().skip(index + 1).all(|i| self.inside(i.parent, index));
        let closing = if last && item.path.len() + self.items.len() > 2 {
            self.closing(item, &mut paragraphs)
        } else {
            Vec::new()
        };
        let mut scribe = Scribe::new(self.source, index, item.title);
        scribe.fields = field::openings(self.source, &paragraphs);
        for &paragraph in &paragraphs {
            scribe.paragraph(paragraph);
        }
        self.blocks.extend(scribe.finish());
        for paragraph in closing {
            let mut scribe = Scribe::new(self.source, index, TextRange::default());
            scribe.unnumbered = true;
            scribe.paragraph(paragraph);
            self.blocks.extend(scribe.finish());
        }
    }

    /// The paragraphs after the last item that belong to the whole notice.
    fn closing(&self, item: &Item, paragraphs: &mut Vec<TextRange>) -> Vec<TextRange> {
        let single = self.items.iter().filter(|i| i.style.is_some() && !i.has_children && i.path != item.path);
        let single_paragraphs = single.clone().count() > 0 && single.clone().all(|i| i.paragraphs.len() == 1);
        let keep = if item.heading_only { 2 } else { 1 };
        if paragraphs.len() <= keep {
            return Vec::new();
        }
        let speaks_to_all = |p: &TextRange| speaks_for_whole(self.source.slice(*p));
        let from = (keep..paragraphs.len()).find(|&i| {
            let paragraph = paragraphs[i];
            let own = brackets(self.source, paragraph).is_empty()
                && standing_attribution(self.source, paragraph).is_none()
                && label_runs(self.source, paragraph).is_empty();
            own && !field::opens(self.source.slice(paragraph))
                && ((single_paragraphs && !item.heading_only) || speaks_to_all(&paragraph))
        });
        let Some(from) = from else { return Vec::new() };
        let rest = paragraphs.split_off(from);
        rest.into_iter().filter(|p| obliges(self.source.slice(*p)) && !is_formula(self.source.slice(*p))).collect()
    }

    fn with_labelled_children(&self, index: usize) -> Vec<TextRange> {
        let mut paragraphs = self.items[index].paragraphs.clone();
        if self.labelled[index] {
            let children = self.items.iter().skip(index + 1).take_while(|i| self.inside(i.parent, index));
            paragraphs.extend(children.flat_map(|i| i.paragraphs.iter().copied()));
        }
        paragraphs
    }

    fn inside_labelled(&self, index: usize) -> bool {
        let mut at = self.items[index].parent;
        while let Some(parent) = at {
            if self.labelled[parent] {
                return true;
            }
            at = self.items[parent].parent;
        }
        false
    }

    fn inside(&self, mut at: Option<usize>, ancestor: usize) -> bool {
        while let Some(parent) = at {
            if parent == ancestor {
                return true;
            }
            at = self.items[parent].parent;
        }
        false
    }
}

/// Nouns that head the labels of one activity: 1.活动时间：… 2.活动地点：….
const ACTIVITY_LABELS: &[&str] = &[
    "时间", "地点", "对象", "人员", "方式", "主题", "内容", "范围", "名额", "形式", "日期", "规模", "联系人", "电话",
    "邮箱", "议程", "费用",
];

/// Which items have only labels of one activity for children.
fn labelled_activities(source: &Source, items: &[Item]) -> Vec<bool> {
    let mut children = vec![(0usize, 0usize); items.len()];
    for item in items {
        let Some(parent) = item.parent else { continue };
        let first = item.paragraphs.first().map_or("", |p| source.slice(*p));
        let title = source.slice(item.title);
        let colon = first.split_once(title).is_some_and(|(_, rest)| rest.starts_with('：'));
        let label = colon && title.chars().count() <= 8 && ACTIVITY_LABELS.iter().any(|l| title.ends_with(l));
        children[parent].0 += 1;
        children[parent].1 += usize::from(label && !item.has_children);
    }
    children.iter().map(|&(all, labels)| all >= 2 && labels * 4 >= all * 3).collect()
}
