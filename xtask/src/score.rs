//! How well the core reads the real notices that lie beside the repository, and
//! how many slips of wording it finds.

use crate::{holdout, tools, workspace};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The least F1 over all seen notices together, by figure.
const LEAST: &[(&str, f64)] = &[("tasks", 0.85), ("units", 0.85), ("deadline_value", 0.80), ("annex", 0.80)];
/// The sets of notices: what they are called, and where they and their right
/// reading lie.
const SETS: &[(&str, &str, &str)] = &[
    ("seen", "notices", "gold"),
    ("study", "wide/study/notices", "wide/study/gold"),
    ("exam", "wide/exam/notices", "wide/exam/gold"),
];

/// What lies beside the repository, where this machine can score with it.
///
/// # Errors
///
/// A sentence that says what is missing.
pub fn shared(root: &Path) -> Result<PathBuf> {
    let shared = root.parent().map(|parent| parent.join("shared")).unwrap_or_default();
    ensure!(shared.join("gold/score.py").exists(), "../shared is not there");
    ensure!(tools::find("python3").is_some(), "python3 is not installed");
    Ok(shared)
}

/// Scores the build that the tests have made in the build directory `target`:
/// another one would read the same, and cost a minute more.
///
/// # Errors
///
/// A figure below its least value.
pub fn check(shell: &Shell, shared: &Path, target: &Path) -> Result<()> {
    let figures = figures(shell, shared, &build(shell, target)?, &SETS[0])?;
    for (name, least) in LEAST {
        println!("{name:<16}{:.3}  (at least {least:.3})", value(&figures, name));
    }
    let low: Vec<_> = LEAST.iter().filter(|(name, least)| value(&figures, name) < *least).map(|low| low.0).collect();
    ensure!(low.is_empty(), "too low: {}", low.join(", "));
    Ok(())
}

/// Prints the totals of all sets, what the study set loses where a fifth of all
/// open words is not known, then what the bench of slips finds.
///
/// # Errors
///
/// Where a script fails.
pub fn print(shell: &Shell, shared: &Path, target: &Path) -> Result<()> {
    let analyzer = build(shell, target)?;
    for set in SETS {
        let figures = figures(shell, shared, &analyzer, set)?;
        let names = figures.as_object().map(|all| all.keys()).into_iter().flatten();
        let totals: Vec<String> = names.map(|name| format!("{name} {:.3}", value(&figures, name))).collect();
        println!("{:<6} {}", set.0, totals.join("  "));
    }
    holdout(shell, shared, target)?;
    let bench = shared.join("model/slips.py");
    let check = format!("'{}' check {{file}} --format json", analyzer.display());
    let (notices, wild, tests) = (shared.join("notices"), shared.join("wild"), shared.join("model/wild-test.txt"));
    for (name, output) in [
        ("notices", cmd!(shell, "python3 {bench} {notices} {check} --rounds 3 --fa TXT-009").quiet().read()?),
        ("wild", cmd!(shell, "python3 {bench} {wild} {check} --files {tests} --fa TXT-009").quiet().read()?),
    ] {
        println!("slips in {name}: {}", output.lines().last().unwrap_or_default());
    }
    Ok(())
}

fn holdout(shell: &Shell, shared: &Path, target: &Path) -> Result<()> {
    let study = &SETS[1];
    let whole = figures(shell, shared, &build(shell, target)?, study)?;
    let mut drawn = Vec::new();
    for draw in 0..holdout::DRAWS {
        let analyzer = holdout::build(shell, &workspace::root(), &shared.join("model"), target, draw)?;
        drawn.push(figures(shell, shared, &analyzer, study)?);
    }
    let mean = |name: &str| drawn.iter().map(|figures| value(figures, name)).sum::<f64>() / f64::from(holdout::DRAWS);
    let names = whole.as_object().map(|all| all.keys()).into_iter().flatten();
    let losses: Vec<String> = names.map(|name| format!("{name} {:+.3}", mean(name) - value(&whole, name))).collect();
    println!("{} without a fifth of the open words, mean of {}: {}", study.0, holdout::DRAWS, losses.join("  "));
    Ok(())
}

fn build(shell: &Shell, target: &Path) -> Result<PathBuf> {
    cmd!(shell, "cargo test --locked --workspace --no-run --quiet").run()?;
    Ok(target.join("debug/notice-analyzer"))
}

/// The totals of a set, by figure.
fn figures(shell: &Shell, shared: &Path, analyzer: &Path, (_, notices, gold): &(&str, &str, &str)) -> Result<Value> {
    let script = shared.join("gold/score.py");
    let analyze = format!("'{}' analyze {{file}} --format json", analyzer.display());
    let (notices, gold) = (shared.join(notices), shared.join(gold));
    let figures = cmd!(shell, "python3 {script} --json --notices {notices} --gold {gold} --cmd {analyze}").quiet();
    let mut figures: Value = serde_json::from_str(&figures.read()?).context("the scoring script prints no JSON")?;
    Ok(figures["ALL"].take())
}

fn value(figures: &Value, name: &str) -> f64 {
    figures[name]["f1"].as_f64().unwrap_or(0.0)
}
