//! A line of the output: what it holds, and how it is read back.

use super::archive::Item;
use crate::cli::input;
use notice_analyzer::import::Revisions;
use notice_analyzer::{Analysis, Options, analyze};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A line with its end.
pub struct Line {
    pub json: Vec<u8>,
    /// Whether it tells an error.
    pub failed: bool,
}

#[derive(Serialize)]
struct Record<'a> {
    source: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Outcome<'a> {
    Analysis(&'a Analysis),
    Error(&'a str),
}

/// A notice as a line of JSON gives it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    Text(String),
    Object { text: String, id: Option<Value> },
}

impl Line {
    /// Reads `item`. Whatever is wrong with it is said in its line.
    pub fn read(item: Item, options: &Options) -> Self {
        let source = item.source();
        let (id, text) = match text(item) {
            Ok(Given::Text(text)) => (None, Ok(text)),
            Ok(Given::Object { text, id }) => (id, Ok(text)),
            Err(error) => (None, Err(error)),
        };
        let analysis = text.and_then(|text| read(&text, options));
        let outcome = match &analysis {
            Ok(analysis) => Outcome::Analysis(analysis),
            Err(error) => Outcome::Error(error),
        };
        let failed = analysis.is_err();
        let mut json = serde_json::to_vec(&Record { source, id, outcome }).expect("texts, numbers and lists are JSON");
        json.push(b'\n');
        Self { json, failed }
    }
}

/// A defect of the reading costs one line, not the night's run.
fn read(text: &str, options: &Options) -> Result<Analysis, String> {
    catch_unwind(AssertUnwindSafe(|| analyze(text, options))).map_err(|_| "the reading failed".to_owned())
}

fn text(item: Item) -> Result<Given, String> {
    match item {
        Item::File(path) => {
            input::read_notice(&path, Revisions::Accepted).map(Given::Text).map_err(|failure| failure.to_string())
        }
        Item::Json { line, .. } => {
            let line = line.map_err(|error| format!("cannot read standard input: {error}"))?;
            serde_json::from_slice(&line)
                .map_err(|_| "the line is neither a JSON text nor an object with text".to_owned())
        }
        Item::Lost(error) => Err(format!("cannot read the folder: {error}")),
    }
}

/// The `source` of each whole line of an output, and the byte where the line
/// ends.
pub fn whole_lines(mut output: impl BufRead) -> impl Iterator<Item = io::Result<(Value, u64)>> {
    #[derive(Deserialize)]
    struct Source {
        source: Value,
    }
    let mut end = 0;
    let mut line = Vec::new();
    std::iter::from_fn(move || {
        line.clear();
        let read = output.read_until(b'\n', &mut line);
        let source = match read {
            Ok(_) if !line.ends_with(b"\n") => return None,
            Ok(count) => {
                end += count as u64;
                serde_json::from_slice(&line).map_err(io::Error::from)
            }
            Err(error) => Err(error),
        };
        Some(source.map(|Source { source }| (source, end)))
    })
}
