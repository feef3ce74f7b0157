//! Lists within a task: objects, conditions, labels under one item, none of
//! which could be assigned by itself, stay in the block of their item. The list
//! decides as a whole; no member does by itself.

use super::announced::{
    announces_objects, defines, heads_objects, lead_in, names_own_duties, names_papers, names_qualities,
};
use super::heading::HeadingKind;
use super::paragraph::Paragraph;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::{first_len, opens_predicate, verb_at};
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::marker::Style;
use crate::lexicon::modal::find_modal;
use crate::mention::unit::tail_of;
use crate::outline::numbering::Item;
use crate::source::Source;
use crate::span::TextRange;

/// What speaks for a list that stays in its item, and how much. Members that
/// are measures of their own speak against it.
const DEFINED: i32 = 6;
const QUALIFYING: i32 = 6;
const OWN_DUTIES: i32 = 6;
const ANNOUNCED: i32 = 2;
const HEADED: i32 = 2;
const CONDITIONS: i32 = 3;
const LABELS: i32 = 4;
const BARE_NOUNS: i32 = 2;
const PARTED_BY_SEMICOLONS: i32 = 1;
const OTHERS_LAST: i32 = 2;
const MEASURES: i32 = -3;
const TITLED: i32 = -12;
/// A list stays from here on.
const STAYS: i32 = 3;

static ACTIVITY_LABELS: WordList = WordList::of(HEADING, "activity labels");

/// For each item, whether the items below it stay in its block.
pub(super) fn kept_lists(source: &Source, items: &[Item], paragraphs: &[Vec<Paragraph>]) -> Vec<bool> {
    let mut lists = vec![List::default(); items.len()];
    let mut kept = vec![false; items.len()];
    // Backwards, so that a list knows which of its members hold tasks.
    for index in (0..items.len()).rev() {
        let item = &items[index];
        lists[index].run_in = paragraphs.get(index + 1).is_some_and(|next| goes_on(source, &paragraphs[index], next));
        kept[index] = item.has_children && !is_chapter(item) && lists[index].stays(source, item, &paragraphs[index]);
        let Some(parent) = item.parent else { continue };
        let below = item.has_children.then(|| Below {
            stays: kept[index],
            assigned: lists[index].attributed > 0,
            closed: lists[index].is_closed_by_bracket(),
        });
        lists[parent].add(source, item, &paragraphs[index], below);
    }
    agree(items, &lists, &mut kept);
    kept
}

/// （一）学习之星 and （二）健康之星 stay whole: where two lists beside it do, one that orders nothing
/// stays, too.
fn agree(items: &[Item], lists: &[List], kept: &mut [bool]) {
    const ENOUGH: usize = 2;
    let mut beside = vec![0; items.len()];
    let parents = || items.iter().enumerate().filter_map(|(index, item)| Some((index, item.parent?)));
    parents().filter(|(index, _)| kept[*index]).for_each(|(_, parent)| beside[parent] += 1);
    for (index, parent) in parents() {
        kept[index] |= beside[parent] >= ENOUGH && items[index].has_children && lists[index].orders_nothing();
    }
}

/// Whether a list goes on in the paragraph of its heading: 一、支持购房。（一）…；（二）….
fn goes_on(source: &Source, heading: &[Paragraph], first: &[Paragraph]) -> bool {
    let (Some(last), Some(first)) = (heading.last(), first.first()) else { return false };
    !source.slice(TextRange::new(last.range.start, first.range.start.max(last.range.start))).contains('\n')
}

/// 第二章 申请对象和条件: its articles are rules of their own, whatever it is about.
fn is_chapter(item: &Item) -> bool {
    matches!(item.style, Some(Style::Part | Style::Chapter | Style::Section))
}

/// What stands below a member.
#[derive(Clone, Copy)]
struct Below {
    /// Whether it stays in the member.
    stays: bool,
    /// Whether anything of it is assigned.
    assigned: bool,
    /// Whether one bracket at its end assigns it.
    closed: bool,
}

/// What the members of one list are, counted.
#[derive(Clone, Default)]
struct List {
    members: usize,
    /// Members with a bracket or a label of their own, and the last one.
    attributed: usize,
    last_attributed: bool,
    /// Whether that bracket stands below the last member.
    nested: bool,
    measures: usize,
    /// Members that have members, those that are headings with text below, and
    /// those in which a unit must act.
    parents: usize,
    titled: usize,
    acting: usize,
    conditions: usize,
    labels: usize,
    nouns: usize,
    semicolons: usize,
    others_last: bool,
    /// Whether it stands in the paragraph of its heading.
    run_in: bool,
}

impl List {
    /// Counts a member; the last comes first.
    fn add(&mut self, source: &Source, item: &Item, paragraphs: &[Paragraph], below: Option<Below>) {
        let (stays, assigned_below) = below.map_or((true, false), |below| (below.stays, below.assigned));
        let assigned = paragraphs.iter().any(Paragraph::assigns);
        let text = text_of(source, item);
        let words = text.trim_end_matches(['。', '；']);
        let others = text.contains("其他") && (heads_objects(words) || words.ends_with("事项"));
        if self.members == 0 {
            self.others_last = others;
            self.nested = !assigned && below.is_some_and(|below| below.closed);
            self.last_attributed = assigned && !assigned_below || self.nested;
        }
        self.parents += usize::from(below.is_some());
        self.acting += usize::from(clauses(text).any(owes));
        self.titled += usize::from(item.heading_only && says_below(source, item));
        self.semicolons += usize::from(text.ends_with('；'));
        self.members += 1;
        self.attributed += usize::from(assigned || assigned_below);
        match Member::of(source, item) {
            _ if !stays => self.measures += 1,
            Member::Label => self.labels += 1,
            Member::Condition => self.conditions += 1,
            Member::Measure => self.measures += 1,
            Member::Noun => self.nouns += 1,
        }
    }

    fn stays(&self, source: &Source, item: &Item, paragraphs: &[Paragraph]) -> bool {
        let own_text = !item.heading_only || paragraphs.len() > 1;
        if self.attributed > 0 {
            // One bracket behind the last number stands for the whole item.
            return self.is_closed_by_bracket()
                && (own_text || self.run_in)
                && !paragraphs.iter().any(Paragraph::assigns)
                && (!self.nested || defines(source, paragraphs));
        }
        self.score(source, item, paragraphs) >= STAYS
    }

    /// 提供材料, 补贴申请应提交材料, 申请材料包括：: the papers that one brings along. No unit
    /// must act in any; below a heading none has members of its own.
    fn lists_papers(&self, heading: &str, lead_in: &str) -> bool {
        let announced = ["包括", "如下", "有", "为"].iter().find_map(|end| lead_in.strip_suffix(end)).unwrap_or("");
        let asks = names_papers(announced) || self.parents == 0 && names_papers(heading);
        asks && self.acting == 0 && self.members > 1
    }

    /// Whether most of its members are parted by semicolons, and nobody must act in any.
    fn orders_nothing(&self) -> bool {
        self.members > 1
            && (self.semicolons + 1) * 2 >= self.members
            && self.attributed + self.acting + self.parents + self.titled == 0
    }

    /// Whether one bracket behind the last of several members assigns.
    fn is_closed_by_bracket(&self) -> bool {
        self.attributed == 1 && self.last_attributed && self.members > 1
    }

    fn score(&self, source: &Source, item: &Item, paragraphs: &[Paragraph]) -> i32 {
        let most = |count: usize| count * 3 >= self.members * 2;
        let lead_in = paragraphs.last().map_or("", |p| lead_in(source.slice(p.range)));
        let title = source.slice(item.title);
        let weighed = [
            (defines(source, paragraphs), DEFINED),
            (names_qualities(title) && self.members > 1, QUALIFYING),
            (title.ends_with("对象") && self.members > 1 && self.parents + self.titled == 0, QUALIFYING),
            (self.lists_papers(heading_of(source, item), lead_in), QUALIFYING),
            (names_own_duties(lead_in), OWN_DUTIES),
            (announces_objects(lead_in), ANNOUNCED),
            (heads_objects(title) && self.members > 1, HEADED),
            (most(self.conditions), CONDITIONS),
            (most(self.labels), LABELS),
            (most(self.nouns + self.conditions + self.labels), BARE_NOUNS),
            (self.semicolons + 1 >= self.members && self.members > 1, PARTED_BY_SEMICOLONS),
            (self.others_last, OTHERS_LAST),
            (self.measures * 2 > self.members, MEASURES),
            (self.titled > 1 && most(self.titled), TITLED),
        ];
        weighed.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum()
    }
}

enum Member {
    /// 活动时间：5月12日.
    Label,
    /// 未按规定办理登记的；
    Condition,
    /// Somebody must do something.
    Measure,
    /// 身份证复印件.
    Noun,
}

impl Member {
    fn of(source: &Source, item: &Item) -> Self {
        let text = text_of(source, item);
        let title = source.slice(item.title);
        let behind = text.strip_prefix(title).unwrap_or(text);
        let label = behind.starts_with('：') && title.chars().count() <= 8 && !title.is_empty();
        if label && ACTIVITY_LABELS.closes(title) && !item.has_children {
            return Self::Label;
        }
        if HeadingKind::of(source, item.title) != HeadingKind::Measure {
            return Self::Measure;
        }
        if text.trim_end_matches(['；', '。', '，']).ends_with('的') {
            return Self::Condition;
        }
        if title.is_empty() && (is_ban(text) || is_quality(text)) {
            return Self::Condition;
        }
        if find_modal(text).is_some() || clauses(text).any(does) {
            return Self::Measure;
        }
        Self::Noun
    }
}

/// 不得泄露秘密；: what one who is named above must not do.
fn is_ban(text: &str) -> bool {
    ["不得", "不准", "禁止", "严禁"].iter().any(|ban| text.starts_with(ban))
}

/// 符合回避要求，…; 财务类专家应当具有高级职称: what people or things must be.
fn is_quality(text: &str) -> bool {
    const STATES: [&str; 6] = ["具有", "具备", "符合", "是", "为", "满足"];
    let opens = |rest: &str| STATES.iter().any(|state| rest.starts_with(state));
    let behind =
        ["应当", "应", "须", "必须"].iter().find_map(|modal| text.split_once(modal)).map_or("", |(_, rest)| rest);
    opens(behind) || text.starts_with("符合") && text.contains("要求，")
}

fn clauses(text: &str) -> impl Iterator<Item = &str> {
    text.split(['，', '。', '；', '：']).filter(|clause| !clause.is_empty())
}

/// Whether a clause says what is done: a verb at its head, or behind a unit; an
/// agent or an object before its verb.
fn does(clause: &str) -> bool {
    if ["情况", "情形", "行为", "证明", "证书"].iter().any(|noun| clause.ends_with(noun)) {
        return false;
    }
    clause.starts_with(['由', '将', '对'])
        || verb_at(clause).is_some_and(|verb| !clause[verb.len()..].is_empty())
        || acts(clause)
}

/// 县财政局负责拨付: a unit with its predicate.
fn acts(clause: &str) -> bool {
    opens_with_unit(clause, opens_predicate)
}

/// 县财政局应当拨付: a unit with its verb of obligation.
fn owes(clause: &str) -> bool {
    opens_with_unit(clause, |behind| first_len(behind, Classes::MODAL) > 0)
}

/// Whether a unit opens the clause, and what stands behind it is as asked.
fn opens_with_unit(clause: &str, behind_is: impl Fn(&str) -> bool) -> bool {
    const NAME_CHARS: usize = 16;
    clause.char_indices().take(NAME_CHARS).any(|(at, c)| {
        let (name, behind) = clause.split_at(at + c.len_utf8());
        tail_of(name).is_some() && behind_is(behind)
    })
}

/// Whether whole sentences stand below the heading of an item.
fn says_below(source: &Source, item: &Item) -> bool {
    item.paragraphs.iter().skip(1).any(|paragraph| source.slice(*paragraph).ends_with('。'))
}

/// The heading of an item, though it may be worded as a sentence: 补贴申请应提交材料.
fn heading_of<'s>(source: &'s Source, item: &Item) -> &'s str {
    if item.title.is_empty() && item.paragraphs.len() == 1 { text_of(source, item) } else { source.slice(item.title) }
}

/// The words of an item's first paragraph behind its number.
fn text_of<'s>(source: &'s Source, item: &Item) -> &'s str {
    item.paragraphs.first().map_or("", |first| source.slice(TextRange::new(item.title.start, first.end)))
}
