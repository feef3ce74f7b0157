//! The oldest browser that the page is made for. No distribution has it any
//! more; an old npm package carries the binary.

use crate::tools;
use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Chromium 78 for Linux.
const PACKAGE: &str = "chrome-aws-lambda@1.20.4";
const ARCHIVE: &str = "chrome-aws-lambda-1.20.4.tgz";
const ARCHIVE_SHA256: &str = "aba7f1562247dda11a704f9bc41294e57a1e197eae31085842479e4c0b025144";
/// Unpacks the first file into the second.
const UNPACK: &str = "
    const [packed, unpacked] = process.argv.slice(1), fs = require('fs');
    fs.writeFileSync(unpacked, require('zlib').brotliDecompressSync(fs.readFileSync(packed)), { mode: 0o755 });";

/// The binary, brought into the build directory `target` where it is not there
/// yet.
///
/// # Errors
///
/// Why it cannot be had on this machine.
pub fn bring(shell: &Shell, target: &Path) -> Result<PathBuf> {
    let directory = target.join("old-kernel");
    let binary = directory.join("chromium-78");
    if binary.exists() {
        return Ok(binary);
    }
    ensure!(cfg!(all(target_os = "linux", target_arch = "x86_64")), "Chromium 78 is at hand for Linux on x86-64 only");
    for program in ["npm", "node", "tar"] {
        ensure!(tools::find(program).is_some(), "{program} is not installed");
    }
    shell.create_dir(&directory)?;
    let _inside = shell.push_dir(&directory);
    cmd!(shell, "npm pack --silent --fetch-retries=1 {PACKAGE}").run().context("npm does not reach its registry")?;
    check(&directory.join(ARCHIVE))?;
    cmd!(shell, "tar -xzf {ARCHIVE} package/bin/chromium.br").run()?;
    // Under its name only when it is whole.
    cmd!(shell, "node -e {UNPACK} package/bin/chromium.br unpacked").run()?;
    fs::rename(directory.join("unpacked"), &binary)?;
    for left_over in [ARCHIVE, "package"] {
        shell.remove_path(left_over)?;
    }
    Ok(binary)
}

fn check(archive: &Path) -> Result<()> {
    let sum = crate::page::hex(&Sha256::digest(fs::read(archive)?));
    if sum != ARCHIVE_SHA256 {
        bail!("{ARCHIVE} is not the expected file: its SHA-256 is {sum}");
    }
    Ok(())
}
