//! Slips of frozen terms. The terms of official language never vary, so what is
//! one of them but for a character within a word is a slip.

use super::table::Entry;
use crate::lexicon::openers::Openers;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Marks behind which a term must be complete.
static ENDS: [char; 6] = ['，', '。', '；', '、', '）', '的'];
/// Characters that stand for themselves beside a term: at its rim they belong
/// to the words around it.
const FREE: &str = "按以在对和为由与其及之的是有要须将把被让使从向于并或而则所可会应该此本各每再又也就都更最很不未无非全总大小新旧多少上下中内外前后左右年月日时一二三四五六七八九十两双半第等个名人员次项件处家县市省区乡镇村部局厅委办国正水成到出起开行入定好给用能作做过得了着地说看干打";

static TERMS: LazyLock<Terms> = LazyLock::new(Terms::read);

/// Terms with a character lost.
pub(super) fn losses() -> Vec<Entry> {
    TERMS.entries()
}

/// A frozen term, cut into words.
struct Term(Vec<Vec<char>>);

/// The terms and what their slips are told from.
struct Terms {
    terms: Vec<Term>,
    /// Words that are no slips, whatever they resemble.
    sound_words: Openers,
}

impl Terms {
    fn read() -> Self {
        let lines = |text: &'static str| text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
        let (mut terms, mut sound_words) = (Vec::new(), Vec::new());
        for line in lines(include_str!("words/terms.txt")) {
            if let Some(words) = line.strip_prefix("! ") {
                sound_words.extend(words.split(' '));
            } else {
                terms.push(Term(line.split(' ').map(|word| word.chars().collect()).collect()));
            }
        }
        Self { terms, sound_words: Openers::new(sound_words) }
    }

    /// The slips, without those that are words, or a term.
    fn entries(&self) -> Vec<Entry> {
        let whole = |term: &Term| term.0.iter().flatten().collect::<String>();
        let terms: Vec<String> = self.terms.iter().map(whole).collect();
        let parts: FxHashSet<&str> = terms.iter().flat_map(|term| parts(term)).collect();
        let sound = |slip: &Slip| {
            slip.ends.is_empty() && parts.contains(slip.wrong.as_str()) || self.sound_words.within(&slip.wrong)
        };
        let slips = self.terms.iter().flat_map(|term| {
            let right = whole(term);
            lose(term).into_iter().map(move |slip| (slip, right.clone()))
        });
        slips
            .filter(|(slip, _)| !sound(slip))
            .map(|(slip, right)| Entry::before(slip.wrong, right, slip.ends))
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

/// A wrong form of a term, and the marks of which one must follow it, if any.
struct Slip {
    wrong: String,
    ends: &'static [char],
}

/// A character lost from a word of several: within the term anywhere, in its
/// last word only if the term ends there, in its first only if more words
/// follow than one.
fn lose(term: &Term) -> Vec<Slip> {
    let mut slips = Vec::new();
    let Term(words) = term;
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
            slips.push(Slip { wrong, ends: if last && !inner { &ENDS } else { &[] } });
        }
    }
    slips
}

#[cfg(test)]
mod tests {
    use super::super::table::Table;
    use super::losses;

    #[test]
    fn slips_of_terms() {
        let slips = Table::default().with(losses());
        for (words, derived) in [
            ("隐患排治理好", true),
            ("隐患排查治，", true),
            ("隐患排查治好", false),
            ("安全生产责任，", false),
            ("网格管理，", false),
        ] {
            assert_eq!(slips.entries().iter().any(|entry| entry.opens(words)), derived, "{words}");
        }
    }
}
