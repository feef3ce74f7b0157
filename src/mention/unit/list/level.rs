//! The level, or the territory, that a list says only once.

use super::Member;
use crate::analysis::Level;
use crate::mention::unit::cores;
use crate::mention::unit::levels::level_of;

/// Gives the level at the head of the list to the bare members behind it.
pub(super) fn give_back_levels(members: &mut [Member], level: &mut Option<String>) {
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
pub(super) fn each_territory(name: &str) -> Option<&str> {
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
