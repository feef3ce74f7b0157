//! Which rules speak: `--only PUN,TXT-003`, `--skip ORG`.

use notice_analyzer::Options;
use notice_analyzer::check::{RULES, Rule};

/// Codes of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes(Vec<&'static str>);

/// The rules that a list of codes and groups names.
///
/// # Errors
/// If a name is neither a code nor a group.
pub fn parse(list: &str) -> Result<Codes, String> {
    let mut codes = Vec::new();
    for name in list.split(',').map(str::trim) {
        let before = codes.len();
        codes.extend(RULES.iter().filter(|rule| is_named(rule, name)).map(|rule| rule.code));
        if codes.len() == before {
            return Err(format!("no rule or group {name}"));
        }
    }
    Ok(Codes(codes))
}

/// The options under which of the rules `only` those named speak (all, if none
/// are), and those of `skip` do not. Who names a rule that is off by default
/// wants to hear it.
pub fn choose(only: Option<&Codes>, skip: Option<&Codes>) -> Options {
    let holds = |codes: Option<&Codes>, code: &str| codes.is_some_and(|codes| codes.0.contains(&code));
    let silent = |rule: &&&Rule| holds(skip, rule.code) || only.is_some() && !holds(only, rule.code);
    let owned = |code: &str| code.to_owned();
    Options {
        rules_off: RULES.iter().filter(silent).map(|rule| owned(rule.code)).collect(),
        rules_on: only.iter().flat_map(|codes| &codes.0).map(|code| owned(code)).collect(),
        ..Options::default()
    }
}

fn is_named(rule: &Rule, name: &str) -> bool {
    rule.code.eq_ignore_ascii_case(name) || rule.group().eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::{choose, parse};
    use notice_analyzer::check::RULES;

    #[test]
    fn lists() {
        let all = RULES.len();
        let group = |letters: &str| RULES.iter().filter(|rule| rule.group() == letters).count();
        for (only, skip, off, on) in [
            (None, None, 0, 0),
            (Some("PUN-001"), None, all - 1, 1),
            (Some("pun"), None, all - group("PUN"), group("PUN")),
            (Some("PUN"), Some("PUN-001"), all - group("PUN") + 1, group("PUN")),
            (None, Some("ORG, TXT-006"), group("ORG") + 1, 0),
        ] {
            let codes = |list: Option<&str>| list.map(|list| parse(list).expect(list));
            let options = choose(codes(only).as_ref(), codes(skip).as_ref());
            assert_eq!((options.rules_off.len(), options.rules_on.len()), (off, on), "{only:?} {skip:?}");
        }
        for list in ["PUN-999", "XYZ", "-", "", "PUN,"] {
            assert!(parse(list).is_err(), "{list}");
        }
    }
}
