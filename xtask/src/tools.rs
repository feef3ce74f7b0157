//! What the tests need besides Rust: found, installed where that is possible,
//! or named with the line that installs it.

use anyhow::{Result, bail};
use std::env;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Names under which a browser that chromedriver can drive is installed.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Where Debian puts Chinese letters, for systems without `fc-list`.
const CHINESE_LETTERS: &str = "/usr/share/fonts/opentype/noto";

/// Where a program is, if it is installed.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|directory| directory.join(program)).find(|file| file.is_file())
}

/// Adds the components of the toolchain that a minimal installation lacks.
pub fn add_components(shell: &Shell) -> Result<()> {
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = cmd!(shell, "cargo {program} --version").quiet().ignore_stdout().ignore_stderr().run().is_ok();
        if !there && cmd!(shell, "rustup component add {component}").run().is_err() {
            bail!("{component} is missing; install it by: rustup component add {component}");
        }
    }
    Ok(())
}

/// Installs a browser with its driver and Chinese letters.
pub fn add_browser(shell: &Shell) -> Result<()> {
    let packages = missing_packages(shell);
    if packages.is_empty() {
        return Ok(());
    }
    if !is_root(shell) || find("apt-get").is_none() {
        let packages = packages.join(" ");
        bail!("{packages} missing; on Debian, install by: sudo apt-get install {packages}");
    }
    let _unattended = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(shell, "apt-get update --quiet").run()?;
    cmd!(shell, "apt-get install --yes --quiet --no-install-recommends {packages...}").run()?;
    Ok(())
}

/// What is missing, by Debian's names.
fn missing_packages(shell: &Shell) -> Vec<&'static str> {
    let there = [
        ("chromium", BROWSERS.into_iter().any(|name| find(name).is_some())),
        ("chromium-driver", find("chromedriver").is_some()),
        ("fonts-noto-cjk", has_chinese_letters(shell)),
    ];
    there.into_iter().filter(|(_, there)| !there).map(|(package, _)| package).collect()
}

fn has_chinese_letters(shell: &Shell) -> bool {
    match cmd!(shell, "fc-list :lang=zh").quiet().ignore_stderr().read() {
        Ok(fonts) => !fonts.is_empty(),
        Err(_) => Path::new(CHINESE_LETTERS).exists(),
    }
}

fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id --user").quiet().ignore_stderr().read().is_ok_and(|id| id == "0")
}
