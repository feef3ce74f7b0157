//! The fields that departments are named after. A list leaves out the level of
//! a member only where the member opens with such a field (县安委办、应急局);
//! a member that opens with a place keeps its own (澄江公路分局).

use super::levels::level_of;
use super::tails::tail_of;
use crate::analysis::UnitCategory;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::lexemes_at;
use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::words::{Word, WordClass, words_at};

static PARTY_OFFICES: WordList = WordList::of(UNIT, "party offices");

/// How a name opens with a core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Core {
    /// The core is the name.
    Whole,
    /// The name goes on.
    Part,
}

/// Whether `name` opens with the field of a department.
pub(super) fn starts_with_core(name: &str) -> Option<Core> {
    let mut fields = lexemes_at(name).filter(|(_, classes)| classes.has(Classes::FIELD)).peekable();
    fields.peek()?;
    let whole = fields.any(|(word, classes)| word == name && classes.has(Classes::WHOLE));
    Some(if whole { Core::Whole } else { Core::Part })
}

/// Whether `name` opens with a field, behind a level or without one: 区教育.
pub(super) fn opens_with_field(name: &str) -> bool {
    starts_with_core(level_of(name).map_or(name, |(level, _)| &name[level.len()..])).is_some()
}

/// Whether `name` opens with a body that has a name of its own: 人行云溪中支.
pub(super) fn opens_with_whole(name: &str) -> bool {
    lexemes_at(name).any(|(word, classes)| classes.has(Classes::WHOLE) && word != name)
}

/// Whether `name` is nothing but the field of a department: 住建, 外管.
pub(super) fn is_field(name: &str) -> bool {
    lexemes_at(name).any(|(word, classes)| word == name && classes.has(Classes::FIELD))
}

/// Whether `name` is nothing but fields of departments: 住房城乡建设.
pub(super) fn are_fields(name: &str) -> bool {
    let longest = lexemes_at(name).filter(|(_, classes)| classes.has(Classes::FIELD)).map(|(word, _)| word.len()).max();
    longest.is_some_and(|len| len == name.len() || are_fields(&name[len..]))
}

/// Whether `name` is an office of a party committee.
pub(super) fn is_party_office(name: &str) -> bool {
    PARTY_OFFICES.opens(name)
}

/// Whether a member of a list takes the list's level.
pub(super) fn takes_level(name: &str) -> bool {
    let own_words = [
        "各", "有关", "相关", "负有", "国家", "中央", "中国", "人行", "局机关", "局属", "厅机关", "委机关", "机关",
        "武警", "国网", "驻", "企业", "其他", "行业", "属地", "生产", "所有", "全",
    ];
    // 团县委 says its level behind its head.
    let inner_level = name.strip_prefix('团').is_some_and(|rest| level_of(rest).is_some());
    let national = ["总局", "总署"].iter().any(|organ| name.contains(organ));
    if own_words.iter().any(|w| name.starts_with(w)) || national || level_of(name).is_some() || inner_level {
        return false;
    }
    let Some(tail) = tail_of(name) else {
        return starts_with_core(name) == Some(Core::Whole);
    };
    // 区经发局、电力公司, 县财政局、生态环境分局: what serves the territory, with no name of its own.
    let branch = ["分局", "分公司", "公司"].iter().find_map(|end| name.strip_suffix(end));
    if branch.is_some_and(serves_field) {
        return true;
    }
    let elsewhere = ["分局", "公司", "银行", "分行", "支行", "管委会", "政府", "办事处", "街道", "企业", "部门"]
        .iter()
        .any(|t| name.ends_with(t));
    if elsewhere || matches!(tail.category, UnitCategory::Government | UnitCategory::Enterprise) {
        return false;
    }
    let class = tail.category == UnitCategory::Class;
    starts_with_core(name).is_some() || !class && !opens_with_place(name) && name.chars().count() <= 8
}

/// 生态环境 of 生态环境分局, 广电网络 of 广电网络分公司: a field, with a common word behind it at
/// most, and no place.
fn serves_field(stem: &str) -> bool {
    let fields = lexemes_at(stem).filter(|(_, classes)| classes.has(Classes::FIELD)).map(|(word, _)| word.len());
    let Some(rest) = fields.max().map(|len| &stem[len..]) else { return false };
    let common = |word: Word| word.len == rest.len() && !matches!(word.class, WordClass::Place | WordClass::Person);
    are_fields(stem) || words_at(rest).any(common)
}

/// Whether two or three characters stand before the field, as a place does; a
/// word that is no name of a place is part of the field (科创和金融局).
fn opens_with_place(name: &str) -> bool {
    let mapped = |word: Word| word.class == WordClass::Place && word.len < name.len();
    if words_at(name).any(mapped) {
        return true;
    }
    let field = |at: usize| starts_with_core(&name[at..]).is_some() || level_of(&name[at..]).is_some();
    let Some(at) = name.char_indices().map(|(at, _)| at).skip(2).take(2).find(|&at| field(at)) else { return false };
    let place = &name[..at];
    let deed = |word: Word| matches!(word.class, WordClass::Verb | WordClass::VerbalNoun);
    let common = words_at(place).any(|word| word.len == place.len() && deed(word));
    !common && !place.contains(['和', '及'])
}
