//! Names that are those of the directory but for one character too few or too
//! many. One character in place of another is no such sign: 柳林镇 and 松林镇 are
//! two.

use super::Directory;
use std::collections::HashMap;

/// A name has so many characters at least: short ones are like many others.
const NAME_CHARS: usize = 6;
/// Characters that make another unit: levels, parts, numbers.
const TELLING: &str = "省市县区州盟旗乡镇村各原新老总分副一二三四五六七八九十东西南北中上下";

/// The names of a directory by their first and last characters, which say too
/// much to be a slip.
#[derive(Default)]
pub(super) struct NearNames(HashMap<Ends, Vec<String>>);

type Ends = (Option<char>, Option<char>);

impl NearNames {
    /// Those of `names` that are long enough.
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut found: HashMap<Ends, Vec<String>> = HashMap::new();
        for name in names.filter(|name| is_long(name)) {
            found.entry(ends(name)).or_default().push(name.to_owned());
        }
        // Which of several is near must not depend on the order of a map.
        found.values_mut().for_each(|names| names.sort_unstable());
        Self(found)
    }

    /// The last that has one character more than `name`.
    fn longer(&self, name: &str) -> Option<&str> {
        let names = self.0.get(&ends(name))?;
        names.iter().rev().map(String::as_str).find(|known| lacks_one(name, known))
    }
}

impl Directory {
    /// The name of the directory that `name`, which it does not have, is meant for.
    pub(crate) fn near(&self, name: &str) -> Option<&str> {
        if !is_long(name) || self.full(name).is_some() {
            return None;
        }
        // One character is missing, or one is too many.
        let known = |form: String| self.0.index.get_key_value(&form).map(|(known, _)| known.as_str());
        self.0.near.longer(name).or_else(|| without_one(name).find_map(known))
    }
}

fn is_long(name: &str) -> bool {
    name.chars().count() >= NAME_CHARS
}

fn ends(name: &str) -> Ends {
    (name.chars().next(), name.chars().next_back())
}

/// Whether `name` is `whole` without one of its inner characters.
fn lacks_one(name: &str, whole: &str) -> bool {
    let differs = whole.char_indices().zip(name.chars()).find(|((_, one), other)| one != other);
    let at = differs.map_or(name.len(), |((at, _), _)| at);
    let missing = whole.get(at..).and_then(|rest| rest.chars().next());
    missing.is_some_and(|c| !TELLING.contains(c) && whole[at + c.len_utf8()..] == name[at..])
}

/// The name with one of its inner characters left out, each in turn.
fn without_one(name: &str) -> impl Iterator<Item = String> + '_ {
    let last = name.chars().next_back().map_or(0, char::len_utf8);
    let inner = name.char_indices().skip(1).take_while(move |(at, _)| at + last < name.len());
    inner.filter(|(_, c)| !TELLING.contains(*c)).map(|(at, c)| [&name[..at], &name[at + c.len_utf8()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::{lacks_one, without_one};

    /// Both ways to look for a slip agree.
    #[test]
    fn a_name_lacks_a_character_where_leaving_one_out_gives_it() {
        let names =
            ["青岭县发展和改革局", "青岭县教育体育局局", "甲甲乙丙丁丁", "青岭县人民医院", "青岭县第一人民医院"];
        let others = [
            "青岭县发展改革局", "青岭县教育体育局", "甲乙丙丁丁", "甲甲乙丙丁", "青岭人民医院", "岭县人民医院",
            "甲甲丙丁丁",
        ];
        for whole in names {
            for name in others.into_iter().chain(names) {
                let same_ends =
                    name.chars().next() == whole.chars().next() && name.ends_with(&whole[whole.len() - 3..]);
                let expected = without_one(whole).any(|form| form == name);
                assert_eq!(same_ends && lacks_one(name, whole), expected, "{name} {whole}");
            }
        }
    }
}
