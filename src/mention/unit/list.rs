//! Takes a list of units apart: 县安委办、应急局和住建局等部门.
//!
//! A list says what its members share only once: a level at its head, an
//! ending at its tail, 各 before a whole row. Each member gets back what it
//! shares, except in distributive names (各市、县人民政府), which stay one.

mod level;
mod shared_head;
mod shared_tail;

use super::cores::{self, Core};
use super::levels::{climbs, level_of};
use super::tails::{is_place, is_unit, tail_of};
use super::territory::{each_territory, goes_on, is_row};
use crate::analysis::UnitCategory;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::{lexemes_at, without_last};
use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::numeral::is_numeral_char;
use crate::lexicon::openers::Openers;
use crate::lexicon::words::{Word, WordClass, words_at};
use crate::source::Source;
use crate::span::TextRange;
use level::give_back_levels;
use shared_head::give_back_heads;
use shared_tail::give_back_tails;
use std::sync::LazyLock;

/// One member of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// Its full name, in the notice's own words.
    pub name: String,
    /// The words that say it.
    pub range: TextRange,
    /// Whether it looks like the name of a unit.
    pub known: bool,
    /// Whether the whole of it does: 县应急局主责 is a unit with a duty that nobody
    /// knows.
    pub sure: bool,
}

/// A list of units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitList {
    /// Its members in order.
    pub units: Vec<UnitName>,
    /// Whether it goes on with 等部门.
    pub open: bool,
}

impl UnitList {
    /// Whether it has members and all of them look like units.
    pub fn is_sound(&self) -> bool {
        !self.units.is_empty() && self.units.iter().all(|u| u.known)
    }
}

/// Reads the list of units in `range` of the cleaned view.
///
/// ```
/// use notice_analyzer::{TextRange, mention::unit::unit_list, source::Source};
/// let source = Source::new("县安委办、应急局和住建局等部门");
/// let list = unit_list(&source, TextRange::new(0, source.clean().len()));
/// let names: Vec<&str> = list.units.iter().map(|u| u.name.as_str()).collect();
/// assert_eq!(names, ["县安委办", "县应急局", "县住建局"]);
/// assert!(list.open);
/// ```
pub fn unit_list(source: &Source, range: TextRange) -> UnitList {
    unit_list_after(source, range, &mut None)
}

/// Reads a list that goes on from another one: its bare members take the
/// `level` in force (县住建局牵头，财政局配合), which this list may change.
pub fn unit_list_after(source: &Source, range: TextRange, level: &mut Option<String>) -> UnitList {
    let text = source.slice(range);
    let (mut open, mut vague_before) = (false, false);
    let mut members = Vec::new();
    for (piece, joint) in split(source, range) {
        // 教育部等有关部门和单位: the last word names nobody either.
        if vague_before && joint == Joint::And && is_vague(&text[piece.start..piece.end]) {
            continue;
        }
        let (before, after) = cut_at_and_others(&text[piece.start..piece.end]);
        let kind = after.and_then(tail_of_kind);
        let whole = kind.is_some() && !(all_bare(&members) && tail_of(before).is_none());
        let (before, after) = if whole { (&text[piece.start..piece.end], None) } else { (before, after) };
        let mut kept = TextRange::new(piece.start, piece.start + before.len());
        let mut joint = joint;
        // 铁路、水路和航空等服务单位: the last two share the ending, too.
        if let Some((bare, last)) = before.split_once('和').filter(|_| after.is_some() && kind.is_some())
            && joint == Joint::Pause
            && !bare.is_empty()
            && [bare, last].iter().all(|name| tail_of(name).is_none() && level_of(name).is_none())
            && !cores::is_field(before)
        {
            members.push(Member::new(source, TextRange::new(kept.start, kept.start + bare.len()), range.start, joint));
            kept.start += before.len() - last.len();
            joint = Joint::And;
        }
        members.push(Member::new(source, kept.trim(text), range.start, joint));
        let Some(after) = after else {
            vague_before = false;
            continue;
        };
        let joined = ["和", "及", "以及", "与"].iter().find_map(|w| after.strip_prefix(w));
        open |= joined.is_some();
        let after = joined.unwrap_or(after);
        if let Some(tail) = kind {
            // 水、电、燃气等市政公用服务企业: what one character says names no firm.
            if members.iter().any(|member| member.name.chars().nth(1).is_none()) {
                members.retain(|member| tail_of(&member.name).is_some());
                let rest = TextRange::new(piece.end - after.len(), piece.end);
                members.push(Member::new(source, rest, range.start, Joint::AndOthers));
            } else {
                share_tail(&mut members, tail);
            }
            continue;
        }
        vague_before = is_vague(after);
        let others = is_others(after) || sums_up(after);
        if others {
            share_tail(&mut members, "部门");
        }
        if vague_before || others {
            open = true;
        } else {
            let rest = TextRange::new(piece.end - after.len(), piece.end);
            members.push(Member::new(source, rest, range.start, Joint::AndOthers));
        }
        if after.ends_with("部门") && is_vague(after) {
            share_tail(&mut members, "部门");
        } else if matches!(after, "单位" | "相关单位" | "有关单位")
            && members.len() > 1
            && (all_bare(&members) || members.len() > BARE_MEMBERS)
        {
            share_tail(&mut members, "单位");
        }
    }
    members.retain(|m| !m.name.is_empty());
    merge_distributive(source, &mut members, range.start);
    give_back_tails(&mut members);
    give_back_heads(&mut members);
    give_back_levels(&mut members, level);
    let mut units: Vec<UnitName> = members.into_iter().map(|member| member.finish(source)).collect();
    know_places(&mut units);
    UnitList { units, open }
}

/// 城关街道、柳林镇: a place is a unit beside units, or beside other places.
fn know_places(units: &mut [UnitName]) {
    let firm = units.iter().filter(|u| u.known || is_place(&u.name)).count();
    if firm > 1 {
        for unit in units.iter_mut().filter(|u| is_place(&u.name)) {
            unit.known = true;
            unit.sure = true;
        }
    }
}

/// The words of a name without the line ends within. Names keep the full width
/// of the cleaned view: 乡镇(街道) and 乡镇（街道） are one.
fn name_of(words: &str) -> String {
    words.split(char::is_control).collect()
}

/// A list of more members may hold whole names among the fields that 单位 closes.
const BARE_MEMBERS: usize = 3;
static GLOSSES: WordList = WordList::of(UNIT, "glosses");

/// What stands before a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    /// Nothing: it is the first.
    Start,
    /// 、
    Pause,
    /// ， or ；
    Comma,
    /// 和, 及, 以及, 与
    And,
    /// 及其
    AndIts,
    /// 等
    AndOthers,
}

#[derive(Clone, Debug)]
struct Member {
    /// The name so far, in the cleaned view's characters.
    name: String,
    range: TextRange,
    joint: Joint,
    /// Whether its ending is that of the member behind it.
    shares: bool,
}

impl Member {
    fn new(source: &Source, piece: TextRange, base: usize, joint: Joint) -> Self {
        let range = piece.shift(base);
        let name = name_of(source.slice(range));
        Self { name, range, joint, shares: false }
    }

    /// The same words under another name.
    fn renamed(&self, name: String) -> Self {
        Self { name, ..self.clone() }
    }

    fn finish(mut self, source: &Source) -> UnitName {
        // What the office calls a unit is one, as it stands or with what its list shares.
        let named = source.is_named(self.range);
        if let Some(open) = gloss_in(&self.name).filter(|open| source.knows(&self.name[..*open])) {
            self.name.truncate(open);
        }
        if named || source.knows(&self.name) {
            let name = if source.knows(&self.name) { self.name } else { name_of(source.slice(self.range)) };
            return UnitName { name, range: self.range, known: true, sure: true };
        }
        if let Some(open) = gloss_in(&self.name) {
            self.name.truncate(open);
        }
        // 其|主管部门: whoever's it is.
        if self
            .name
            .strip_prefix('其')
            .is_some_and(|own| !own.starts_with(['他', '它', '余']) && tail_of(own).is_some())
        {
            self.name.drain(..'其'.len_utf8());
        }
        let known = is_unit(&self.name) || cores::starts_with_core(&self.name) == Some(Core::Whole);
        if !known && let Some(len) = before_duty(&self.name) {
            self.name.truncate(len);
            return UnitName { known: true, sure: false, name: self.name, range: self.range };
        }
        UnitName { known, sure: known, name: self.name, range: self.range }
    }
}

/// Where the bracket of 县教育局（负责学校） opens: what it does there is no part of its
/// name.
fn gloss_in(name: &str) -> Option<usize> {
    let (open, gloss) = [('（', '）'), ('〈', '〉'), ('<', '>')].iter().find_map(|(open, close)| {
        let at = name.strip_suffix(*close)?.rfind(*open)?;
        Some((at, &name[at + open.len_utf8()..]))
    })?;
    (GLOSSES.opens(gloss) || gloss.ends_with("不发）")).then_some(open)
}

/// The bytes of the whole unit that `name` opens with, where a few characters
/// more stand behind it: 县应急局|主责.
pub(super) fn before_duty(name: &str) -> Option<usize> {
    const DUTY_CHARS: usize = 4;
    const ORGANS: &[char] = &['局', '委', '办', '厅', '部', '府'];
    let ends = name.char_indices().rev().take(DUTY_CHARS).map(|(at, _)| at);
    ends.filter(|&end| name[..end].ends_with(ORGANS) && name[..end].chars().count() > 2).find(|&end| {
        let people = without_last(&name[end..], Classes::PERSON) == Some("");
        // 省（部）: a bracket belongs to the name.
        let closed = name[..end].contains('（') == name[..end].contains('）');
        !people && closed && tail_of(&name[..end]).is_some() && tail_of(name).is_none() && !cuts_word(name, end)
    })
}

/// Whether a word of two characters stands across `at`: 工作部|署.
fn cuts_word(name: &str, at: usize) -> bool {
    let before = name[..at].char_indices().next_back().map_or(0, |(before, _)| before);
    words_at(&name[before..]).next().is_some()
}

/// Cuts a list at its separators, outside brackets, and where a space stands
/// between two whole names. 和 and its like cut only behind a whole name, too:
/// 市规划和自然资源局 is one.
fn split(source: &Source, range: TextRange) -> Vec<(TextRange, Joint)> {
    let text = source.slice(range);
    let mut pieces = Vec::new();
    let (mut start, mut depth, mut joint) = (0, 0i32, Joint::Start);
    let mut skip_to = 0;
    let spaces: Vec<usize> = source.spaces(range).collect();
    for (at, c) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if let Some(end) = source.named_at(range.start + at).filter(|end| *end <= range.end) {
            skip_to = end - range.start;
            continue;
        }
        match c {
            '（' | '《' | '“' | '〔' | '〈' => depth += 1,
            '）' | '》' | '”' | '〕' | '〉' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let spaced = at > start
            && spaces.binary_search(&(range.start + at)).is_ok()
            && parts_at_space(&text[start..at], &text[at..]);
        let (len, next) = match separator(&text[at..]) {
            Some(separator) => separator,
            None if spaced => (0, Joint::Pause),
            None => continue,
        };
        let weak = matches!(next, Joint::And | Joint::AndIts);
        let opens_each = text[at + len..].starts_with('各') || !pieces.is_empty() && is_others(&text[at + len..]);
        let (own, behind) = (&text[start..at], &text[at + len..]);
        let trades = !pieces.is_empty() && (are_trades(own, behind) || are_fields(own, &text[start..]))
            || share_noun(own, behind);
        let (left, right) = (&text[start..at], &text[at + len..]);
        // 被征收人, but 领导和支持.
        let people =
            own.chars().nth(2).is_some() && without_last(own, Classes::PERSON).is_some() && tail_of(behind).is_some();
        let levelled =
            people || ends_in_body(left) && (opens_level(right) || left.contains('各') && tail_of(right).is_some());
        if weak
            && !opens_each
            && !are_levels(left, right)
            && !trades
            && !levelled
            && !completes_name(&text[start..at])
            && !source.named_before(range.start + at)
        {
            continue;
        }
        pieces.push((TextRange::new(start, at), joint));
        start = at + len;
        skip_to = start.max(at + 1);
        joint = next;
    }
    pieces.push((TextRange::new(start, text.len()), joint));
    pieces
}

/// Whether a space between two stretches holds two names apart: the left one is
/// whole, and no place that an office may be named after (矿山 安委会).
fn parts_at_space(left: &str, right: &str) -> bool {
    let opens = level_of(right).is_some() || right.starts_with('各');
    tail_of(left).is_some_and(|tail| tail.category != UnitCategory::Enterprise || opens)
}

/// What holds two members apart; where one opens with another, the longer
/// stands first.
static SEPARATORS: LazyLock<Openers<Joint>> = LazyLock::new(|| {
    Openers::with([
        ("、", Joint::Pause),
        ("，", Joint::Comma),
        ("；", Joint::Comma),
        ("·", Joint::Pause),
        ("\u{b}", Joint::Comma),
        ("\n", Joint::Comma),
        ("特别是", Joint::Comma),
        ("尤其是", Joint::Comma),
        ("以及", Joint::And),
        ("及其", Joint::AndIts),
        ("及", Joint::And),
        ("和", Joint::And),
        ("或者", Joint::And),
        ("或", Joint::And),
        ("与", Joint::And),
    ])
});

fn separator(text: &str) -> Option<(usize, Joint)> {
    // 及|其他部门.
    if text.starts_with("及其他") {
        return Some(("及".len(), Joint::And));
    }
    SEPARATORS.entries(text).next().map(|(word, joint)| (word.len(), *joint))
}

/// 中央 and 地方各级政府 of 中央和地方各级政府: levels that share what follows.
fn are_levels(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(['、', '，']);
    let left = left.strip_suffix('级').unwrap_or(left);
    let whole = level_of(left).filter(|(word, _)| *word == left).map(|(_, level)| level);
    // 中央和国家机关 is one.
    let other = whole.is_some_and(|level| level_of(right).is_none_or(|(_, next)| next != level));
    other && behind_level(right).is_some_and(|organ| tail_of(organ).is_some())
}

/// What stands behind the level that `name` opens with: 政府 of 地方各级政府.
fn behind_level(name: &str) -> Option<&str> {
    let local = ["地方各级", "地方"].iter().find_map(|local| name.strip_prefix(local));
    local.or_else(|| level_of(name).map(|(word, _)| &name[word.len()..]))
}

/// 施工 and 监理单位 of 设计、施工和监理单位: what bodies are named after.
fn are_trades(left: &str, right: &str) -> bool {
    let trade = |text: &str| lexemes_at(text).any(|(word, own)| own.has(Classes::NAMER) && word == text);
    let body = |rest: &str| ["单位", "企业", "部门", "机构"].contains(&rest);
    trade(left) && lexemes_at(right).any(|(word, own)| own.has(Classes::NAMER) && body(&right[word.len()..]))
}

/// 价格 of 粮食、价格和商务部门: a field beside another one, which close the list that `text` is
/// the rest of; 自然资源和规划 is one.
fn are_fields(left: &str, text: &str) -> bool {
    let fields = text.strip_suffix("部门").unwrap_or_default().trim_end_matches('等');
    cores::is_field(left) && fields.len() > left.len() && !cores::is_field(fields) && !fields.contains(['、', '，'])
}

/// 医疗 of 医疗和教育单位: two words that one noun closes.
fn share_noun(left: &str, right: &str) -> bool {
    const STEM_CHARS: usize = 2;
    let stem = ["单位", "企业", "机构"].iter().find_map(|noun| right.strip_suffix(noun)).unwrap_or_default();
    let word = |text: &str| {
        let plain = |word: Word| matches!(word.class, WordClass::Noun | WordClass::VerbalNoun | WordClass::Verb);
        text.chars().count() == STEM_CHARS && words_at(text).any(|word| word.len == text.len() && plain(word))
    };
    word(left) && word(stem)
}

/// 区房管局 of 实施主体和区房管局: a name with its level.
fn opens_level(right: &str) -> bool {
    let end = right.find(['、', '，', '和', '及']).unwrap_or(right.len());
    let name = &right[..end];
    level_of(name).is_some_and(|(word, _)| word.len() < name.len()) && tail_of(name).is_some()
}

/// 实施主体, 服务网点: a noun that names who acts, though no unit ends so.
fn ends_in_body(left: &str) -> bool {
    ["主体", "网点", "窗口", "平台", "小区", "园区", "站点"].iter().any(|body| left.ends_with(body))
}

/// Whether `left` is a whole name, so that 和 behind it opens another one.
fn completes_name(left: &str) -> bool {
    let left = left.trim_start_matches(['、', '，']);
    // 县城投公司（以下简称县城投）|和….
    let left = gloss_in(left).map_or(left, |open| &left[..open]);
    tail_of(left).is_some()
        || is_place(left)
        || matches!(left.strip_suffix(['直', '属']).unwrap_or(left), "市" | "县" | "省" | "区")
}

/// Cuts `县应急局等有关部门` into the name and what 等 adds.
fn cut_at_and_others(piece: &str) -> (&str, Option<&str>) {
    for (at, word) in piece.match_indices('等') {
        let after = &piece[at + word.len()..];
        let before = &piece[..at];
        let grade = ["级", "待", "同", "于", "号", "次", "以上", "以下"].iter().any(|w| after.starts_with(w))
            || before.ends_with(is_numeral_char);
        let summed = is_others(after) || cores::is_field(before) && sums_up(after);
        let one_name = !is_vague(after) && !summed && tail_of_kind(after).is_none() && !completes_name(before);
        if at > 0 && !grade && !one_name {
            return (&piece[..at], Some(after));
        }
    }
    (piece, None)
}

/// 部门, 有关单位, 市直有关部门: names nobody in particular.
fn is_vague(after: &str) -> bool {
    let rest = ["市", "县", "省", "区", "州"].iter().find_map(|l| after.strip_prefix(l)).unwrap_or(after);
    let rest = ["直", "级"].iter().find_map(|l| rest.strip_prefix(l)).unwrap_or(rest);
    let rest = ["有关", "相关", "重点", "各", "多个", "多", "几个", "若干"]
        .iter()
        .find_map(|l| rest.strip_prefix(l))
        .unwrap_or(rest);
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "两三四五六七八九十个".contains(c));
    matches!(
        rest,
        "" | "部门"
            | "单位"
            | "部门单位"
            | "部门和单位"
            | "部门、单位"
            | "方"
            | "方面"
            | "机构"
            | "职能部门"
            | "主管部门（单位）"
            | "部门（单位）"
            | "单位（部门）"
            | "部门按职责"
            | "部门分别"
            | "责任单位"
    )
}

/// 相关部门, 市场监管领域有关部门: departments of a field or of any, as those before it are.
fn is_others(after: &str) -> bool {
    ["有关部门", "相关部门", "职能部门"].iter().any(|others| after.ends_with(others)) && !after.contains(['、', '和'])
}

/// 审核部门 of 人力资源社会保障等审核部门: what its members are for.
fn sums_up(after: &str) -> bool {
    const ROLE_CHARS: usize = 6;
    let role = after.strip_suffix("部门").unwrap_or_default();
    (2..=ROLE_CHARS).contains(&role.chars().count())
        && !role.contains(['、', '和', '及', '的'])
        && level_of(role).is_none()
        && !role.starts_with('各')
        && tail_of_kind(after).is_none()
}

/// 监管部门 of 住建、交通等行业监管部门: what the members are each.
fn tail_of_kind(after: &str) -> Option<&str> {
    let kind = ["行业", "重点", "公用", "高危"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
    const KIND_CHARS: usize = 8;
    if ["服务单位", "服务机构", "服务企业"].iter().any(|tail| kind.ends_with(tail))
        && kind.chars().count() <= KIND_CHARS
    {
        return Some(kind);
    }
    matches!(
        kind,
        "监管部门"
            | "主管部门"
            | "监督管理部门"
            | "行政主管部门"
            | "行政部门"
            | "执法部门"
            | "企业"
            | "机构"
    )
    .then_some(kind)
}

fn all_bare(members: &[Member]) -> bool {
    !members.is_empty() && members.iter().all(|m| tail_of(&m.name).is_none())
}

/// Gives `tail` to every bare member (交通、公安等部门), and to a last one that a
/// department is named after (市税务局、外管等部门).
fn share_tail(members: &mut [Member], tail: &str) {
    let is_level = |m: &Member| level_of(&m.name).is_some_and(|(word, _)| word == m.name);
    let is_bare = |m: &Member| !m.name.is_empty() && !is_level(m) && tail_of(&m.name).is_none();
    let all = members.iter().all(|m| is_level(m) || is_bare(m));
    let bare = members.iter().filter(|m| is_bare(m)).count();
    let in_field = |m: &&Member| is_bare(m) && cores::opens_with_field(&m.name);
    // 教育、司法行政、外来人员服务管理、工会等单位: most of the bare ones are fields.
    let most = bare > 2 && members.iter().filter(in_field).count() * 3 >= bare * 2;
    for member in members.iter_mut().filter(|m| is_bare(m)) {
        if all || most || cores::starts_with_core(&member.name) == Some(Core::Part) && cores::is_field(&member.name) {
            // 公共交通 and 交通服务单位: what both say is said once.
            let doubled = member.name.chars().rev().take(2).collect::<Vec<char>>();
            let doubled: String = doubled.into_iter().rev().collect();
            member.name.push_str(tail.strip_prefix(doubled.as_str()).unwrap_or(tail));
            member.shares = true;
        }
    }
}

/// 各市、县人民政府 and 各委、办、局 stay one name.
fn merge_distributive(source: &Source, members: &mut Vec<Member>, base: usize) {
    let mut i = 0;
    while i + 1 < members.len() {
        let (left, right) = (&members[i], &members[i + 1]);
        let row = left.name == "省" && right.name == "市";
        let row = row && members.get(i + 2).is_some_and(|next| next.name.starts_with("自治区"));
        let joined = matches!(right.joint, Joint::Pause | Joint::And);
        if joined && right.range.start >= base && (row || stays_one(&left.name, &right.name)) {
            let range = TextRange::new(left.range.start, right.range.end);
            let joint = left.joint;
            members[i] = Member { name: name_of(source.slice(range)), range, joint, shares: false };
            members.remove(i + 1);
        } else {
            i += 1;
        }
    }
}

fn stays_one(left: &str, right: &str) -> bool {
    // 省、自治区、直辖市人民政府: peers, and so one class.
    let peers = |row: &str| row.split('、').all(|word| matches!(word, "省" | "市" | "自治区"));
    if peers(left) && ["自治区", "直辖市"].iter().any(|word| right.starts_with(word)) {
        return true;
    }
    let office = left.rsplit(['、', '各', '关']).next().unwrap_or(left);
    if (left.contains('各') || left.contains("有关")) && is_bare_office(office) && is_bare_office(right) {
        return true;
    }
    let related = || ["有关", "相关"].iter().any(|word| left.starts_with(word)).then_some(0);
    let Some(at) = left.find('各').or_else(related) else { return false };
    let organ = |rest: &str| tail_of(rest).is_some() || cores::starts_with_core(rest).is_some();
    // 各省、自治区农业农村、畜牧兽医厅: a row whose organ is still to come.
    let open = each_territory(&left[at..]).is_some_and(|row| row.contains('、')) && tail_of(left).is_none();
    let row = is_row(&left[at..]) && goes_on(right, organ) && !climbs(office, right);
    row || open && !is_row(&left[at..])
}

/// 委, 办, 局 of 各委、办、局.
fn is_bare_office(name: &str) -> bool {
    let name = name.split('（').next().unwrap_or(name);
    let one = name.chars().nth(1).is_none();
    one && name.chars().all(|c| "委办局厅部会院行社司处室队站所".contains(c))
}

/// 省直有关部门: its level is its own, no other name shares what follows it.
fn is_directly_under(name: &str) -> bool {
    level_of(name).is_some_and(|(word, _)| name[word.len()..].starts_with(['直', '属']))
}
