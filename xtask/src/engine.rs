//! The core as WebAssembly, with the script that binds it to a page.

use crate::workspace;
use anyhow::{Context, Result, ensure};
use std::path::Path;
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};
use xshell::{Shell, cmd};

/// What browsers run.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What a page needs to run a module of the core.
pub struct Engine {
    /// What the page calls it.
    pub name: &'static str,
    /// The module.
    pub module: Vec<u8>,
    /// A classic script that defines `wasm_bindgen`.
    pub glue: String,
}

/// Every module by its name and the features that make it: the one that reads
/// notices, and the one of files of office programs, which the page starts later.
const MODULES: [(&str, &str); 2] = [("engine", ""), ("office", "office")];

/// Compiles the modules of the core in the build directory `target`, one after
/// the other into the same file, and binds them.
pub fn build(shell: &Shell, target: &Path) -> Result<Vec<Engine>> {
    add_target(shell)?;
    let compiled = target.join(TARGET).join("wasm/notice_analyzer.wasm");
    let made = |(name, features)| {
        compile(shell, features)?;
        bind(name, &compiled)
    };
    MODULES.into_iter().map(made).collect()
}

/// Adds the compilation target where it is missing.
pub fn add_target(shell: &Shell) -> Result<()> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read()?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).exists() {
        return Ok(());
    }
    cmd!(shell, "rustup target add {TARGET}")
        .run()
        .with_context(|| format!("the target {TARGET} is missing; install it by: rustup target add {TARGET}"))
}

/// As `cdylib` on the command line and not in the manifest: there it would
/// switch link-time optimisation off.
fn compile(shell: &Shell, features: &str) -> Result<()> {
    let _flags = shell.push_env("CARGO_ENCODED_RUSTFLAGS", flags()?);
    let features = format!("--features={features}");
    cmd!(shell, "cargo rustc --locked --lib --crate-type cdylib --target {TARGET} --profile wasm {features}").run()?;
    Ok(())
}

/// Two features off, for kernels from Chromium 78 on; and the paths of this
/// machine out, so that the same commit gives the same bytes everywhere.
fn flags() -> Result<String> {
    let root = workspace::root();
    let home = workspace::cargo_home()?;
    let flags = [
        "-Ctarget-feature=-reference-types,-multivalue".to_owned(),
        format!("--remap-path-prefix={}=.", root.display()),
        format!("--remap-path-prefix={}=cargo", home.display()),
    ];
    Ok(flags.join("\x1f"))
}

fn bind(name: &'static str, compiled: &Path) -> Result<Engine> {
    let mut output = Bindgen::new()
        .input_path(compiled)
        .no_modules(true)?
        .typescript(false)
        .encode_into(EncodeInto::Always)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let own_scripts = output.snippets().values().flatten().count() + output.local_modules().len();
    ensure!(own_scripts == 0, "the core brings scripts of its own, which the page does not carry");
    Ok(Engine { name, glue: for_old_kernels(output.js())?, module: output.wasm_mut().emit_wasm() })
}

/// The one place where the glue speaks newer JavaScript than Chromium 78, and
/// the one where it names the address of the page, which no script here touches.
fn for_old_kernels(glue: &str) -> Result<String> {
    const CHANGES: [(&str, &str); 2] = [
        (r"/\[object ([^\]]+)\]/.exec(toStringOutput)?.[1]", r"(/\[object ([^\]]+)\]/.exec(toStringOutput) || [])[1]"),
        ("location.href", "document.baseURI"),
    ];
    CHANGES.iter().try_fold(glue.to_owned(), |glue, (new, old)| {
        ensure!(glue.contains(new), "the glue has changed: it no longer holds {new}");
        Ok(glue.replace(new, old))
    })
}
