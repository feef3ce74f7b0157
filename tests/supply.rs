//! What others wrote and is shipped: every work stands in `THIRD-PARTY.md`, and
//! nothing stands there that is no longer used.

use std::collections::BTreeSet;
use std::process::Command;

const LIST: &str = include_str!("../THIRD-PARTY.md");
/// What is linked into the page, and into the program.
const TARGETS: &[&str] = &["wasm32-unknown-unknown", "x86_64-unknown-linux-gnu"];

/// The names in the tables of the list.
fn listed() -> BTreeSet<String> {
    let rows = LIST.lines().filter_map(|line| line.strip_prefix("| "));
    let names = rows.filter_map(|row| row.split(" | ").next()).filter(|name| !["work", "---"].contains(name));
    names.map(str::to_owned).collect()
}

/// The works that end up in what is built for `target`; macros run while it is
/// built.
fn shipped(target: &str) -> BTreeSet<String> {
    let args = ["tree", "--locked", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
    let output = Command::new(env!("CARGO")).args(args).args(["--target", target]).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    let names = lines.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned);
    names.filter(|name| !name.is_empty() && name != env!("CARGO_PKG_NAME")).collect()
}

#[test]
fn every_work_that_is_shipped_is_named() {
    let shipped: BTreeSet<String> = TARGETS.iter().flat_map(|target| shipped(target)).collect();
    let listed = listed();
    let missing: Vec<_> = shipped.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&shipped).collect();
    assert!(missing.is_empty() && gone.is_empty(), "missing: {missing:?}\nno longer used: {gone:?}");
}
