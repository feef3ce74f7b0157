//! Slips of frozen terms. The terms of official language never vary, so what is
//! almost one of them is a slip: a character lost within a word, written twice,
//! or replaced by another of the same sound.

use super::table::Entry;
use crate::lexicon::openers::Openers;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Marks behind which a term must be complete.
const ENDS: [char; 6] = ['，', '。', '；', '、', '）', '的'];
/// Heads the terms of which no loss is derived.
const LOSES_NOTHING: &str = "[loses nothing]";
/// Characters that stand for themselves beside a term: at its rim they belong
/// to the words around it.
const FREE: &str = "按以在对和为由与其及之的是有要须将把被让使从向于并或而则所可会应该此本各每再又也就都更最很不未无非全总大小新旧多少上下中内外前后左右年月日时一二三四五六七八九十两双半第等个名人员次项件处家县市省区乡镇村部局厅委办国正水成到出起开行入定好给用能作做过得了着地说看干打";

static TERMS: LazyLock<Terms> = LazyLock::new(Terms::read);

/// Terms with a character lost.
pub(super) fn losses() -> Vec<Entry> {
    TERMS.entries(lose)
}

/// Terms with a character written twice.
pub(super) fn doublings() -> Vec<Entry> {
    TERMS.entries(double)
}

/// Terms with a character replaced by one of the same sound.
pub(super) fn replacements() -> Vec<Entry> {
    TERMS.entries(replace)
}

/// A frozen term.
struct Term {
    words: Vec<Vec<char>>,
    /// Whether it leaves no word when a character is lost.
    loses: bool,
}

/// The terms and what their slips are told from.
struct Terms {
    terms: Vec<Term>,
    /// Words that are no slips, whatever they resemble.
    sound_words: Openers,
    homophones: HashMap<char, Vec<char>>,
}

impl Terms {
    fn read() -> Self {
        let lines = |text: &'static str| text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
        let (mut terms, mut sound_words) = (Vec::new(), Vec::new());
        let mut loses = true;
        for line in lines(include_str!("words/terms.txt")) {
            if let Some(words) = line.strip_prefix("! ") {
                sound_words.extend(words.split(' '));
            } else if line.starts_with('[') {
                loses = line != LOSES_NOTHING;
            } else {
                terms.push(Term { words: line.split(' ').map(|word| word.chars().collect()).collect(), loses });
            }
        }
        let mut homophones: HashMap<char, Vec<char>> = HashMap::new();
        for line in lines(include_str!("words/homophones.txt")) {
            let group: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
            for &c in &group {
                let others = homophones.entry(c).or_default();
                others.extend(group.iter().filter(|o| **o != c));
                others.sort_unstable();
                others.dedup();
            }
        }
        Self { terms, sound_words: Openers::new(sound_words), homophones }
    }

    /// The slips that `make` derives, without those that are words, or a term.
    fn entries(&self, make: fn(&Self, &Term) -> Vec<Slip>) -> Vec<Entry> {
        let whole = |term: &Term| term.words.iter().flatten().collect::<String>();
        let terms: Vec<String> = self.terms.iter().map(whole).collect();
        let parts: HashSet<&str> = terms.iter().flat_map(|term| parts(term)).collect();
        let sound = |slip: &Slip| {
            slip.tail.is_none() && parts.contains(slip.wrong.as_str()) || self.sound_words.within(&slip.wrong)
        };
        let slips = self.terms.iter().flat_map(|term| {
            let right = whole(term);
            make(self, term).into_iter().map(move |slip| (slip, right.clone()))
        });
        slips
            .filter(|(slip, _)| !sound(slip))
            .map(|(slip, right)| Entry::before(slip.wrong, right, slip.tail))
            .collect()
    }
}

/// All stretches of a term, and the term itself.
fn parts(term: &str) -> impl Iterator<Item = &str> {
    let starts = term.char_indices().map(|(at, _)| at);
    starts.flat_map(move |start| {
        let ends = term[start..].char_indices().map(|(at, c)| at + c.len_utf8());
        ends.map(move |end| &term[start..start + end])
    })
}

/// A wrong form of a term, and the mark that must follow it, if any.
struct Slip {
    wrong: String,
    tail: Option<char>,
}

/// A character lost from a word of several: within the term anywhere, in its
/// last word only if the term ends there, in its first only if more words
/// follow than one.
fn lose(_: &Terms, term: &Term) -> Vec<Slip> {
    let mut slips = Vec::new();
    let words: &[Vec<char>] = if term.loses { &term.words } else { &[] };
    for (index, word) in words.iter().enumerate().filter(|(_, word)| word.len() > 1) {
        let (first, last) = (index == 0, index + 1 == words.len());
        for lost in 0..word.len() {
            let inner = lost > 0 && lost + 1 < word.len();
            let left = word[usize::from(lost == 0)];
            if first && !inner && (lost == 0 || words.len() < 3 || FREE.contains(left))
                || last && !inner && word.len() > 2
            {
                continue;
            }
            let wrong: String = words
                .iter()
                .enumerate()
                .flat_map(|(i, w)| {
                    w.iter().enumerate().filter(move |(at, _)| (i, *at) != (index, lost)).map(|(_, c)| *c)
                })
                .collect();
            if last && !inner {
                slips.extend(ENDS.map(|end| Slip { wrong: wrong.clone(), tail: Some(end) }));
            } else {
                slips.push(Slip { wrong, tail: None });
            }
        }
    }
    slips
}

/// A character twice, but for the first and the last.
fn double(_: &Terms, term: &Term) -> Vec<Slip> {
    let term: Vec<char> = term.words.iter().flatten().copied().collect();
    let inner = (1..term.len().saturating_sub(1)).filter(|at| !FREE.contains(term[*at]));
    inner.map(|at| Slip { wrong: term[..=at].iter().chain(&term[at..]).collect(), tail: None }).collect()
}

/// A character replaced; at the rims only by one that cannot stand alone.
fn replace(terms: &Terms, term: &Term) -> Vec<Slip> {
    let term: Vec<char> = term.words.iter().flatten().copied().collect();
    let mut slips = Vec::new();
    for (at, c) in term.iter().enumerate() {
        let rim = at == 0 || at + 1 == term.len();
        for other in terms.homophones.get(c).into_iter().flatten().filter(|o| !rim || !FREE.contains(**o)) {
            let wrong = term.iter().enumerate().map(|(i, c)| if i == at { other } else { c }).collect();
            slips.push(Slip { wrong, tail: None });
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::{doublings, losses, replacements};

    #[test]
    fn slips_of_terms() {
        let wrong = |entries: Vec<super::Entry>| entries.iter().map(|e| e.needle().to_owned()).collect::<Vec<_>>();
        let (lost, doubled, replaced) = (wrong(losses()), wrong(doublings()), wrong(replacements()));
        for (list, slip, derived) in [
            (&lost, "隐患排治理", true),
            (&lost, "隐患排查治，", true),
            (&lost, "隐患排查治", false),
            (&lost, "安全生产责任", false),
            (&lost, "网格管理", false),
            (&doubled, "隐患排排查治理", true),
            (&doubled, "安全生产产", false),
            (&replaced, "隐换排查治理", true),
            (&replaced, "按全生产", false),
            (&replaced, "专项政治", false),
        ] {
            assert_eq!(list.iter().any(|w| w == slip), derived, "{slip}");
        }
    }
}
