//! Options, commands and exit codes of the command line.
//!
//! Exit codes: 0 done; 1 `check` found an error in the notice, `compare` a
//! change, `batch` a notice that cannot be read; 2 the command itself failed (bad option, unreadable file), with one
//! line on standard error.

mod batch;
mod check;
mod compare;
mod explain;
mod export;
mod failure;
mod input;
mod plain;
mod rules;
mod table;
mod units;

use clap::{Parser, Subcommand, ValueEnum};
use compare::CompareFormat;
use export::ExportArgs;
use failure::Failure;
use jiff::civil::Date;
use notice_analyzer::check::Rule;
use notice_analyzer::export::csv;
use notice_analyzer::house::HouseStyle;
use notice_analyzer::import::Revisions;
use notice_analyzer::view::Sheet;
use notice_analyzer::{Analysis, Correction, Finding, Options, Severity, analyze};
use plain::plain_line;
use rules::Codes;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use units::ExpandArgs;

/// Exit code of a check that found an error, of a comparison that found a
/// change, and of an archive that holds what cannot be read.
const FOUND: u8 = 1;
/// Exit code of a command that could not do its work.
const FAILED: u8 = 2;

/// Reads a Chinese government notice into tasks, responsible units and deadlines.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print what the notice orders, of whom and by when
    Analyze {
        #[command(flatten)]
        notice: NoticeArgs,
        /// How to print it
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Which table to print, as table or csv: tasks, matrix, calendar, annex, collation (the body against the annex), findings
        /// or amendments (the sentences in question, as they stand and as corrected);
        /// the JSON holds all of them but the collation. A text that is only a table has no tasks, so its rows are
        /// printed in their place
        #[arg(long, value_name = "NAME")]
        sheet: Option<Sheet>,
        #[command(flatten)]
        classes: ExpandArgs,
    },
    /// Print what changed from one notice to another; exit code 1 if anything did
    Compare {
        /// The old notice; `-` reads standard input
        old: PathBuf,
        /// The new notice; `-` reads standard input
        new: PathBuf,
        /// How to print it
        #[arg(long, value_enum, default_value_t = CompareFormat::Table)]
        format: CompareFormat,
        /// The day of the reading, for notices that state no year
        #[arg(long, value_name = "DATE", value_parser = parse_date)]
        today: Option<Date>,
        /// The units that the office knows, one on each line: `full name = short name、short name：members；level`
        #[arg(long, value_name = "FILE")]
        units: Option<PathBuf>,
    },
    /// Print what a reviewer would mark; exit code 1 if an error is among it
    Check {
        #[command(flatten)]
        notice: Option<NoticeArgs>,
        /// How to print it
        #[arg(long, value_enum, default_value_t = FindingFormat::Text)]
        format: FindingFormat,
        /// Only these rules or groups speak, such as PUN,TXT-003
        #[arg(long, value_name = "LIST", value_parser = rules::parse)]
        only: Option<Codes>,
        /// These rules or groups stay silent
        #[arg(long, value_name = "LIST", value_parser = rules::parse)]
        skip: Option<Codes>,
        /// Words and rules of the office itself: words never to mark, `wrong => right`, `/pattern/ message`
        #[arg(long, value_name = "FILE")]
        rules_file: Option<PathBuf>,
        /// Print the list of all rules and check nothing
        #[arg(long, exclusive = true)]
        rules: bool,
    },
    /// Read a whole archive and write one analysis per line; exit code 1 if a notice of it could not be read
    Batch(batch::BatchArgs),
    /// Write tables as a file for Excel, Word and WPS
    Export {
        #[command(flatten)]
        notice: NoticeArgs,
        #[command(flatten)]
        file: ExportArgs,
        #[command(flatten)]
        classes: ExpandArgs,
    },
    /// Print what a rule looks for, with its clause and examples
    Explain {
        /// The code of a rule, such as PUN-001
        #[arg(value_name = "CODE", value_parser = parse_rule)]
        rule: &'static Rule,
    },
}

#[derive(clap::Args)]
struct NoticeArgs {
    /// The notice as a document (.docx) or plain text (UTF-8, GB18030, or UTF-16 with a byte order mark); `-` reads
    /// standard input
    file: PathBuf,
    /// Read tracked changes of a document as the text was before them, not as they would be accepted
    #[arg(long)]
    original: bool,
    /// The day of the reading, such as 2024-03-01; only a notice that states no year at all needs it, and without it
    /// such years stay unknown, so that the same file always reads the same
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    today: Option<Date>,
    /// What a person has corrected in the reading: a JSON list, as a saved draft of the page holds it
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,
    /// The units that the office knows, one on each line: `full name = short name、short name：members；level`
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// One JSON object on one line
    Json,
    /// A table for the terminal, without the whole sentences
    Table,
    /// A table for Excel and WPS
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum FindingFormat {
    /// Each finding with its line of the notice, the words underlined
    Text,
    /// One JSON object on one line, with the findings as in the analysis
    Json,
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    match Cli::try_parse() {
        Ok(cli) => execute(&cli.command).unwrap_or_else(|failure| fail(&failure)),
        Err(error) if error.use_stderr() && !shows_help(&error) => fail(&Failure::usage(&error)),
        Err(help) => {
            let code = if help.use_stderr() { ExitCode::from(FAILED) } else { ExitCode::SUCCESS };
            finish(help.print(), code).unwrap_or_else(|failure| fail(&failure))
        }
    }
}

fn shows_help(error: &clap::Error) -> bool {
    error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
}

fn fail(failure: &Failure) -> ExitCode {
    // Nothing is left to tell it to if standard error is gone too.
    let _ = writeln!(io::stderr(), "notice-analyzer: {}", plain_line(&failure.to_string()));
    ExitCode::from(FAILED)
}

fn execute(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Analyze { format: Format::Json, sheet: Some(_), .. } => {
            Err(Failure::Usage("--sheet names a table: --format must be table or csv".to_owned()))
        }
        Command::Analyze { notice, format, sheet, classes } => {
            let (_, analysis) = notice.read(Options { expand: classes.expand, ..Options::default() })?;
            finish(print(&analysis, *format, sheet.unwrap_or(Sheet::Tasks)), ExitCode::SUCCESS)
        }
        Command::Export { notice, file, classes } => {
            export_to(file, &notice.read(Options { expand: classes.expand, ..Options::default() })?.1)
        }
        Command::Compare { old, new, .. } if input::is_stdin(old) && input::is_stdin(new) => {
            Err(Failure::Usage("only one of the two notices can be standard input".to_owned()))
        }
        Command::Compare { old, new, format, today, units } => {
            let options =
                Options { today: *today, directory: units::read(units.as_deref(), &[old, new])?, ..Options::default() };
            let read = |file| read_notice(file, Revisions::Accepted, options.clone());
            let comparison = compare::compare(&read(old)?.1, &read(new)?.1)?;
            let code = if compare::is_change(&comparison) { ExitCode::from(FOUND) } else { ExitCode::SUCCESS };
            finish(print_with(|out| compare::write(out, &comparison, *format)), code)
        }
        Command::Check { notice: Some(notice), rules_file: Some(file), .. }
            if input::is_stdin(&notice.file) && input::is_stdin(file) =>
        {
            Err(Failure::Usage("only one of notice and rules can be standard input".to_owned()))
        }
        Command::Check { notice: Some(notice), format, only, skip, rules_file, .. } => {
            let house = rules_file.as_deref().map_or(Ok(HouseStyle::default()), read_house)?;
            let options = Options { house, ..rules::choose(only.as_ref(), skip.as_ref()) };
            let (text, analysis) = notice.read(options)?;
            let bad = analysis.findings.iter().any(|f| f.severity == Severity::Error);
            let code = if bad { ExitCode::from(FOUND) } else { ExitCode::SUCCESS };
            finish(print_findings(&notice.name(), &text, &analysis.findings, *format), code)
        }
        Command::Check { notice: None, .. } => finish(print_with(explain::write_list), ExitCode::SUCCESS),
        Command::Batch(args) => batch::run(args),
        Command::Explain { rule } => finish(print_with(|out| explain::write_page(out, rule)), ExitCode::SUCCESS),
    }
}

impl NoticeArgs {
    fn read(&self, options: Options) -> Result<(String, Analysis), Failure> {
        let corrections = self.corrections.as_deref().map_or(Ok(Vec::new()), |file| self.read_corrections(file))?;
        let revisions = if self.original { Revisions::Original } else { Revisions::Accepted };
        let directory = units::read(self.units.as_deref(), &[&self.file])?;
        read_notice(&self.file, revisions, Options { today: self.today, corrections, directory, ..options })
    }

    fn read_corrections(&self, file: &Path) -> Result<Vec<Correction>, Failure> {
        if input::is_stdin(file) && input::is_stdin(&self.file) {
            return Err(Failure::Usage("only one of notice and corrections can be standard input".to_owned()));
        }
        let unknown = |error| Failure::BadCorrections { name: input::name(file), error };
        serde_json::from_str(&input::read(file)?).map_err(unknown)
    }

    fn name(&self) -> String {
        input::name(&self.file)
    }
}

/// A notice and what was read in it.
fn read_notice(file: &Path, revisions: Revisions, options: Options) -> Result<(String, Analysis), Failure> {
    let text = input::read_notice(file, revisions)?;
    let analysis = analyze(&text, &options);
    Ok((text, analysis))
}

/// The words and rules of an office.
fn read_house(file: &Path) -> Result<HouseStyle, Failure> {
    let unusable = |lines| Failure::BadLines { what: "rules", name: input::name(file), lines };
    HouseStyle::read(&input::read(file)?).map_err(unusable)
}

/// Writes a file, or its bytes to standard output.
fn export_to(file: &ExportArgs, analysis: &Analysis) -> Result<ExitCode, Failure> {
    let bytes = file.make(analysis).map_err(Failure::Unwritable)?;
    if input::is_stdin(&file.output) {
        return finish(print_with(|out| out.write_all(&bytes)), ExitCode::SUCCESS);
    }
    let unwritable = |error| Failure::UnwritableFile { name: input::name(&file.output), error };
    fs::write(&file.output, bytes).map_err(unwritable)?;
    Ok(ExitCode::SUCCESS)
}

fn parse_date(text: &str) -> Result<Date, &'static str> {
    // The parser takes a time of day behind the date, too.
    let date = text.parse().map_err(drop);
    date.ok().filter(|date: &Date| date.to_string() == text).ok_or("expected a date like 2024-03-01")
}

fn parse_rule(code: &str) -> Result<&'static Rule, &'static str> {
    notice_analyzer::check::rule(code).ok_or("no such rule; check --rules lists them")
}

fn print(analysis: &Analysis, format: Format, sheet: Sheet) -> io::Result<()> {
    print_with(|out| match format {
        Format::Json => {
            serde_json::to_writer(&mut *out, analysis)?;
            writeln!(out)
        }
        Format::Table => writeln!(out, "{}", table::render(&sheet.table(analysis))),
        Format::Csv => out.write_all(csv::write(&sheet.table(analysis)).as_bytes()),
    })
}

fn print_findings(name: &str, text: &str, findings: &[Finding], format: FindingFormat) -> io::Result<()> {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let style = check::Style { colour: io::stdout().is_terminal(), columns };
    print_with(|out| match format {
        FindingFormat::Text => check::write(out, name, text, findings, &style),
        FindingFormat::Json => {
            serde_json::to_writer(&mut *out, &serde_json::json!({ "findings": findings }))?;
            writeln!(out)
        }
    })
}

fn print_with(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()
}

/// A reader that has seen enough and closed the pipe is no error.
fn finish(printed: io::Result<()>, code: ExitCode) -> Result<ExitCode, Failure> {
    match printed {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Unwritable(error)),
        _ => Ok(code),
    }
}
