//! How much of the reading hangs on single words: a fifth of every open class
//! is taken out, five times, each time another fifth, and the study set is
//! scored anew.
//!
//! The words are taken out of a copy of the sources, which is built like any
//! other: the product itself knows nothing of it.

use crate::{copy, words};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The draws; together they take out every open word once.
pub const DRAWS: u32 = 5;
/// Files of word blocks.
const CLASSES: &str = "src/lexicon/classes";
/// Files of the same form elsewhere.
const MORE: &[&str] = &["src/mention/time/cues.txt"];
/// Blocks of words that a language does not add to, and the duties that the roles
/// are named by: what stays whole.
const CLOSED: &[&str] = &[
    "lead verb", "responsible verb", "support verb", "supervise verb", "connector", "joint", "preposition",
    "class_head", "frame", "modal", "permit", "handing", "join", "at least", "at most", "thresholds", "about", "above",
    "below", "time units", "shares", "joints", "Joints", "LabelJoints", "Limits", "Modals", "Latest", "VerbLeads",
    "Limiters", "NotPrepositions", "Frames",
];
/// What is needed to build the program.
const PARTS: &[&str] = &["Cargo.toml", "Cargo.lock", "src", "xtask", "benches"];

/// Builds the program without the words of the `draw`; gives where it is.
///
/// # Errors
///
/// Where the copy cannot be written or built, or the counts are missing.
pub fn build(shell: &Shell, root: &Path, model: &Path, target: &Path, draw: u32) -> Result<PathBuf> {
    let (source, target) = (target.join("holdout/source"), target.join("holdout/target"));
    for part in PARTS {
        copy::all(&root.join(part), &source.join(part))?;
    }
    for file in word_files(root)? {
        let words = fs::read_to_string(root.join(&file)).with_context(|| format!("cannot read {}", file.display()))?;
        copy::write(&source.join(file), thinned(&words, draw).as_bytes())?;
    }
    let packed = words::packed(shell, model, |word| !is_drawn(word, draw))?;
    copy::write(&source.join(words::PACKED), &packed.bytes)?;
    let manifest = source.join("Cargo.toml");
    cmd!(shell, "cargo build --locked --quiet --bin notice-analyzer --manifest-path {manifest} --target-dir {target}")
        .quiet()
        .run()?;
    Ok(target.join("debug/notice-analyzer"))
}

/// The files of word blocks, by their paths in the repository.
fn word_files(root: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = MORE.iter().map(PathBuf::from).collect();
    for entry in fs::read_dir(root.join(CLASSES)).context("cannot list the classes")? {
        files.push(Path::new(CLASSES).join(entry?.file_name()));
    }
    Ok(files)
}

/// A file of word blocks without the words of the draw, and without cases.
fn thinned(file: &str, draw: u32) -> String {
    let mut closed = false;
    let mut thin = String::with_capacity(file.len());
    for line in file.lines().filter(|line| !line.starts_with(['+', '-'])) {
        if let Some(block) = line.strip_prefix('[') {
            closed = CLOSED.contains(&block.trim_end_matches(']'));
        }
        if closed || line.starts_with(['[', '#']) {
            thin.push_str(line);
        } else {
            let kept: Vec<&str> = line.split_whitespace().filter(|word| !is_drawn(word, draw)).collect();
            thin.push_str(&kept.join(" "));
        }
        thin.push('\n');
    }
    thin
}

/// Whether the draw takes `word` out, of whatever class it is. Words of one
/// character are closed everywhere.
fn is_drawn(word: &str, draw: u32) -> bool {
    // The hash of Fowler, Noll and Vo: the same everywhere and for ever.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    word.chars().nth(1).is_some() && (hash >> 8) % DRAWS == draw
}

#[cfg(test)]
mod tests {
    use super::{DRAWS, is_drawn, thinned};

    const FILE: &str = "# Words.\n[verb]\n推进 推动 抓好 抓\n+ 推进: 推进改革\n\n[modal]\n应当 必须\n";

    #[test]
    fn every_open_word_is_taken_out_once() {
        for word in ["推进", "推动", "抓好", "残疾人联合会"] {
            assert_eq!((0..DRAWS).filter(|draw| is_drawn(word, *draw)).count(), 1, "{word}");
        }
        for draw in 0..DRAWS {
            let thin = thinned(FILE, draw);
            assert!(thin.contains("[modal]\n应当 必须\n") && thin.contains("抓") && !thin.contains('+'), "{thin}");
            assert_eq!(thin.contains("推进"), !is_drawn("推进", draw));
        }
        assert!((0..DRAWS).any(|draw| !thinned(FILE, draw).contains("推进")));
    }
}
