//! Lists within a task: objects, conditions, labels under one item, none of
//! which could be assigned by itself, stay in the block of their item. The list
//! decides as a whole; no member does by itself.

use super::heading::HeadingKind;
use super::paragraph::Paragraph;
use crate::lexicon::lexemes::{opens_predicate, verb_at};
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
/// A list stays from here on.
const STAYS: i32 = 3;

static OBJECTS: WordList = WordList::of(HEADING, "objects");
static QUALITIES: WordList = WordList::of(HEADING, "qualities");
/// Characters of a heading that names nothing else, at most.
const QUALITY_CHARS: usize = 8;
static DUTIES: WordList = WordList::of(HEADING, "duties");
static COPULAS: WordList = WordList::of(HEADING, "copulas");
static ACTIVITY_LABELS: WordList = WordList::of(HEADING, "activity labels");

/// For each item, whether the items below it stay in its block.
pub(super) fn kept_lists(source: &Source, items: &[Item], paragraphs: &[Vec<Paragraph>]) -> Vec<bool> {
    let mut lists = vec![List::default(); items.len()];
    let mut kept = vec![false; items.len()];
    // Backwards, so that a list knows which of its members hold tasks.
    for index in (0..items.len()).rev() {
        let item = &items[index];
        kept[index] = item.has_children && !is_chapter(item) && lists[index].stays(source, item, &paragraphs[index]);
        let Some(parent) = item.parent else { continue };
        let below = item.has_children.then(|| Below {
            stays: kept[index],
            assigned: lists[index].attributed > 0,
            closed: lists[index].is_closed_by_bracket(),
        });
        lists[parent].add(source, item, &paragraphs[index], below);
    }
    kept
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
    conditions: usize,
    labels: usize,
    nouns: usize,
    semicolons: usize,
    others_last: bool,
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
                && own_text
                && !paragraphs.iter().any(Paragraph::assigns)
                && (!self.nested || defines(source, paragraphs));
        }
        self.score(source, item, paragraphs) >= STAYS
    }

    /// Whether one bracket behind the last of several members assigns.
    fn is_closed_by_bracket(&self) -> bool {
        self.attributed == 1 && self.last_attributed && self.members > 1
    }

    fn score(&self, source: &Source, item: &Item, paragraphs: &[Paragraph]) -> i32 {
        let most = |count: usize| count * 3 >= self.members * 2;
        let lead_in = paragraphs.last().map_or("", |p| lead_in(source.slice(p.range)));
        let weighed = [
            (defines(source, paragraphs), DEFINED),
            (names_qualities(source.slice(item.title)) && self.members > 1, QUALIFYING),
            (names_own_duties(lead_in), OWN_DUTIES),
            (announces_objects(lead_in), ANNOUNCED),
            (heads_objects(source.slice(item.title)) && self.members > 1, HEADED),
            (most(self.conditions), CONDITIONS),
            (most(self.labels), LABELS),
            (most(self.nouns + self.conditions + self.labels), BARE_NOUNS),
            (self.semicolons + 1 >= self.members && self.members > 1, PARTED_BY_SEMICOLONS),
            (self.others_last, OTHERS_LAST),
            (self.measures * 2 > self.members, MEASURES),
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
        if find_modal(text).is_some() || clauses(text).any(does) {
            return Self::Measure;
        }
        Self::Noun
    }
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
    const NAME_CHARS: usize = 16;
    clause.char_indices().take(NAME_CHARS).any(|(at, c)| {
        let (name, behind) = clause.split_at(at + c.len_utf8());
        tail_of(name).is_some() && opens_predicate(behind)
    })
}

/// The last clause in front of a list: 申请材料包括：
fn lead_in(text: &str) -> &str {
    let body = text.trim_end_matches(['：', '。', '；', ':']);
    body.rsplit(['。', '；', '，', '：']).next().unwrap_or(body)
}

/// What 下列 stands before.
fn listed(lead_in: &str) -> Option<&str> {
    ["下列", "以下"].iter().find_map(|word| lead_in.split_once(word)).map(|(_, noun)| noun)
}

/// Whether a clause above a list says that it defines what the sentence speaks
/// of: 对符合以下条件之一的家庭，给予补贴。
fn defines(source: &Source, paragraphs: &[Paragraph]) -> bool {
    let above = paragraphs.last().map_or("", |paragraph| source.slice(paragraph.range));
    above.split(['。', '；', '，', '：']).any(defines_objects)
}

/// 符合下列条件之一的, 存在下列问题的社会团体: the list says what the sentence
/// speaks of.
fn defines_objects(lead_in: &str) -> bool {
    const HEAD_CHARS: usize = 8;
    listed(lead_in).is_some_and(|noun| {
        let relative =
            noun.split_once('的').is_some_and(|(head, _)| head.chars().take(HEAD_CHARS + 1).count() <= HEAD_CHARS);
        let opens = || OBJECTS.opens(noun);
        relative || noun.contains("之一") || heads_objects(noun) || opens()
    })
}

/// 申请材料包括, 重点是, 按以下顺序登记.
fn announces_objects(lead_in: &str) -> bool {
    let head = lead_in.trim_end_matches("如下").trim_end_matches("主要");
    listed(lead_in).is_some_and(|noun| !noun.is_empty() && !names_duties(noun))
        || head.len() < lead_in.len() && heads_objects(head)
        || COPULAS.closes(lead_in) && !names_duties(lead_in)
}

/// 县政府全体会议的主要任务是: what one body is there for, not what is handed out.
fn names_own_duties(lead_in: &str) -> bool {
    let named = ["主要任务是", "任务是", "主要职责是", "职责是"].iter().find_map(|words| lead_in.strip_suffix(words));
    named.and_then(|owner| owner.strip_suffix('的')).is_some_and(|owner| tail_of(owner).is_some())
}

/// 申报条件, 享受补贴的条件: a noun, not what is to be done with one (调整贷款的放款条件).
fn names_qualities(heading: &str) -> bool {
    let owned = ["享受", "具备", "符合", "申请", "申报", "参加"].iter().any(|verb| heading.starts_with(verb));
    if owned && heading.ends_with("条件") {
        return true;
    }
    // 转贷的办理条件如下: it announces nothing but them.
    if let Some(announced) = heading.strip_suffix("如下") {
        return QUALITIES.closes(announced);
    }
    let brief = heading.chars().nth(QUALITY_CHARS).is_none() && !heading.contains('的');
    brief && !QUALITIES.contains(heading) && QUALITIES.closes(heading)
}

fn heads_objects(noun: &str) -> bool {
    OBJECTS.closes(noun)
}

fn names_duties(noun: &str) -> bool {
    DUTIES.iter().any(|duty| noun.contains(duty))
}

/// The words of an item's first paragraph behind its number.
fn text_of<'s>(source: &'s Source, item: &Item) -> &'s str {
    item.paragraphs.first().map_or("", |first| source.slice(TextRange::new(item.title.start, first.end)))
}
