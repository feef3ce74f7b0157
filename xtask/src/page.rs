//! `cargo xtask page`: the whole product in one file.

use crate::bundle::{self, Parts};
use crate::engine::{self, Engine};
use crate::workspace::{self, Workspace};
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// Where the page is written, from the root.
pub const PAGE: &str = "dist/notice-analyzer.html";
/// What the button 示例 pastes, from the root.
const SAMPLE: &str = "tests/samples/county-showcase.txt";

/// Builds the page and says what came out.
pub fn build(shell: &Shell) -> Result<PathBuf> {
    let workspace = Workspace::read(shell)?;
    let engines = engine::build(shell, &workspace.target)?;
    let date = workspace::date(shell)?;
    let www = workspace::root().join("www");
    let sample = serde_json::to_string(&shell.read_file(workspace::root().join(SAMPLE))?)?;
    let values = [("VERSION", workspace.version.as_str()), ("DATE", date.as_str()), ("SAMPLE", sample.as_str())];
    let page = bundle::build(&Parts { www: &www, engines: &engines, values: &values })?;

    let path = workspace::root().join(PAGE);
    shell.write_file(&path, &page)?;
    println!("{}", path.display());
    println!("{} bytes", page.len());
    for Engine { name, module, .. } in &engines {
        println!("{name}: {} bytes of WebAssembly before packing", module.len());
    }
    println!("SHA-256 {}", hex(&Sha256::digest(&page)));
    Ok(path)
}

/// Opens the page in the default browser.
pub fn open(shell: &Shell, page: &Path) -> Result<()> {
    let opener = match std::env::consts::OS {
        "macos" => cmd!(shell, "open {page}"),
        "windows" => cmd!(shell, "explorer {page}"),
        _ => cmd!(shell, "xdg-open {page}"),
    };
    opener.quiet().run().with_context(|| format!("no browser could be started; open {} by hand", page.display()))
}

/// Bytes as people compare them.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
