//! Puts the lines of a file together: one unit for each name, whatever the order
//! of the lines.

use super::Entry;
use super::entry::{self, Line};
use crate::line::{self, BadLine, Fault, Limits};
use std::collections::HashMap;

/// A line for each unit of a province; a class has many members.
const MOST: Limits = Limits { lines: 10_000, chars: 2000 };
/// Names of a file, at most.
const MOST_NAMES: usize = 60_000;

/// The units, and the unit of each name.
pub(super) type Units = (Vec<Entry>, HashMap<String, usize>);

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Units, Vec<BadLine>> {
    let mut draft = Draft::default();
    line::read(text, MOST, |line, words| draft.add(line, entry::read(words)?))?;
    draft.join()
}

#[derive(Default)]
struct Draft {
    units: Vec<Entry>,
    index: HashMap<String, usize>,
    /// The line with the members of a unit, and what they are called there.
    lists: Vec<(usize, usize, Vec<String>)>,
}

impl Draft {
    fn add(&mut self, line: usize, entry: Line) -> Result<(), Fault> {
        let Line { name, shorts, members, level } = entry;
        let unit = self.unit(&name)?;
        if self.units[unit].name != name {
            return Err(Fault::Taken(name));
        }
        for short in shorts {
            match self.index.get(&short) {
                Some(known) if *known != unit => return Err(Fault::Taken(short)),
                Some(_) => {}
                None => self.put(short, unit)?,
            }
        }
        let known = &mut self.units[unit].level;
        if level.is_some() && known.is_some() && *known != level {
            return Err(Fault::OtherLevel(name));
        }
        *known = known.or(level);
        if !members.is_empty() {
            if self.units[unit].listed {
                return Err(Fault::Members(name));
            }
            self.units[unit].listed = true;
            self.lists.push((line, unit, members));
        }
        Ok(())
    }

    /// The unit of that name, a new one if there is none.
    fn unit(&mut self, name: &str) -> Result<usize, Fault> {
        if let Some(unit) = self.index.get(name) {
            return Ok(*unit);
        }
        self.put(name.to_owned(), self.units.len())?;
        self.units.push(Entry { name: name.to_owned(), level: None, listed: false, members: Vec::new() });
        Ok(self.units.len() - 1)
    }

    /// Lets `name` be one of `unit`.
    fn put(&mut self, name: String, unit: usize) -> Result<(), Fault> {
        if self.index.len() >= MOST_NAMES {
            return Err(Fault::ManyNames(MOST_NAMES));
        }
        self.index.insert(name, unit);
        Ok(())
    }

    /// Finds the members, once all names are known.
    fn join(mut self) -> Result<Units, Vec<BadLine>> {
        let mut wrong = Vec::new();
        for (line, unit, names) in std::mem::take(&mut self.lists) {
            match names.iter().map(|name| self.member(name)).collect() {
                Ok(members) => self.units[unit].members = members,
                Err(fault) => wrong.push(BadLine { line, fault }),
            }
        }
        if wrong.is_empty() { Ok((self.units, self.index)) } else { Err(wrong) }
    }

    fn member(&mut self, name: &str) -> Result<usize, Fault> {
        let member = self.unit(name)?;
        if self.units[member].listed { Err(Fault::Nested(name.to_owned())) } else { Ok(member) }
    }
}
