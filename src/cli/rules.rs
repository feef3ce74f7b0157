//! Which rules speak: `--rules PUN,TXT-003`, `--rules -ORG,-TXT-006`.

use notice_analyzer::check::{RULES, Rule};

/// The rules that a list of codes and groups names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Codes of rules that stay silent.
    pub off: Vec<String>,
    /// Codes of rules that speak.
    pub on: Vec<String>,
}

/// Reads a list: with names, only these rules speak; names with a `-` before
/// them stay silent.
///
/// # Errors
/// If a name is neither a code nor a group.
pub fn parse(list: &str) -> Result<Choice, String> {
    let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
    let (without, with): (Vec<&str>, Vec<&str>) = names.partition(|name| name.starts_with('-'));
    let with = codes(&with)?;
    let mut off = codes(&without)?;
    if !with.is_empty() {
        off.extend(RULES.iter().map(|rule| rule.code.to_owned()).filter(|code| !with.contains(code)));
    }
    Ok(Choice { off, on: with })
}

fn codes(names: &[&str]) -> Result<Vec<String>, String> {
    let mut codes = Vec::new();
    for name in names {
        let name = name.trim_start_matches('-');
        let before = codes.len();
        codes.extend(RULES.iter().filter(|rule| is_named(rule, name)).map(|rule| rule.code.to_owned()));
        if codes.len() == before {
            return Err(format!("no rule or group {name}"));
        }
    }
    Ok(codes)
}

fn is_named(rule: &Rule, name: &str) -> bool {
    rule.code.eq_ignore_ascii_case(name) || rule.group().eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::parse;
    use notice_analyzer::check::RULES;

    #[test]
    fn lists() {
        let all = RULES.len();
        let group = |letters: &str| RULES.iter().filter(|rule| rule.group() == letters).count();
        for (list, off, on) in [
            ("", 0, 0),
            ("PUN-001", all - 1, 1),
            ("pun", all - group("PUN"), group("PUN")),
            ("PUN,-PUN-001", all - group("PUN") + 1, group("PUN")),
            ("-ORG, -TXT-006", group("ORG") + 1, 0),
        ] {
            let choice = parse(list).expect(list);
            assert_eq!((choice.off.len(), choice.on.len()), (off, on), "{list}");
        }
        for list in ["PUN-999", "XYZ", "-"] {
            assert!(parse(list).is_err(), "{list}");
        }
    }
}
