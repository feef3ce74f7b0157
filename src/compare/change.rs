//! What differs between two texts, word by word.

use super::word::{Lexer, Word, WordKind};
use crate::span::TextRange;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Two changes are one where fewer than this many characters stand between
/// them and they themselves are longer: a rewritten phrase, not a mosaic.
const MOSAIC_CHARS: usize = 7;

/// One difference. What stands at `left` in the one text stands at `right` in
/// the other; an empty range says where the words would stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// Bytes of the left text.
    pub left: TextRange,
    /// Bytes of the right text.
    pub right: TextRange,
    /// Whether only marks differ.
    pub form: bool,
    /// Whether numbers or times differ.
    pub counts: bool,
}

/// The differences between two texts of the cleaned view, in their order.
pub(super) fn changes(lexer: &mut Lexer, left: &str, right: &str) -> Vec<Change> {
    if left == right {
        return Vec::new();
    }
    let texts = Texts { left, right, a: lexer.words(left), b: lexer.words(right) };
    let mut hunks = texts.hunks();
    texts.slide_all(&mut hunks);
    texts.joined(hunks).iter().map(|hunk| texts.change(hunk)).collect()
}

/// Words that differ, as indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    a: Range<usize>,
    b: Range<usize>,
}

struct Texts<'t> {
    left: &'t str,
    right: &'t str,
    a: Vec<Word>,
    b: Vec<Word>,
}

impl Texts<'_> {
    fn hunks(&self) -> Vec<Hunk> {
        let keys = |words: &[Word]| words.iter().map(|word| word.key).collect::<Vec<u32>>();
        let mut hunks: Vec<Hunk> = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &keys(&self.a), &keys(&self.b)) {
            if matches!(op, DiffOp::Equal { .. }) {
                continue;
            }
            let (a, b) = (op.old_range(), op.new_range());
            match hunks.last_mut() {
                Some(last) if last.a.end == a.start && last.b.end == b.start => {
                    (last.a.end, last.b.end) = (a.end, b.end);
                }
                _ => hunks.push(Hunk { a, b }),
            }
        }
        hunks
    }

    /// Words that were only added or dropped may be cut in several places (the
    /// comma before them or the one behind): they are cut where a sentence or a
    /// clause ends. No hunk passes its neighbours.
    fn slide_all(&self, hunks: &mut [Hunk]) {
        let (mut floor_a, mut floor_b) = (0, 0);
        for at in 0..hunks.len() {
            let next = hunks.get(at + 1).map(|next| (next.a.start, next.b.start));
            let (top_a, top_b) = next.unwrap_or((self.a.len(), self.b.len()));
            let hunk = &mut hunks[at];
            if hunk.b.is_empty() {
                let moved = slide(&self.a, hunk.a.clone(), floor_a..top_a);
                let place = hunk.b.start + moved.start - hunk.a.start;
                *hunk = Hunk { a: moved, b: place..place };
            } else if hunk.a.is_empty() {
                let moved = slide(&self.b, hunk.b.clone(), floor_b..top_b);
                let place = hunk.a.start + moved.start - hunk.b.start;
                *hunk = Hunk { a: place..place, b: moved };
            }
            (floor_a, floor_b) = (hunk.a.end, hunk.b.end);
        }
    }

    /// Joins what is one rewritten phrase.
    fn joined(&self, hunks: Vec<Hunk>) -> Vec<Hunk> {
        let mut joined: Vec<Hunk> = Vec::with_capacity(hunks.len());
        for hunk in hunks {
            match joined.last_mut() {
                Some(last) if self.is_mosaic(last, &hunk) => (last.a.end, last.b.end) = (hunk.a.end, hunk.b.end),
                _ => joined.push(hunk),
            }
        }
        joined
    }

    fn is_mosaic(&self, first: &Hunk, second: &Hunk) -> bool {
        let between = &self.a[first.a.end..second.a.start];
        let plain: usize = between.iter().filter(|w| w.kind != WordKind::Mark).map(|w| chars(w, self.left)).sum();
        let ends = between.iter().any(|word| ends_clause(word.range.of(self.left)));
        let size = |hunk: &Hunk| {
            let count = |words: &[Word], text| words.iter().map(|word| chars(word, text)).sum::<usize>();
            count(&self.a[hunk.a.clone()], self.left).max(count(&self.b[hunk.b.clone()], self.right))
        };
        !ends && plain < MOSAIC_CHARS && plain <= size(first) && plain <= size(second)
    }

    fn change(&self, hunk: &Hunk) -> Change {
        let (a, b) = (&self.a[hunk.a.clone()], &self.b[hunk.b.clone()]);
        let said = |words: &[Word]| -> Vec<u32> {
            words.iter().filter(|word| word.kind != WordKind::Mark).map(|word| word.key).collect()
        };
        let counted = |words: &[Word]| -> Vec<u32> {
            let mut keys: Vec<u32> = words.iter().filter(|word| word.counts()).map(|word| word.key).collect();
            keys.sort_unstable();
            keys
        };
        Change {
            left: hull(&self.a, &hunk.a, self.left.len()),
            right: hull(&self.b, &hunk.b, self.right.len()),
            form: said(a) == said(b),
            counts: counted(a) != counted(b),
        }
    }
}

fn chars(word: &Word, text: &str) -> usize {
    word.range.of(text).chars().count()
}

/// The bytes of the words in `range`.
fn hull(words: &[Word], range: &Range<usize>, end: usize) -> TextRange {
    let start = words.get(range.start).map_or(end, |word| word.range.start);
    let end = words[range.clone()].last().map_or(start, |word| word.range.end);
    TextRange::new(start, end)
}

/// Moves a run of words along words that repeat it, to where its ends read
/// best; it stays within `bounds`.
fn slide(words: &[Word], run: Range<usize>, bounds: Range<usize>) -> Range<usize> {
    let mut first = run.clone();
    while first.start > bounds.start && words[first.start - 1].key == words[first.end - 1].key {
        first = first.start - 1..first.end - 1;
    }
    let (mut best, mut at) = (first.clone(), first);
    loop {
        if fit(words, &at) > fit(words, &best) {
            best = at.clone();
        }
        if at.end >= bounds.end || words[at.start].key != words[at.end].key {
            return best;
        }
        at = at.start + 1..at.end + 1;
    }
}

/// How well a run of words is cut: behind marks best, before marks well.
fn fit(words: &[Word], run: &Range<usize>) -> usize {
    let is_mark = |index: usize| words.get(index).is_none_or(|word| word.kind == WordKind::Mark);
    let opens_clause = run.start == 0 || is_mark(run.start - 1);
    let closes_clause = is_mark(run.end - 1);
    let before_mark = is_mark(run.end);
    2 * usize::from(opens_clause) + 2 * usize::from(closes_clause) + usize::from(before_mark)
}

fn ends_clause(word: &str) -> bool {
    matches!(word, "，" | "。" | "；" | "：" | "！" | "？")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `left→right` for each change; `~` marks one of form, `#` one of numbers.
    fn shown(left: &str, right: &str) -> String {
        let mut lexer = Lexer::new(["市应急局", "市公安局"].into_iter());
        let show = |c: &Change| {
            let sign = if c.form {
                "~"
            } else if c.counts {
                "#"
            } else {
                ""
            };
            format!("{sign}{}→{}", c.left.of(left), c.right.of(right))
        };
        changes(&mut lexer, left, right).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn differences() {
        for (left, right, expected) in [
            ("抓好落实。", "抓好落实。", ""),
            ("助力企业安全发展", "助力企业安发展", "全→"),
            ("开展宣传，播放警示片，报道典型", "开展宣传，报道典型", "播放警示片，→"),
            ("完成调查。", "坚持导向，完成调查。", "→坚持导向，"),
            ("设立防灾委员会", "设立防灾议事协调机构", "委员会→议事协调机构"),
            ("新增床位1200张", "新增床位1000张", "#1200张→1000张"),
            ("6月底前完成", "9月底前完成", "#6月底前→9月底前"),
            ("至少建成一处", "至少建成1处", ""),
            ("由市应急局牵头", "由市公安局牵头", "市应急局→市公安局"),
            ("管灶等问题。", "管灶等问题；", "~。→；"),
            ("市、县级", "市县级", "~、→"),
            ("持续巩固工程成果", "实施工程", "持续巩固工程成果→实施工程"),
            ("", "全部新增", "→全部新增"),
        ] {
            assert_eq!(shown(left, right), expected, "{left} / {right}");
        }
    }

    /// What `changes` say, done to the left text.
    fn rewritten(left: &str, right: &str, changes: &[Change]) -> String {
        let mut out = String::new();
        let mut at = 0;
        for change in changes {
            out += &left[at..change.left.start];
            out += change.right.of(right);
            at = change.left.end;
        }
        out + &left[at..]
    }

    /// Texts of few words repeat themselves everywhere, so that every change may
    /// be cut in many places.
    #[test]
    fn changes_lead_from_one_text_to_the_other() {
        let mut seed = 7u32;
        let mut text = |length: usize| -> String {
            let word = |_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                ['甲', '乙', '，', '。', '丙'][(seed >> 16) as usize % 5]
            };
            (0..length).map(word).collect()
        };
        for length in 0..300 {
            let (left, right) = (text(length % 40), text(length % 37));
            let found = changes(&mut Lexer::default(), &left, &right);
            assert_eq!(rewritten(&left, &right, &found), right, "{left} / {right}");
        }
    }
}
