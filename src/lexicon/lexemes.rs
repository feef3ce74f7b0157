//! The words of `classes/*.txt` with what each can do in a sentence.
//!
//! A file holds blocks: a line `[class class]`, then words parted by spaces.
//! `#` opens a comment. `+ word: text` and `- word: text` are cases: among the
//! tokens of the text the word is, or is not, one of that class.

use super::class::Classes;
use super::openers::Openers;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The files.
const FILES: &[&str] = &[
    include_str!("classes/adverb.txt"),
    include_str!("classes/class_head.txt"),
    include_str!("classes/connector.txt"),
    include_str!("classes/duty.txt"),
    include_str!("classes/field.txt"),
    include_str!("classes/frame.txt"),
    include_str!("classes/joint.txt"),
    include_str!("classes/manner.txt"),
    include_str!("classes/modal.txt"),
    include_str!("classes/namer.txt"),
    include_str!("classes/noun.txt"),
    include_str!("classes/preposition.txt"),
    include_str!("classes/press.txt"),
    include_str!("classes/set_up.txt"),
    include_str!("classes/state.txt"),
    include_str!("classes/verb.txt"),
];

/// How a file names the classes.
const NAMES: &[(&str, Classes)] = &[
    ("abstract", Classes::ABSTRACT),
    ("adverb", Classes::ADVERB),
    ("body", Classes::BODY),
    ("class_head", Classes::CLASS_HEAD),
    ("connector", Classes::CONNECTOR),
    ("field", Classes::FIELD),
    ("frame", Classes::FRAME),
    ("handing", Classes::HANDING),
    ("join", Classes::JOIN),
    ("joint", Classes::JOINT),
    ("lead", Classes::LEAD),
    ("manner", Classes::MANNER),
    ("modal", Classes::MODAL),
    ("namer", Classes::NAMER),
    ("permit", Classes::PERMIT),
    ("person", Classes::PERSON),
    ("preposition", Classes::PREPOSITION),
    ("press", Classes::PRESS),
    ("responsible", Classes::RESPONSIBLE),
    ("set_up", Classes::SET_UP),
    ("state", Classes::STATE),
    ("supervise", Classes::SUPERVISE),
    ("support", Classes::SUPPORT),
    ("verb", Classes::VERB),
    ("whole", Classes::WHOLE),
];

/// The lines of a file that say something, each with the classes of its block.
fn lines(file: &str) -> impl Iterator<Item = (Classes, &str)> {
    let mut classes = Classes::NONE;
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(move |line| {
        let Some(head) = line.strip_prefix('[') else { return Some((classes, line)) };
        classes = classes_of(head.trim_end_matches(']'));
        None
    })
}

fn is_case(line: &str) -> bool {
    line.starts_with(['+', '-'])
}

fn classes_of(names: &str) -> Classes {
    let mut classes = Classes::NONE;
    for name in names.split(' ') {
        if let Some((_, class)) = NAMES.iter().find(|(known, _)| *known == name) {
            classes |= *class;
        }
    }
    classes
}

static LEXEMES: LazyLock<Openers<Classes>> = LazyLock::new(|| {
    let mut table: FxHashMap<&'static str, Classes> = FxHashMap::default();
    for (classes, words) in FILES.iter().flat_map(|file| lines(file)).filter(|(_, line)| !is_case(line)) {
        words.split_whitespace().for_each(|word| *table.entry(word).or_default() |= classes);
    }
    Openers::with(table)
});

/// The words of the files that `text` opens with, each with its classes.
///
/// ```
/// use notice_analyzer::lexicon::{class::Classes, lexemes::lexemes_at};
/// assert!(lexemes_at("应当建立").any(|(word, classes)| word == "应当" && classes.has(Classes::MODAL)));
/// assert!(lexemes_at("建筑").next().is_none());
/// ```
pub fn lexemes_at(text: &str) -> impl Iterator<Item = (&'static str, Classes)> {
    LEXEMES.entries(text).map(|(word, classes)| (*word, *classes))
}

/// The verb of two characters and more that `text` opens with, the longest first.
///
/// ```
/// use notice_analyzer::lexicon::lexemes::verb_at;
/// assert_eq!(verb_at("组织实施方案"), Some("组织实施"));
/// assert_eq!(verb_at("方案"), None);
/// ```
pub fn verb_at(text: &str) -> Option<&'static str> {
    let verbs = lexemes_at(text).filter(|(word, classes)| classes.has(Classes::VERB) && word.chars().nth(1).is_some());
    verbs.map(|(verb, _)| verb).max_by_key(|verb| verb.len())
}

/// Whether `text` opens like a predicate: with a verb, a verb of obligation, or
/// what says how something is done.
///
/// ```
/// use notice_analyzer::lexicon::lexemes::opens_predicate;
/// assert!(opens_predicate("要加强") && opens_predicate("及时报告"));
/// assert!(!opens_predicate("的职责") && !opens_predicate("负责人"));
/// ```
pub fn opens_predicate(text: &str) -> bool {
    const OPENERS: Classes = Classes::VERB.with(Classes::MODAL).with(Classes::ADVERB).with(Classes::MANNER);
    const NOUNS: Classes = Classes::PERSON.with(Classes::BODY);
    let follows = |word: &str| lexemes_at(&text[word.len()..]).any(|(_, classes)| classes.has(NOUNS));
    let mut openers = lexemes_at(text).filter(|(_, classes)| classes.has(OPENERS));
    openers.any(|(word, _)| !text[word.len()..].starts_with('的') && !follows(word))
}

/// The longest word of `classes` that `text` ends with, taken away.
pub fn without_last(text: &str, classes: Classes) -> Option<&str> {
    const WORD_CHARS: usize = 10;
    let starts = text.char_indices().rev().take(WORD_CHARS).map(|(at, _)| at);
    let is_word =
        |at: usize| lexemes_at(&text[at..]).any(|(word, own)| word.len() == text.len() - at && own.has(classes));
    starts.filter(|&at| is_word(at)).last().map(|at| &text[..at])
}

/// The bytes of the longest word of `classes` that `text` opens with.
pub fn first_len(text: &str, classes: Classes) -> usize {
    lexemes_at(text).filter(|(_, own)| own.has(classes)).map(|(word, _)| word.len()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{FILES, is_case, lines};
    use crate::source::Source;

    #[test]
    fn every_case_holds() {
        for (classes, case) in FILES.iter().flat_map(|file| lines(file)).filter(|(_, line)| is_case(line)) {
            let (word, text) = case[1..].split_once(':').unwrap();
            let source = Source::new(text.trim());
            let is_word = |range| source.slice(range) == word.trim();
            let found = source.tokens().iter().any(|token| is_word(token.range()) && token.classes.has(classes));
            assert_eq!(found, case.starts_with('+'), "{case}");
        }
    }

    #[test]
    fn every_block_names_classes() {
        assert!(FILES.iter().flat_map(|file| lines(file)).all(|(classes, _)| !classes.is_empty()));
    }
}
