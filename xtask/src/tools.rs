//! What the tests need besides Rust: found, installed where that is possible,
//! or named with the line that installs it.

use anyhow::{Result, bail};
use std::env;
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// Debian's names of a browser, its driver and Chinese letters for it.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

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
    if find("chromedriver").is_some() && find("chromium").is_some() && has_chinese_letters(shell) {
        return Ok(());
    }
    if !is_root(shell) || find("apt-get").is_none() {
        bail!("a browser is missing; install it by: sudo apt-get install {}", PACKAGES.join(" "));
    }
    let _unattended = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(shell, "apt-get update --quiet").run()?;
    cmd!(shell, "apt-get install --yes --quiet --no-install-recommends {PACKAGES...}").run()?;
    Ok(())
}

fn has_chinese_letters(shell: &Shell) -> bool {
    cmd!(shell, "fc-list :lang=zh").quiet().ignore_stderr().read().is_ok_and(|fonts| !fonts.is_empty())
}

fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id --user").quiet().ignore_stderr().read().is_ok_and(|id| id == "0")
}
