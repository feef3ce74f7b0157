//! The command line `notice-analyzer`: the only part that touches files.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// The browser enters through the library.
#[cfg(target_arch = "wasm32")]
fn main() {}
