//! `cargo xtask words`: packs the counts of official prose that lie beside the
//! repository into the file that the core carries.
//!
//! The words form a trie that is written level by level: for each node the
//! number of its children; for each child the step from its elder sibling to
//! it, its part of speech (0: no word) and, if it is a word, the binary
//! logarithm of its count. Each of these is a stream of its own, since like
//! bytes side by side pack best. `src/lexicon/words/packed.rs` reads them.

mod trie;

use crate::workspace;
use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use trie::Trie;
use xshell::{Shell, cmd};

/// The packed file.
const PACKED: &str = "src/lexicon/words/words.bin";
/// A word must have been counted this often.
const LEAST_COUNT: u32 = 5;

/// Makes the packed file anew from the counts in `model`.
///
/// # Errors
///
/// Where a file of counts is missing or has another form.
pub fn pack(shell: &Shell, model: &Path) -> Result<()> {
    let characters = Characters::read(&fs::read_to_string(model.join("chars.tsv"))?)?;
    let words = read_words(shell, &model.join("words.tsv.gz"))?;
    let tags = tags(&words);
    let mut trie = Trie::default();
    for word in &words {
        trie.insert(&characters.numbers(&word.text)?, tags[&*word.tag], logarithm(word.count));
    }
    let streams = [characters.code_units(), characters.alone(), listed(&tags)].into_iter();
    let packed = join(streams.chain(trie.streams(characters.list.len())));
    fs::write(workspace::root().join(PACKED), &packed)?;
    println!("{PACKED}: {} words, {} bytes", words.len(), packed.len());
    Ok(())
}

/// The characters, the most frequent first: a character's number is its place.
struct Characters {
    list: Vec<char>,
    /// How often each stands alone.
    alone: Vec<u32>,
    numbers: HashMap<char, u16>,
}

impl Characters {
    fn read(table: &str) -> Result<Self> {
        let mut rows = Vec::new();
        for row in table.lines() {
            let mut columns = row.split('\t');
            let (character, count, alone) = (columns.next(), columns.next(), columns.next());
            let character = character.and_then(|c| c.chars().next()).context("a row without a character")?;
            let (count, alone) = count.zip(alone).with_context(|| format!("a row too short: {row}"))?;
            let (count, alone): (u32, u32) = (count.parse()?, alone.parse()?);
            if character != '#' {
                rows.push((count, character, alone));
            }
        }
        rows.sort_unstable_by(|a, b| b.cmp(a));
        let list: Vec<char> = rows.iter().map(|row| row.1).collect();
        let numbers = (0..).zip(&list).map(|(number, c)| (*c, number)).collect();
        Ok(Self { alone: rows.iter().map(|row| row.2).collect(), list, numbers })
    }

    fn numbers(&self, word: &str) -> Result<Vec<u16>> {
        let number = |c| self.numbers.get(&c).copied().with_context(|| format!("{word}: {c} was never counted"));
        word.chars().map(number).collect()
    }

    /// As UTF-16, low bytes and high bytes apart.
    fn code_units(&self) -> Vec<u8> {
        let code = |c: &char| u32::from(*c).to_le_bytes();
        self.list.iter().map(|c| code(c)[0]).chain(self.list.iter().map(|c| code(c)[1])).collect()
    }

    fn alone(&self) -> Vec<u8> {
        self.alone.iter().map(|count| logarithm(*count)).collect()
    }
}

/// A word that is kept.
struct Word {
    text: String,
    count: u32,
    tag: String,
}

fn read_words(shell: &Shell, table: &Path) -> Result<Vec<Word>> {
    let table = cmd!(shell, "gzip --decompress --stdout {table}").quiet().read()?;
    let mut words = Vec::new();
    for row in table.lines() {
        let mut columns = row.split('\t');
        let (text, count, tag) = (columns.next(), columns.next(), columns.next());
        let count = count.with_context(|| format!("a row too short: {row}"))?.parse()?;
        if count >= LEAST_COUNT {
            let (text, tag) = (text.unwrap_or_default().to_owned(), tag.unwrap_or_default().to_owned());
            words.push(Word { text, count, tag });
        }
    }
    Ok(words)
}

/// The parts of speech, the most frequent first, numbered from 1 on.
fn tags(words: &[Word]) -> HashMap<String, u8> {
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
        joined.extend(u32::try_from(stream.len()).unwrap_or(u32::MAX).to_le_bytes());
        joined.extend(stream);
    }
    joined
}
