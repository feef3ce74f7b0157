//! Places where another character would make a word of what is none.

use super::document::{Cover, Document};
use crate::lexicon::words::{Known, MARK, follows, look_alike, sound_like, word_of_two};
use std::ops::Range;

/// A word of this weight may be what was meant.
const MEANT: u8 = 5;
/// A word of this weight is no slip.
const SOUND: u8 = 10;
/// How much more probable the pairs must become, as a decimal logarithm.
const LEAST_GAIN: f64 = 2.0;
/// Characters of numerals: they change freely.
pub const NUMERALS: &str = "一二三四五六七八九十两百千万亿零〇几第壹贰叁肆伍陆柒捌玖拾佰仟";

/// Characters that stand for themselves: 应尽之责, 京津及周边, 应考时.
const FREE: &[char] = &['之', '及', '时', '为', '与', '和', '或', '其', '且'];
/// A character that comes back so near belongs to a list: 失语、失认、失用.
const NEAR: usize = 3;
/// 以栋或者座为单位: 为 belongs to 以, which stands within so many characters.
const FRAME: usize = 8;

/// A character that may stand for another.
pub struct Candidate {
    /// Its place.
    pub at: usize,
    /// What stands there.
    pub is: char,
    /// What was meant.
    pub meant: char,
    /// The characters of the word that it would make.
    pub word: Range<usize>,
    /// The weight of that word.
    pub weight: u8,
    /// The gain in the pairs.
    pub gain: f64,
    /// Whether the two look alike rather than sound alike.
    pub looks: bool,
}

/// All candidates of a document, in order.
pub fn all(document: &Document) -> impl Iterator<Item = Candidate> {
    let beside = |at: usize| (!document.is_rare(at - 1)).then_some(at - 1);
    let places = document.rare().flat_map(move |at| beside(at).into_iter().chain([at]));
    places.filter_map(|at| Place::at(document, at)?.candidate())
}

/// Whether two characters are a word that stands for itself.
fn is_frequent_word(a: char, b: char) -> bool {
    word_of_two(a, b).is_some_and(|weight| weight >= SOUND)
}

/// Whether the same character stands nearby, though not beside.
fn is_repeated(document: &Document, at: usize) -> bool {
    let near = [at.checked_sub(NEAR), Some(at + NEAR)];
    near.into_iter().any(|place| document.char(place) == document.char(Some(at)))
}

/// Whether it stands before the 为 of 以……为.
fn is_framed(document: &Document, at: usize) -> bool {
    let before = &document.written[at.saturating_sub(FRAME)..at];
    document.char(Some(at + 1)) == '为' && before.contains(&'以')
}

/// A character with its neighbours.
struct Place<'d> {
    document: &'d Document<'d>,
    at: usize,
    is: char,
    left: char,
    right: char,
    /// Whether the pair with the left neighbour is rare, and that with the
    /// right one.
    rare: [bool; 2],
}

impl<'d> Place<'d> {
    /// A place where something may be wrong, at one of two characters that seldom
    /// meet.
    fn at(document: &'d Document<'d>, at: usize) -> Option<Self> {
        let rare = [document.is_rare(at), document.is_rare(at + 1)];
        let is = document.char(Some(at));
        let (left, right) = (document.char(at.checked_sub(1)), document.char(Some(at + 1)));
        // 应改尽改, 应收尽收: what stands between twins belongs to a figure of speech.
        if left == right && left != MARK
            || FREE.contains(&is)
            || is_repeated(document, at)
            || is_framed(document, at)
            || NUMERALS.contains(is)
        {
            return None;
        }
        let sound = !rare[0] && is_frequent_word(left, is) || !rare[1] && is_frequent_word(is, right);
        (!sound && !document.is_spared(at)).then_some(Self { document, at, is, left, right, rare })
    }

    /// The most probable character that makes a word here.
    fn candidate(&self) -> Option<Candidate> {
        let beside = [self.left, self.right].map(Known::new);
        let sounding = sound_like(self.is).map(|c| (c, false));
        let others = sounding.chain(look_alike(self.is).map(|c| (c, true)));
        let mut joining = others.filter(|(c, _)| self.joins(beside, *c)).peekable();
        // Most characters have none.
        joining.peek()?;
        let present = self.probability(self.is);
        let gains = joining.map(|(c, looks)| (self.probability(c) - present, c, looks));
        let mut likely: Vec<(f64, char, bool)> = gains.filter(|(gain, ..)| *gain >= LEAST_GAIN).collect();
        // A character that sounds and looks alike is taken for its looks.
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.2.cmp(&a.2)));
        likely.into_iter().find_map(|(gain, meant, looks)| {
            let Cover { range: word, weight } = self.word(meant)?;
            Some(Candidate { at: self.at, is: self.is, meant, word, weight, gain, looks })
        })
    }

    /// Whether `c` joins one of both neighbours with which the present character
    /// does not.
    fn joins(&self, [left, right]: [Known; 2], c: char) -> bool {
        let c = Known::new(c);
        let joins = |a: Known, b| a.before(b).is_some_and(|weight| weight >= MEANT);
        self.rare[0] && joins(left, c) || self.rare[1] && joins(c, right)
    }

    fn probability(&self, c: char) -> f64 {
        follows(self.left, c) + follows(c, self.right)
    }

    /// The longest word that `c` makes, the most frequent one of those.
    fn word(&self, c: char) -> Option<Cover> {
        let covers = self.document.covers(self.at, c).into_iter();
        covers.filter(|cover| self.may_be_meant(cover)).max_by_key(|cover| (cover.range.len(), cover.weight))
    }

    fn may_be_meant(&self, Cover { range, weight }: &Cover) -> bool {
        let before = range.start < self.at;
        let beside = if before { range.start } else { self.at + 1 };
        *weight >= MEANT
            && (self.rare[0] || !before)
            && (self.rare[1] || range.end == self.at + 1)
            && (range.len() > 2 || !NUMERALS.contains(self.document.written[beside]))
    }
}
