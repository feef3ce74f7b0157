//! What tests need from the npm registry: one archive at a time, its content
//! known beforehand.

use crate::tools;
use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use xshell::{Shell, cmd};

/// An archive of the registry.
pub struct Archive {
    /// The package with its version.
    pub package: &'static str,
    /// What `npm pack` calls it.
    pub file: &'static str,
    /// Its SHA-256.
    pub sha256: &'static str,
}

/// Brings an archive into the current directory.
///
/// # Errors
///
/// Where npm or tar is missing, the registry out of reach, or the archive
/// another than expected.
pub fn fetch(shell: &Shell, archive: &Archive) -> Result<()> {
    for program in ["npm", "tar"] {
        ensure!(tools::find(program).is_some(), "{program} is not installed");
    }
    let Archive { package, file, sha256 } = archive;
    cmd!(shell, "npm pack --silent --fetch-retries=1 {package}").run().context("npm does not reach its registry")?;
    let sum = crate::page::hex(&Sha256::digest(shell.read_binary_file(file)?));
    ensure!(sum == *sha256, "{file} is not the expected file: its SHA-256 is {sum}");
    Ok(())
}
