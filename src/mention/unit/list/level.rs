//! The level, or the territory, that a list says only once.

use super::{Joint, Member};
use crate::analysis::{Level, UnitCategory};
use crate::lexicon::list::{UNIT, WordList};
use crate::mention::unit::cores;
use crate::mention::unit::levels::level_of;
use crate::mention::unit::tails::tail_of;
use crate::mention::unit::territory::each_territory;

/// Gives the level at the head of the list to the bare members behind it; of 市、区民政、残联
/// each is of both.
pub(super) fn give_back_levels(members: &mut Vec<Member>, level: &mut Option<String>) {
    let mut shared = false;
    let mut rows = Rows::default();
    for mut member in std::mem::take(members) {
        rows.pass(&member);
        // 新疆生产建设兵团教育局，卫生部: the corps is named for its own row alone.
        if member.joint == Joint::Comma && level.as_deref().is_some_and(|level| level.ends_with("兵团")) {
            *level = None;
        }
        match own_level(&member.name) {
            Some(own) => *level = Some(own),
            None => {
                // 市教育、公安部门: both are departments of the city.
                let department = shared
                    && ["部门", "单位"]
                        .iter()
                        .find_map(|tail| member.name.strip_suffix(tail))
                        .is_some_and(is_field_like);
                // 各省、自治区、直辖市发展改革委、工业和信息化主管部门.
                let in_charge = level.as_deref().is_some_and(|level| level.starts_with("各省"))
                    && member.name.strip_suffix("主管部门").is_some_and(cores::are_fields);
                let department = department || in_charge;
                if let Some(level) = level.as_deref().filter(|_| department || cores::takes_level(&member.name)) {
                    members.extend(rows.levels.iter().map(|row| member.renamed(join_level(row, &member.name))));
                    member.name = join_level(level, &member.name);
                }
            }
        }
        shared = member.shares && level.as_deref().is_some_and(|level| member.name.starts_with(level));
        members.push(member);
    }
}

/// The levels that stand alone before the one in force: 市 of 市、区民政.
#[derive(Default)]
struct Rows {
    levels: Vec<String>,
    /// Whether the member before was such a level.
    open: bool,
}

impl Rows {
    fn pass(&mut self, member: &Member) {
        let level = level_of(&member.name).map(|(word, _)| word);
        let alone = level.filter(|word| word.len() == member.range.len() && word.len() < member.name.len());
        if member.joint == Joint::Comma || level.is_some() && !self.open {
            self.levels.clear();
        }
        self.levels.extend(alone.map(str::to_owned));
        self.open = alone.is_some();
    }
}

/// 教育, 产业主管: what a department of the level before it may be named after.
fn is_field_like(stem: &str) -> bool {
    const STEM_CHARS: usize = 8;
    let own = ["各", "有关", "相关", "其他", "企业", "行业", "驻"].iter().any(|word| stem.starts_with(word))
        || level_of(stem).is_some();
    cores::are_fields(stem) || !own && (2..=STEM_CHARS).contains(&stem.chars().count())
}

/// 县 of 县应急局; 青岭县 of 青岭县应急局; 县委 of 县委宣传部.
fn own_level(name: &str) -> Option<String> {
    const HOUSE_CHARS: usize = 4;
    if let Some(row) = row_of_peers(name) {
        return Some(name[..row].to_owned());
    }
    // 院本级纪检监察部门, 同级财政部门: the house itself, or what stands as high.
    let grade = name.find("本级").map(|at| at + "本级".len()).or(name.starts_with("同级").then_some("同级".len()));
    if let Some(end) = grade
        && end < name.len()
        && name[..end].chars().count() <= HOUSE_CHARS
    {
        return Some(name[..end].to_owned());
    }
    if let Some((word, level)) = level_of(name) {
        // 市（区）民政部门: its districts are part of the level.
        let noted = word.len() + note_of_levels(&name[word.len()..]);
        if noted > word.len() && noted < name.len() {
            return Some(name[..noted].to_owned());
        }
        let rest = &name[word.len()..];
        let party = rest.starts_with('委') && cores::is_party_office(&rest["委".len()..]);
        let below_national = !matches!(level, Level::National | Level::Village) && !rest.is_empty();
        return below_national.then(|| if party { format!("{word}委") } else { word.to_owned() });
    }
    if let Some(each) = each_territory(name) {
        let rest = &name[each.len()..];
        let department = tail_of(rest).is_some_and(|tail| tail.category == UnitCategory::Department);
        return (department || cores::starts_with_core(rest).is_some()).then(|| each.to_owned());
    }
    if let Some(at) = name.find("兵团").map(|at| at + "兵团".len())
        && (cores::starts_with_core(&name[at..]).is_some() || tail_of(&name[at..]).is_some())
    {
        return Some(name[..at].to_owned());
    }
    // 地方发展改革委、证监局; 本地区自然资源、住房城乡建设部门; but 地方金融监管局 is its name.
    const OWN: [&str; 4] = ["金融", "税务", "志", "史"];
    if let Some(organ) = name.strip_prefix("本地区").filter(|organ| tail_of(organ).is_some()) {
        return Some(name[..name.len() - organ.len()].to_owned());
    }
    if let Some(organ) = name.strip_prefix("地方")
        && cores::starts_with_core(organ).is_some()
        && !OWN.iter().any(|own| organ.starts_with(own))
    {
        return Some(name[..name.len() - organ.len()].to_owned());
    }
    if let Some(zone) = zone_of(name) {
        return Some(zone.to_owned());
    }
    let (at, word) =
        name.char_indices().skip(2).take(3).find_map(|(i, _)| level_of(&name[i..]).map(|(word, _)| (i, word)))?;
    let rest = &name[at + word.len()..];
    let named = matches!(word, "省" | "市" | "县" | "区" | "州" | "旗") && cores::starts_with_core(rest).is_some();
    named.then(|| name[..at + word.len()].to_owned())
}

/// The bytes of 省、自治区、直辖市 in 省、自治区、直辖市财政部门: peers, and so one level.
fn row_of_peers(name: &str) -> Option<usize> {
    let end = name.find("、直辖市")? + "、直辖市".len();
    (name.starts_with("省、自治区") && end < name.len()).then_some(end)
}

/// The bytes of the bracket that `text` opens with, if it holds levels alone: （区）, （县、区）.
fn note_of_levels(text: &str) -> usize {
    let note = text.strip_prefix('（').and_then(|rest| rest.split_once('）')).map(|(note, _)| note);
    let level = |word: &str| level_of(word).is_some_and(|(own, _)| own == word);
    note.filter(|note| note.split('、').all(level)).map_or(0, |note| "（".len() + note.len() + "）".len())
}

/// 青岭新区 of 青岭新区经济发展局.
fn zone_of(name: &str) -> Option<&str> {
    const PLACE_CHARS: usize = 6;
    static ZONES: WordList = WordList::of(UNIT, "zones");
    let starts = name.char_indices().map(|(at, _)| at).take(PLACE_CHARS).skip(2);
    let mut ends =
        starts.filter_map(|at| ZONES.iter().find(|zone| name[at..].starts_with(*zone)).map(|z| at + z.len()));
    let department = |rest: &str| tail_of(rest).is_some_and(|tail| tail.category == UnitCategory::Department);
    ends.find(|end| department(&name[*end..])).map(|end| &name[..end])
}

fn join_level(level: &str, name: &str) -> String {
    match level.strip_suffix('委') {
        Some(bare) if !bare.is_empty() && !cores::is_party_office(name) => format!("{bare}{name}"),
        _ => format!("{level}{name}"),
    }
}
