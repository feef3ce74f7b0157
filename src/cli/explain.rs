//! Prints what a rule looks for, and the list of all rules.

use notice_analyzer::check::{GROUPS, RULES, Rule};
use std::io::{self, Write};

/// Writes the page of one rule.
pub fn write_page(out: &mut dyn Write, rule: &Rule) -> io::Result<()> {
    let page = &rule.page;
    writeln!(out, "{} {}（{}）\n", rule.code, rule.title, rule.severity.name())?;
    for (head, words) in [
        ("查什么", page.what),
        ("为什么", page.why),
        ("依据", rule.basis),
        ("误", page.bad),
        ("正", page.good),
        ("不报", page.silent),
    ] {
        writeln!(out, "{head}：{}", words.replace('\n', "\n    "))?;
    }
    if !rule.on {
        writeln!(out, "默认不开；用 check --only {} 打开。", rule.code)?;
    }
    Ok(())
}

/// Writes one line for each rule, group by group.
pub fn write_list(out: &mut dyn Write) -> io::Result<()> {
    for (group, name) in GROUPS {
        writeln!(out, "{name}（{group}）")?;
        for rule in RULES.iter().filter(|rule| rule.group() == *group) {
            let off = if rule.on { "" } else { "（默认不开）" };
            writeln!(out, "  {} {} {}{off}", rule.code, rule.severity.name(), rule.title)?;
        }
    }
    Ok(())
}
