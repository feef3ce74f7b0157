//! Names that are those of the directory but for one character too few or too
//! many. One character in place of another is no such sign: 柳林镇 and 松林镇 are
//! two.

use super::Directory;
use rustc_hash::FxHashMap;

/// A name has so many characters at least: short ones are like many others.
const NAME_CHARS: usize = 6;
/// Characters that make another unit: levels, parts, numbers.
const TELLING: &str = "省市县区州盟旗乡镇村各原新老总分副一二三四五六七八九十东西南北中上下";

/// The names of a directory, to be held against others.
pub(crate) struct NearNames<'d> {
    directory: &'d Directory,
    /// The names with one of their characters left out.
    forms: FxHashMap<String, &'d str>,
}

impl<'d> NearNames<'d> {
    /// The names of `directory`.
    pub(crate) fn new(directory: &'d Directory) -> Self {
        let mut forms: FxHashMap<String, &str> = FxHashMap::default();
        let long = directory.0.index.keys().filter(|name| name.chars().count() >= NAME_CHARS);
        for name in long {
            for form in without_one(name) {
                // Which of several is near must not depend on the order of a map.
                forms.entry(form).and_modify(|known| *known = name.as_str().min(known)).or_insert(name);
            }
        }
        Self { directory, forms }
    }

    /// The name of the directory that `name`, which it does not have, is meant for.
    pub(crate) fn near(&self, name: &str) -> Option<&'d str> {
        if name.chars().count() < NAME_CHARS || self.directory.full(name).is_some() {
            return None;
        }
        // One character is missing, or one is too many.
        let longer = self.forms.get(name).copied();
        longer.or_else(|| {
            without_one(name).find_map(|form| self.directory.0.index.get_key_value(&form).map(|(n, _)| n.as_str()))
        })
    }
}

/// The name with one of its characters left out, each in turn; its first and its
/// last say too much.
fn without_one(name: &str) -> impl Iterator<Item = String> + '_ {
    let last = name.chars().next_back().map_or(0, char::len_utf8);
    let inner = name.char_indices().skip(1).take_while(move |(at, _)| at + last < name.len());
    inner.filter(|(_, c)| !TELLING.contains(*c)).map(|(at, c)| [&name[..at], &name[at + c.len_utf8()..]].concat())
}
