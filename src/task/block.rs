//! Cuts the items of a text into tasks: at responsibility brackets, at fields
//! of work, at paragraphs that stand beside them.

use super::attribution::Attribution;
use super::heading::HeadingKind;
use super::paragraph::{Paragraph, paragraphs};
use super::scribe::Scribe;
use super::sentence::{
    closes_with_order, has_measures, has_words, is_lead_in, is_one_sentence, is_opening, obliges, speaks_for_whole,
    takes_effect, without_lead_in,
};
use super::{attribution, chapter, enumeration, field, unnumbered};
use crate::analysis::Basis;
use crate::lexicon::letter::is_han;
use crate::lexicon::marker::{Style, marker_at};
use crate::lexicon::modal::find_modal;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;
use std::collections::HashSet;

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
    /// The brackets and label lines within, in order, each with its place; those
    /// of its chapter stand behind it.
    pub attributions: Vec<(TextRange, Attribution)>,
}

impl Block {
    /// The places within that assign.
    pub fn brackets(&self) -> impl Iterator<Item = TextRange> + '_ {
        self.attributions.iter().map(|(range, _)| *range).filter(|range| self.range.covers(*range))
    }
}

/// Cuts `items` into blocks, in the order of the text. What closes a notice may speak of
/// the matter that its `title` names.
pub fn blocks(source: &Source, items: &[Item], title: &str) -> Vec<Block> {
    let paragraphs = paragraphs(source, items);
    let kept = enumeration::kept_lists(source, items, &paragraphs);
    let headings = chapter::headings(source, items, &paragraphs);
    let mut cutter = Cutter { source, items, paragraphs: &paragraphs, ends: ends(items), blocks: Vec::new(), title };
    let numbered = items.iter().any(|item| item.style.is_some());
    let mut contents = contents(source, items);
    leave_out_causes(source, items, &mut contents);
    let mut index = 0;
    while let Some(item) = items.get(index) {
        let mut next = index + 1;
        match item.style {
            None if numbered => {}
            None => cutter.loose(index),
            Some(_) if contents[index] => {}
            Some(_) if kept[index] => {
                next = cutter.ends[index];
                cutter.leaf(index, next);
            }
            Some(_) if headings[index].is_some() => {}
            Some(_) if item.has_children => cutter.parent(index),
            Some(_) => cutter.leaf(index, next),
        }
        index = next;
    }
    let mut blocks = cutter.blocks;
    chapter::share(items, &paragraphs, &mut blocks);
    chapter::share_headings(items, &headings, &mut blocks);
    blocks
}

/// For each item, the first one behind it that does not stand in it.
fn ends(items: &[Item]) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=items.len()).collect();
    for (index, item) in items.iter().enumerate().rev() {
        if let Some(parent) = item.parent {
            ends[parent] = ends[parent].max(ends[index]);
        }
    }
    ends
}

/// Which items are lines of a table of contents: headings without text that
/// come again with the same number.
fn contents(source: &Source, items: &[Item]) -> Vec<bool> {
    let heading = |item: &Item| (item.path.join("/"), source.slice(item.title).to_owned());
    let mut later: HashSet<(String, String)> = HashSet::new();
    let mut contents = vec![false; items.len()];
    for (index, item) in items.iter().enumerate().rev().filter(|(_, item)| !item.title.is_empty()) {
        let bare = item.heading_only && item.paragraphs.len() == 1;
        contents[index] = !later.insert(heading(item)) && bare && !item.has_children;
    }
    contents
}

/// 下降的主要原因是：一、…二、… 为此，采取以下措施：一、…: the first series only says why.
fn leave_out_causes(source: &Source, items: &[Item], left_out: &mut [bool]) {
    let tops: Vec<usize> = (1..items.len()).filter(|&index| items[index].parent.is_none()).collect();
    let again = tops.iter().skip(1).find(|&&index| items[index].ordinal == 1 && items[index].style == items[1].style);
    let above = items.first().and_then(|item| item.paragraphs.last()).map_or("", |range| source.slice(*range));
    if let Some(&again) = again.filter(|_| asks_why(above)) {
        left_out[1..again].fill(true);
    }
}

/// 主要原因是：, 存在以下问题：
fn asks_why(lead_in: &str) -> bool {
    let Some(clause) = lead_in.strip_suffix('：') else { return false };
    let clause = ["如下", "有", "是"].iter().find_map(|end| clause.strip_suffix(end)).unwrap_or(clause);
    ["原因", "问题", "困难", "原因主要", "问题主要"].iter().any(|noun| clause.ends_with(noun))
}

struct Cutter<'s, 't> {
    source: &'s Source<'t>,
    items: &'s [Item],
    paragraphs: &'s [Vec<Paragraph>],
    ends: Vec<usize>,
    blocks: Vec<Block>,
    title: &'s str,
}

impl Cutter<'_, '_> {
    /// Text in a notice without any number.
    fn loose(&mut self, index: usize) {
        let own = &self.paragraphs[index];
        let ranges: Vec<TextRange> = own.iter().map(|p| p.range).collect();
        let openings = unnumbered::openings(self.source, &ranges);
        let headed = openings.first().map_or(own.len(), |first| own.partition_point(|p| p.range.start < first.at));
        for paragraph in &own[..headed] {
            self.loose_paragraph(index, paragraph);
        }
        let mut scribe = Scribe::new(self.source, index, TextRange::default());
        scribe.fields = openings;
        self.write(own[headed..].iter().filter(|p| !is_opening(self.source.slice(p.range))), scribe);
    }

    fn loose_paragraph(&mut self, index: usize, paragraph: &Paragraph) {
        let text = self.source.slice(paragraph.range);
        // 依托园区对接规则。（责任单位：…）: assigned, however it is worded.
        if !is_opening(text) && (obliges(text) || !paragraph.within.is_empty()) {
            return self.write([paragraph], Scribe::new(self.source, index, TextRange::default()));
        }
        if let Some(last) = self.blocks.last_mut()
            && let Some((range, attribution)) = paragraph.standing.clone()
        {
            last.range.end = range.end;
            last.attributions.push((range, attribution));
        }
    }

    /// A numbered item with children is a task only by its own text.
    fn parent(&mut self, index: usize) {
        let item = &self.items[index];
        let own = &self.paragraphs[index][usize::from(item.heading_only)..];
        let assigns = own.iter().any(Paragraph::assigns);
        let body: String = own.iter().map(|p| self.source.slice(p.range)).collect();
        let title = if item.heading_only { "" } else { self.source.slice(item.title) };
        let behind = body.split_once(title).map_or(body.as_str(), |(_, behind)| behind);
        let heading = self.paragraphs[index].len() == 1 && is_one_sentence(&body) && find_modal(&body).is_none();
        let says = if is_lead_in(&body) { has_measures(without_lead_in(behind)) } else { obliges(behind) };
        if !own.is_empty() && (assigns || !heading && says) {
            self.leaf(index, index + 1);
        }
    }

    /// Writes the items from `index` to `end` as one.
    fn leaf(&mut self, index: usize, end: usize) {
        let item = &self.items[index];
        let mut own: Vec<&Paragraph> = self.paragraphs[index..end].iter().flatten().collect();
        let last = self.ends_paper(self.ends[index]) && item.path.len() + self.items.len() > 2;
        let closing = if last { self.closing(index, &mut own) } else { Vec::new() };
        let mut scribe = Scribe::new(self.source, index, item.title);
        scribe.in_article = item.style == Some(Style::Article) || end > index + 1;
        let says = own.iter().any(|p| has_words(self.source.slice(p.range)));
        scribe.opens_at = own.first().map(|p| p.range.start).filter(|_| says);
        let ranges: Vec<TextRange> = own.iter().map(|p| p.range).collect();
        scribe.fields = field::openings(self.source, &ranges);
        // One bracket on a line of its own, below all paragraphs, stands for the whole item.
        let whole = own.len() > 2 && {
            let (last, others) = (own[own.len() - 1], &own[..own.len() - 1]);
            last.standing.is_some() && !has_words(self.source.slice(last.rest())) && !others.iter().any(|p| p.assigns())
        };
        if scribe.fields.is_empty() && !item.title.is_empty() && end == index + 1 && !whole {
            scribe.fields = unnumbered::openings(self.source, &self.below_heading(item, &ranges));
        }
        let first = self.blocks.len();
        self.write(own, scribe);
        if let Some(block) = self.blocks.get_mut(first) {
            assign_by_heading(self.source, block);
        }
        for paragraph in closing {
            let mut scribe = Scribe::new(self.source, index, TextRange::default());
            scribe.unnumbered = true;
            self.write([paragraph], scribe);
        }
    }

    /// Whether nothing of the same paper stands behind the items up to `end`: the next one
    /// begins to count again.
    fn ends_paper(&self, end: usize) -> bool {
        let first = |style| self.items.iter().find(|item| item.style.is_some()).is_some_and(|item| item.style == style);
        self.items.get(end).is_none_or(|next| next.parent.is_none() && next.ordinal == 1 && first(next.style))
    }

    /// The paragraphs of an item behind its heading, the first of them on its line or
    /// below it.
    fn below_heading(&self, item: &Item, paragraphs: &[TextRange]) -> Vec<TextRange> {
        let Some((first, others)) = paragraphs.split_first() else { return Vec::new() };
        let behind = self.source.slice(TextRange::new(item.title.end, first.end));
        let text = behind.trim_start_matches(['。', '：']);
        let own = (!text.is_empty()).then(|| TextRange::new(first.end - text.len(), first.end));
        own.into_iter().chain(others.iter().copied()).collect()
    }

    fn write<'p>(&mut self, paragraphs: impl IntoIterator<Item = &'p Paragraph>, mut scribe: Scribe) {
        paragraphs.into_iter().for_each(|paragraph| scribe.paragraph(paragraph));
        self.blocks.extend(scribe.finish());
    }

    /// The paragraphs after the last item that belong to the whole notice.
    fn closing<'p>(&self, index: usize, own: &mut Vec<&'p Paragraph>) -> Vec<&'p Paragraph> {
        let item = &self.items[index];
        // Every other item has one paragraph, with its heading or below it.
        let one =
            |i: &Item| i.heading_only == item.heading_only && i.paragraphs.len() == 1 + usize::from(i.heading_only);
        let mut others = self.items.iter().filter(|i| i.style.is_some() && !i.has_children && i.path != item.path);
        let single = others.next().is_some_and(one) && others.all(one) && item.style != Some(Style::Article);
        let first = own.first().map_or("", |paragraph| self.source.slice(paragraph.range));
        let number = marker_at(first).map_or(0, |marker| marker.len);
        // 第十五条 above its text; 十八、本通知自…: what the item itself says.
        let said = first[number..].trim_start();
        // 3.本通知适用于…, with 本通知自…起施行 on a line of its own.
        let bounded = item.style != Some(Style::Article) && !takes_effect(said) && !said.contains("解释");
        let effect = || own.iter().skip(1).any(|p| takes_effect(self.source.slice(p.range)));
        if speaks_for_whole(said) && !(bounded && effect()) {
            return Vec::new();
        }
        // 高品质住宅的认定办法，由…制定: behind other words, of the matter of the whole notice.
        let opens_so = |p: &Paragraph| opens_with_matter(self.source.slice(p.range), self.title);
        let keep = 1 + usize::from(item.heading_only || !has_words(&first[number..]));
        let from = (keep..own.len()).find(|&i| {
            let text = self.source.slice(own[i].range);
            let free = !own[i..].iter().any(|p| p.assigns());
            let behind_labels = own[i - 1].standing.is_some();
            let of_all = || opens_so(own[i]) && !own[..i].iter().any(|p| opens_so(p));
            !own[i].assigns()
                && !field::opens(text)
                && (free && (single || behind_labels || of_all()) || speaks_for_whole(text))
        });
        let rest = from.map_or_else(Vec::new, |from| own.split_off(from));
        rest.into_iter().filter(|p| closes_with_order(self.source.slice(p.range))).collect()
    }
}

/// 煤炭工业可持续发展试点工作是…, of a notice about 煤炭工业可持续发展: whether `text` opens with
/// words of the title.
fn opens_with_matter(text: &str, title: &str) -> bool {
    const CHARS: usize = 4;
    let end = text.char_indices().nth(CHARS).map_or(0, |(at, _)| at);
    end > 0 && text[..end].chars().all(is_han) && title.contains(&text[..end])
}

/// 1.主办单位。县教育局、县文旅局。: a label as a heading assigns what follows it.
fn assign_by_heading(source: &Source, block: &mut Block) {
    let HeadingKind::Label(role) = HeadingKind::of(source, block.title) else { return };
    let behind = TextRange::new(block.title.end, block.range.end);
    let text = source.slice(behind);
    if find_modal(text).is_some() {
        return;
    }
    let marks = text.len() - text.trim_start_matches(['。', '：', '，', '\n']).len();
    let names = TextRange::new(behind.start + marks, behind.end);
    let attribution = attribution::read(source, names, role, Basis::Label);
    // 实施主体。县住建局是改造的实施主体，…: a sentence, no list.
    if block.attributions.is_empty() && attribution.is_some() && attribution.left_out.is_empty() {
        block.attributions.push((names, attribution));
    }
}
