//! How much speaks for a slip and how much against it: a weighed sum.

use super::candidate::Candidate;
use super::document::Document;
use crate::check::sieve::Sieve;
use crate::lexicon::words::{MARK, Words, occurrences, pair};
use rustc_hash::FxHashMap;

/// The sum from which on a candidate is reported.
const LEAST: f64 = 2.65;
/// How far around a place its sentence is divided into words.
const WINDOW: usize = 5;
/// Characters of the words that are counted in a document.
const SHORTEST: usize = 2;
const LONGEST: usize = 4;
/// Gains and counts beyond these say no more.
const MOST_GAIN: f64 = 12.0;
const MOST_BETTER: f64 = 9.0;
const MOST_SAME: f64 = 2.0;
const MOST_RIGHT: f64 = 3.0;

/// Decimal logarithms for binary ones.
const DECIMAL: f64 = std::f64::consts::LOG10_2;

/// Characters that stand behind words of two and more as suffixes.
const SUFFIXES: &str =
    "型式化性级类度量率制费权法时者员长部厅局委办室科处所院站厂园区县市镇乡街村路岗组队体器机具额款地点面";
/// Characters that names of people begin with.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";

/// A word of this weight is frequent, one of [`SCARCE`] is not.
const FREQUENT: u8 = 5;
const SCARCE: u8 = 2;

/// A slip: the characters of the word, and the word that was meant.
pub struct Slip {
    pub word: std::ops::Range<usize>,
    pub meant: String,
}

/// The candidates that are slips, each with what speaks for it beyond what is
/// needed.
pub fn weigh(document: &Document, candidates: impl Iterator<Item = Candidate>) -> Vec<(f64, Slip)> {
    let candidates: Vec<Candidate> = candidates.collect();
    let words =
        |c: &Candidate| [document.with(c.word.clone(), c.at, c.is), document.with(c.word.clone(), c.at, c.meant)];
    let counts = count(document, candidates.iter().flat_map(words));
    let weighed = candidates.into_iter().filter_map(|candidate| {
        let times = |word: &str| counts.get(&word.chars().collect::<Vec<char>>()).copied().unwrap_or_default();
        let [is, meant] = words(&candidate).map(|word| (f64::from(times(&word)), word));
        let evidence = Evidence { document, candidate: &candidate }.sum(is.0 - 1.0, meant.0) - LEAST;
        (evidence >= 0.0).then_some((evidence, Slip { word: candidate.word, meant: meant.1 }))
    });
    weighed.collect()
}

/// How often each of these words of two to four characters stands in the
/// document.
fn count(document: &Document, words: impl Iterator<Item = String>) -> FxHashMap<Vec<char>, u32> {
    let mut counts: FxHashMap<Vec<char>, u32> = words.map(|word| (word.chars().collect(), 0)).collect();
    let heads = Sieve::new(counts.keys().map(|word| &word[..SHORTEST]));
    for (start, head) in document.written.windows(SHORTEST).enumerate().filter(|(_, head)| heads.passes(head)) {
        for end in start + head.len()..=(start + LONGEST).min(document.len()) {
            if let Some(count) = counts.get_mut(&document.written[start..end]) {
                *count += 1;
            }
        }
    }
    counts
}

struct Evidence<'a> {
    document: &'a Document<'a>,
    candidate: &'a Candidate,
}

impl Evidence<'_> {
    /// What speaks for a slip; `same` and `right` say how often the odd word
    /// stands elsewhere in the document, and the right one.
    fn sum(&self, same: f64, right: f64) -> f64 {
        let Candidate { at, is, meant, ref word, weight, gain, looks } = *self.candidate;
        let yes = |is: bool| if is { 1.0 } else { 0.0 };
        let (better, alone) = self.divisions();
        let around = self.around();
        let here = self.document.covers(at, is).iter().map(|cover| cover.weight).max();
        let (left, right_hand) = (self.char(at.checked_sub(1)), self.char(Some(at + 1)));
        let inner = [(word.start < at).then_some((left, is)), (word.end > at + 1).then_some((is, right_hand))];
        let inner = inner.into_iter().flatten().map(|(a, b)| count_of(a, b)).fold(0.0, f64::max);
        let outer = [(word.start == at).then_some((left, meant)), (word.end == at + 1).then_some((meant, right_hand))];
        let outer: Vec<(char, char)> = outer.into_iter().flatten().collect();
        let seen = outer.iter().filter(|(a, b)| *a != MARK && *b != MARK);
        let outside = seen.clone().map(|(a, b)| logarithm(count_of(*a, *b))).reduce(f64::min);
        let edge = seen.count() < outer.len();
        [
            // What was meant is the better reading.
            0.4527 * gain.min(MOST_GAIN),
            0.7201 * better.min(MOST_BETTER),
            0.2861 * logarithm(f64::from(weight).exp2()),
            0.4491 * yes(word.len() > 2),
            1.8748 * yes(word.len() > 3),
            0.3783 * outside.unwrap_or(1.0),
            1.0536 * yes(edge),
            2.6675 * yes(looks),
            // What stands there is a poor one.
            -1.9193 * logarithm(inner),
            -0.6746 * here.map_or(0.0, |weight| logarithm(size(weight))) - 0.4508 * yes(here.is_some_and(|w| w > 0)),
            0.7842 * yes(alone),
            0.9054 * logarithm(occurrences(is)),
            // It is a word of its own kind: a name, a term, a suffix.
            around.map_or(0.0, |weight| 0.1964 * logarithm(size(weight)) - 1.7277 * yes(weight > 0)),
            -0.8092 * self.rare_pairs(),
            -1.3345 * yes(self.is_named()),
            -1.1054 * yes(self.is_listed()),
            -3.3492 * yes(self.is_suffix()),
            -1.7427 * yes(self.has_twin()),
            -2.3349 * yes(self.is_beside_latin()),
            -8.6191 * yes(self.document.is_quoted(at)),
            // The document writes so elsewhere, or does not.
            -1.2155 * same.min(MOST_SAME),
            0.6323 * right.min(MOST_RIGHT) + 0.5263 * yes(right > 0.0),
            -7.4655,
        ]
        .iter()
        .sum()
    }

    fn char(&self, at: Option<usize>) -> char {
        self.document.char(at)
    }

    /// How much more probable the division into words becomes, and whether the
    /// character stands alone in the present one.
    fn divisions(&self) -> (f64, bool) {
        let Candidate { at, is, meant, .. } = *self.candidate;
        let window = at.saturating_sub(WINDOW)..at + WINDOW + 1;
        let text = self.document.with(window.clone(), at, is);
        let (mut better, mut alone) = (0.0, false);
        for (sign, text) in [(1.0, &text), (-1.0, &self.document.with(window.clone(), at, meant))] {
            let mut place = window.start;
            for stretch in text.split(MARK) {
                let (words, cost) = Words::default().division(stretch);
                better += sign * f64::from(cost) * DECIMAL;
                for word in words {
                    alone |= sign > 0.0 && place == at && word.len == is.len_utf8();
                    place += word.len / is.len_utf8();
                }
                place += 1;
            }
        }
        (better, alone)
    }

    /// The weight of the most frequent word that reaches over the rim of the
    /// word that was meant.
    fn around(&self) -> Option<u8> {
        let Candidate { at, ref word, .. } = *self.candidate;
        let others = word.clone().filter(|place| *place != at && self.document.len() > *place);
        let covers = others.flat_map(|place| self.document.covers(place, self.document.char(Some(place))));
        let over = covers.filter(|cover| cover.range.start < word.start || cover.range.end > word.end);
        over.map(|cover| cover.weight).max()
    }

    /// How many rare pairs stand nearby: a name, or jargon.
    fn rare_pairs(&self) -> f64 {
        let at = self.candidate.at;
        let places = (at.saturating_sub(4).max(1)..at + 5).filter(|place| *place != at && *place != at + 1);
        let pairs = places.map(|place| (self.char(Some(place - 1)), self.char(Some(place))));
        let rare = pairs.filter(|(a, b)| *a != MARK && *b != MARK && pair(*a, *b).is_none_or(|weight| weight <= 1));
        rare.count() as f64
    }

    /// Whether a surname that is part of no word stands here or just before.
    fn is_named(&self) -> bool {
        let at = self.candidate.at;
        (at.saturating_sub(2)..=at).any(|place| {
            let c = self.document.char(Some(place));
            SURNAMES.contains(c) && self.document.covers(place, c).iter().all(|cover| cover.weight <= SCARCE)
        })
    }

    /// Whether it opens a member of a list.
    fn is_listed(&self) -> bool {
        let before = self.candidate.at.checked_sub(1).map(|at| self.document.written[at]);
        before.is_none_or(|c| matches!(c, '、' | '，' | '（' | '\n'))
    }

    /// Whether it is a suffix of the word before.
    fn is_suffix(&self) -> bool {
        let Candidate { at, is, ref word, .. } = *self.candidate;
        let ends = |place: usize| {
            let covers = self.document.covers(place, self.document.char(Some(place)));
            covers.iter().any(|cover| cover.range.end == at && cover.weight >= FREQUENT)
        };
        word.start < at && SUFFIXES.contains(is) && ends(at - 1)
    }

    /// Whether the same character stands beside it, or one further.
    fn has_twin(&self) -> bool {
        let Candidate { at, is, .. } = *self.candidate;
        let near = [at.checked_sub(2), at.checked_sub(1), Some(at + 1), Some(at + 2)];
        near.into_iter().any(|place| self.char(place) == is)
    }

    fn is_beside_latin(&self) -> bool {
        let at = self.candidate.at;
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        beside.filter_map(|at| self.document.written.get(at)).any(char::is_ascii_alphanumeric)
    }
}

/// How often a pair was counted; 0 if it is not kept.
fn count_of(a: char, b: char) -> f64 {
    if a == MARK || b == MARK { 0.0 } else { pair(a, b).map_or(0.0, |weight| f64::from(weight).exp2()) }
}

/// How often a word of this weight was counted.
fn size(weight: u8) -> f64 {
    if weight == 0 { 0.0 } else { f64::from(weight).exp2() }
}

fn logarithm(count: f64) -> f64 {
    (count + 1.0).log10()
}
