//! The project's own commands: `cargo xtask page` builds the one file that
//! people open, `cargo xtask test` runs every test there is, `cargo xtask words`
//! packs the general word list.

mod axe;
mod bundle;
mod copy;
mod engine;
mod figures;
mod firefox;
mod holdout;
mod npm;
mod old_kernel;
mod page;
mod score;
mod test;
mod tools;
mod twice;
mod words;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Builds and tests Notice Analyzer")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build dist/notice-analyzer.html, the whole product in one file
    Page {
        /// Open it in the default browser
        #[arg(long)]
        open: bool,
    },
    /// Pack the general word list anew from the counts in ../shared/model
    Words,
    /// Measure what the page weighs and what a reading costs, and write both into the README
    Figures,
    /// Print how well the real notices of ../shared are read, and how many slips are found
    Score,
    /// Run every test: formatting, lints, the core, the scores, the page in a real browser
    Test,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let shell = workspace::shell()?;
    match command {
        Command::Page { open } => {
            let page = page::build(&shell)?;
            if open { page::open(&shell, &page) } else { Ok(()) }
        }
        Command::Figures => figures::write(&shell),
        Command::Test => test::run(&shell),
        Command::Score => score(&shell),
        Command::Words => words::pack(&shell, &workspace::root().join("../shared/model")),
    }
}

fn score(shell: &xshell::Shell) -> Result<()> {
    match score::shared(&workspace::root()) {
        Ok(shared) => score::print(shell, &shared, &workspace::Workspace::read(shell)?.target),
        Err(missing) => {
            println!("skipped: {missing}");
            Ok(())
        }
    }
}
