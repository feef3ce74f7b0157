//! Names that are those of the directory but for one character too few or too
//! many. One character in place of another is no such sign: 柳林镇 and 松林镇 are
//! two.

use super::Directory;
use std::collections::HashMap;

/// A name has so many characters at least: short ones are like many others.
const NAME_CHARS: usize = 6;
/// Characters that make another unit: levels, parts, numbers.
const TELLING: &str = "省市县区州盟旗乡镇村各原新老总分副一二三四五六七八九十东西南北中上下";

/// The names of a directory, to be held against others.
pub(crate) struct NearNames<'d> {
    directory: &'d Directory,
    names: Vec<&'d str>,
    /// Them with one of their characters left out.
    forms: HashMap<String, usize>,
}

impl<'d> NearNames<'d> {
    /// The names of `directory`.
    pub(crate) fn new(directory: &'d Directory) -> Self {
        let mut names: Vec<&str> = directory.0.index.keys().map(String::as_str).collect();
        names.retain(|name| name.chars().count() >= NAME_CHARS);
        // Which of several is near must not depend on the order of a map.
        names.sort_unstable();
        let mut forms = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            forms.extend(without_one(name).map(|form| (form, at)));
        }
        Self { directory, names, forms }
    }

    /// The name of the directory that `name`, which it does not have, is meant for.
    pub(crate) fn near(&self, name: &str) -> Option<&'d str> {
        if name.chars().count() < NAME_CHARS || self.directory.full(name).is_some() {
            return None;
        }
        // One character is missing, or one is too many.
        let longer = self.forms.get(name).map(|at| self.names[*at]);
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
