//! The oldest browser that the page is made for. No distribution has it any
//! more; an old npm package carries the binary.

use crate::npm::{self, Archive};
use crate::tools;
use anyhow::{Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Chromium 78 for Linux.
const ARCHIVE: Archive = Archive {
    package: "chrome-aws-lambda@1.20.4",
    file: "chrome-aws-lambda-1.20.4.tgz",
    sha256: "aba7f1562247dda11a704f9bc41294e57a1e197eae31085842479e4c0b025144",
};
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
    ensure!(tools::find("node").is_some(), "node is not installed");
    shell.create_dir(&directory)?;
    let _inside = shell.push_dir(&directory);
    npm::fetch(shell, &ARCHIVE)?;
    let archive = ARCHIVE.file;
    cmd!(shell, "tar -xzf {archive} package/bin/chromium.br").run()?;
    // Under its name only when it is whole.
    cmd!(shell, "node -e {UNPACK} package/bin/chromium.br unpacked").run()?;
    fs::rename(directory.join("unpacked"), &binary)?;
    for left_over in [archive, "package"] {
        shell.remove_path(left_over)?;
    }
    Ok(binary)
}
