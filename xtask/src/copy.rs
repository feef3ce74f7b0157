//! Copies of the sources that are built like any other.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Copies a file, or a folder with all that is in it.
///
/// # Errors
///
/// Where something cannot be read or written.
pub fn all(from: &Path, to: &Path) -> Result<()> {
    let unreadable = || format!("cannot read {}", from.display());
    if !from.is_dir() {
        return write(to, &fs::read(from).with_context(unreadable)?);
    }
    for entry in fs::read_dir(from).with_context(unreadable)? {
        let name = entry.with_context(unreadable)?.file_name();
        all(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}

/// Writes what is other than it was, so that what is the same is not built anew.
///
/// # Errors
///
/// Where it cannot be written.
pub fn write(to: &Path, content: &[u8]) -> Result<()> {
    if fs::read(to).is_ok_and(|old| old == content) {
        return Ok(());
    }
    let folder = to.parent().map_or(Ok(()), fs::create_dir_all);
    folder.and_then(|()| fs::write(to, content)).with_context(|| format!("cannot write {}", to.display()))
}
