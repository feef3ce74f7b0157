//! Where things are, and what they are called.

use anyhow::{Context, Result};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The root of the repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// A shell that stands in the root.
pub fn shell() -> Result<Shell> {
    let shell = Shell::new()?;
    shell.change_dir(root());
    Ok(shell)
}

/// What cargo knows of this workspace.
pub struct Workspace {
    /// The version of the product.
    pub version: String,
    /// The directory cargo builds in, however this machine is set up.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    pub fn read(shell: &Shell) -> Result<Self> {
        let metadata = cmd!(shell, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
        let product = packages.iter().find(|package| package["name"] == "notice-analyzer");
        let version = product.and_then(|package| package["version"].as_str());
        let target = metadata["target_directory"].as_str();
        Ok(Self {
            version: version.context("cargo metadata names no version")?.to_owned(),
            target: target.context("cargo metadata names no target directory")?.into(),
        })
    }
}

/// Where cargo keeps the sources of the crates.
pub fn cargo_home() -> Result<PathBuf> {
    match std::env::var_os("CARGO_HOME") {
        Some(home) => Ok(PathBuf::from(home)),
        None => Ok(std::env::home_dir().context("no home directory")?.join(".cargo")),
    }
}

/// When the commit that is checked out was made, in seconds; `SOURCE_DATE_EPOCH`
/// overrides it.
pub fn seconds(shell: &Shell) -> Result<String> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => Ok(seconds),
        Err(_) => cmd!(shell, "git log -1 --format=%ct")
            .quiet()
            .read()
            .context("no commit to take the date from; set SOURCE_DATE_EPOCH"),
    }
}

/// The day of the commit that is checked out, in UTC; `SOURCE_DATE_EPOCH`
/// overrides it. Never the day of the build: the same commit gives the same
/// page.
pub fn date(shell: &Shell) -> Result<String> {
    let seconds = seconds(shell)?;
    let seconds = seconds.parse().with_context(|| format!("not a number of seconds: {seconds}"))?;
    Ok(Timestamp::from_second(seconds)?.to_zoned(TimeZone::UTC).date().to_string())
}
