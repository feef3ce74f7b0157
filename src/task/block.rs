//! Cuts the items of a text into tasks: at responsibility brackets, at fields
//! of work, at paragraphs that stand beside them.

use super::attribution::{self, Attribution};
use super::field::{self, Opening};
use super::label::label_at;
use crate::analysis::{Basis, Role};
use crate::lexicon::modal::find_modal;
use crate::lexicon::openers::Openers;
use crate::mention::unit::is_unit;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;
use std::sync::LazyLock;

/// A bracket longer than this (bytes) is no responsibility bracket.
const BRACKET_BYTES: usize = 3000;

/// An item with children whose own text is a sentence up to this long has only
/// a heading: （三）推进便利化，打造分拨中心。
const HEADING_CHARS: usize = 45;

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

/// Writes the blocks of one item.
struct Scribe<'s, 't> {
    source: &'s Source<'t>,
    item: usize,
    item_title: TextRange,
    unnumbered: bool,
    fields: Vec<Opening>,
    done: Vec<Block>,
    open: Option<Block>,
    /// Whether a field of work has been opened.
    in_fields: bool,
    /// Whether the open block ends with label lines: more may follow.
    labelled: bool,
}

impl<'s, 't> Scribe<'s, 't> {
    fn new(source: &'s Source<'t>, item: usize, item_title: TextRange) -> Self {
        Self {
            source,
            item,
            item_title,
            unnumbered: false,
            fields: Vec::new(),
            done: Vec::new(),
            open: None,
            in_fields: false,
            labelled: false,
        }
    }

    fn paragraph(&mut self, paragraph: TextRange) {
        let mut paragraph = paragraph;
        if let Some((range, attribution)) = standing_attribution(self.source, paragraph) {
            self.attach(range, attribution);
            paragraph.start = range.end;
            if !has_words(self.source.slice(paragraph)) {
                return;
            }
        }
        let text = self.source.slice(paragraph);
        if self.labelled && !opens_with_label(text) {
            self.close();
        }
        let field = self.fields.iter().any(|f| f.at == paragraph.start);
        let beside = is_beside(text) || self.in_fields && text.contains("也要");
        if !field && beside && self.open.as_ref().is_some_and(|b| b.range.end > self.item_title.end + 3) {
            self.close();
            self.start(paragraph.start, TextRange::default());
        }
        let mut at = paragraph.start;
        let mut cuts = self.cuts(paragraph).into_iter().peekable();
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
    fn cuts(&self, paragraph: TextRange) -> Vec<Cut> {
        let inside = |at: usize| paragraph.start <= at && at < paragraph.end;
        let mut cuts: Vec<Cut> = self.fields.iter().filter(|f| inside(f.at)).map(|f| Cut::Field(*f)).collect();
        let labels = label_runs(self.source, paragraph);
        let mut brackets = brackets(self.source, paragraph);
        brackets.retain(|(bracket, _)| !labels.iter().any(|(labels, _)| labels.covers(*bracket)));
        cuts.extend(brackets.into_iter().chain(labels).map(|(range, a)| Cut::Bracket(range, a)));
        cuts.sort_by_key(|cut| match cut {
            Cut::Field(opening) => opening.at,
            Cut::Bracket(range, _) => range.start,
        });
        cuts
    }

    /// Adds the words from `at` to `end` to the open block, or opens one.
    fn extend(&mut self, at: usize, end: usize) {
        let piece = self.source.slice(TextRange::new(at, end));
        let skipped = piece.len() - piece.trim_start_matches(is_mark).len();
        if self.open.is_none() {
            if !has_words(piece) || is_formula(&piece[skipped..]) {
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

    fn finish(mut self) -> Vec<Block> {
        self.close();
        self.done
    }
}

enum Cut {
    Field(Opening),
    Bracket(TextRange, Attribution),
}

fn is_mark(c: char) -> bool {
    matches!(c, '。' | '；' | '，' | '、' | '：' | '\n' | '）' | ']' | '】')
}

/// Whether a piece says anything: more than an orphan of a page break.
fn has_words(piece: &str) -> bool {
    piece.chars().filter(|c| !is_mark(*c) && !matches!(c, '（' | '”' | '“')).take(4).count() == 4
}

/// The responsibility brackets of a paragraph, with their marks.
fn brackets(source: &Source, paragraph: TextRange) -> Vec<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    let mut found = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '（' | '[' | '【' => open.push(at),
            '）' | ']' | '】' => {
                let Some(start) = open.pop() else { continue };
                if at - start > BRACKET_BYTES || !open.is_empty() && at - open[0] < BRACKET_BYTES {
                    continue;
                }
                let width = text[start..].chars().next().map_or(0, char::len_utf8);
                let inner = TextRange::new(start + width, at).shift(paragraph.start);
                let whole = TextRange::new(start, at + c.len_utf8());
                if let Some(attribution) = bracket(source, inner, &text[..start], &text[whole.end..]) {
                    found.push((whole.shift(paragraph.start), attribution));
                }
            }
            _ => {}
        }
    }
    found
}

/// The labels behind the words of a paragraph, and what they say:
/// …消除隐患。责任单位：县应急局。完成时限：6月底前。
fn label_runs(source: &Source, paragraph: TextRange) -> Vec<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    let mut found = Vec::new();
    let mut end = 0;
    for start in part_starts(text) {
        if start < end || label_at(&text[start..]).is_none() {
            continue;
        }
        let sentences = text[start..].split_inclusive('。').take_while(|sentence| label_at(sentence).is_some());
        end = start + sentences.map(str::len).sum::<usize>();
        let range = TextRange::new(start, end).shift(paragraph.start);
        let attribution = attribution::read(source, range, Role::Responsible, Basis::Label);
        if attribution.is_some() {
            found.push((range, attribution));
        }
    }
    found
}

/// Where a sentence, or a part of one, opens behind another, outside brackets.
fn part_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut depth = 0i32;
    text.char_indices().filter_map(move |(at, c)| {
        match c {
            '（' => depth += 1,
            '）' => depth = (depth - 1).max(0),
            _ => {}
        }
        (depth == 0 && matches!(c, '。' | '；' | '！' | '）')).then_some(at + c.len_utf8())
    })
}

/// Words that open a bracket which explains what stands before it.
static GLOSSES: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new(["以下简称", "简称", "含", "包括", "如", "即", "原", "见", "详见", "不含", "除", "不包括", "附"])
});

/// Words of a bracket that assigns.
static ASSIGNING: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "负责", "牵头", "落实", "配合", "会同", "参与", "协助", "协办", "承办", "主办", "实施", "指导", "督促", "监督",
        "单位", "部门",
    ])
});

/// Reads one bracket, given the words around it.
fn bracket(source: &Source, inner: TextRange, before: &str, after: &str) -> Option<Attribution> {
    let text = source.slice(inner);
    if GLOSSES.at(text).next().is_some() || !may_assign(text) {
        return None;
    }
    let attribution = attribution::read(source, inner, Role::Responsible, Basis::Attribution);
    let ends_text = after.chars().all(is_mark) || after.starts_with('。') || is_formula(after);
    let opens_behind_sentence = before.is_empty() || before.ends_with(['。', '；', '！']);
    let placed = ends_text && opens_behind_sentence;
    (attribution.is_some() && (attribution.explicit || placed)).then_some(attribution)
}

/// A quick look before the full reading: a verb of responsibility, or a name's end.
fn may_assign(text: &str) -> bool {
    let last = text.trim_end_matches(is_mark).rsplit(['、', '，']).next().unwrap_or(text);
    ASSIGNING.within(text) || is_unit(last) || last.ends_with('等')
}

/// The attribution that a paragraph opens with: a bracket alone, or labels.
fn standing_attribution(source: &Source, paragraph: TextRange) -> Option<(TextRange, Attribution)> {
    let text = source.slice(paragraph);
    if label_at(text).is_some() {
        let range = TextRange::new(paragraph.start, paragraph.start + labels_end(text, 0));
        return Some((range, attribution::read(source, range, Role::Responsible, Basis::Label)));
    }
    if text.len() > BRACKET_BYTES {
        return None;
    }
    let body = text.strip_prefix(['（', '[', '【'])?.trim_end_matches('。').strip_suffix(['）', ']', '】'])?;
    if !is_balanced(body) {
        return None;
    }
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inner = TextRange::new(open, open + body.len()).shift(paragraph.start);
    bracket(source, inner, "", "").map(|attribution| (paragraph, attribution))
}

/// Where the labels end that start at `start`: with the sentence behind which
/// no further label follows.
fn labels_end(text: &str, start: usize) -> usize {
    let mut end = start;
    loop {
        let Some(stop) = text[end..].find('。') else { return text.len() };
        end += stop + "。".len();
        if label_at(&text[end..]).is_none() {
            return end;
        }
    }
}

/// 工作目标：…: a line that names what it says.
fn opens_with_label(text: &str) -> bool {
    const LABEL_CHARS: usize = 9;
    text.chars().take(LABEL_CHARS).take_while(|c| !matches!(c, '，' | '。' | '、')).any(|c| c == '：')
}

/// Whether every bracket within closes within: （一）…（…负责） is not one bracket.
fn is_balanced(body: &str) -> bool {
    let mut depth = 0i32;
    for c in body.chars() {
        match c {
            '（' | '[' | '【' => depth += 1,
            '）' | ']' | '】' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// 其他行业领域也要…: a paragraph beside the fields or items before it.
fn is_beside(text: &str) -> bool {
    ["其他", "其它", "此外", "另外"].iter().any(|w| text.starts_with(w)) && obliges(text)
}

/// Verbs of a text that orders something without a verb of obligation.
static OBLIGING: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "请", "严格", "加强", "开展", "落实", "推进", "完善", "建立", "强化", "组织", "报送", "上报", "做好", "抓好",
        "确保",
    ])
});

/// Whether a text orders something.
fn obliges(text: &str) -> bool {
    find_modal(text).is_some() || OBLIGING.within(text)
}

fn is_one_sentence(text: &str) -> bool {
    text.chars().count() <= HEADING_CHARS && !text.trim_end_matches('。').contains(['。', '；'])
}

/// 现就…通知如下：
fn is_lead_in(text: &str) -> bool {
    let end = text.trim_end_matches(is_mark);
    text.ends_with('：') || ["如下", "以下", "以下工作", "以下任务", "以下措施"].iter().any(|w| end.ends_with(w))
}

/// The paragraphs of a notice without numbers that say why, not what.
fn is_opening(text: &str) -> bool {
    let forwards = ["印发给你们", "转发给你们", "印发你们", "转发你们", "印发实施"].iter().any(|w| text.contains(w));
    forwards
        || is_lead_in(text)
        || is_formula(text)
        || ["为贯彻", "为深入", "为进一步", "为认真", "为切实", "为做好", "近期", "近年来", "根据"]
            .iter()
            .any(|w| text.starts_with(w))
            && text.ends_with('：')
}

/// 特此通知; 本通知自印发之日起施行.
fn is_formula(text: &str) -> bool {
    [
        "特此", "本通知", "本意见", "本方案", "本办法", "自本", "自印发", "自发布", "附件", "附：", "联系人",
        "联系电话", "（联系", "此件", "（此件", "未尽事宜",
    ]
    .iter()
    .any(|w| text.starts_with(w))
}

/// A closing paragraph speaks for the notice as a whole, not for its last item.
fn speaks_for_whole(text: &str) -> bool {
    is_formula(text)
        || ["各地各部门要", "各地、各部门要", "各级各部门要", "请各", "各单位要结合实际", "各单位请"]
            .iter()
            .any(|w| text.starts_with(w))
}
