//! How a unit's name is recognised: by what it ends with.

use super::endings::{Tail, ending_of};
use super::territory::is_row;
use crate::analysis::UnitCategory;
use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::openers::Openers;
use UnitCategory::{Class, Coordination, Department, Government, Other};
use std::sync::LazyLock;

static TERRITORIES: WordList = WordList::of(UNIT, "territories");

/// The ending of `name`, if it makes it the name of a unit.
///
/// ```
/// use notice_analyzer::mention::unit::tail_of;
/// assert_eq!(tail_of("县应急局").unwrap().word, "局");
/// assert!(tail_of("总体布局").is_none());
/// assert!(tail_of("领导干部").is_none());
/// ```
pub fn tail_of(name: &str) -> Option<Tail> {
    let last = name.chars().next_back()?;
    if last == '〕' || last == '〉' {
        return tail_of(&name.replace(['〔', '〈'], "（").replace(['〕', '〉'], "）"));
    }
    if last == '）'
        && let Some(tail) = tail_before_note(name)
    {
        return Some(tail);
    }
    ending_of(name).or_else(|| each_territory(name, last)).or_else(|| each_body(name, last))
}

/// 各设岗县, 有关县（市、区）, 每个设区市: territories that share a trait.
fn each_territory(name: &str, last: char) -> Option<Tail> {
    const TRAIT_CHARS: usize = 4;
    static HEADS: WordList = WordList::of(UNIT, "heads");
    const NO_TRAIT: &[char] = &['、', '，', '和', '的', '要', '在', '对', '将', '级', '部', '位'];
    if !matches!(last, '省' | '市' | '县' | '区' | '旗' | '盟' | '州' | '乡' | '镇' | '村') {
        return None;
    }
    let word = TERRITORIES.closing(name).next()?;
    let place = &name[..name.len() - word.len()];
    let near = place.char_indices().rev().take(TRAIT_CHARS + 3).last().map_or(0, |(at, _)| at);
    // Most places are told by name: no head stands before them.
    if !place[near..].contains(['各', '有', '相', '每', '所']) {
        return None;
    }
    let head = HEADS.iter().find_map(|head| place[near..].rfind(head).map(|at| near + at + head.len()))?;
    let own = &place[head..];
    let short = own.chars().count() <= TRAIT_CHARS && !own.contains(NO_TRAIT);
    short.then_some(Tail { word, category: Government })
}

/// 各中心所, 各车间: whatever it is that each of has to act.
fn each_body(name: &str, last: char) -> Option<Tail> {
    static BODIES: WordList = WordList::of(UNIT, "bodies");
    static NO_BODIES: WordList = WordList::of(UNIT, "no bodies");
    const NAME_CHARS: usize = 6;
    if !matches!(last, '所' | '室' | '矿' | '场' | '店' | '园' | '班' | '间' | '部' | '口' | '校' | '点') {
        return None;
    }
    let own = name.strip_prefix('各')?;
    let word = BODIES.closing(own).next()?;
    let sound = own.chars().count() <= NAME_CHARS
        && !own.contains(['、', '，', '和', '的', '要', '在', '对', '将'])
        && !NO_BODIES.closes(own);
    sound.then_some(Tail { word, category: Department })
}

/// 学生工作部（处）, 区审批局（区营商办）: an ending with its variant in brackets.
fn tail_before_note(name: &str) -> Option<Tail> {
    const NOTE_CHARS: usize = 4;
    let open = name.rfind('（')?;
    let note = &name[open + "（".len()..name.len() - "）".len()];
    static BODIES_NOTED: WordList = WordList::of(UNIT, "take each");
    // 担保基金（机构）: what it is, where its name does not say so.
    if BODIES_NOTED.contains(note) {
        return tail_of(&name[..open]).or_else(|| tail_of(note).filter(|_| name[..open].ends_with("基金")));
    }
    let short = !note.is_empty() && note.chars().count() <= NOTE_CHARS && !note.contains('）');
    if short || is_unit(note) { tail_of(&name[..open]).filter(|tail| tail.category != Class) } else { None }
}

/// Whether a phrase, as a whole, can be the name of a unit: it ends like one
/// and holds nothing that a name does not hold.
pub fn is_unit(name: &str) -> bool {
    let longest = 40;
    let within = name.chars().take(longest + 1).count() <= longest;
    let clean = !name.contains(['。', '；', '，', '：', '！', '？', '《', '》', '\n', '\t']);
    within && clean && (tail_of(name).is_some() || is_territory(name))
}

/// 柳林镇, 青岭县: the name of a place, which in a list of units is one.
pub(crate) fn is_place(name: &str) -> bool {
    static NO_PLACES: WordList = WordList::of(UNIT, "no places");
    let chars = name.chars().count();
    (3..=5).contains(&chars)
        && ["镇", "乡", "街道", "县", "市", "区", "旗", "省"].iter().any(|word| name.ends_with(word))
        && !NO_PLACES.closes(name)
        && name.chars().all(|c| ('一'..='龥').contains(&c) && !"各有全每两三四本我该等在对的跨邻外".contains(c))
}

/// 各县, 市 (in a list), 市县.
fn is_territory(name: &str) -> bool {
    let one = |word: &str| TERRITORIES.contains(word) || matches!(word, "乡镇" | "街道" | "社区");
    TERRITORIES.contains(name)
        || is_row(name)
        || name.strip_prefix('各').is_some_and(|row| row.contains('、') && row.split('、').all(one))
        || ["各", "每个", "市、", "省、"]
            .iter()
            .any(|head| name.strip_prefix(head).is_some_and(|rest| TERRITORIES.contains(rest)))
}

/// Words that make a name that of a class of units.
static CLASSES: LazyLock<Openers> =
    LazyLock::new(|| Openers::new(["有关", "相关", "负有", "成员单位", "各部门", "各单位", "各级各部门", "其他"]));

/// The category of a unit's name.
pub fn category_of(name: &str) -> UnitCategory {
    match tail_of(name) {
        Some(tail) if matches!(tail.category, Department | Class | Coordination) && CLASSES.within(name) => Class,
        Some(tail) if tail.category == Class && is_core_department(name) => Department,
        Some(tail) => tail.category,
        None if is_territory(name) || is_place(name) => Government,
        None => Other,
    }
}

/// 应急部门, 市场监管部门: a department called by its field.
fn is_core_department(name: &str) -> bool {
    name.strip_suffix("部门").is_some_and(|core| !core.is_empty() && !core.contains("各") && !core.contains("级"))
}
