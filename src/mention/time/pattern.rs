//! The patterns of `patterns.txt` and how they are matched: from the first
//! token on, greedily, each token touching the one before.

use super::token::{Kind, NUMBERS, Signs, Token, WORDS, Words};
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
    /// A number of a range, or a word of a class.
    Of(Signs),
    Word(usize),
    /// A rule, by its place in the grammar.
    Rule(usize),
    /// One of several sequences.
    Choice(Choice),
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

/// Parts one behind the other.
#[derive(Debug)]
struct Sequence {
    items: Vec<Item>,
    first: First,
}

/// Sequences of which the first that fits counts.
#[derive(Debug, Default)]
struct Choice {
    sequences: Vec<Sequence>,
    first: First,
}

/// A line of a sense.
struct Row {
    sense: &'static str,
    sequence: Sequence,
}

/// What a match can start with: one look at it turns most sequences away.
#[derive(Clone, Copy, Debug, Default)]
struct First {
    signs: Signs,
    /// Whether the match may take nothing, or start with any token.
    open: bool,
}

impl First {
    const OPEN: Self = Self { signs: Signs::NONE, open: true };

    /// What items one behind the other can start with; `rules` says so of the
    /// rules.
    fn of_all(items: &[Item], rules: &dyn Fn(usize) -> Self) -> Self {
        let mut first = Self::OPEN;
        for item in items.iter().map(|item| Self::of(item, rules)) {
            first = Self { open: item.open, ..first.or(item) };
            if !item.open {
                break;
            }
        }
        first
    }

    /// What one of several sequences can start with.
    fn of_any(choices: &[Sequence], rules: &dyn Fn(usize) -> Self) -> Self {
        choices.iter().map(|choice| Self::of_all(&choice.items, rules)).fold(Self::default(), Self::or)
    }

    fn of(item: &Item, rules: &dyn Fn(usize) -> Self) -> Self {
        match item {
            Item::Of(signs) => Self { signs: *signs, open: false },
            Item::Word(word) => Self { signs: Signs::of_word(*word), open: false },
            Item::Rule(rule) => rules(*rule),
            Item::Choice(choice) => Self::of_any(&choice.sequences, rules),
            Item::Maybe(item) | Item::Any(item) => Self { open: true, ..Self::of(item, rules) },
            Item::Slot { item, .. } => Self::of(item, rules),
            Item::Ahead { .. } | Item::UpTo(_) => Self::OPEN,
            Item::Unknown => Self::default(),
        }
    }

    fn or(self, other: Self) -> Self {
        Self { signs: self.signs.with(other.signs), open: self.open || other.open }
    }

    fn allows(self, token: Option<&Token>) -> bool {
        self.open || token.is_some_and(|token| token.signs.meet(self.signs))
    }
}

/// The patterns of `patterns.txt`.
pub(super) struct Grammar {
    names: Vec<&'static str>,
    rules: Vec<Choice>,
    rows: Vec<Row>,
    /// What any row can start with.
    first: First,
}

pub(super) static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(include_str!("patterns.txt")));

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
        let rules = names.iter().map(|_| Choice::default()).collect();
        let mut grammar = Self { names: Vec::new(), rules, rows: Vec::new(), first: First::default() };
        for (name, pattern) in lines() {
            let sequence = Reader { parts: pattern.split_whitespace(), names: &names, words: &WORDS }.sequence();
            match names.iter().position(|known| *known == name) {
                Some(rule) => grammar.rules[rule].sequences.push(sequence),
                None => grammar.rows.push(Row { sense: name, sequence }),
            }
        }
        grammar.names = names;
        grammar.settle();
        grammar
    }

    /// Says of every sequence what it can start with.
    fn settle(&mut self) {
        let rules: Vec<First> = (0..self.rules.len()).map(|rule| self.first_of(rule)).collect();
        self.rules.iter_mut().for_each(|choice| choice.settle(&|rule| rules[rule]));
        self.rows.iter_mut().for_each(|row| row.sequence.settle(&|rule| rules[rule]));
        self.first = self.rows.iter().map(|row| row.sequence.first).fold(First::default(), First::or);
    }

    /// What a rule can start with.
    fn first_of(&self, rule: usize) -> First {
        First::of_any(&self.rules[rule].sequences, &|rule| self.first_of(rule))
    }

    /// The rows that fit from the first of `tokens` on, in the order of the file.
    pub fn matches<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = Match> + 'a {
        let mut matcher = Matcher::new(self, tokens);
        let rows = if self.first.allows(tokens.first()) { self.rows.as_slice() } else { &[] };
        rows.iter().filter_map(move |row| {
            let len = matcher.sequence(&row.sequence, 0)?;
            Some(Match { sense: row.sense, len, marks: std::mem::take(&mut matcher.marks) })
        })
    }

    /// The rule `name` from the first of `tokens` on.
    pub fn rule(&self, name: &'static str, tokens: &[Token]) -> Option<Match> {
        let rule = self.names.iter().position(|known| *known == name)?;
        let mut matcher = Matcher::new(self, tokens);
        let len = matcher.rule(rule, 0)?;
        Some(Match { sense: name, len, marks: matcher.marks })
    }
}

impl Sequence {
    fn new(items: Vec<Item>) -> Self {
        Self { items, first: First::OPEN }
    }

    /// Says of it and of what it holds what each can start with; `rules` says so
    /// of the rules.
    fn settle(&mut self, rules: &dyn Fn(usize) -> First) {
        self.items.iter_mut().for_each(|item| item.settle(rules));
        self.first = First::of_all(&self.items, rules);
    }
}

impl Choice {
    fn new(sequences: Vec<Sequence>) -> Self {
        Self { sequences, first: First::OPEN }
    }

    fn settle(&mut self, rules: &dyn Fn(usize) -> First) {
        self.sequences.iter_mut().for_each(|sequence| sequence.settle(rules));
        self.first = First::of_any(&self.sequences, rules);
    }
}

impl Item {
    fn settle(&mut self, rules: &dyn Fn(usize) -> First) {
        match self {
            Self::Choice(choice) => choice.settle(rules),
            Self::Maybe(item) | Self::Any(item) | Self::Ahead { item, .. } | Self::Slot { item, .. } => {
                item.settle(rules);
            }
            _ => (),
        }
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
    fn sequence(&mut self) -> Sequence {
        self.choices().0.into_iter().next().unwrap_or_else(|| Sequence::new(Vec::new()))
    }

    /// The sequences up to a closing bracket, and that bracket.
    fn choices(&mut self) -> (Vec<Sequence>, &'static str) {
        let (mut choices, mut items) = (Vec::new(), Vec::new());
        while let Some(part) = self.parts.next() {
            match part {
                "|" => choices.push(Sequence::new(std::mem::take(&mut items))),
                "?" => items = wrap_last(items, |item| Item::Maybe(Box::new(item))),
                "*" => items = wrap_last(items, |item| Item::Any(Box::new(item))),
                _ if part.starts_with(')') => {
                    choices.push(Sequence::new(items));
                    return (choices, part);
                }
                _ => items.push(self.item(part)),
            }
        }
        choices.push(Sequence::new(items));
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
                (Item::Choice(Choice::new(choices)), close.split_once(':').map(|(_, slot)| slot))
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
        let number = NUMBERS.iter().position(|(name, ..)| *name == atom).map(Signs::of_range);
        let class = || atom.strip_prefix('<')?.strip_suffix('>').and_then(|name| self.words.class(name));
        let class = || class().map(Signs::of_classes);
        let rule = || self.names.iter().position(|name| *name == atom).map(Item::Rule);
        let up_to = || atom.strip_prefix('~').and_then(|word| self.words.word(word)).map(Item::UpTo);
        let word = || self.words.word(atom).map(Item::Word);
        number.or_else(class).map(Item::Of).or_else(rule).or_else(up_to).or_else(word).unwrap_or(Item::Unknown)
    }
}

fn wrap_last(mut items: Vec<Item>, wrap: fn(Item) -> Item) -> Vec<Item> {
    let last = items.pop().map(wrap);
    items.extend(last);
    items
}

/// What was found from one token on.
struct Matcher<'m> {
    grammar: &'m Grammar,
    tokens: &'m [Token],
    marks: Vec<Mark>,
    /// The rules that were tried: many rows ask for the same ones.
    tried: Vec<Tried>,
}

/// What a rule came to at a token.
struct Tried {
    rule: usize,
    at: usize,
    end: Option<usize>,
    marks: Vec<Mark>,
}

impl<'m> Matcher<'m> {
    fn new(grammar: &'m Grammar, tokens: &'m [Token]) -> Self {
        Self { grammar, tokens, marks: Vec::new(), tried: Vec::new() }
    }

    /// Matches `sequence` from the token `at` on; where it ends. What does not
    /// fit leaves no marks.
    fn sequence(&mut self, sequence: &Sequence, at: usize) -> Option<usize> {
        if !sequence.first.allows(self.touching(at)) {
            return None;
        }
        let marks = self.marks.len();
        let end = sequence.items.iter().try_fold(at, |at, item| self.item(item, at));
        if end.is_none() {
            self.marks.truncate(marks);
        }
        end
    }

    fn choice(&mut self, choice: &Choice, at: usize) -> Option<usize> {
        if !choice.first.allows(self.touching(at)) {
            return None;
        }
        choice.sequences.iter().find_map(|sequence| self.sequence(sequence, at))
    }

    fn rule(&mut self, rule: usize, at: usize) -> Option<usize> {
        if let Some(tried) = self.tried.iter().find(|tried| (tried.rule, tried.at) == (rule, at)) {
            self.marks.extend(&tried.marks);
            return tried.end;
        }
        let before = self.marks.len();
        let end = self.choice(&self.grammar.rules[rule], at);
        self.tried.push(Tried { rule, at, end, marks: self.marks[before..].to_vec() });
        end
    }

    fn item(&mut self, item: &Item, at: usize) -> Option<usize> {
        match item {
            Item::Rule(rule) => self.rule(*rule, at),
            Item::Choice(choice) => self.choice(choice, at),
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
                let value = value.or(self.tokens.get(at).map(|token| token.value))?;
                let mark = self.marks.len();
                let end = self.item(item, at)?;
                self.marks.insert(mark, Mark { slot, value });
                Some(end)
            }
            Item::Of(signs) => self.touching(at).filter(|token| token.signs.meet(*signs)).map(|_| at + 1),
            Item::Word(word) => self.touching(at).filter(|token| token.kind == Kind::Word(*word)).map(|_| at + 1),
            Item::Unknown => None,
        }
    }

    /// The token `at`, if it touches the one before.
    fn touching(&self, at: usize) -> Option<&'m Token> {
        let token = self.tokens.get(at)?;
        (at == 0 || self.tokens[at - 1].end == token.start).then_some(token)
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
            Item::Choice(choice) => choice.sequences.iter().flat_map(|sequence| &sequence.items).any(is_unknown),
            Item::Maybe(item) | Item::Any(item) | Item::Ahead { item, .. } | Item::Slot { item, .. } => {
                is_unknown(item)
            }
            _ => false,
        }
    }

    #[test]
    fn every_name_is_known() {
        let rows = GRAMMAR.rows.iter().map(|row| &row.sequence);
        let sequences = rows.chain(GRAMMAR.rules.iter().flat_map(|choice| &choice.sequences));
        assert!(!sequences.flat_map(|sequence| &sequence.items).any(is_unknown));
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
