//! Endings that several members of a list share.

use super::{Joint, Member, before_duty, behind_level, is_directly_under};
use crate::analysis::{Level, UnitCategory};
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::without_last;
use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::words::{WordClass, words_at};
use crate::mention::unit::cores::{self, Core};
use crate::mention::unit::levels::{climbs, level_of};
use crate::mention::unit::tails::tail_of;

/// 高新区、经开区管委会; 市、县政府; 煤矿、非煤矿山安全专业委员会办公室.
pub(super) fn give_back_tails(members: &mut [Member]) {
    for i in (0..members.len().saturating_sub(1)).rev() {
        if !matches!(members[i + 1].joint, Joint::Pause | Joint::And | Joint::AndIts) {
            continue;
        }
        let next = members[i + 1].name.clone();
        if members[i].joint == Joint::AndIts && shares_office(&members[i].name, &next) {
            members[i].name.push_str("办公室");
            continue;
        }
        let of_row = || {
            let row = i > 0 && names_territory(&members[i - 1].name) || members[i + 1].shares;
            let organ = organ_of_territory(&next).filter(|_| row && names_territory(&members[i].name))?;
            Some(format!("{}{organ}", members[i].name))
        };
        if let Some(name) = with_tail_of(&members[i].name, &next).or_else(of_row) {
            members[i].name = name;
            members[i].shares = true;
            if let Some(own) = one_of_levels(&next) {
                members[i + 1].name = own;
            }
        }
    }
}

/// 云溪省, 青原自治区: the name of a territory, and no more.
fn names_territory(name: &str) -> bool {
    organ_of_territory(name).is_some_and(str::is_empty)
}

/// 商务厅 of 云溪省商务厅; nothing of 云溪省.
fn organ_of_territory(name: &str) -> Option<&str> {
    const NAME_CHARS: usize = 2;
    let at = ["自治区", "省", "市"].iter().find_map(|kind| name.find(kind).map(|at| at + kind.len()))?;
    let (territory, organ) = name.split_at(at);
    let named = territory.chars().count() > NAME_CHARS && !territory.starts_with(['各', '全', '有', '相', '本', '你']);
    (named && (organ.is_empty() || tail_of(organ).is_some())).then_some(organ)
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

/// 政策 of 政策性.
const ADJECTIVE_CHARS: usize = 2;
static SHARED_TAILS: WordList = WordList::of(UNIT, "shared tails");

/// The whole of `bare`, which leaves its ending to `next`.
fn with_tail_of(bare: &str, next: &str) -> Option<String> {
    let word = bare.trim_start_matches('各');
    if let Some(name) = stationed(bare, next) {
        return Some(name);
    }
    if let Some(owned) = owned(bare, next) {
        return Some(format!("{bare}{owned}"));
    }
    if bare.chars().count() == 1
        && let Some(own) = one_of_levels(next)
        && let Some(rest) = own.char_indices().nth(1).map(|(at, _)| &own[at..])
    {
        return Some(format!("{bare}{rest}"));
    }
    // 开发性、政策性银行: adjectives in front of one noun.
    if let Some((adjective, noun)) = next.split_once('性')
        && bare.ends_with('性')
        && adjective.chars().count() == ADJECTIVE_CHARS
        && tail_of(noun).is_some()
    {
        return Some(format!("{bare}{noun}"));
    }
    if let Some(place) = branch_of_brand(bare, next) {
        return Some(format!("{bare}{place}"));
    }
    if let Some((level, own)) = level_of(word)
        && (level == word || word == format!("{level}级"))
    {
        if next.starts_with('各') && !bare.starts_with("各级") || climbs(word, next) {
            return None;
        }
        let rest = behind_level(next.trim_start_matches('各'))?;
        // 县（市）人民政府: the bracket is of the county.
        let behind_note = rest.strip_prefix('（').and_then(|note| note.split_once('）'));
        let rest = behind_note.map_or(rest, |(_, rest)| rest.trim_start_matches('区'));
        if rest.is_empty() || is_directly_under(next) {
            return None;
        }
        let rest = ["两级", "三级", "四级"].iter().find_map(|n| rest.strip_prefix(n)).unwrap_or(rest);
        let rest = if rest.is_empty() { "级" } else { rest };
        // 国家 beside 省级指挥部.
        let rest = if own == Level::National { rest.strip_prefix('级').unwrap_or(rest) } else { rest };
        return Some(if word.ends_with('级') {
            format!("{bare}{}", rest.strip_prefix('级').unwrap_or(rest))
        } else {
            format!("{bare}{rest}")
        });
    }
    // 各省、自治区、直辖市及计划单列市、新疆生产建设兵团发展改革委.
    if bare.starts_with("各省")
        && bare.ends_with('市')
        && let Some((_, organ)) = next.split_once("兵团")
        && !organ.is_empty()
    {
        return Some(format!("{bare}{organ}"));
    }
    if let Some(kind) = place_kind(bare, next) {
        return Some(format!("{bare}{kind}"));
    }
    static BOARDED: WordList = WordList::of(UNIT, "boarded zones");
    let territory = BOARDED.closes(bare);
    if territory && next.ends_with("管委会") && next.len() > "管委会".len() {
        return Some(format!("{bare}管委会"));
    }
    let whole = cores::starts_with_core(bare) == Some(Core::Whole);
    if tail_of(bare).is_some_and(|t| t.word != "煤矿" && t.word != "矿山") || bare.is_empty() || whole {
        return None;
    }
    let tail = SHARED_TAILS.iter().find(|tail| next.len() > tail.len() && next.ends_with(**tail))?;
    let whole_unit = before_duty(bare).is_some() || bare.strip_suffix('）').is_some_and(|_| ends_before_bracket(bare));
    if whole_unit || bare.ends_with(*tail) || !is_stem(bare) {
        return None;
    }
    let field = level_of(bare).map_or(bare, |(level, _)| &bare[level.len()..]);
    // 房管所、县住建局: 所 is an ending of its own.
    let ends = field.ends_with(['所', '站', '队', '馆', '院', '室', '园']);
    if *tail == "局" && (ends || cores::starts_with_core(field).is_none() || cores::opens_with_whole(field)) {
        return None;
    }
    let department =
        next.strip_suffix("部门").map(|core| level_of(core).map_or(core, |(level, _)| &core[level.len()..]));
    let kind = if department.is_some_and(cores::are_fields) { "部门" } else { qualified(bare, next, tail) };
    // 财政、社会组织管理部门: 管理 is part of what the other one is called.
    let managed = matches!(kind, "管理部门" | "监督管理部门") && (cores::is_field(field) || bare.ends_with("管理"));
    let kind = if managed { "部门" } else { kind };
    Some(format!("{bare}{kind}"))
}

/// 中央驻岭各单位 of 中央、省属驻岭各单位; 县直各单位 of 县直、驻县各单位.
fn stationed(bare: &str, next: &str) -> Option<String> {
    let at = next.find('驻')?;
    let level = |name: &str| {
        let word = without_grade(name);
        level_of(word).is_some_and(|(own, _)| own == word)
    };
    let owner = &next[..at];
    if !level(bare) || !owner.is_empty() && !level(owner) {
        return None;
    }
    if without_grade(bare) == bare {
        return (!owner.is_empty()).then(|| format!("{bare}{}", &next[at..]));
    }
    let tail = tail_of(next)?.word;
    let head = &next[..next.len() - tail.len()];
    let open = ["各", "有关", "相关"].iter().filter_map(|word| head.rfind(word)).max().unwrap_or(head.len());
    Some(format!("{bare}{}", &next[open..]))
}

/// 县 of 县直, 县属.
fn without_grade(level: &str) -> &str {
    level.strip_suffix(['直', '属']).unwrap_or(level)
}

/// 属（管）各学校 of 县教育局、县人社局属（管）各学校.
fn owned<'n>(bare: &str, next: &'n str) -> Option<&'n str> {
    if !next.contains('属') {
        return None;
    }
    let at = ["直属各", "属各", "属（管）各", "（直）属各"].iter().filter_map(|word| next.find(word)).min()?;
    let organ = |name: &str| {
        let body = tail_of(name).is_some_and(|tail| !matches!(tail.category, UnitCategory::Class));
        body && name.chars().count() > 2 && !name.contains(['各', '属'])
    };
    (organ(bare) && organ(&next[..at])).then_some(&next[at..])
}

/// 市 of 长沙、株洲市, 市水利局 of 长沙、株洲市水利局: places of one kind.
fn place_kind<'n>(bare: &str, next: &'n str) -> Option<&'n str> {
    let place = |name: &str| words_at(name).any(|word| word.len == name.len() && word.class == WordClass::Place);
    let kind = |kind: &str| {
        let at = next.find(kind).filter(|at| *at > 0)?;
        let end = at + kind.len();
        let named = place(&next[..at]) || place(&next[..end]);
        (named && (end == next.len() || tail_of(&next[end..]).is_some())).then_some(at)
    };
    if !place(bare) || bare.ends_with(['省', '市', '县', '区', '州', '旗']) {
        return None;
    }
    ["省", "市", "县"].into_iter().find_map(kind).map(|at| &next[at..])
}

/// Whether a unit ends before the bracket that closes `name`: 县直各单位（学校）.
fn ends_before_bracket(name: &str) -> bool {
    name.rfind('（').is_some_and(|open| tail_of(&name[..open]).is_some())
}

/// Whether `bare` can be what a body is named after: a level, a field, a trade, a
/// few words; not a matter such as 会务费.
fn is_stem(bare: &str) -> bool {
    const STEM_CHARS: usize = 12;
    let matter =
        ["费", "款", "物", "率", "量", "额", "表", "书", "证", "平台", "基地"].iter().any(|end| bare.ends_with(end));
    // 省、自治区、直辖市发展改革: its territories are no part of the stem.
    let stem = bare.rsplit("、直辖市").next().unwrap_or(bare);
    !matter && without_last(bare, Classes::PERSON).is_none() && stem.chars().count() <= STEM_CHARS
}

/// 运营单位 of 地下商场运营单位, whose `tail` is 单位: what the units do belongs to
/// the ending that they share.
fn qualified<'n>(bare: &str, name: &'n str, tail: &str) -> &'n str {
    static DEEDS: WordList = WordList::of(UNIT, "deeds");
    let head = &name[..name.len() - tail.len()];
    let noun = matches!(tail, "单位" | "企业" | "部门" | "机构");
    // 水、电、气供应企业: what is supplied has one character.
    if noun
        && bare.chars().nth(1).is_none()
        && let Some((at, first)) = head.char_indices().next()
        && words_at(&head[at + first.len_utf8()..]).any(|word| {
            at + first.len_utf8() + word.len == head.len()
                && matches!(word.class, WordClass::Verb | WordClass::VerbalNoun)
        })
    {
        return &name[first.len_utf8()..];
    }
    let deed = DEEDS.iter().find(|deed| noun && head.len() > deed.len() && head.ends_with(**deed));
    &name[head.len() - deed.map_or(0, |deed| deed.len())..]
}

/// 青岭分公司 of 中国电信、中国移动青岭分公司: firms that share a place.
fn branch_of_brand<'n>(bare: &str, next: &'n str) -> Option<&'n str> {
    static BRANDS: WordList = WordList::of(UNIT, "brands");
    let place = BRANDS.iter().find_map(|brand| next.strip_prefix(brand))?;
    (BRANDS.contains(bare) && place.ends_with("公司")).then_some(place)
}
