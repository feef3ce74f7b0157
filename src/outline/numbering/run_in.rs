//! Headings run into their text: 加强巡检各县水务局要建立台账. The heading ends where
//! a sentence begins; each place is weighed.

use super::title::is_sentence;
use crate::lexicon::class::Classes;
use crate::lexicon::lexemes::verb_at;
use crate::lexicon::list::{HEADING, WordList};
use crate::lexicon::modal::modal_at;
use crate::lexicon::words::WordClass;
use crate::mention::unit::tail_of;
use crate::source::{Source, Token, TokenKind};
use crate::span::TextRange;

/// How sure a cut must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RunIn {
    /// Siblings agree that headings are run in.
    Likely = 3,
    /// Line ends are lost.
    Sure = 4,
    /// The heading is one that plans have: 工作目标, 补助对象.
    Named = 5,
}

/// A heading is this long.
const HEADING_CHARS: std::ops::RangeInclusive<usize> = 4..=20;
/// What follows it in its clause is longer than this.
const BEHIND_CHARS: usize = 4;

/// A heading of so few characters may share any of them with what follows.
const BRIEF: usize = 8;

static OPENERS: WordList = WordList::of(HEADING, "openers");
static NO_OPENERS: WordList = WordList::of(HEADING, "no openers");
static NOUNS: WordList = WordList::of(HEADING, "nouns");
/// What no heading ends with.
const NO_ENDS: &[char] = &['的', '和', '与', '及', '、', '对', '在', '为', '将', '把', '等', '由', '以', '“', '（'];
static NO_HEADS: WordList = WordList::of(HEADING, "no heads");

/// The bytes of the heading that `phrase` opens with and goes on behind. It ends
/// where a word ends.
pub(super) fn run_in(source: &Source, phrase: TextRange, grade: RunIn) -> Option<usize> {
    let words = source.slice(phrase);
    let clause = words.split('，').next().unwrap_or(words);
    if NO_HEADS.opens(clause) {
        return None;
    }
    let tokens = source.tokens_in(TextRange::new(phrase.start, phrase.start + clause.len()));
    let mut best = (grade as i32 - 1, None);
    for token in &source.tokens()[tokens] {
        let (heading, behind) = clause.split_at(token.range().start - phrase.start);
        let chars = heading.chars().count();
        if chars > *HEADING_CHARS.end() {
            break;
        }
        if chars < *HEADING_CHARS.start() || behind.chars().nth(BEHIND_CHARS).is_none() {
            continue;
        }
        let score = score(heading, behind, token);
        if score > best.0 && is_heading(heading) {
            best = (score, Some(heading.len()));
        }
    }
    best.1
}

/// What speaks for a heading that ends before `token`.
fn score(heading: &str, behind: &str, token: &Token) -> i32 {
    let noun = NOUNS.closes(heading);
    // 公示内容应放置在…: a noun before a modal is its subject.
    let ordered = match modal_at(behind, '\0') {
        Some(_) => !noun,
        None => noun && verb_at(behind).is_some(),
    };
    // 申请方式申请人…, 房票转让房票转让应当…: the text takes up the words of its heading.
    let taken: usize =
        heading.chars().zip(behind.chars()).take_while(|(own, next)| own == next).map(|(c, _)| c.len_utf8()).sum();
    let again = &heading[..taken];
    let repeated = match again.chars().count() {
        0 | 1 => 0,
        // 县财政局…, 县财政局…: one who acts is named again in any sentence; 物业服务人申报办理
        // 前期|物业服务…: so are a few of many words.
        3.. if tail_of(again).is_none() && (taken * 2 >= heading.len() || heading.chars().nth(BRIEF).is_none()) => {
            RunIn::Named as i32
        }
        _ => 2,
    };
    3 * i32::from(opens(behind, token) || ordered)
        + 2 * i32::from(noun)
        + repeated
        + i32::from(verb_at(heading).is_some())
}

/// Whether a sentence begins with `token`: 对县城…, 各镇…, but not 对外…, 对接….
fn opens(behind: &str, token: &Token) -> bool {
    let named = token.kind == TokenKind::Word(WordClass::Pronoun) || token.classes.has(Classes::CLASS_HEAD);
    let whole = |word: &str| named || token.range().len() <= word.len();
    OPENERS.opening(behind).any(whole) && !NO_OPENERS.opens(behind)
}

fn is_heading(words: &str) -> bool {
    let plain = |c: char| ('一'..='龥').contains(&c) || matches!(c, '“' | '”' | '、' | '（' | '）');
    let whole = words.matches('（').count() == words.matches('）').count();
    whole && words.chars().all(plain) && !words.ends_with(NO_ENDS) && tail_of(words).is_none() && !is_sentence(words)
}
