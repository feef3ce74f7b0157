//! Whole archives: one analysis per line, read on all cores, written in order.

mod archive;
mod progress;
mod record;

use super::failure::Failure;
use super::finish;
use super::units::{self, ExpandArgs};
use archive::Item;
use jiff::civil::Date;
use notice_analyzer::Options;
use progress::Progress;
use rayon::prelude::*;
use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Notices that are read before any is written: enough to keep every core at
/// work, few enough to hold in memory.
const AT_ONCE: usize = 256;

/// What to read, and where the lines go.
#[derive(clap::Args)]
pub struct BatchArgs {
    /// A folder, of which every .txt and .docx file is read, in the order of the names, folders within it too; `-`
    /// reads the names of files from standard input, one per line
    source: PathBuf,
    /// Standard input holds notices, not names: one JSON value per line, a text or an object with `text` and,
    /// where wished, `id`
    #[arg(long)]
    ndjson: bool,
    /// Where the lines go; without it, to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Go on behind the last whole line of the output file
    #[arg(long, requires = "output")]
    resume: bool,
    /// The day of the reading, for notices that state no year
    #[arg(long, value_name = "DATE", value_parser = super::parse_date)]
    today: Option<Date>,
    /// The units that the office knows, one on each line: `full name = short name、short name：members；level`
    #[arg(long, value_name = "FILE")]
    units: Option<PathBuf>,
    #[command(flatten)]
    classes: ExpandArgs,
}

/// Reads every notice of the archive and writes a line for each: its `source`
/// with its `analysis`, or with the `error` for which there is none. The exit
/// code says whether there was an error among them.
///
/// # Errors
/// If the archive cannot be listed, or the lines cannot be written.
pub fn run(args: &BatchArgs) -> Result<ExitCode, Failure> {
    let mut items = archive::list(&args.source, args.ndjson)?;
    let (today, expand) = (args.today, args.classes.expand);
    let options = Options {
        today,
        expand,
        directory: units::read(args.units.as_deref(), &[&args.source])?,
        ..Options::default()
    };
    match &args.output {
        None => {
            let mut lines = Lines::new(io::stdout().lock());
            let written = lines.write_all(items, &options);
            finish(written, lines.exit_code())
        }
        Some(path) => {
            let file = open(path, args.resume)?;
            let mut lines = Lines::new(resume(file, path, &mut items)?);
            lines.write_all(items, &options).map_err(Failure::Unwritable)?;
            Ok(lines.exit_code())
        }
    }
}

/// Never over a file that is there: it may be hours of work.
fn open(path: &Path, resume: bool) -> Result<File, Failure> {
    let mut how = OpenOptions::new();
    how.read(true).write(true).create(resume).create_new(!resume);
    how.open(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::Usage(format!("{} exists: --resume goes on behind its last line", super::input::name(path)))
        }
        _ => Failure::Unwritable(error),
    })
}

/// Passes over the items whose lines the file holds, and cuts off a line that
/// an earlier run did not finish.
fn resume(mut file: File, path: &Path, items: &mut archive::Items) -> Result<File, Failure> {
    let unreadable = |error| Failure::Unreadable { name: super::input::name(path), error };
    let mut done = 0;
    for line in record::whole_lines(BufReader::new(&file)) {
        let (source, end) = line.map_err(unreadable)?;
        if items.next().is_none_or(|item| item.source() != source) {
            let what = format!("{} was not made from this archive, as line {source} tells", super::input::name(path));
            return Err(Failure::Usage(what));
        }
        done = end;
    }
    file.set_len(done).and_then(|()| file.seek(SeekFrom::End(0))).map_err(Failure::Unwritable)?;
    Ok(file)
}

/// The lines as they are written.
struct Lines<W: Write> {
    out: BufWriter<W>,
    failed: usize,
}

impl<W: Write> Lines<W> {
    fn new(out: W) -> Self {
        Self { out: BufWriter::new(out), failed: 0 }
    }

    /// A block at a time, so that an archive of any size is read in the memory
    /// of one block; every block is written out, so that a run that is stopped
    /// has lost one block at most.
    fn write_all(&mut self, mut items: archive::Items, options: &Options) -> io::Result<()> {
        let progress = Progress::start(&items);
        loop {
            let block: Vec<Item> = items.by_ref().take(AT_ONCE).collect();
            if block.is_empty() {
                progress.finish();
                return Ok(());
            }
            let lines: Vec<record::Line> = block
                .into_par_iter()
                .map(|item| {
                    let line = record::Line::read(item, options);
                    progress.step();
                    line
                })
                .collect();
            for line in lines {
                self.failed += usize::from(line.failed);
                self.out.write_all(&line.json)?;
            }
            self.out.flush()?;
        }
    }

    fn exit_code(&self) -> ExitCode {
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(super::FOUND) }
    }
}
