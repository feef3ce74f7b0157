//! The README's table of rules is made from the rules.
//! `UPDATE_README=1 cargo test --test readme` writes it anew.

use notice_analyzer::check::{GROUPS, RULES, Rule};
use std::path::Path;

const OPENS: &str = "<!-- made from src/check: UPDATE_README=1 cargo test --test readme -->\n";
const CLOSES: &str = "<!-- end of what is made -->";
const SWITCH: &str = "UPDATE_README";

fn table() -> String {
    let mut table = String::from("\n| 规则 | 级别 | 查什么 | 依据 |\n| --- | --- | --- | --- |\n");
    for (group, name) in GROUPS {
        table.push_str(&format!("| **{name}** | | | |\n"));
        RULES.iter().filter(|rule| rule.group() == *group).for_each(|rule| table.push_str(&row(rule)));
    }
    table + "\n"
}

fn row(rule: &Rule) -> String {
    let grade = rule.severity.name();
    let off = if rule.on { "" } else { "（默认不开）" };
    format!("| {} | {grade} | {}{off} | {} |\n", rule.code, rule.title, rule.basis.replace('|', "\\|"))
}

#[test]
fn the_readme_shows_every_rule() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).expect("the README");
    let (before, rest) = text.split_once(OPENS).expect("where the table begins");
    let (shown, after) = rest.split_once(CLOSES).expect("where the table ends");
    let table = table();
    if std::env::var_os(SWITCH).is_some() {
        std::fs::write(&path, [before, OPENS, &table, CLOSES, after].concat()).expect("the README is written");
    } else {
        assert_eq!(shown, table, "the README's rules are old: renew them with {SWITCH}=1");
    }
}
