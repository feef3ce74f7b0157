//! The words of a text, as a comparison counts them. Numbers with their measure
//! words, times, names of units and Latin words are one word each; other
//! Chinese text is read character by character, since where its words end is a
//! matter of opinion.

use crate::lexicon::numeral::{is_numeral_char, leading_number};
use crate::mention::quantity::amount_at;
use crate::span::TextRange;
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder, MatchKind};
use std::collections::HashMap;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordKind {
    /// A Chinese character, or a word of other letters.
    Plain,
    /// A number with its measure word: 12座, 不少于 not included.
    Number,
    /// A time: 2025年底前.
    Time,
    /// The name of a unit.
    Name,
    /// Punctuation.
    Mark,
}

/// One word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Where it stands, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: WordKind,
    /// The same for all words that say the same: 一处 and 1处.
    pub key: u32,
}

impl Word {
    /// Whether it says how much or when.
    pub fn counts(&self) -> bool {
        matches!(self.kind, WordKind::Number | WordKind::Time)
    }
}

/// Times that say themselves without a number.
const BARE_TIMES: &[&str] = &[
    "年底前", "年底", "年内", "年末", "年中", "月底前", "月底", "月末", "季度末", "上半年", "下半年", "全年", "当年",
    "每年", "每半年", "每季度", "每半月", "每月", "每周", "每日", "每天", "今年", "明年",
];
/// What is counted in times.
const TIME_UNITS: &[&str] =
    &["年", "个月", "月", "日", "号", "周", "天", "季度", "个工作日", "工作日", "个小时", "小时", "时", "分钟"];
/// What may stand behind a time.
const TIME_PARTS: &[&str] = &["底", "末", "初", "上旬", "中旬", "下旬"];
const TIME_BOUNDS: &[&str] = &["以前", "之前", "前", "以内", "之内", "内", "起"];
/// Behind these, 一 ends a word: 统一处置, 逐一排查.
const BEFORE_ONE: &[char] = &['统', '唯', '同', '单', '专', '逐', '不', '划', '之'];
/// A name with fewer characters is read character by character.
const NAME_CHARS: usize = 3;

/// Takes texts apart into words.
#[derive(Default)]
pub(super) struct Lexer {
    names: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    keys: HashMap<String, u32>,
}

impl Lexer {
    /// A lexer that knows the names of these units.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut names: Vec<&str> = names.filter(|name| name.chars().nth(NAME_CHARS - 1).is_some()).collect();
        names.sort_unstable();
        names.dedup();
        // Without names there is nothing to build; a set that is too large for an
        // automaton is read without.
        let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
        Self { names: builder.build(names).ok(), keys: HashMap::new() }
    }

    /// The words of `text`, a text of the cleaned view.
    pub fn words(&mut self, text: &str) -> Vec<Word> {
        let names: Vec<TextRange> = match &self.names {
            Some(names) => names.leftmost_find_iter(text).map(|m| TextRange::new(m.start(), m.end())).collect(),
            None => Vec::new(),
        };
        let mut names = names.into_iter().peekable();
        let mut words = Vec::with_capacity(text.len() / 3);
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            while names.next_if(|name| name.start < at).is_some() {}
            let name = names.next_if(|name| name.start == at);
            let word = match name {
                Some(name) => Word { range: name, kind: WordKind::Name, key: self.key(name.of(text)) },
                None => self.word(text, at, c),
            };
            at = word.range.end;
            words.push(word);
        }
        words
    }

    fn word(&mut self, text: &str, at: usize, c: char) -> Word {
        let rest = &text[at..];
        let ends_word = c == '一' && text[..at].ends_with(BEFORE_ONE);
        let (kind, len, key) = if ends_word {
            (WordKind::Plain, c.len_utf8(), u32::from(c))
        } else if let Some((spelling, len)) = time_at(rest, c) {
            (WordKind::Time, len, self.key(&spelling))
        } else if let Some((spelling, len, said)) = number_at(rest, c) {
            (if said { WordKind::Number } else { WordKind::Plain }, len, self.key(&spelling))
        } else if c.is_ascii_alphanumeric() {
            let word = latin(rest);
            let digits = word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'%'));
            (if digits { WordKind::Number } else { WordKind::Plain }, word.len(), self.key(word))
        } else {
            (if c.is_alphanumeric() { WordKind::Plain } else { WordKind::Mark }, c.len_utf8(), u32::from(c))
        };
        Word { range: TextRange::new(at, at + len), kind, key }
    }

    /// Words of more than one character are numbered above all characters.
    fn key(&mut self, spelling: &str) -> u32 {
        let next = u32::from(char::MAX) + 1 + self.keys.len() as u32;
        if let Some(key) = self.keys.get(spelling) {
            return *key;
        }
        self.keys.insert(spelling.to_owned(), next);
        next
    }
}

/// A word of Latin letters and digits: AI, 1+4+4, PM2.5.
fn latin(text: &str) -> &str {
    let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-' | '/' | '_' | '%');
    let word = &text[..text.find(|c| !inner(c)).unwrap_or(text.len())];
    word.trim_end_matches(['.', '-', '/', '+', '_'])
}

/// The time that `text` opens with: its spelling in Arabic digits, its bytes.
fn time_at(text: &str, first: char) -> Option<(String, usize)> {
    if matches!(first, '年' | '月' | '季' | '上' | '下' | '全' | '当' | '每' | '今' | '明') {
        let word = BARE_TIMES.iter().find(|word| text.starts_with(**word))?;
        return Some(((*word).to_owned(), word.len()));
    }
    if !first.is_ascii_digit() && !is_numeral_char(first) {
        return None;
    }
    let (mut spelling, mut at) = (String::new(), 0);
    while let Some((number, len)) = leading_number(&text[at..])
        && let Some(unit) = word_at(&text[at + len..], TIME_UNITS)
    {
        spelling.push_str(&number.to_string());
        spelling.push_str(unit);
        at += len + unit.len();
    }
    for tails in [TIME_PARTS, TIME_BOUNDS] {
        let tail = word_at(&text[at..], tails).filter(|_| at > 0).unwrap_or("");
        spelling.push_str(tail);
        at += tail.len();
    }
    (at > 0).then_some((spelling, at))
}

/// The number that `text` opens with: its spelling in Arabic digits, its bytes,
/// and whether it says how many. A Chinese one may be no more than an article:
/// 建设一批.
fn number_at(text: &str, first: char) -> Option<(String, usize, bool)> {
    if !first.is_ascii_digit() && !is_numeral_char(first) {
        return None;
    }
    let (amount, len) = amount_at(text)?;
    let upper = amount.upper.map(|upper| format!("—{upper}")).unwrap_or_default();
    let vague = if amount.vague { "余" } else { "" };
    let article = amount.chinese && amount.value == 1.0 && amount.upper.is_none();
    Some((format!("{}{upper}{vague}{}", amount.value, amount.unit), len, !article))
}

fn word_at(text: &str, words: &[&'static str]) -> Option<&'static str> {
    words.iter().copied().find(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let mut lexer = Lexer::new(["县应急局", "县公安局交警大队"].into_iter());
        lexer.words(text).iter().map(|word| word.range.of(text)).collect()
    }

    #[test]
    fn words() {
        for (text, expected) in [
            ("2025年底前建成1200张床位", "2025年底前 建 成 1200张 床 位"),
            ("6月30日前，达到65%以上。", "6月30日前 ， 达 到 65% 以 上 。"),
            ("县应急局会同县公安局交警大队", "县应急局 会 同 县公安局交警大队"),
            ("推进“1+4+4”行动", "推 进 “ 1+4+4 ” 行 动"),
            ("AI智能和PM2.5", "AI 智 能 和 PM2.5"),
            ("至少一处、1—2项", "至 少 一处 、 1—2项"),
            ("一般事故统一处置", "一 般 事 故 统 一 处 置"),
            ("每季度调度，年底前完成", "每季度 调 度 ， 年底前 完 成"),
            ("〔2024〕54号", "〔 2024 〕 54号"),
            ("", ""),
        ] {
            assert_eq!(split(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn spellings_that_say_the_same() {
        let mut lexer = Lexer::default();
        for (one, other, same) in [
            ("一处", "1处", true),
            ("两项", "2项", true),
            ("1—2项", "1-2项", true),
            ("三月底前", "3月底前", true),
            ("二〇二五年", "2025年", true),
            ("1处", "2处", false),
            ("6月底", "6月底前", false),
            ("一处", "一项", false),
        ] {
            let keys = |lexer: &mut Lexer, text| lexer.words(text).iter().map(|word| word.key).collect::<Vec<_>>();
            assert_eq!(keys(&mut lexer, one) == keys(&mut lexer, other), same, "{one} {other}");
        }
    }
}
