//! Two words that meet by the same character: 试题|题型, 公示台|台面.

use crate::check::draft::{Draft, floor, is_han};
use crate::lexicon::words::{WordClass, Words, pair, word_of_two, words_at};
use crate::span::TextRange;
use std::collections::HashSet;

/// Bytes of a Chinese character.
const HAN: usize = 3;
/// So many different characters behind a pair make it a word of the text.
const FOLLOWERS: usize = 3;
/// Characters looked at on each side.
const NEAR: usize = 3;
/// A pair of a greater weight is known.
const RARE: u8 = 5;
/// A figure has its counterpart within so many bytes: 权权交易、权钱交易.
const BESIDE: usize = 30;
/// Characters that belong to no word beside them.
const FREE: &str = "的和与及等对在将要并为以由应须或是有被把从向于之";
/// Characters that foreign names are written with: 密西西比.
const FOREIGN: &str = "阿巴比贝伯布达德迪尔法弗戈哈赫霍加基卡克拉兰莱里利林鲁罗洛马曼密米莫姆纳尼诺帕皮普萨斯塔泰特托瓦维沃西希谢亚耶伊约扎兹";
/// Characters that end the name of a place, and begin the name of what it has:
/// 青岭县|县级部门.
const LEVELS: &str = "省市县区乡镇村";
/// Characters that end the short name of a unit: 文旅局.
const UNITS: &str = "局厅委办部院";
/// Characters that end the name of what they stand for: 品牌商, 资源税.
const SUFFIXES: &str = "商税店港费款权证书票券卡额价率法案品器具桥路场";

/// Whether the doubled character of `range` is the end of one word and the
/// beginning of another, or of a name or a figure, or the text has it again.
pub(super) fn meet(draft: &Draft, range: TextRange) -> bool {
    let place = Place::new(draft, range);
    place.is_figure()
        || place.is_foreign()
        || place.is_own_territory()
        || place.closes_known_name()
        || place.left_ends() && place.right_begins()
        || place.returns()
}

/// A doubled character and what stands around it.
struct Place<'a> {
    text: &'a str,
    range: TextRange,
    before: Vec<char>,
    after: Vec<char>,
    c: char,
}

impl<'a> Place<'a> {
    fn new(draft: &Draft<'a>, range: TextRange) -> Self {
        let text = draft.text();
        let before = text[..range.start].chars().rev().take(NEAR).collect();
        let after = text[range.end..].chars().take(NEAR).collect();
        let c = draft.slice(range).chars().next().unwrap_or_default();
        Self { text, range, before, after, c }
    }

    /// 太平洋|洋流: a name that the word list knows whole, and what it has. It takes some
    /// other words for names of people.
    fn closes_known_name(&self) -> bool {
        const NAME_CHARS: std::ops::RangeInclusive<usize> = 3..=5;
        let end = self.range.start + HAN;
        let named =
            |class: WordClass| class == WordClass::Place || class == WordClass::Person && SUFFIXES.contains(self.c);
        let mut names = NAME_CHARS.filter_map(|chars| self.text.get(end.checked_sub(chars * HAN)?..end));
        names.any(|name| words_at(name).any(|word| word.len == name.len() && named(word.class)))
    }

    /// 各美其美、美美与共; 权权交易、权钱交易.
    fn is_figure(&self) -> bool {
        let returns = self.before.first().is_some_and(|c| !is_han(*c)) && self.before.get(1) == Some(&self.c);
        let tail: String = self.after.iter().take(2).take_while(|c| is_han(**c)).collect();
        let parallel = |at: usize| {
            let mut head = self.text[..at].chars().rev();
            head.next().is_some_and(|c| c != self.c && is_han(c)) && head.next() == Some(self.c)
        };
        let low = floor(self.text, self.range.start.saturating_sub(BESIDE));
        let high = floor(self.text, (self.range.end + BESIDE).min(self.text.len()));
        let mut beside = self.text[low..high].match_indices(&tail).map(|(at, _)| low + at);
        returns || tail.len() == 2 * HAN && beside.any(|at| at != self.range.end && parallel(at))
    }

    /// 我县|县域: one's own, before a word of the same character.
    fn is_own_territory(&self) -> bool {
        const OWN: &[char] = &['我', '本', '该', '全'];
        const WITHIN: &[char] = &['域', '内', '城', '属', '级'];
        let behind = self.after.first().is_some_and(|next| WITHIN.contains(next));
        LEVELS.contains(self.c) && self.before.first().is_some_and(|before| OWN.contains(before)) && behind
    }

    fn is_foreign(&self) -> bool {
        let beside = [self.before.first(), self.after.first()];
        FOREIGN.contains(self.c) && beside.into_iter().flatten().filter(|c| FOREIGN.contains(**c)).count() == 2
    }

    /// Whether the first of the two ends a word: one of the list, before what
    /// seldom follows the character itself; one that no list knows, of a place or
    /// of the text; or a name with its suffix.
    fn left_ends(&self) -> bool {
        let Some(before) = self.before.first().copied() else { return false };
        let in_brackets = before == '）' && self.before.get(2) == Some(&'（');
        let parted = self.after.first().is_some_and(|next| is_rare(self.c, *next));
        let unknown = is_han(before) && is_rare(before, self.c);
        in_brackets
            || parted && (unknown || self.is_listed())
            || unknown && (LEVELS.contains(self.c) || self.is_said(&[before, self.c]))
            || SUFFIXES.contains(self.c) && self.follows_a_word()
    }

    /// Whether the text has both again between the same characters: nobody slips
    /// twice in the same way.
    fn returns(&self) -> bool {
        let beside = self.before.first().zip(self.after.first());
        let whole = beside.map(|(before, after)| format!("{before}{0}{0}{after}", self.c));
        whole.is_some_and(|whole| self.text.matches(&whole).nth(1).is_some())
    }

    /// Whether a word of the list reaches over both, and the text without the
    /// doubling would be divided so: 试题|型, not 特大|事故.
    fn is_listed(&self) -> bool {
        let run: String =
            self.before.iter().take_while(|c| is_han(**c)).collect::<Vec<_>>().into_iter().rev().collect();
        let whole =
            |start: usize| words_at(&format!("{}{}", &run[start..], self.c)).any(|w| w.len == run.len() - start + HAN);
        if !(0..run.len()).step_by(HAN).any(whole) {
            return false;
        }
        let tail: String = self.after.iter().take_while(|c| is_han(**c)).collect();
        let mut at = 0;
        let words = Words::default().divide(&format!("{run}{}{tail}", self.c));
        words.iter().any(|word| {
            at += word.len;
            at - word.len < run.len() && at > run.len()
        })
    }

    /// Whether the text has the pair elsewhere before various characters, or where
    /// a name ends.
    fn is_said(&self, pair: &[char]) -> bool {
        if pair.iter().any(|c| FREE.contains(*c)) {
            return false;
        }
        let pair: String = pair.iter().collect();
        let others = self.text.match_indices(&pair).filter(|(at, _)| at + HAN != self.range.start);
        let behind: HashSet<Option<char>> = others
            .map(|(at, _)| self.text[at + pair.len()..].chars().next())
            .filter(|c| *c != self.after.first().copied())
            .collect();
        behind.len() >= FOLLOWERS || behind.iter().flatten().any(|c| !is_han(*c))
    }

    /// 品牌|商
    fn follows_a_word(&self) -> bool {
        self.before.get(1).zip(self.before.first()).is_some_and(|(a, b)| word_of_two(*a, *b).is_some())
    }

    /// Whether the second begins a word, or stands for itself before what is
    /// none: 试题|题型, where no list has 题型.
    fn right_begins(&self) -> bool {
        let tail: String = self.after.iter().take_while(|c| is_han(**c)).collect();
        let whole = format!("{}{tail}", self.c);
        let begins = words_at(&whole).next().is_some();
        let Some(next) = self.after.first().filter(|c| is_han(**c)) else { return false };
        let single = Words::default().divide(&tail).first().is_some_and(|word| word.len == HAN);
        begins || single && !FREE.contains(*next) && !UNITS.contains(*next)
    }
}

/// Whether two characters seldom follow each other.
fn is_rare(a: char, b: char) -> bool {
    pair(a, b).is_none_or(|weight| weight <= RARE)
}
