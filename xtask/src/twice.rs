//! Whoever builds the page from the same commit gets the same file, so that its
//! hash can be told and verified: the page built from another folder, in another
//! build directory, is compared with the one that is there.

use crate::{copy, page, workspace};
use anyhow::{Result, ensure};
use std::path::Path;
use xshell::{Shell, cmd};

/// What the page is built from.
const PARTS: &[&str] = &[".cargo", "Cargo.toml", "Cargo.lock", "src", "xtask", "www", "benches", "tests/samples"];

/// Builds the page from a copy of the sources and compares it with the one that
/// was built from the sources themselves.
///
/// # Errors
///
/// Where the copy cannot be built, or the two differ.
pub fn check(shell: &Shell, target: &Path) -> Result<()> {
    let (root, source) = (workspace::root(), target.join("twice/source"));
    for part in PARTS {
        copy::all(&root.join(part), &source.join(part))?;
    }
    let date = workspace::seconds(shell)?;
    {
        let _folder = shell.push_dir(&source);
        let _target = shell.push_env("CARGO_TARGET_DIR", target.join("twice/target"));
        let _date = shell.push_env("SOURCE_DATE_EPOCH", date);
        cmd!(shell, "cargo xtask page").run()?;
    }
    let [first, second] = [&root, &source].map(|root| shell.read_binary_file(root.join(page::PAGE)));
    ensure!(first? == second?, "the page built from {} is another file", source.display());
    Ok(())
}
