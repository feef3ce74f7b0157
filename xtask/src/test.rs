//! `cargo xtask test`: every test there is, step by step.

use crate::workspace::{self, Workspace};
use crate::{axe, engine, firefox, old_kernel, page, score, tools, twice};
use anyhow::{Result, bail};
use std::path::Path;
use std::time::Instant;
use xshell::{Shell, cmd};

/// How a step ended, where it did not fail.
enum Outcome {
    Passed,
    Skipped(String),
}

/// Runs all steps, the later ones also where an earlier one fails, and fails in
/// the end where any did.
pub fn run(shell: &Shell) -> Result<()> {
    let target = Workspace::read(shell)?.target;
    let mut steps = Steps::default();
    steps.run("formatting", || formatting(shell));
    steps.run("clippy, native", || clippy_native(shell));
    steps.run("clippy, wasm32", || clippy_wasm(shell));
    steps.run("native tests", || native_tests(shell));
    steps.run("scores on the real notices", || scores(shell, &target));
    if steps.run("page build", || page_build(shell)) {
        steps.run("page built from another folder", || page_twice(shell, &target));
        steps.run("page in Chromium", || page_tests(shell));
        steps.run("page by the rules of axe-core", || axe_tests(shell, &target));
        steps.run("page in Firefox ESR", || firefox_tests(shell, &target));
        steps.run("page in Chromium 78", || old_kernel_tests(shell, &target));
    }
    steps.close()
}

fn formatting(shell: &Shell) -> Result<Outcome> {
    tools::add_components(shell)?;
    cmd!(shell, "cargo fmt --all --check").run()?;
    Ok(Outcome::Passed)
}

fn clippy_native(shell: &Shell) -> Result<Outcome> {
    cmd!(shell, "cargo clippy --locked --workspace --all-targets -- --deny warnings").run()?;
    Ok(Outcome::Passed)
}

fn clippy_wasm(shell: &Shell) -> Result<Outcome> {
    engine::add_target(shell)?;
    let target = engine::TARGET;
    for features in ["", "office"] {
        cmd!(shell, "cargo clippy --locked --lib --target {target} --features={features} -- --deny warnings").run()?;
    }
    Ok(Outcome::Passed)
}

fn native_tests(shell: &Shell) -> Result<Outcome> {
    cmd!(shell, "cargo test --locked --workspace --no-fail-fast").run()?;
    Ok(Outcome::Passed)
}

fn scores(shell: &Shell, target: &Path) -> Result<Outcome> {
    let shared = match score::shared(&workspace::root()) {
        Ok(shared) => shared,
        Err(missing) => return Ok(Outcome::Skipped(missing.to_string())),
    };
    score::check(shell, &shared, target)?;
    Ok(Outcome::Passed)
}

fn page_build(shell: &Shell) -> Result<Outcome> {
    page::build(shell)?;
    Ok(Outcome::Passed)
}

fn page_twice(shell: &Shell, target: &Path) -> Result<Outcome> {
    twice::check(shell, target)?;
    Ok(Outcome::Passed)
}

fn page_tests(shell: &Shell) -> Result<Outcome> {
    tools::add_browser(shell)?;
    cmd!(shell, "cargo test --locked --test page -- --ignored --skip old_kernel --skip accessibility --skip firefox")
        .run()?;
    Ok(Outcome::Passed)
}

fn axe_tests(shell: &Shell, target: &Path) -> Result<Outcome> {
    let script = match axe::bring(shell, target) {
        Ok(script) => script,
        Err(reason) => return Ok(Outcome::Skipped(format!("{reason:#}"))),
    };
    let _script = shell.push_env("AXE", script);
    cmd!(shell, "cargo test --locked --test page -- --ignored accessibility").run()?;
    Ok(Outcome::Passed)
}

fn firefox_tests(shell: &Shell, target: &Path) -> Result<Outcome> {
    let driver = match firefox::driver(shell, target) {
        Ok(driver) => driver,
        Err(reason) => return Ok(Outcome::Skipped(format!("{reason:#}"))),
    };
    let _driver = shell.push_env("GECKODRIVER", driver);
    cmd!(shell, "cargo test --locked --test page -- --ignored firefox").run()?;
    Ok(Outcome::Passed)
}

fn old_kernel_tests(shell: &Shell, target: &Path) -> Result<Outcome> {
    let binary = match old_kernel::bring(shell, target) {
        Ok(binary) => binary,
        Err(reason) => return Ok(Outcome::Skipped(format!("{reason:#}"))),
    };
    let _binary = shell.push_env("OLD_CHROMIUM", binary);
    cmd!(shell, "cargo test --locked --test page -- --ignored old_kernel").run()?;
    Ok(Outcome::Passed)
}

/// Announces steps, and remembers those that failed.
#[derive(Default)]
struct Steps {
    count: usize,
    failed: Vec<&'static str>,
}

impl Steps {
    /// Runs a step; whether it did not fail.
    fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<Outcome>) -> bool {
        self.count += 1;
        println!("\n== step {}: {name}", self.count);
        let start = Instant::now();
        let outcome = step();
        let seconds = start.elapsed().as_secs();
        match &outcome {
            Ok(Outcome::Passed) => println!("== step {}: {name}: passed in {seconds} s", self.count),
            Ok(Outcome::Skipped(reason)) => println!("== step {}: {name}: skipped: {reason}", self.count),
            Err(error) => {
                println!("== step {}: {name}: FAILED: {error:#}", self.count);
                self.failed.push(name);
            }
        }
        outcome.is_ok()
    }

    fn close(self) -> Result<()> {
        if self.failed.is_empty() {
            println!("\nall {} steps done", self.count);
            return Ok(());
        }
        bail!("failed: {}", self.failed.join("; "))
    }
}
