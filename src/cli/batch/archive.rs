//! What an archive holds, one item after the other.

use crate::cli::failure::Failure;
use crate::cli::input;
use serde_json::Value;
use std::ffi::OsStr;
use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// How the names of notices end.
const NOTICES: [&str; 2] = ["txt", "docx"];
/// How the name of a file opens that an office program keeps beside an open document.
const LOCK: &str = "~$";

/// One notice of an archive, not yet read.
pub enum Item {
    /// A file.
    File(PathBuf),
    /// A line of JSON, and its number from 1.
    Json { number: usize, line: Result<Vec<u8>, io::Error> },
    /// What was to be read here cannot even be named as a file.
    Lost(walkdir::Error),
}

/// The items of an archive in its order.
pub struct Items(Box<dyn Iterator<Item = Item>>);

impl Items {
    /// How many are still to come, where that is known before they are read.
    pub fn left(&self) -> Option<usize> {
        let (least, most) = self.0.size_hint();
        most.filter(|most| *most == least)
    }
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        self.0.next()
    }
}

/// Lists the archive `source`: a folder, or `-` for standard input, which holds
/// the names of files or, with `ndjson`, texts.
///
/// # Errors
/// If the options do not go together, or the folder is none.
pub fn list(source: &Path, ndjson: bool) -> Result<Items, Failure> {
    match (input::is_stdin(source), ndjson) {
        (true, true) => Ok(Items(Box::new(json_lines()))),
        (true, false) => Ok(Items(Box::new(names()))),
        (false, true) => Err(Failure::Usage("--ndjson reads standard input: the archive must be -".to_owned())),
        (false, false) => folder(source),
    }
}

fn folder(path: &Path) -> Result<Items, Failure> {
    let unreadable = |error| Failure::Unreadable { name: input::name(path), error };
    // Says at once what is no folder, or may not be read.
    std::fs::read_dir(path).map_err(unreadable)?;
    let entries = WalkDir::new(path).sort_by_file_name().into_iter();
    let items: Vec<Item> = entries.filter_map(notice_file).collect();
    Ok(Items(Box::new(items.into_iter())))
}

fn notice_file(entry: walkdir::Result<walkdir::DirEntry>) -> Option<Item> {
    match entry {
        Ok(entry) => {
            let ending = entry.path().extension().unwrap_or_default();
            let is_notice = NOTICES.iter().any(|known| ending.eq_ignore_ascii_case(known));
            let is_lock = entry.file_name().to_string_lossy().starts_with(LOCK);
            (is_notice && !is_lock && !entry.file_type().is_dir()).then(|| Item::File(entry.into_path()))
        }
        Err(error) => Some(Item::Lost(error)),
    }
}

fn names() -> impl Iterator<Item = Item> {
    lines().filter_map(|(number, line)| match line {
        Ok(name) if name.is_empty() => None,
        // A file of that name, and not standard input once more.
        Ok(name) if name == b"-" => Some(Item::File("./-".into())),
        Ok(name) => Some(Item::File(path(&name))),
        Err(error) => Some(Item::Json { number, line: Err(error) }),
    })
}

fn json_lines() -> impl Iterator<Item = Item> {
    lines().map(|(number, line)| Item::Json { number, line })
}

/// The lines of standard input without their ends; the first that cannot be
/// read is the last.
fn lines() -> impl Iterator<Item = (usize, io::Result<Vec<u8>>)> {
    let mut failed = false;
    let lines = io::stdin().lock().split(b'\n').map(|line| {
        line.map(|mut line| {
            line.pop_if(|last| *last == b'\r');
            line
        })
    });
    (1..).zip(lines).take_while(move |(_, line)| !std::mem::replace(&mut failed, line.is_err()))
}

/// File names are bytes on Unix, whatever their encoding.
#[cfg(unix)]
fn path(name: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    OsStr::from_bytes(name).into()
}

#[cfg(not(unix))]
fn path(name: &[u8]) -> PathBuf {
    String::from_utf8_lossy(name).into_owned().into()
}

impl Item {
    /// What its line calls it: the name of its file, or the number of its line.
    pub fn source(&self) -> Value {
        match self {
            Self::File(path) => path.to_string_lossy().into(),
            Self::Json { number, .. } => (*number).into(),
            Self::Lost(error) => error.path().map_or_else(String::new, |path| path.to_string_lossy().into()).into(),
        }
    }
}
