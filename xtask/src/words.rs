//! `cargo xtask words`: packs the counts of official prose that lie beside the
//! repository into the file that the core carries.
//!
//! Words and pairs of characters form one trie that is written level by level:
//! for each node the number of its children; for each child the step from its
//! elder sibling to it, its part of speech (0: no word) and, if it is a word,
//! the binary logarithm of its count; for each pair of characters the same of
//! the pair, plus one (0: not kept). Each of these is a stream of its own, since
//! like bytes side by side pack best. `src/lexicon/words/packed.rs` reads them.

mod characters;
mod pairs;
mod table;
mod trie;

use crate::workspace;
use anyhow::{Context, Result};
use characters::Characters;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use table::rows;
use trie::{Trie, write_number};
use xshell::{Shell, cmd};

/// The packed file.
pub const PACKED: &str = "src/lexicon/words/words.bin";
/// Characters that look alike.
const LOOKALIKES: &str = "src/lexicon/words/lookalikes.txt";
/// A word must have been counted this often, unless it excuses a slip.
const LEAST_COUNT: u32 = 5;
/// Words of more characters excuse no slip.
const EXCUSE_CHARS: usize = 4;

/// Makes the packed file anew from the counts in `model`.
///
/// # Errors
///
/// Where a file of counts is missing or has another form.
pub fn pack(shell: &Shell, model: &Path) -> Result<()> {
    let Packed { bytes, words, pairs } = packed(shell, model, |_| true)?;
    fs::write(workspace::root().join(PACKED), &bytes)?;
    println!("{PACKED}: {words} words, {pairs} pairs, {} bytes", bytes.len());
    Ok(())
}

/// A packed file that is not yet written.
pub struct Packed {
    /// Its content.
    pub bytes: Vec<u8>,
    words: usize,
    pairs: usize,
}

/// The packed file of the words that `keep` lets through.
///
/// # Errors
///
/// As those of [`pack`].
pub fn packed(shell: &Shell, model: &Path, keep: impl Fn(&str) -> bool) -> Result<Packed> {
    let unpack = |name: &str| {
        let file = model.join(name);
        cmd!(shell, "gzip --decompress --stdout {file}").quiet().read()
    };
    let read = |path| fs::read_to_string(path).context("the counts are not there");
    let lookalikes = read(workspace::root().join(LOOKALIKES))?;
    let characters =
        Characters::read(&read(model.join("chars.tsv"))?, &read(model.join("readings.tsv"))?, &lookalikes)?;
    let words = read_words(&unpack("words.tsv.gz")?)?;
    let slips = pairs::Slips::of(&words, &characters);
    let is_kept = |word: &&Word| keep(&word.text) && (word.count >= LEAST_COUNT || slips.excuse(word));
    let words: Vec<&Word> = words.iter().filter(is_kept).collect();
    let tags = tags(&words);
    let mut trie = Trie::default();
    for word in &words {
        let weight = if word.count >= LEAST_COUNT { logarithm(word.count) } else { 0 };
        trie.insert(&characters.numbers(&word.text)?, tags[&*word.tag], weight);
    }
    let mut pairs = 0;
    for [pair, count] in rows(&unpack("bigrams.tsv.gz")?) {
        let count = count.parse()?;
        if slips.keep(pair, count) {
            pairs += 1;
            trie.insert_pair(&characters.numbers(pair)?, logarithm(count) + 1);
        }
    }
    let streams = characters.streams().into_iter().chain([listed(&tags)]);
    let bytes = join(streams.chain(trie.streams(characters.len())));
    Ok(Packed { bytes, words: words.len(), pairs })
}

/// A word of the table.
pub struct Word {
    text: String,
    count: u32,
    tag: String,
}

fn read_words(table: &str) -> Result<Vec<Word>> {
    let word = |[text, count, tag]: [&str; 3]| {
        let (text, tag) = (text.to_owned(), tag.to_owned());
        let count = count.parse().with_context(|| format!("{text}: {count}"))?;
        Ok(Word { text, count, tag })
    };
    rows(table).map(word).collect()
}

/// The parts of speech, the most frequent first, numbered from 1 on.
fn tags(words: &[&Word]) -> HashMap<String, u8> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in words {
        *counts.entry(&word.tag).or_default() += 1;
    }
    let mut tags: Vec<(usize, &str)> = counts.into_iter().map(|(tag, count)| (count, tag)).collect();
    tags.sort_unstable_by(|a, b| b.cmp(a));
    (1..).zip(tags).map(|(number, (_, tag))| (tag.to_owned(), number)).collect()
}

/// Their names, in order.
fn listed(tags: &HashMap<String, u8>) -> Vec<u8> {
    let mut tags: Vec<(u8, &str)> = tags.iter().map(|(tag, number)| (*number, &**tag)).collect();
    tags.sort_unstable();
    let names: Vec<&str> = tags.into_iter().map(|(_, tag)| tag).collect();
    names.join(" ").into_bytes()
}

/// The binary logarithm of a count, to the nearest whole.
fn logarithm(count: u32) -> u8 {
    f64::from(count.max(1)).log2().round() as u8
}

/// All streams in one, each behind its length.
fn join(streams: impl Iterator<Item = Vec<u8>>) -> Vec<u8> {
    let mut joined = Vec::new();
    for stream in streams {
        write_number(&mut joined, stream.len());
        joined.extend(stream);
    }
    joined
}
