//! What a sheet may be called: at most 31 code units, none of a few signs, no
//! two of the same name.

use std::collections::HashSet;

/// In UTF-16 code units.
const LONGEST: usize = 31;
/// What a sheet without a name is called.
const NAMELESS: &str = "表";

/// A legal name for each of `wanted`, in its order.
pub(super) fn names<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::new();
    wanted.map(|name| free(&legal(name), &mut taken)).collect()
}

fn legal(name: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !"[]:*?/\\".contains(*c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let name: String = name.chars().filter(allowed).collect();
    let name = cut(name.trim_matches(['\'', ' ']), LONGEST).trim_end_matches(['\'', ' ']);
    // The name of a list that programs keep for themselves.
    if name.is_empty() || name.eq_ignore_ascii_case("history") { format!("{NAMELESS}{name}") } else { name.to_owned() }
}

/// `name`, or `name（2）` where that is taken; letters count as the same in
/// either case.
fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number: u32| {
        let tail = format!("（{number}）");
        format!("{}{tail}", cut(name, LONGEST - tail.encode_utf16().count()))
    });
    let mut choices = std::iter::once(name.to_owned()).chain(numbered);
    choices.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default()
}

/// As many characters as fit into `units` code units.
pub(super) fn cut(text: &str, units: usize) -> &str {
    let mut room = units;
    let end = text.char_indices().find(|(_, c)| match room.checked_sub(c.len_utf16()) {
        Some(rest) => {
            room = rest;
            false
        }
        None => true,
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_and_differ() {
        let long = "长".repeat(40);
        let wanted = ["任务分解表", "a[b]:*?/\\c", "", "''", "任务分解表", "A", "a", "History", &long, &long];
        let given = names(wanted.into_iter());
        let cut = "长".repeat(31);
        let second = format!("{}（2）", "长".repeat(28));
        let expected =
            ["任务分解表", "abc", "表", "表（2）", "任务分解表（2）", "A", "a（2）", "表History", &cut, &second];
        assert_eq!(given, expected);
    }

    #[test]
    fn a_cut_leaves_no_half_character() {
        assert_eq!(cut("a😀b", 2), "a");
        assert_eq!(cut("a😀b", 3), "a😀");
        assert_eq!(cut("ab", 5), "ab");
    }
}
