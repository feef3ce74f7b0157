//! Entries of two texts that answer each other, with the differences of their
//! words, and what stands in another entry than expected.

use super::change::Change;
use super::moved::{Leftover, Move, moves};
use super::piece::Marked;
use super::side::Side;
use super::word::Lexer;
use crate::analysis::PieceKind;
use crate::source::Passage;
use crate::span::TextRange;

/// Of an entry that stands within another one, at least one in this many words
/// does.
const MOVED_SHARE: usize = 2;

/// Entries that answer each other: left the body or the old notice, right the
/// annex or the new one.
#[derive(Clone, Debug, Default)]
pub(super) struct Matched {
    /// The entries, as indexes.
    pub left: Vec<usize>,
    pub right: Vec<usize>,
    /// What the left ones say.
    pub a: Passage,
    /// What the right ones say.
    pub b: Passage,
    /// How they differ.
    pub changes: Vec<Change>,
    /// Words of `a` that the right text has elsewhere.
    pub gone: Vec<TextRange>,
    /// Words of `b` that the left text has elsewhere.
    pub came: Vec<Came>,
    /// The side of an entry without a partner of its own: the other side is the
    /// place where its words stand within another entry.
    pub detached: Option<Side>,
}

/// Words of the right text that the left one has in another entry, or in
/// another order.
#[derive(Clone, Debug)]
pub(super) struct Came {
    /// Where they stand on the right.
    pub range: TextRange,
    /// The left entries that have them.
    pub left: Vec<usize>,
    /// The same words there.
    pub words: Passage,
}

impl Matched {
    pub fn is_matched(&self) -> bool {
        !self.left.is_empty() && !self.right.is_empty()
    }

    /// Whether its words stand within another entry.
    pub fn is_moved(&self) -> bool {
        self.detached.is_some()
    }

    pub fn passage(&self, side: Side) -> &Passage {
        if side == Side::Left { &self.a } else { &self.b }
    }

    /// All of one side's words.
    pub fn whole(&self, side: Side) -> TextRange {
        self.passage(side).all()
    }

    fn elsewhere(&self, side: Side) -> Vec<TextRange> {
        if side == Side::Left { self.gone.clone() } else { self.came.iter().map(|came| came.range).collect() }
    }

    /// The words of `change` on one side that do not stand elsewhere.
    pub fn own(&self, side: Side, change: &Change) -> Vec<TextRange> {
        let mut own = vec![side.of(change)];
        for moved in self.elsewhere(side) {
            own = own.into_iter().flat_map(|range| without(range, moved)).collect();
        }
        own
    }

    /// What to mark on one side.
    pub fn marked(&self, side: Side) -> Vec<Marked> {
        if !self.is_matched() {
            return vec![(self.whole(side), PieceKind::Differs)];
        }
        let own = self.changes.iter().flat_map(|change| {
            let kind = if change.form { PieceKind::Form } else { PieceKind::Differs };
            self.own(side, change).into_iter().map(move |range| (range, kind))
        });
        let moved = self.elsewhere(side).into_iter().map(|range| (range, PieceKind::Moved));
        own.chain(moved).collect()
    }
}

/// What stays of `range` without `taken`.
fn without(range: TextRange, taken: TextRange) -> impl Iterator<Item = TextRange> {
    let before = TextRange::new(range.start, range.end.min(taken.start));
    let after = TextRange::new(range.start.max(taken.end), range.end);
    let whole = range.is_empty().then_some(range);
    whole.into_iter().chain([before, after].into_iter().filter(|part| !part.is_empty()))
}

/// Finds what the two texts have in different places, and gives entries without
/// a partner the place where their words stand.
pub(super) fn with_moves(mut works: Vec<Matched>, lexer: &mut Lexer) -> Vec<Matched> {
    let left = stretches(&works, Side::Left);
    let right = stretches(&works, Side::Right);
    let leftovers = |list: &[(usize, TextRange)], side| -> Vec<Leftover> {
        list.iter().map(|(work, range)| Leftover { text: works[*work].passage(side).text(), range: *range }).collect()
    };
    let found = moves(lexer, &leftovers(&left, Side::Left), &leftovers(&right, Side::Right));
    for moved in &found {
        let (from, to) = (left[moved.left].0, right[moved.right].0);
        let came = Came { range: moved.to, left: works[from].left.clone(), words: works[from].a.part(moved.from) };
        works[from].gone.push(moved.from);
        works[to].came.push(came);
    }
    for moved in found {
        settle(&mut works, left[moved.left].0, right[moved.right].0, moved);
    }
    works
}

/// The stretches of one side that have no counterpart where they stand.
fn stretches(works: &[Matched], side: Side) -> Vec<(usize, TextRange)> {
    let mut found = Vec::new();
    for (at, work) in works.iter().enumerate() {
        if work.is_matched() {
            found.extend(work.changes.iter().filter(|c| !c.form).map(|change| (at, side.of(change))));
        } else if !work.passage(side).is_empty() {
            found.push((at, work.whole(side)));
        }
    }
    found
}

/// An entry whose words stand within another one gets that for a partner.
fn settle(works: &mut [Matched], from: usize, to: usize, moved: Move) {
    let mostly = |range: TextRange, passage: &Passage| range.len() * MOVED_SHARE >= passage.text().len();
    let right_moved = works[to].left.is_empty() && mostly(moved.to, &works[to].b);
    let left_moved = works[from].right.is_empty() && mostly(moved.from, &works[from].a);
    if right_moved {
        let left = works[from].left.clone();
        let a = works[from].a.part(moved.from);
        let by = moved.from.start;
        let shifted = |change: &Change| Change { left: back(change.left, by), ..*change };
        let changes = moved.changes.iter().map(shifted);
        let changes = rims(&works[to].b, moved.to, Side::Right, a.text().len(), changes.collect());
        let work = &mut works[to];
        (work.left, work.a, work.changes, work.detached) = (left, a, changes, Some(Side::Right));
        work.came.clear();
    } else if left_moved {
        let right = works[to].right.clone();
        let b = works[to].b.part(moved.to);
        let by = moved.to.start;
        let shifted = |change: &Change| Change { right: back(change.right, by), ..*change };
        let changes = moved.changes.iter().map(shifted);
        let changes = rims(&works[from].a, moved.from, Side::Left, b.text().len(), changes.collect());
        let work = &mut works[from];
        (work.right, work.b, work.changes, work.detached) = (right, b, changes, Some(Side::Left));
        work.gone.clear();
    }
}

fn back(range: TextRange, by: usize) -> TextRange {
    TextRange::new(range.start - by, range.end - by)
}

/// The changes within moved words, and what stands around them in the entry that
/// moved.
fn rims(whole: &Passage, kept: TextRange, side: Side, other: usize, inner: Vec<Change>) -> Vec<Change> {
    let rim = |own: TextRange, at: usize| {
        let empty = TextRange::new(at, at);
        let (left, right) = if side == Side::Left { (own, empty) } else { (empty, own) };
        let says = own.of(whole.text()).chars().any(char::is_alphanumeric);
        Change { left, right, form: !says, counts: false }
    };
    let before = rim(TextRange::new(0, kept.start), 0);
    let after = rim(TextRange::new(kept.end, whole.text().len()), other);
    let all = [before].into_iter().chain(inner).chain([after]);
    all.filter(|change| !change.left.is_empty() || !change.right.is_empty()).collect()
}
