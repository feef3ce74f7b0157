//! The automatic numbers of paragraphs: lists with their levels, styles that
//! number, and how far each has counted.

use super::refusal::Refusal;
use super::xml::{Said, walk};
use std::collections::HashMap;

/// Levels of a list.
const LEVELS: usize = 9;

/// Every list of a document, and the counts so far.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Of each list that paragraphs name, the one that says how it looks.
    lists: HashMap<String, String>,
    /// How each looks, level by level.
    looks: HashMap<String, Vec<Level>>,
    /// Levels at which a list starts anew, and where.
    restarts: HashMap<(String, usize), u32>,
    styles: HashMap<String, Style>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `（%1）`.
    text: String,
    /// The style that numbers by this level.
    style: String,
    /// Whether all numbers stand in Arabic digits.
    legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".into(), text: String::new(), style: String::new(), legal: false }
    }
}

/// What a style says of numbers.
#[derive(Debug, Default)]
struct Style {
    parent: String,
    mark: Mark,
}

/// The number that a paragraph or a style asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    /// The list; `0` is none.
    pub(super) list: Option<String>,
    /// The level in it.
    pub(super) level: Option<usize>,
}

impl Numbering {
    /// Reads the parts `styles` and `numbering`, either of which may be empty.
    pub(super) fn read(styles: &str, numbering: &str) -> Result<Self, Refusal> {
        let mut all = Self::default();
        all.read_styles(styles)?;
        all.read_lists(numbering)?;
        Ok(all)
    }

    fn read_styles(&mut self, part: &str) -> Result<(), Refusal> {
        let mut id = String::new();
        walk(part, |said| {
            let Said::Opens(element) = said else { return };
            if element.name() == "style" {
                id = element.get("styleId").unwrap_or_default();
                return;
            }
            if !matches!(element.name(), "basedOn" | "numId" | "ilvl") {
                return;
            }
            let style = self.styles.entry(id.clone()).or_default();
            match element.name() {
                "basedOn" => style.parent = element.get("val").unwrap_or_default(),
                "numId" => style.mark.list = element.get("val"),
                _ => style.mark.level = element.number(),
            }
        })
    }

    fn read_lists(&mut self, part: &str) -> Result<(), Refusal> {
        let (mut look, mut list, mut restarted) = (String::new(), String::new(), 0);
        // A list may bring levels of its own, which are those of its look.
        let mut level = 0;
        walk(part, |said| {
            let Said::Opens(element) = said else { return };
            let value = || element.get("val").unwrap_or_default();
            match element.name() {
                "abstractNum" => look = element.get("abstractNumId").unwrap_or_default(),
                "num" => list = element.get("numId").unwrap_or_default(),
                "abstractNumId" => drop(self.lists.insert(list.clone(), value())),
                "lvlOverride" => {
                    restarted = level_of(element.get("ilvl"));
                    look = self.lists.get(&list).cloned().unwrap_or_default();
                }
                "startOverride" => {
                    let start = value().parse().unwrap_or(1);
                    self.restarts.insert((list.clone(), restarted), start);
                }
                "lvl" => level = level_of(element.get("ilvl")),
                "start" => self.level(&look, level).start = value().parse().unwrap_or(1),
                "numFmt" => self.level(&look, level).format = value(),
                "lvlText" => self.level(&look, level).text = value(),
                "pStyle" => self.level(&look, level).style = value(),
                "isLgl" => self.level(&look, level).legal = element.is_on(),
                _ => {}
            }
        })
    }

    fn level(&mut self, look: &str, level: usize) -> &mut Level {
        &mut self.looks.entry(look.to_owned()).or_insert_with(|| vec![Level::default(); LEVELS])[level]
    }

    /// What stands before a paragraph of the style `style` that asks for `mark`
    /// itself; it counts on.
    pub(super) fn next(&mut self, mark: &Mark, style: &str) -> String {
        let Some((list, level)) = self.asked(mark, style) else { return String::new() };
        let Some(look) = self.lists.get(&list).cloned() else { return String::new() };
        let Some(levels) = self.looks.get(&look) else { return String::new() };
        let fresh = !self.counts.contains_key(&list) && self.restarts.contains_key(&(list.clone(), level));
        // Lists of one look count together, but for those that start anew.
        let key = if fresh || self.counts.contains_key(&list) { list.clone() } else { format!("look {look}") };
        let starts: Vec<u32> =
            (0..LEVELS).map(|at| self.restarts.get(&(list.clone(), at)).copied().unwrap_or(levels[at].start)).collect();
        let counts = self.counts.entry(key).or_insert([None; LEVELS]);
        counts[level] = Some(counts[level].map_or(starts[level], |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        let shown: Vec<u32> = (0..LEVELS).map(|at| counts[at].unwrap_or(starts[at])).collect();
        label(levels, level, &shown)
    }

    /// The list and the level that a paragraph is numbered by.
    fn asked(&self, mark: &Mark, style: &str) -> Option<(String, usize)> {
        /// Styles based on one another, in a circle or not.
        const LONGEST: usize = 16;
        let (mut list, mut level, mut at) = (mark.list.clone(), mark.level, style.to_owned());
        let mut named = list.is_none().then(String::new);
        for _ in 0..LONGEST {
            let Some(style) = self.styles.get(&at) else { break };
            if list.is_none() && style.mark.list.is_some() {
                list = style.mark.list.clone();
                named = Some(at.clone());
            }
            level = level.or(style.mark.level);
            at = style.parent.clone();
        }
        let list = list.filter(|list| list != "0")?;
        let by_style = || {
            let levels = self.looks.get(self.lists.get(&list)?)?;
            let named = named.as_ref().filter(|name| !name.is_empty())?;
            levels.iter().position(|level| level.style == *named)
        };
        let level = level.or_else(by_style).unwrap_or(0);
        (level < LEVELS).then_some((list, level))
    }
}

fn level_of(value: Option<String>) -> usize {
    value.and_then(|level| level.parse().ok()).filter(|level| *level < LEVELS).unwrap_or(0)
}

/// `（%1）` with its numbers; nothing for a bullet.
fn label(levels: &[Level], level: usize, counts: &[u32]) -> String {
    let own = &levels[level];
    if matches!(own.format.as_str(), "bullet" | "none") {
        return String::new();
    }
    let mut text = own.text.clone();
    for (at, (one, count)) in levels.iter().zip(counts).enumerate() {
        let format = if own.legal { "decimal" } else { &one.format };
        text = text.replace(&format!("%{}", at + 1), &numeral(*count, format));
    }
    text
}

/// A number in one of the formats of ECMA-376 part 1, 17.18.59.
fn numeral(number: u32, format: &str) -> String {
    let of = |signs: &str| signs.chars().nth(number.wrapping_sub(1) as usize).map(String::from);
    let special = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCountingThousand"
        | "taiwaneseCounting" => chinese(number),
        "ideographDigital" | "japaneseDigitalTen" | "taiwaneseDigital" => Some(digits(number, "〇一二三四五六七八九")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(digits(number, "０１２３４５６７８９")),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
        "decimalEnclosedParen" => Some(format!("（{number}）")),
        "upperLetter" => of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => of("abcdefghijklmnopqrstuvwxyz"),
        "ideographTraditional" => of("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => of("子丑寅卯辰巳午未申酉戌亥"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|number| number.to_lowercase()),
        _ => None,
    };
    special.unwrap_or_else(|| number.to_string())
}

fn digits(number: u32, signs: &str) -> String {
    number.to_string().chars().filter_map(|digit| signs.chars().nth(digit.to_digit(10)? as usize)).collect()
}

/// `二十一`, `一百零五`; `None` above 9999.
fn chinese(number: u32) -> Option<String> {
    if !(1..10_000).contains(&number) {
        return None;
    }
    let mut text = String::new();
    for (unit, size) in [("千", 1000), ("百", 100), ("十", 10), ("", 1)] {
        let digit = number / size % 10;
        match digit {
            0 if !text.is_empty() && !text.ends_with('零') && !number.is_multiple_of(size) => text.push('零'),
            0 => {}
            1 if size == 10 && text.is_empty() => text.push('十'),
            digit => text.extend([digits(digit, "零一二三四五六七八九").as_str(), unit]),
        }
    }
    Some(text)
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (size, sign) in SIGNS {
        while rest >= size && number < 400 {
            text.push_str(sign);
            rest -= size;
        }
    }
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_in_the_format_of_their_level() {
        let cases = [
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 21, "二十一"),
            ("japaneseCounting", 105, "一百零五"),
            ("japaneseCounting", 110, "一百一十"),
            ("chineseCounting", 1001, "一千零一"),
            ("chineseCounting", 10_000, "10000"),
            ("ideographDigital", 20, "二〇"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedCircleChinese", 3, "③"),
            ("decimalEnclosedCircle", 21, "21"),
            ("upperRoman", 49, "XLIX"),
            ("lowerRoman", 4, "iv"),
            ("upperRoman", 0, "0"),
            ("lowerLetter", 2, "b"),
            ("decimalZero", 7, "07"),
            ("decimal", 7, "7"),
            ("anything", 7, "7"),
        ];
        for (format, number, shown) in cases {
            assert_eq!(numeral(number, format), shown, "{format} {number}");
        }
    }
}
