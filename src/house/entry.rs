//! What one line says.

use crate::line::Fault;
use regex::{Regex, RegexBuilder};

/// Bytes that one pattern may take once it is compiled: `\w`, the letters of
/// all scripts, takes tens of thousands.
const LARGEST: usize = 512 * 1024;
/// One of up to so many bytes counts as one, a larger one for so many.
const SMALL: usize = 64 * 1024;
const LARGE_COUNTS: usize = 4;
/// Brackets of a pattern within brackets, at most.
const DEEPEST: u32 = 30;

/// What stands between wrong words and what is meant, as it is typed.
const ARROWS: [&str; 4] = ["=>", "＝>", "=＞", "＝＞"];

/// What one line says.
pub(super) enum Entry {
    /// A word, and what is meant where it is wrong.
    Word(String, Option<String>),
    /// A pattern.
    Pattern(Pattern),
}

/// What to look for, and what to say of it.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub regex: Regex,
    pub message: String,
    /// How many small patterns it counts for: what it may cost.
    pub weight: usize,
}

/// Patterns of a file, at most.
pub(super) const MOST_PATTERNS: usize = 100;

/// Reads a line.
pub(super) fn read(line: &str) -> Result<Entry, Fault> {
    if let Some(rest) = line.strip_prefix('/') {
        return pattern(rest).map(Entry::Pattern);
    }
    let arrow = ARROWS.iter().find_map(|arrow| line.split_once(arrow));
    let Some((wrong, right)) = arrow.map(|(wrong, right)| (wrong.trim(), right.trim())) else {
        return if line.chars().nth(1).is_some() { Ok(Entry::Word(line.to_owned(), None)) } else { Err(Fault::Short) };
    };
    match (wrong, right) {
        ("", _) => Err(Fault::NoWrong),
        (_, "") => Err(Fault::NoRight),
        _ if wrong == right => Err(Fault::NoRight),
        _ => Ok(Entry::Word(wrong.to_owned(), Some(right.to_owned()))),
    }
}

/// Reads what stands behind the first slash. The pattern ends at a slash with a
/// blank behind it or, where there is none, at the last one.
fn pattern(rest: &str) -> Result<Pattern, Fault> {
    let parted = |(at, _): (usize, &str)| rest[at + 1..].starts_with(char::is_whitespace);
    let close = rest.match_indices('/').find(|slash| parted(*slash)).map(|(at, _)| at).or(rest.rfind('/'));
    let (pattern, message) = close.map(|at| (&rest[..at], &rest[at + 1..])).ok_or(Fault::Open)?;
    let message = message.trim();
    if message.is_empty() {
        return Err(Fault::Silent);
    }
    let built = |limit| RegexBuilder::new(pattern).size_limit(limit).nest_limit(DEEPEST).build();
    let (regex, weight) = match built(SMALL) {
        Ok(regex) => (regex, 1),
        Err(regex::Error::CompiledTooBig(_)) => (built(LARGEST).map_err(|_| Fault::Large)?, LARGE_COUNTS),
        Err(_) => return Err(Fault::Syntax),
    };
    if regex.is_match("") { Err(Fault::Empty) } else { Ok(Pattern { regex, message: message.to_owned(), weight }) }
}
