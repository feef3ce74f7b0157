//! Firefox ESR, where it is installed, and the driver that Debian does not
//! bring with it.

use crate::tools;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Names under which the browser is installed.
const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];
const DRIVER: &str = "geckodriver";
const VERSION: &str = "0.37.1";

/// The driver, compiled into the build directory `target` where it is not
/// there yet.
///
/// # Errors
///
/// Why there is none on this machine.
pub fn driver(shell: &Shell, target: &Path) -> Result<PathBuf> {
    let is_there = BROWSERS.into_iter().any(|name| tools::find(name).is_some());
    ensure!(is_there, "Firefox is not installed; on Debian: apt-get install firefox-esr");
    if let Some(driver) = tools::find(DRIVER) {
        return Ok(driver);
    }
    let root = target.join(DRIVER);
    let driver = root.join("bin").join(DRIVER);
    if !driver.exists() {
        cmd!(shell, "cargo install --locked --debug --root {root} {DRIVER}@{VERSION}")
            .env("CARGO_TARGET_DIR", root.join("build"))
            .run()
            .context("geckodriver could not be compiled")?;
    }
    Ok(driver)
}
