//! What one line says.

use crate::analysis::Level;
use crate::lexicon::letter::{is_han, is_letter};
use crate::line::Fault;
use crate::source;

/// Characters of a name.
const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=40;

/// The levels as a line writes them, without 级.
const LEVELS: &[(&str, Level)] = &[
    ("国家", Level::National),
    ("中央", Level::National),
    ("省", Level::Province),
    ("自治区", Level::Province),
    ("市", Level::City),
    ("州", Level::City),
    ("盟", Level::City),
    ("县", Level::County),
    ("区", Level::County),
    ("旗", Level::County),
    ("县区", Level::County),
    ("乡镇", Level::Township),
    ("乡", Level::Township),
    ("镇", Level::Township),
    ("街道", Level::Township),
    ("村", Level::Village),
    ("社区", Level::Village),
];

/// What one line says of a unit.
pub(super) struct Line {
    pub name: String,
    pub shorts: Vec<String>,
    pub members: Vec<String>,
    pub level: Option<Level>,
}

/// Reads a line: `全称 = 简称、简称：成员、成员；级别：县级`, of which only the first
/// must be there.
pub(super) fn read(line: &str) -> Result<Line, Fault> {
    let line = source::plain(line);
    let mut parts = line.split('；');
    let main = parts.next().unwrap_or_default();
    let (names, members) = main.split_once('：').map_or((main, None), |(names, members)| (names, Some(members)));
    let (name, shorts) = names.split_once(['=', '＝']).map_or((names, None), |(name, shorts)| (name, Some(shorts)));
    let mut level = None;
    for part in parts.filter(|part| !part.is_empty()) {
        level = Some(level_of(part)?);
    }
    Ok(Line { name: named(name)?, shorts: list(shorts)?, members: list(members)?, level })
}

fn level_of(part: &str) -> Result<Level, Fault> {
    let said = part.strip_prefix("级别").map(|said| said.trim_start_matches('：'));
    let word = said.map(|said| said.strip_suffix('级').unwrap_or(said));
    let known = word.and_then(|word| LEVELS.iter().find(|(known, _)| *known == word));
    known.map(|(_, level)| *level).ok_or_else(|| Fault::NoLevel(part.to_owned()))
}

fn list(names: Option<&str>) -> Result<Vec<String>, Fault> {
    let Some(names) = names else { return Ok(Vec::new()) };
    names.trim_end_matches(['。', '、', '，']).split(['、', '，']).map(named).collect()
}

fn named(words: &str) -> Result<String, Fault> {
    let chars = words.chars().take(NAME_CHARS.end() + 1).count();
    let sound = words.chars().all(|c| is_letter(c) || matches!(c, '（' | '）' | '·' | '-'));
    if sound && NAME_CHARS.contains(&chars) && words.chars().any(is_han) {
        Ok(words.to_owned())
    } else {
        Err(Fault::NoName(words.chars().take(*NAME_CHARS.end()).collect()))
    }
}
