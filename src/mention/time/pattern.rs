//! The patterns of `patterns.txt` and how they are matched: from the first
//! token on, greedily, each token touching the one before.

use super::token::{Kind, Token, WORDS, Words};
use std::sync::LazyLock;

/// What one part of a pattern says, for the sense to use.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub slot: &'static str,
    pub value: i32,
}

/// A pattern that fits.
#[derive(Debug)]
pub(super) struct Match {
    /// What it says: the name of its line.
    pub sense: &'static str,
    /// How many tokens it takes.
    pub len: usize,
    /// What its parts say, in order.
    pub marks: Vec<Mark>,
}

/// A part of a pattern.
#[derive(Debug)]
enum Item {
    Number {
        least: i32,
        most: i32,
        arabic: Option<bool>,
    },
    Word(usize),
    Class(u64),
    /// A rule, by its place in the grammar.
    Rule(usize),
    /// One of several sequences.
    Choice(Vec<Vec<Item>>),
    Maybe(Box<Item>),
    Any(Box<Item>),
    /// Something before which the match goes on without taking it.
    Ahead {
        item: Box<Item>,
        wanted: bool,
    },
    /// All tokens up to and with a word, on a short way.
    UpTo(usize),
    Slot {
        item: Box<Item>,
        slot: &'static str,
        value: Option<i32>,
    },
    /// A name that nothing has.
    Unknown,
}

/// A line of a sense.
struct Row {
    sense: &'static str,
    items: Vec<Item>,
    first: First,
}

/// What a match can start with: one look at it turns most rows away.
#[derive(Clone, Copy, Default)]
struct First {
    number: bool,
    classes: u64,
}

impl First {
    fn or(self, other: Self) -> Self {
        Self { number: self.number || other.number, classes: self.classes | other.classes }
    }

    fn allows(self, token: &Token) -> bool {
        match token.kind {
            Kind::Number { .. } => self.number,
            Kind::Word(word) => self.classes & WORDS.classes_of(word) != 0,
            Kind::Stop => false,
        }
    }
}

/// The patterns of `patterns.txt`.
pub(super) struct Grammar {
    names: Vec<&'static str>,
    rules: Vec<Vec<Vec<Item>>>,
    rows: Vec<Row>,
}

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(include_str!("patterns.txt")));

/// Numbers by the range they must lie in; with `arabic`, also how they are written.
const NUMBERS: &[(&str, i32, i32, Option<bool>)] = &[
    ("NUM", 0, i32::MAX, None),
    ("NN", 0, 99, None),
    ("YEAR", 1949, 2099, None),
    ("YY", 18, 40, Some(true)),
    ("MM", 1, 12, None),
    ("DD", 1, 31, None),
    ("HH", 0, 24, None),
    ("QQ", 1, 4, None),
    ("FEW", 1, 9, None),
    ("WD", 2, 6, Some(false)),
    ("MON", 1, 1, Some(false)),
    ("ONE", 1, 1, None),
    ("ZERO", 0, 0, None),
];
/// How often a part is repeated at most, so that a look ahead stays short.
const MOST_REPEATED: usize = 24;
/// Bytes between the ends of what a bracket may hold.
const BRACKET_BYTES: usize = 36;

impl Grammar {
    fn read(table: &'static str) -> Self {
        let lines =
            || table.lines().filter(|line| !line.starts_with(['#', ' '])).filter_map(|line| line.split_once(' '));
        let is_sense = |name: &str| name.starts_with(|c: char| c.is_ascii_uppercase());
        let mut names: Vec<&str> = Vec::new();
        for (name, _) in lines().filter(|(name, _)| !is_sense(name)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let mut grammar =
            Self { names: Vec::new(), rules: names.iter().map(|_| Vec::new()).collect(), rows: Vec::new() };
        for (name, pattern) in lines() {
            let items = Reader { parts: pattern.split_whitespace(), names: &names, words: &WORDS }.sequence();
            match names.iter().position(|known| *known == name) {
                Some(rule) => grammar.rules[rule].push(items),
                None => grammar.rows.push(Row { sense: name, items, first: First::default() }),
            }
        }
        grammar.names = names;
        for row in 0..grammar.rows.len() {
            grammar.rows[row].first = grammar.first(&grammar.rows[row].items).0;
        }
        grammar
    }

    /// What a sequence can start with, and whether it may be empty.
    fn first(&self, items: &[Item]) -> (First, bool) {
        let mut first = First::default();
        for item in items {
            let (of, may_be_empty) = self.first_of(item);
            first = first.or(of);
            if !may_be_empty {
                return (first, false);
            }
        }
        (first, true)
    }

    fn first_of(&self, item: &Item) -> (First, bool) {
        match item {
            Item::Number { .. } => (First { number: true, classes: 0 }, false),
            Item::Word(word) => (First { number: false, classes: WORDS.classes_of(*word) }, false),
            Item::Class(classes) => (First { number: false, classes: *classes }, false),
            Item::Rule(rule) => self.first_of_any(&self.rules[*rule]),
            Item::Choice(choices) => self.first_of_any(choices),
            Item::Maybe(item) | Item::Any(item) => (self.first_of(item).0, true),
            Item::Slot { item, .. } => self.first_of(item),
            Item::Ahead { .. } => (First::default(), true),
            Item::UpTo(_) | Item::Unknown => (First::default(), false),
        }
    }

    fn first_of_any(&self, choices: &[Vec<Item>]) -> (First, bool) {
        choices
            .iter()
            .map(|items| self.first(items))
            .fold((First::default(), false), |(all, empty), (first, may)| (all.or(first), empty || may))
    }

    /// The rows that fit from the first of `tokens` on, in the order of the file.
    pub fn matches<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = Match> + 'a {
        let rows = self.rows.iter().filter(move |row| tokens.first().is_some_and(|token| row.first.allows(token)));
        rows.filter_map(move |row| {
            let mut matcher = Matcher { grammar: self, tokens, marks: Vec::new() };
            let len = matcher.sequence(&row.items, 0)?;
            Some(Match { sense: row.sense, len, marks: matcher.marks })
        })
    }

    /// The rule `name` from the first of `tokens` on.
    pub fn rule(&self, name: &'static str, tokens: &[Token]) -> Option<Match> {
        let rule = self.names.iter().position(|known| *known == name)?;
        let mut matcher = Matcher { grammar: self, tokens, marks: Vec::new() };
        let len = matcher.choice(&self.rules[rule], 0)?;
        Some(Match { sense: name, len, marks: matcher.marks })
    }
}

/// Reads the text of a pattern.
struct Reader<'r, I> {
    parts: I,
    names: &'r [&'static str],
    words: &'r Words,
}

impl<I: Iterator<Item = &'static str>> Reader<'_, I> {
    /// The sequence that a whole pattern is.
    fn sequence(&mut self) -> Vec<Item> {
        self.choices().0.into_iter().next().unwrap_or_default()
    }

    /// The sequences up to a closing bracket, and that bracket.
    fn choices(&mut self) -> (Vec<Vec<Item>>, &'static str) {
        let (mut choices, mut items) = (Vec::new(), Vec::new());
        while let Some(part) = self.parts.next() {
            match part {
                "|" => choices.push(std::mem::take(&mut items)),
                "?" => items = wrap_last(items, |item| Item::Maybe(Box::new(item))),
                "*" => items = wrap_last(items, |item| Item::Any(Box::new(item))),
                _ if part.starts_with(')') => {
                    choices.push(items);
                    return (choices, part);
                }
                _ => items.push(self.item(part)),
            }
        }
        choices.push(items);
        (choices, "")
    }

    fn item(&mut self, part: &'static str) -> Item {
        for (sign, wanted) in [('!', false), ('&', true)] {
            if let Some(part) = part.strip_prefix(sign) {
                return Item::Ahead { wanted, item: Box::new(self.item(part)) };
            }
        }
        let (atom, slot) = match part {
            "(" => {
                let (choices, close) = self.choices();
                (Item::Choice(choices), close.split_once(':').map(|(_, slot)| slot))
            }
            _ => {
                let (atom, slot) = part.split_once(':').map_or((part, None), |(atom, slot)| (atom, Some(slot)));
                (self.atom(atom), slot)
            }
        };
        match slot {
            None => atom,
            Some(slot) => {
                let (slot, value) =
                    slot.split_once('=').map_or((slot, None), |(slot, value)| (slot, value.parse().ok()));
                Item::Slot { item: Box::new(atom), slot, value }
            }
        }
    }

    fn atom(&self, atom: &'static str) -> Item {
        let number = NUMBERS.iter().find(|(name, ..)| *name == atom);
        let number = number.map(|&(_, least, most, arabic)| Item::Number { least, most, arabic });
        let class =
            || atom.strip_prefix('<')?.strip_suffix('>').and_then(|name| self.words.class(name)).map(Item::Class);
        let rule = || self.names.iter().position(|name| *name == atom).map(Item::Rule);
        let up_to = || atom.strip_prefix('~').and_then(|word| self.words.word(word)).map(Item::UpTo);
        let word = || self.words.word(atom).map(Item::Word);
        number.or_else(class).or_else(rule).or_else(up_to).or_else(word).unwrap_or(Item::Unknown)
    }
}

fn wrap_last(mut items: Vec<Item>, wrap: fn(Item) -> Item) -> Vec<Item> {
    let last = items.pop().map(wrap);
    items.extend(last);
    items
}

/// One attempt at a row.
struct Matcher<'m> {
    grammar: &'m Grammar,
    tokens: &'m [Token],
    marks: Vec<Mark>,
}

impl Matcher<'_> {
    /// Matches `items` from the token `at` on; where they end.
    fn sequence(&mut self, items: &[Item], at: usize) -> Option<usize> {
        let marks = self.marks.len();
        let end = items.iter().try_fold(at, |at, item| self.item(item, at));
        if end.is_none() {
            self.marks.truncate(marks);
        }
        end
    }

    fn choice(&mut self, choices: &[Vec<Item>], at: usize) -> Option<usize> {
        choices.iter().find_map(|items| self.sequence(items, at))
    }

    fn item(&mut self, item: &Item, at: usize) -> Option<usize> {
        match item {
            Item::Rule(rule) => self.choice(&self.grammar.rules[*rule], at),
            Item::Choice(choices) => self.choice(choices, at),
            Item::Maybe(item) => Some(self.item(item, at).unwrap_or(at)),
            Item::Any(item) => {
                let mut end = at;
                for _ in 0..MOST_REPEATED {
                    let Some(next) = self.item(item, end) else { break };
                    end = next;
                }
                Some(end)
            }
            Item::Ahead { item, wanted } => {
                let marks = self.marks.len();
                let fits = self.item(item, at).is_some();
                if !wanted {
                    self.marks.truncate(marks);
                }
                (fits == *wanted).then_some(at)
            }
            Item::UpTo(word) => self.up_to(*word, at),
            Item::Slot { item, slot, value } => {
                let mark = self.marks.len();
                self.marks.push(Mark { slot, value: value.or(self.tokens.get(at).map(|token| token.value))? });
                let end = self.item(item, at);
                if end.is_none() {
                    self.marks.truncate(mark);
                }
                end
            }
            Item::Number { least, most, arabic } => self.token(at, |token| match token.kind {
                Kind::Number { arabic: written } => {
                    (*least..=*most).contains(&token.value) && arabic.is_none_or(|arabic| arabic == written)
                }
                _ => false,
            }),
            Item::Word(word) => self.token(at, |token| token.kind == Kind::Word(*word)),
            Item::Class(classes) => self.token(at, |token| match token.kind {
                Kind::Word(word) => WORDS.classes_of(word) & classes != 0,
                _ => false,
            }),
            Item::Unknown => None,
        }
    }

    /// Steps over the token `at`, if it touches the one before and is wanted.
    fn token(&self, at: usize, wanted: impl Fn(&Token) -> bool) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let touches = at == 0 || self.tokens[at - 1].end == token.start;
        (touches && wanted(token)).then_some(at + 1)
    }

    fn up_to(&self, word: usize, at: usize) -> Option<usize> {
        let start = self.tokens.get(at.checked_sub(1)?)?.end;
        let near = self.tokens[at..].iter().take_while(|token| token.start <= start + BRACKET_BYTES);
        let found = near.enumerate().find(|(_, token)| token.kind == Kind::Word(word))?.0;
        Some(at + found + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{GRAMMAR, Item};
    use crate::mention::time::token::tokens;

    /// Whether a pattern names something that there is not.
    fn is_unknown(item: &Item) -> bool {
        match item {
            Item::Unknown => true,
            Item::Choice(choices) => choices.iter().flatten().any(is_unknown),
            Item::Maybe(item) | Item::Any(item) | Item::Ahead { item, .. } | Item::Slot { item, .. } => {
                is_unknown(item)
            }
            _ => false,
        }
    }

    #[test]
    fn every_name_is_known() {
        let rows = GRAMMAR.rows.iter().map(|row| &row.items);
        assert!(!rows.chain(GRAMMAR.rules.iter().flatten()).flatten().any(is_unknown));
    }

    #[test]
    fn every_case_holds() {
        let mut sense = "";
        for line in include_str!("patterns.txt").lines() {
            match (line.strip_prefix("  + "), line.strip_prefix("  - ")) {
                (None, None) => sense = line.split(' ').next().unwrap_or_default(),
                (Some(text), _) | (_, Some(text)) => {
                    let tokens = tokens(text);
                    let whole = GRAMMAR.matches(&tokens).any(|m| m.sense == sense && m.len == tokens.len());
                    assert_eq!(whole, line.starts_with("  +"), "{sense}: {text}");
                }
            }
        }
    }
}
