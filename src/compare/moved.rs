//! Words that one text has in another place: what was dropped here and added
//! there is the same.

use super::change::{Change, changes};
use super::word::Lexer;
use crate::lexicon::letter::is_letter;
use crate::span::TextRange;
use rustc_hash::FxHashMap;

/// Shorter stretches (bytes) are set phrases, not moved text.
const LEAST_BYTES: usize = 36;
/// Words that stay together when text moves: at least this many bytes.
const KEPT_BYTES: usize = 12;
/// Moved text keeps at least this share of its words.
const KEPT_SHARE: f32 = 0.6;
/// Runs of this many characters tell which stretches are alike.
const RUN_CHARS: usize = 4;
/// A stretch comes from at most this many places.
const MOST_MOVES: usize = 8;
/// Moved text is looked for this far (bytes) around the runs that it shares.
const MARGIN: usize = 90;

/// A stretch without a counterpart where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leftover<'a> {
    /// The whole text it stands in.
    pub text: &'a str,
    /// Which of its bytes.
    pub range: TextRange,
}

/// Words of a left stretch that stand in a right one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Move {
    /// Index of the left stretch, and its bytes that moved.
    pub left: usize,
    pub from: TextRange,
    /// Index of the right stretch, and its bytes that came.
    pub right: usize,
    pub to: TextRange,
    /// What differs between them all the same.
    pub changes: Vec<Change>,
}

/// Finds what moved between the stretches of two texts. No byte moves twice.
pub(super) fn moves(lexer: &mut Lexer, left: &[Leftover], right: &[Leftover]) -> Vec<Move> {
    let index = Index::new(left, right);
    // What is still free of each left stretch.
    let mut free: Vec<Vec<TextRange>> = left.iter().map(|stretch| vec![stretch.range]).collect();
    let mut found = Vec::new();
    for (at, stretch) in right.iter().enumerate() {
        let mut rest = vec![stretch.range];
        for _ in 0..MOST_MOVES {
            let Some(to) = rest.pop() else { break };
            let Some(best) = best_move(lexer, &index, left, &free, Leftover { range: to, ..*stretch }, at) else {
                continue;
            };
            free[best.left] = without(&free[best.left], best.from);
            rest.extend(without(&[to], best.to));
            found.push(best);
        }
    }
    found.sort_by_key(|moved| (moved.right, moved.to));
    found
}

/// `ranges` without `taken`; what is too short to be told is left out.
fn without(ranges: &[TextRange], taken: TextRange) -> Vec<TextRange> {
    let cut = |range: &TextRange| {
        let before = TextRange::new(range.start, range.end.min(taken.start));
        let after = TextRange::new(range.start.max(taken.end), range.end);
        [before, after]
    };
    ranges.iter().flat_map(cut).filter(|range| range.len() >= LEAST_BYTES).collect()
}

fn best_move(
    lexer: &mut Lexer,
    index: &Index,
    left: &[Leftover],
    free: &[Vec<TextRange>],
    right: Leftover,
    at: usize,
) -> Option<Move> {
    if right.range.len() < LEAST_BYTES {
        return None;
    }
    let (home, hits) = index.home(right.range.of(right.text))?;
    let text = left[home].text;
    let crowds = free[home].iter().filter_map(|piece| crowd(text, *piece, &hits, right.range.len()));
    let from = crowds.max_by_key(|(count, _)| *count)?.1;
    let (from, to, changes) = window(lexer, text, from, right)?;
    Some(Move { left: home, from, right: at, to, changes })
}

/// The part of `piece` where most of the `hits` stand close together, and how
/// many.
fn crowd(text: &str, piece: TextRange, hits: &[usize], len: usize) -> Option<(usize, TextRange)> {
    let inside = &hits[hits.partition_point(|hit| *hit < piece.start)..hits.partition_point(|hit| *hit < piece.end)];
    let reach = len + len / 2;
    let (mut first, mut best) = (0, None);
    for (last, end) in inside.iter().enumerate() {
        while inside[first] + reach < *end {
            first += 1;
        }
        let count = last + 1 - first;
        if best.is_none_or(|(most, _, _)| count > most) {
            best = Some((count, inside[first], *end));
        }
    }
    let (count, start, end) = best?;
    let start = (start.saturating_sub(MARGIN).max(piece.start)..=start).find(|at| text.is_char_boundary(*at))?;
    let end = (end..=piece.end.min(end + MARGIN)).rev().find(|at| text.is_char_boundary(*at))?;
    Some((count, TextRange::new(start, end)))
}

/// The words of `from` that stand in the right stretch: from the first run of
/// words that both have to the last.
fn window(
    lexer: &mut Lexer,
    text: &str,
    from: TextRange,
    right: Leftover,
) -> Option<(TextRange, TextRange, Vec<Change>)> {
    let (a, b) = (from.of(text), right.range.of(right.text));
    let all = changes(lexer, a, b);
    let kept = kept(&all, a.len(), b.len());
    let long: Vec<usize> = (0..kept.len()).filter(|at| kept[*at].0.len() >= KEPT_BYTES).collect();
    let (first, last) = (*long.first()?, *long.last()?);
    let (left_hull, right_hull) =
        (TextRange::new(kept[first].0.start, kept[last].0.end), TextRange::new(kept[first].1.start, kept[last].1.end));
    let same: usize = kept[first..=last].iter().map(|(range, _)| range.len()).sum();
    let longer = left_hull.len().max(right_hull.len());
    if left_hull.len() < LEAST_BYTES || (same as f32) < KEPT_SHARE * longer as f32 {
        return None;
    }
    let inner = all[first..last].iter().map(|change| Change {
        left: change.left.shift(from.start),
        right: change.right.shift(right.range.start),
        ..*change
    });
    Some((left_hull.shift(from.start), right_hull.shift(right.range.start), inner.collect()))
}

/// What stands between the changes, on both sides: before the first one, after
/// each. Some may be empty.
fn kept(changes: &[Change], left: usize, right: usize) -> Vec<(TextRange, TextRange)> {
    let mut kept = Vec::with_capacity(changes.len() + 1);
    let (mut a, mut b) = (0, 0);
    for change in changes {
        kept.push((TextRange::new(a, change.left.start), TextRange::new(b, change.right.start)));
        (a, b) = (change.left.end, change.right.end);
    }
    kept.push((TextRange::new(a, left), TextRange::new(b, right)));
    kept
}

/// Which left stretch has which runs of characters, and where.
struct Index {
    places: FxHashMap<u64, Vec<(u32, usize)>>,
}

/// A run that stands in more places tells nothing.
const COMMON: usize = 8;

impl Index {
    /// The runs of the left stretches that a right one has too.
    fn new(left: &[Leftover], right: &[Leftover]) -> Self {
        let mut places: FxHashMap<u64, Vec<(u32, usize)>> = FxHashMap::default();
        for stretch in right {
            places.extend(runs(stretch.range.of(stretch.text)).map(|(_, run)| (run, Vec::new())));
        }
        for (at, stretch) in left.iter().enumerate() {
            for (place, run) in runs(stretch.range.of(stretch.text)) {
                if let Some(list) = places.get_mut(&run).filter(|list| list.len() <= COMMON) {
                    list.push((at as u32, stretch.range.start + place));
                }
            }
        }
        Self { places }
    }

    /// The stretch that shares most runs with `text`, and where they stand in
    /// it.
    fn home(&self, text: &str) -> Option<(usize, Vec<usize>)> {
        let mut hits: Vec<(u32, usize)> = runs(text)
            .filter_map(|(_, run)| self.places.get(&run))
            .filter(|list| list.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        hits.sort_unstable();
        hits.dedup();
        let most = hits.chunk_by(|a, b| a.0 == b.0).max_by_key(|hits| hits.len())?;
        Some((most.first()?.0 as usize, most.iter().map(|hit| hit.1).collect()))
    }
}

/// The runs of a text, each with the byte behind its last character. Rare
/// characters beyond the first 65,536 may share a run with others: the words
/// are compared in any case.
fn runs(text: &str) -> impl Iterator<Item = (usize, u64)> + '_ {
    let mut run = 0u64;
    let mut length = 0;
    text.char_indices().filter(|(_, c)| is_letter(*c)).filter_map(move |(at, c)| {
        run = run << 16 | u64::from(c) & 0xFFFF;
        length += 1;
        (length >= RUN_CHARS).then_some((at + c.len_utf8(), run))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `left:words>right:words` for each move; `*` where words differ within.
    fn shown(left: &[&str], right: &[&str]) -> String {
        let whole = |text: &&'static str| Leftover { text, range: TextRange::new(0, text.len()) };
        let owned = |texts: &[&str]| texts.iter().map(|text| &*text.to_string().leak()).collect::<Vec<&'static str>>();
        let (left, right) = (owned(left), owned(right));
        let (a, b): (Vec<Leftover>, Vec<Leftover>) =
            (left.iter().map(whole).collect(), right.iter().map(whole).collect());
        let show = |m: &Move| {
            let sign = if m.changes.is_empty() { "" } else { "*" };
            format!("{sign}{}:{}>{}:{}", m.left, m.from.of(left[m.left]), m.right, m.to.of(right[m.right]))
        };
        moves(&mut Lexer::default(), &a, &b).iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn moved_text() {
        let one = "着力解决建设工程消防审验历史遗留等问题。";
        let two = "加快推进停放充电设施建设，打击非法改装。";
        let both = ["由住建部门牵头，", one, two].concat();
        for (left, right, expected) in [
            (vec![one], vec![one], format!("0:{one}>0:{one}")),
            (vec![one, two], vec![two], format!("1:{two}>0:{two}")),
            (vec![&*both], vec![one, two], format!("0:{one}>0:{one} 0:{two}>1:{two}")),
            (vec![one], vec!["完全不同的另一段文字，没有一处与前文相同。"], String::new()),
            (vec![one], vec!["着力解决建设工程质量问题"], String::new()),
            (vec!["抓好落实。"], vec!["抓好落实。"], String::new()),
            (vec![], vec![one], String::new()),
        ] {
            assert_eq!(shown(&left, &right), expected);
        }
        let changed = "着力解决建设工程消防审验长期遗留等问题。";
        assert_eq!(shown(&[one], &[changed]), format!("*0:{one}>0:{changed}"));
    }
}
