//! Rows of territories behind 各: 各县（市、区）, 各州、市, 各盟（市）、旗（县、区）.
//!
//! Every member up to the organ is a territory; only the last one may carry it
//! (各市、县人民政府). Such a row is one name.

use crate::lexicon::list::{UNIT, WordList};
use crate::lexicon::openers::Openers;
use std::sync::LazyLock;

/// Nouns of territories; a longer one stands before those it opens with.
static TERRITORIES: LazyLock<Openers> = LazyLock::new(|| {
    Openers::new([
        "自治区", "自治州", "自治县", "自治旗", "直辖市", "计划单列市", "设区的市", "设区市", "省辖市", "辖市",
        "县级市", "民族乡", "地级市", "乡镇", "镇街", "街镇", "街道", "地区", "市县", "县区", "市区", "省", "市", "州",
        "盟", "县", "区", "旗", "乡", "镇", "村", "社区",
    ])
});

static HEADS: WordList = WordList::of(UNIT, "territory heads");
static ZONES: WordList = WordList::of(UNIT, "zones");

/// The bytes of the territory that `text` opens with, with its bracket.
///
/// 市（州） of 市（州）人民政府.
pub(super) fn territory(text: &str) -> Option<usize> {
    let word = TERRITORIES.at(text).next()?;
    let rest = &text[word.len()..];
    // 市市场监管局, 县域: the character opens another word.
    let other = ["市场", "市容", "市政", "县域", "区域", "区块", "镇域", "村镇", "市民", "市域"];
    if other.iter().any(|other| text.starts_with(other)) {
        return None;
    }
    Some(word.len() + bracket(rest).unwrap_or(0))
}

/// The bytes of a bracket with nothing but territories, or zones, in it.
fn bracket(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('（')?;
    let end = inner.find('）')?;
    let zones = || inner[..end].split('、').all(|zone| ZONES.contains(zone));
    (row(&inner[..end]) == Some(end) || zones()).then_some("（".len() + end + "）".len())
}

/// The bytes of the row of territories that `text` opens with.
fn row(text: &str) -> Option<usize> {
    let mut end = territory(text)?;
    loop {
        let rest = &text[end..];
        let Some(joint) = ["、", "和", "及"].iter().find(|joint| rest.starts_with(**joint)) else {
            return Some(end);
        };
        let Some(next) = territory(&rest[joint.len()..]) else { return Some(end) };
        end += joint.len() + next;
    }
}

/// The head of `name` that is a row of territories behind 各, with named zones
/// among them.
///
/// 各州、市、北湖新区 of 各州、市、北湖新区教育局.
pub(super) fn each_territory(name: &str) -> Option<&str> {
    let head = HEADS.iter().find(|head| name.starts_with(**head))?;
    let start = head.len();
    let mut end = start + row(&name[start..])?;
    while let Some(zone) = name[end..].strip_prefix('、').and_then(named_zone) {
        end += "、".len() + zone;
    }
    Some(&name[..end])
}

/// The bytes of a zone with a name of its own.
fn named_zone(text: &str) -> Option<usize> {
    const NAME_CHARS: usize = 8;
    text.char_indices().map(|(at, c)| at + c.len_utf8()).take(NAME_CHARS).find(|&end| {
        ZONES.iter().any(|zone| text[..end].ends_with(zone) && text[..end].len() > zone.len())
            && !text[..end].contains('、')
    })
}

/// Whether `name` is nothing but a row of territories behind 各.
pub(super) fn is_row(name: &str) -> bool {
    each_territory(name) == Some(name)
}

/// Whether `name` goes on with a row: another territory, alone or with an organ,
/// or a named zone with one.
pub(super) fn goes_on(name: &str, has_organ: impl Fn(&str) -> bool) -> bool {
    if let Some(end) = territory(name) {
        let rest = &name[end..];
        let rest = rest.strip_prefix('级').unwrap_or(rest);
        return rest.is_empty() || !rest.starts_with(['直', '属', '管', '委', '里', '内']) && has_organ(rest);
    }
    named_zone(name).is_some_and(|end| end < name.len() && has_organ(&name[end..]))
}

#[cfg(test)]
mod tests {
    use super::{each_territory, is_row};

    #[test]
    fn rows() {
        for (name, head) in [
            ("各县（市、区）人民政府", Some("各县（市、区）")),
            ("各盟（市）、旗（县、区）人民政府", Some("各盟（市）、旗（县、区）")),
            ("各州、市、北湖新区教育局", Some("各州、市、北湖新区")),
            ("各省、自治区、直辖市和计划单列市税务局", Some("各省、自治区、直辖市和计划单列市")),
            ("各市市场监管局", Some("各市")),
            ("各县区（功能区）财政局", Some("各县区（功能区）")),
            ("各有关县", Some("各有关县")),
            ("各处室", None),
            ("县应急局", None),
        ] {
            assert_eq!(each_territory(name), head, "{name}");
        }
        assert!(is_row("各县、自治县") && !is_row("各县人民政府"));
    }
}
