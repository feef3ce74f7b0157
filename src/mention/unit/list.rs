//! Takes a list of units apart: 县安委办、应急局和住建局等部门.
//!
//! A list says what its members share only once: a level at its head, an
//! ending at its tail, 各 before a whole row. Each member gets back what it
//! shares, except in distributive names (各市、县人民政府), which stay one.

use super::cores::{self, Core};
use super::levels::level_of;
use super::tails::{is_place, is_unit, tail_of};
use crate::analysis::{Level, UnitCategory};
use crate::lexicon::numeral::is_numeral_char;
use crate::lexicon::openers::Openers;
use crate::source::Source;
use crate::span::TextRange;
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
    for (piece, joint) in split(text) {
        // 教育部等有关部门和单位: the last word names nobody either.
        if vague_before && joint == Joint::And && is_vague(&text[piece.start..piece.end]) {
            continue;
        }
        let (before, after) = cut_at_and_others(&text[piece.start..piece.end]);
        let kind = after.and_then(tail_of_kind);
        let whole = kind.is_some() && !(all_bare(&members) && tail_of(before).is_none());
        let (before, after) = if whole { (&text[piece.start..piece.end], None) } else { (before, after) };
        let kept = TextRange::new(piece.start, piece.start + before.len());
        members.push(Member::new(source, kept.trim(text), range.start, joint));
        let Some(after) = after else {
            vague_before = false;
            continue;
        };
        let joined = ["和", "及", "以及", "与"].iter().find_map(|w| after.strip_prefix(w));
        open |= joined.is_some();
        let after = joined.unwrap_or(after);
        if let Some(tail) = kind {
            share_tail(&mut members, tail);
            continue;
        }
        vague_before = is_vague(after);
        if vague_before {
            open = true;
        } else {
            let rest = TextRange::new(piece.end - after.len(), piece.end);
            members.push(Member::new(source, rest, range.start, Joint::AndOthers));
        }
        if after.ends_with("部门") && is_vague(after) {
            share_tail(&mut members, "部门");
        } else if after == "单位" && members.len() > 1 && all_bare(&members) {
            share_tail(&mut members, "单位");
        }
    }
    members.retain(|m| !m.name.is_empty());
    merge_distributive(source, &mut members, range.start);
    give_back_tails(&mut members);
    give_back_heads(&mut members);
    give_back_levels(&mut members, level);
    let mut units: Vec<UnitName> = members.into_iter().map(Member::finish).collect();
    know_places(&mut units);
    UnitList { units, open }
}

/// 城关街道、柳林镇: a place is a unit beside units, or beside other places.
fn know_places(units: &mut [UnitName]) {
    let firm = units.iter().filter(|u| u.known || is_place(&u.name)).count();
    if firm > 1 {
        for unit in units.iter_mut().filter(|u| is_place(&u.name)) {
            unit.known = true;
        }
    }
}

/// The words of a name without the line ends within. Names keep the full width
/// of the cleaned view: 乡镇(街道) and 乡镇（街道） are one.
fn name_of(words: &str) -> String {
    words.chars().filter(|c| !c.is_control()).collect()
}

/// How a bracket opens that says what the unit before it does.
const GLOSSES: &[&str] = &["负责", "主要负责", "含", "包括"];

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

    fn finish(mut self) -> UnitName {
        // 县教育局（负责学校）: what it does there is no part of its name.
        if let Some(open) = self.name.rfind('（')
            && GLOSSES.iter().any(|gloss| self.name[open + "（".len()..].starts_with(gloss))
        {
            self.name.truncate(open);
        }
        let known = is_unit(&self.name) || cores::starts_with_core(&self.name) == Some(Core::Whole);
        UnitName { known, name: self.name, range: self.range }
    }
}

/// Cuts a list at its separators, outside brackets. 和 and its like cut only
/// behind a complete name: 市规划和自然资源局 is one.
fn split(text: &str) -> Vec<(TextRange, Joint)> {
    let mut pieces = Vec::new();
    let (mut start, mut depth, mut joint) = (0, 0i32, Joint::Start);
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        match c {
            '（' | '《' | '“' | '〔' => depth += 1,
            '）' | '》' | '”' | '〕' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth > 0 {
            continue;
        }
        let Some((len, next)) = separator(&text[at..]) else { continue };
        let weak = matches!(next, Joint::And | Joint::AndIts);
        if weak && !completes_name(&text[start..at]) {
            continue;
        }
        pieces.push((TextRange::new(start, at), joint));
        start = at + len;
        skip_to = start;
        joint = next;
    }
    pieces.push((TextRange::new(start, text.len()), joint));
    pieces
}

/// What holds two members apart; where one opens with another, the longer
/// stands first.
static SEPARATORS: LazyLock<Openers<Joint>> = LazyLock::new(|| {
    Openers::with([
        ("、", Joint::Pause),
        ("，", Joint::Comma),
        ("；", Joint::Comma),
        ("/", Joint::Pause),
        ("\u{b}", Joint::Comma),
        ("\n", Joint::Comma),
        ("以及", Joint::And),
        ("及其", Joint::AndIts),
        ("及", Joint::And),
        ("和", Joint::And),
        ("与", Joint::And),
    ])
});

fn separator(text: &str) -> Option<(usize, Joint)> {
    SEPARATORS.entries(text).next().map(|(word, joint)| (word.len(), *joint))
}

/// Whether `left` is a whole name, so that 和 behind it opens another one.
fn completes_name(left: &str) -> bool {
    let left = left.trim_start_matches(['、', '，']);
    tail_of(left).is_some() || matches!(left, "市" | "县" | "省" | "区")
}

/// Cuts `县应急局等有关部门` into the name and what 等 adds.
fn cut_at_and_others(piece: &str) -> (&str, Option<&str>) {
    for (at, word) in piece.match_indices('等') {
        let after = &piece[at + word.len()..];
        let before = &piece[..at];
        let grade = ["级", "待", "同", "于", "号", "次", "以上", "以下"].iter().any(|w| after.starts_with(w))
            || before.ends_with(is_numeral_char);
        let one_name = !is_vague(after) && tail_of_kind(after).is_none() && !completes_name(before);
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
            | "方面"
            | "机构"
            | "职能部门"
            | "部门按职责"
            | "部门分别"
            | "责任单位"
    )
}

/// 监管部门 of 住建、交通等行业监管部门: what the members are each.
fn tail_of_kind(after: &str) -> Option<&str> {
    let kind = ["行业", "重点", "公用", "高危"].iter().find_map(|word| after.strip_prefix(word)).unwrap_or(after);
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
    let is_bare = |m: &Member| !m.name.is_empty() && tail_of(&m.name).is_none();
    let all = members.iter().all(is_bare);
    for member in members.iter_mut().filter(|m| is_bare(m)) {
        if all || cores::starts_with_core(&member.name) == Some(Core::Part) && cores::is_field(&member.name) {
            member.name.push_str(tail);
        }
    }
}

/// 各市、县人民政府 and 各委、办、局 stay one name.
fn merge_distributive(source: &Source, members: &mut Vec<Member>, base: usize) {
    let mut i = 0;
    while i + 1 < members.len() {
        let (left, right) = (&members[i], &members[i + 1]);
        let joined = matches!(right.joint, Joint::Pause | Joint::And);
        if joined && right.range.start >= base && stays_one(&left.name, &right.name) {
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
    const TERRITORIES: &[&str] = &[
        "省", "自治区", "直辖市", "设区市", "设区的市", "市", "县", "区", "旗", "州", "盟", "乡镇", "乡", "镇", "街道",
        "社区", "村",
    ];
    let last = left.rsplit(['、', '各']).next().unwrap_or(left);
    let distributes = left.contains('各');
    // 各省、自治区、直辖市和计划单列市税务局、畜牧兽医厅（局、委）
    let national = distributes && ["自治区", "直辖市"].iter().any(|t| left.contains(t));
    if national && (right.starts_with("计划单列市") || left.contains("计划单列市") && tail_of(left).is_none())
    {
        return true;
    }
    let territory = |name: &str| TERRITORIES.contains(&name.trim_start_matches('各'));
    let opens = TERRITORIES.iter().any(|t| right.starts_with(t)) && (territory(right) || level_or_territory(right));
    let offices = |name: &str| {
        matches!(
            name,
            "委" | "办"
                | "局"
                | "厅"
                | "部"
                | "会"
                | "院"
                | "行"
                | "社"
                | "司"
                | "处"
                | "室"
                | "队"
                | "站"
                | "所"
                | "镇"
                | "街道"
        )
    };
    let row = distributes && offices(last);
    distributes && territory(last) && opens || row && offices(right)
}

/// 县人民政府, 街道办事处 behind 各市、.
fn level_or_territory(name: &str) -> bool {
    let rest = level_of(name).map_or(name, |(word, _)| &name[word.len()..]);
    rest.is_empty() || !is_directly_under(name) && tail_of(rest).is_some()
}

/// 省直有关部门: its level is its own, no other name shares what follows it.
fn is_directly_under(name: &str) -> bool {
    level_of(name).is_some_and(|(word, _)| name[word.len()..].starts_with(['直', '属']))
}

/// 高新区、经开区管委会; 市、县政府; 煤矿、非煤矿山安全专业委员会办公室.
fn give_back_tails(members: &mut [Member]) {
    for i in (0..members.len().saturating_sub(1)).rev() {
        if !matches!(members[i + 1].joint, Joint::Pause | Joint::And | Joint::AndIts) {
            continue;
        }
        let next = members[i + 1].name.clone();
        if members[i].joint == Joint::AndIts && shares_office(&members[i].name, &next) {
            members[i].name.push_str("办公室");
            continue;
        }
        if let Some(name) = with_tail_of(&members[i].name, &next) {
            members[i].name = name;
            members[i].shares = true;
            if let Some(own) = one_of_levels(&next) {
                members[i + 1].name = own;
            }
        }
    }
}

/// 县生态环境部门 of 市、县两级生态环境部门; 县级 of 市、县两级.
fn one_of_levels(name: &str) -> Option<String> {
    let (at, number) = ["两级", "三级", "四级"].iter().find_map(|n| name.find(n).map(|at| (at, n)))?;
    let (level, rest) = (&name[..at], &name[at + number.len()..]);
    let alone = level.chars().count() == 1 || level_of(level).is_some_and(|(word, _)| word == level);
    alone.then(|| if rest.is_empty() { format!("{level}级") } else { format!("{level}{rest}") })
}

/// 总指挥部、专项指挥部办公室: the offices of both.
fn shares_office(bare: &str, next: &str) -> bool {
    let body = next.strip_suffix("办公室").and_then(tail_of).map(|t| t.word);
    tail_of(bare).is_some_and(|t| body.is_some_and(|b| t.word.ends_with(b) || b.ends_with(t.word)))
}

/// Endings that two names can share, longest first.
const SHARED_TAILS: &[&str] = &[
    "安全生产专业委员会办公室", "安全专业委员会办公室", "专业委员会办公室", "专业委员会", "领导小组办公室",
    "指挥部办公室", "人民政府", "街道办事处", "行业主管部门", "主管部门", "监管部门", "管委会", "分公司", "办公室",
    "部门", "企业", "单位", "机构", "学院", "局", "矿井", "煤矿", "科室", "处室", "部室", "股室", "病区", "车间",
];

/// The whole of `bare`, which leaves its ending to `next`.
fn with_tail_of(bare: &str, next: &str) -> Option<String> {
    let word = bare.trim_start_matches('各');
    if bare.chars().count() == 1
        && let Some(own) = one_of_levels(next)
        && let Some(rest) = own.char_indices().nth(1).map(|(at, _)| &own[at..])
    {
        return Some(format!("{bare}{rest}"));
    }
    if let Some(place) = branch_of_brand(bare, next) {
        return Some(format!("{bare}{place}"));
    }
    if let Some((level, _)) = level_of(word)
        && (level == word || word == format!("{level}级"))
    {
        let rest = level_of(next.trim_start_matches('各')).map(|(l, _)| &next.trim_start_matches('各')[l.len()..])?;
        if rest.is_empty() || is_directly_under(next) {
            return None;
        }
        let rest = ["两级", "三级", "四级"].iter().find_map(|n| rest.strip_prefix(n)).unwrap_or(rest);
        let rest = if rest.is_empty() { "级" } else { rest };
        return Some(if word.ends_with('级') {
            format!("{bare}{}", rest.strip_prefix('级').unwrap_or(rest))
        } else {
            format!("{bare}{rest}")
        });
    }
    let territory = ["高新区", "经开区", "开发区", "示范区", "新区"].iter().any(|t| bare.ends_with(t));
    if territory && next.ends_with("管委会") && next.len() > "管委会".len() {
        return Some(format!("{bare}管委会"));
    }
    let whole = cores::starts_with_core(bare) == Some(Core::Whole);
    if tail_of(bare).is_some_and(|t| t.word != "煤矿" && t.word != "矿山") || bare.is_empty() || whole {
        return None;
    }
    let tail = SHARED_TAILS.iter().find(|tail| next.len() > tail.len() && next.ends_with(**tail))?;
    let field = level_of(bare).map_or(bare, |(level, _)| &bare[level.len()..]);
    if *tail == "局" && cores::starts_with_core(field).is_none() {
        return None;
    }
    let department =
        next.strip_suffix("部门").map(|core| level_of(core).map_or(core, |(level, _)| &core[level.len()..]));
    let kind = if department.is_some_and(cores::is_field) { "部门" } else { qualified(next, tail) };
    Some(format!("{bare}{kind}"))
}

/// 运营单位 of 地下商场运营单位, whose `tail` is 单位: what the units do belongs to
/// the ending that they share.
fn qualified<'n>(name: &'n str, tail: &str) -> &'n str {
    const DEEDS: &[&str] = &[
        "生产经营", "监督管理", "行政主管", "行业监管", "运营", "经营", "管理", "运输", "生产", "施工", "建设", "使用",
        "监管", "主管", "执法", "服务", "销售", "培训", "检测", "勘察", "设计", "监理", "所属", "产权", "运维",
    ];
    let head = &name[..name.len() - tail.len()];
    let noun = matches!(tail, "单位" | "企业" | "部门" | "机构");
    let deed = DEEDS.iter().find(|deed| noun && head.len() > deed.len() && head.ends_with(**deed));
    &name[head.len() - deed.map_or(0, |deed| deed.len())..]
}

/// 青岭分公司 of 中国电信、中国移动青岭分公司: firms that share a place.
fn branch_of_brand<'n>(bare: &str, next: &'n str) -> Option<&'n str> {
    const BRANDS: &[&str] =
        &["中国电信", "中国移动", "中国联通", "中国铁塔", "中国广电", "电信", "移动", "联通", "铁塔", "广电"];
    let place = BRANDS.iter().find_map(|brand| next.strip_prefix(brand))?;
    (BRANDS.contains(&bare) && place.ends_with("公司")).then_some(place)
}

/// 各级总指挥部和专项指挥部; 国务院各部委、各直属机构; 各级政府及其办公室.
fn give_back_heads(members: &mut [Member]) {
    for i in 1..members.len() {
        let close = matches!(members[i].joint, Joint::Pause | Joint::And | Joint::AndIts);
        if !close {
            continue;
        }
        let (left, right) = (members[i - 1].name.clone(), members[i].name.clone());
        if let Some(head) =
            shared_head(&members[i - 1]).filter(|_| !right.starts_with('各') && level_of(&right).is_none())
        {
            members[i].name = format!("{head}{right}");
            continue;
        }
        if let Some(name) = with_head_of(&left, &right, members[i].joint) {
            members[i].name = name;
        }
    }
}

/// The head of a member that shares its ending, and so its head too: 各 of
/// 各临床、医技、职能科室, 各市 of 各市教育、公安部门.
fn shared_head(left: &Member) -> Option<&str> {
    let each = left.name.strip_prefix('各').filter(|rest| left.shares && !rest.starts_with('级'))?;
    let territory = each_territory(&left.name).filter(|head| head.len() < left.name.len());
    territory.or(Some(&left.name[..left.name.len() - each.len()]))
}

/// Short nouns that take 各 from the member before them.
const TAKE_EACH: &[&str] = &[
    "部门", "单位", "企业", "学院", "直属单位", "直属机构", "街道", "街道办事处", "处室", "科室", "部处", "系", "机构",
    "部室", "子公司", "分公司", "直属部门", "附属单位", "教辅单位", "直附属单位", "幼儿园", "股室", "车间", "班组",
];

/// Endings of such nouns with a word before them: 直管项目部.
const TAKE_EACH_ENDINGS: &[&str] = &["项目部", "子公司", "分公司", "直属单位", "附属单位", "所属单位", "中心校"];

/// The territories in 各县（市、区）党委, whose government follows.
fn each_head(left: &str) -> Option<&str> {
    let head = ["党委", "党工委", "政府", "人民政府"].iter().find_map(|organ| left.strip_suffix(organ))?;
    (head.starts_with('各') && tail_of(head).is_some()).then_some(head)
}

fn with_head_of(left: &str, right: &str, joint: Joint) -> Option<String> {
    if let Some(each) = left.strip_suffix('委').filter(|each| each_territory(left) == Some(each))
        && matches!(right, "政府" | "人民政府")
    {
        return Some(format!("{each}{right}"));
    }
    if joint != Joint::Pause
        && matches!(right, "政府" | "人民政府" | "党委" | "管委会")
        && let Some(each) = each_head(left)
    {
        return Some(format!("{each}{right}"));
    }
    let bare = right.strip_prefix('其').unwrap_or(right);
    if joint == Joint::AndIts || left.starts_with("各级") {
        let own = ["各", "有关", "相关", "负有", "企业", "生产经营", "社会", "国有", "重点", "行业"]
            .iter()
            .any(|w| bare.starts_with(w));
        let levelled = level_of(bare).is_some_and(|(word, _)| bare.len() > word.len());
        if left.starts_with("各级") && !own && !levelled && tail_of(bare).is_some() {
            return Some(format!("各级{bare}"));
        }
    }
    if let Some(at) = left.find("有关").filter(|_| right.starts_with("有关")) {
        let organ = tail_of(&left[..at]).is_some_and(|t| t.category == UnitCategory::Government);
        return organ.then(|| format!("{}{right}", &left[..at]));
    }
    if let (Some(at), Some(rest)) = (left.find('各'), right.strip_prefix('各')) {
        let head = &left[..at];
        let organ = tail_of(head).is_some_and(|t| t.category == UnitCategory::Government || head.ends_with('委'));
        return (organ && level_of(rest).is_none()).then(|| format!("{head}{right}"));
    }
    let township = |name: &str| level_of(name).is_some_and(|(_, level)| level == Level::Township);
    let peers = left.strip_prefix('各').is_some_and(township)
        && township(right)
        && ["人民政府", "政府", "办事处"].iter().any(|organ| right.ends_with(organ));
    let taken = TAKE_EACH.contains(&right)
        || TAKE_EACH_ENDINGS.iter().any(|end| right.ends_with(end) && right.chars().count() <= end.chars().count() + 2);
    if let Some(at) = left.find('各').filter(|at| taken && left[..*at].ends_with(['直', '属', '关', '办', '局']))
    {
        return Some(format!("{}各{right}", &left[..at]));
    }
    (left.starts_with('各') && (peers || taken)).then(|| format!("各{right}"))
}

/// Gives the level at the head of the list to the bare members behind it.
fn give_back_levels(members: &mut [Member], level: &mut Option<String>) {
    for member in members {
        match own_level(&member.name) {
            Some(own) => *level = Some(own),
            None => {
                if let Some(level) = level.as_deref().filter(|_| cores::takes_level(&member.name)) {
                    member.name = join_level(level, &member.name);
                }
            }
        }
    }
}

/// The territories whose departments a list may name one by one: 各市,
/// 各县（市、区）, 各省、自治区、直辖市.
fn each_territory(name: &str) -> Option<&str> {
    const NAMES: &str = "省市州盟县区旗乡镇";
    const PROVINCES: &[&str] =
        &["各省、自治区、直辖市和计划单列市", "各省、自治区、直辖市及计划单列市", "各省、自治区、直辖市"];
    if let Some(provinces) = PROVINCES.iter().find(|provinces| name.starts_with(**provinces)) {
        return Some(&name[..provinces.len()]);
    }
    let rest = name.strip_prefix('各')?;
    let plain = rest.len() - rest.trim_start_matches(|c| NAMES.contains(c)).len();
    // The last 市 opens the field: 各市市场监管局.
    let plain = if rest[..plain].ends_with("市市") { plain - "市".len() } else { plain };
    let after = &rest[plain..];
    let bracket = after.strip_prefix('（').and_then(|inner| {
        let end = inner.find('）')?;
        inner[..end]
            .chars()
            .all(|c| "、自治直辖".contains(c) || NAMES.contains(c))
            .then_some("（".len() + end + "）".len())
    });
    let len = "各".len() + plain + bracket.unwrap_or(0);
    (plain > 0).then(|| &name[..len])
}

/// 县 of 县应急局; 青岭县 of 青岭县应急局; 县委 of 县委宣传部.
fn own_level(name: &str) -> Option<String> {
    if let Some((word, level)) = level_of(name) {
        let rest = &name[word.len()..];
        let party = rest.starts_with('委') && cores::is_party_office(&rest["委".len()..]);
        let below_national = level != Level::National && !rest.is_empty();
        return below_national.then(|| if party { format!("{word}委") } else { word.to_owned() });
    }
    if let Some(each) = each_territory(name) {
        return cores::starts_with_core(&name[each.len()..]).map(|_| each.to_owned());
    }
    if let Some(at) = name.find("兵团").map(|at| at + "兵团".len())
        && cores::starts_with_core(&name[at..]).is_some()
    {
        return Some(name[..at].to_owned());
    }
    let (at, word) =
        name.char_indices().skip(2).take(3).find_map(|(i, _)| level_of(&name[i..]).map(|(word, _)| (i, word)))?;
    let rest = &name[at + word.len()..];
    let named = matches!(word, "省" | "市" | "县" | "区" | "州" | "旗") && cores::starts_with_core(rest).is_some();
    named.then(|| name[..at + word.len()].to_owned())
}

fn join_level(level: &str, name: &str) -> String {
    match level.strip_suffix('委') {
        Some(bare) if !bare.is_empty() && !cores::is_party_office(name) => format!("{bare}{name}"),
        _ => format!("{level}{name}"),
    }
}
