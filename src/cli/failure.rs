//! What can go wrong outside the core, each as one line.

use notice_analyzer::house::BadLine;
use notice_analyzer::import::Refusal;
use std::fmt;
use std::io;

/// Why the command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// The options make no sense.
    Usage(String),
    /// The notice cannot be read.
    Unreadable { name: String, error: io::Error },
    /// The notice is no text in an encoding that is known.
    Undecodable { name: String },
    /// The notice is a document that cannot be opened.
    Refused { name: String, refusal: Refusal },
    /// Lines of what an office has written cannot be used.
    BadLines { what: &'static str, name: String, lines: Vec<BadLine> },
    /// The file holds no list of corrections.
    BadCorrections { name: String, error: serde_json::Error },
    /// The two notices have nothing in common.
    Unrelated(String),
    /// The result cannot be written.
    Unwritable(io::Error),
    /// The result cannot be written to a file.
    UnwritableFile { name: String, error: io::Error },
}

impl Failure {
    /// The first paragraph of what clap would print, on one line; its tips and
    /// usage are what `--help` says.
    pub fn usage(error: &clap::Error) -> Self {
        let rendered = error.render().to_string();
        let paragraph = rendered.lines().take_while(|line| !line.is_empty());
        let line = paragraph.map(str::trim).collect::<Vec<_>>().join(" ");
        Self::Usage(line.trim_start_matches("error: ").to_owned())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}; see --help"),
            Self::Unreadable { name, error } => write!(f, "cannot read {name}: {}", lowercase(error)),
            Self::Undecodable { name } => {
                write!(
                    f,
                    "cannot read {name} as text: it is neither UTF-8 nor GB18030 nor UTF-16 or UTF-32 with a byte \
                     order mark"
                )
            }
            Self::Refused { name, refusal } => write!(f, "cannot read {name}: {refusal}"),
            Self::BadLines { what, name, lines } => {
                let lines: Vec<String> = lines.iter().map(BadLine::to_string).collect();
                write!(f, "cannot use the {what} of {name}: {}", lines.join("; "))
            }
            Self::BadCorrections { name, error } => write!(f, "cannot use the corrections of {name}: {error}"),
            Self::Unrelated(why) => write!(f, "cannot compare: {why}"),
            Self::Unwritable(error) => write!(f, "cannot write the result: {}", lowercase(error)),
            Self::UnwritableFile { name, error } => write!(f, "cannot write {name}: {}", lowercase(error)),
        }
    }
}

/// System errors open with a capital letter.
fn lowercase(error: &io::Error) -> String {
    let text = error.to_string();
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
