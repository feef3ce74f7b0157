//! The characters: how often they stand, alone and at all, how they sound and
//! what they are taken for.

use super::table::rows;
use super::trie::write_number;
use anyhow::{Context, Result};
use std::collections::HashMap;

/// A character that stands for every other mark, and for the end of a line.
pub const MARK: char = '#';
/// A rarer character is not what was meant.
const LEAST_COUNT: u32 = 20;

/// The characters, the most frequent first: a character's number is its place.
pub struct Characters {
    list: Vec<Character>,
    numbers: HashMap<char, u16>,
    /// What each sounds or looks like.
    taken_for: HashMap<char, Vec<char>>,
}

struct Character {
    character: char,
    count: u32,
    /// How often it is a word of its own.
    alone: u32,
    /// Its syllables, by number.
    sounds: Vec<usize>,
}

impl Characters {
    /// Reads the tables of counts, of syllables and of look-alikes.
    pub fn read(counts: &str, readings: &str, lookalikes: &str) -> Result<Self> {
        let syllables = syllables(readings);
        let readings: HashMap<&str, &str> = rows(readings).map(|[character, sounds]| (character, sounds)).collect();
        let mut list = Vec::new();
        for [character, count, alone] in rows(counts) {
            let sounds = readings.get(character).map_or("", |sounds| *sounds).split(' ');
            let sounds = sounds.filter_map(|sound| syllables.get(sound).copied()).collect();
            let character = character.chars().next().context("a row without a character")?;
            list.push(Character { character, count: count.parse()?, alone: alone.parse()?, sounds });
        }
        list.sort_by_key(|c| std::cmp::Reverse((c.count, c.character)));
        let numbers = (0..).zip(&list).map(|(number, c)| (c.character, number)).collect();
        let taken_for = taken_for(&list, lookalikes);
        Ok(Self { list, numbers, taken_for })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The characters of a word, by number.
    pub fn numbers(&self, word: &str) -> Result<Vec<u16>> {
        let number = |c| self.numbers.get(&c).copied().with_context(|| format!("{word}: {c} was never counted"));
        word.chars().map(number).collect()
    }

    /// What `c` sounds or looks like.
    pub fn taken_for(&self, c: char) -> &[char] {
        self.taken_for.get(&c).map_or(&[], Vec::as_slice)
    }

    /// As UTF-16, low bytes and high bytes apart; how often each stands, in
    /// eighths of the binary logarithm; how often alone, in wholes; how each
    /// sounds.
    pub fn streams(&self) -> [Vec<u8>; 5] {
        let byte = |at: usize| self.list.iter().map(|c| u32::from(c.character).to_le_bytes()[at]).collect();
        let eighths = |count: u32| (f64::from(count.max(1)).log2() * 8.0).round() as u8;
        let counts = self.list.iter().map(|c| eighths(c.count)).collect();
        let alone = self.list.iter().map(|c| super::logarithm(c.alone)).collect();
        let mut sounds = Vec::new();
        for character in &self.list {
            write_number(&mut sounds, character.sounds.len());
            character.sounds.iter().for_each(|sound| write_number(&mut sounds, *sound));
        }
        [byte(0), byte(1), counts, alone, sounds]
    }
}

/// All syllables, numbered: those of the most characters first.
fn syllables(readings: &str) -> HashMap<&str, usize> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for [_, sounds] in rows(readings) {
        sounds.split(' ').for_each(|sound| *counts.entry(sound).or_default() += 1);
    }
    let mut syllables: Vec<(usize, &str)> = counts.into_iter().map(|(sound, count)| (count, sound)).collect();
    syllables.sort_unstable_by(|a, b| b.cmp(a));
    syllables.into_iter().enumerate().map(|(number, (_, sound))| (sound, number)).collect()
}

fn taken_for(list: &[Character], lookalikes: &str) -> HashMap<char, Vec<char>> {
    let mut sounding: HashMap<usize, Vec<char>> = HashMap::new();
    for character in list.iter().filter(|c| c.count >= LEAST_COUNT) {
        character.sounds.iter().for_each(|sound| sounding.entry(*sound).or_default().push(character.character));
    }
    let mut taken: HashMap<char, Vec<char>> = HashMap::new();
    for c in list {
        let alike = c.sounds.iter().filter_map(|sound| sounding.get(sound)).flatten();
        taken.insert(c.character, alike.copied().filter(|other| *other != c.character).collect());
    }
    for pair in lookalikes.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(' ')) {
        if let [a, b] = pair.chars().collect::<Vec<_>>()[..] {
            taken.entry(a).or_default().push(b);
            taken.entry(b).or_default().push(a);
        }
    }
    taken
}
