//! How well the core reads the real notices that lie beside the repository.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The least F1 over all notices together, by figure.
const LEAST: &[(&str, f64)] = &[("tasks", 0.85), ("units", 0.85), ("deadline_value", 0.80), ("annex", 0.80)];

/// The scoring script, where this checkout has one beside it.
pub fn script(root: &Path) -> Option<PathBuf> {
    let script = root.parent()?.join("shared/gold/score.py");
    script.exists().then_some(script)
}

/// Scores the build that the tests have made in the build directory `target`:
/// another one would read the same, and cost a minute more.
///
/// # Errors
///
/// A figure below its least value.
pub fn check(shell: &Shell, script: &Path, target: &Path) -> Result<()> {
    cmd!(shell, "cargo test --locked --workspace --no-run --quiet").run()?;
    let analyzer = target.join("debug/notice-analyzer");
    let analyze = format!("'{}' analyze {{file}} --format json", analyzer.display());
    let figures = cmd!(shell, "python3 {script} --json --cmd {analyze}").read()?;
    let figures: Value = serde_json::from_str(&figures).context("the scoring script prints no JSON")?;
    let reached = LEAST.iter().map(|&(name, least)| (name, least, figures["ALL"][name]["f1"].as_f64().unwrap_or(0.0)));
    let reached: Vec<_> = reached.collect();
    for (name, least, value) in &reached {
        println!("{name:<16}{value:.3}  (at least {least:.3})");
    }
    let low: Vec<_> = reached.iter().filter(|(_, least, value)| value < least).map(|(name, ..)| *name).collect();
    ensure!(low.is_empty(), "too low: {}", low.join(", "));
    Ok(())
}
