//! axe-core, which looks at every view of the page for those who cannot see it.
//! Brought for the tests; nothing of it is in the page or in the repository.

use crate::npm::{self, Archive};
use anyhow::Result;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

const ARCHIVE: Archive = Archive {
    package: "axe-core@4.14.1",
    file: "axe-core-4.14.1.tgz",
    sha256: "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
};

/// Its script, brought into the build directory `target` where it is not there
/// yet.
///
/// # Errors
///
/// Why it cannot be had on this machine.
pub fn bring(shell: &Shell, target: &Path) -> Result<PathBuf> {
    let directory = target.join("axe");
    let script = directory.join("axe.min.js");
    if script.exists() {
        return Ok(script);
    }
    shell.create_dir(&directory)?;
    let _inside = shell.push_dir(&directory);
    npm::fetch(shell, &ARCHIVE)?;
    let archive = ARCHIVE.file;
    cmd!(shell, "tar -xzf {archive} --strip-components=1 package/axe.min.js").run()?;
    shell.remove_path(archive)?;
    Ok(script)
}
