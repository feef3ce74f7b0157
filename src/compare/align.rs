//! Which entries of one text answer which of another: by their words first, by
//! their titles, and by their place where words and titles fail.
//!
//! Near linear: entries that share rare runs of characters are candidates;
//! nothing is compared with everything.

mod rare;
mod title;

use super::side::Side;
use rare::Likeness;
use std::collections::HashMap;
use title::near_titles;

/// Something that may have a counterpart: a task, a row of an annex.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    /// Its short title; empty if none.
    pub title: &'a str,
    /// What it says.
    pub text: &'a str,
}

/// Entries that answer each other, as indexes, each list in order. An entry
/// without a counterpart is alone in its group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// Of the left text.
    pub left: Vec<usize>,
    /// Of the right text.
    pub right: Vec<usize>,
}

/// Entries as alike as this say the same, with some words changed.
const SAME: f32 = 0.35;
/// An entry of which this much stands in a longer one says the same shorter.
const WITHIN: f32 = 0.7;
/// A piece of which this much stands in an entry may have been cut from it.
const PIECE: f32 = 0.5;
/// What the same title adds to the likeness.
const TITLE_BONUS: f32 = 0.3;

/// Aligns two texts. `may_join` says whether two entries of one side may be
/// pieces of one entry of the other: it is asked with the side and both indexes.
pub(super) fn groups(left: &[Entry], right: &[Entry], may_join: &dyn Fn(Side, usize, usize) -> bool) -> Vec<Group> {
    let mut aligner = Aligner::new(left, right);
    aligner.match_pairs();
    aligner.fill_gaps();
    aligner.join_pieces(Side::Right, may_join);
    aligner.join_pieces(Side::Left, may_join);
    aligner.finish()
}

struct Aligner<'a> {
    left: &'a [Entry<'a>],
    right: &'a [Entry<'a>],
    likeness: Likeness,
    groups: Vec<Group>,
    /// The group of each entry.
    of_left: Vec<Option<usize>>,
    of_right: Vec<Option<usize>>,
}

impl<'a> Aligner<'a> {
    fn new(left: &'a [Entry<'a>], right: &'a [Entry<'a>]) -> Self {
        Self {
            left,
            right,
            likeness: Likeness::new(left, right),
            groups: Vec::new(),
            of_left: vec![None; left.len()],
            of_right: vec![None; right.len()],
        }
    }

    /// Pairs entries one to one, the most alike first.
    fn match_pairs(&mut self) {
        for (left, right) in self.same_words() {
            self.pair(left, right);
        }
        let mut candidates = self.candidates();
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| order(a).cmp(&order(b))));
        for (_, left, right) in candidates {
            self.pair(left, right);
        }
    }

    /// Entries with the same title and words, the first with the first.
    fn same_words(&self) -> Vec<(usize, usize)> {
        let mut waiting: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        for (index, entry) in self.left.iter().enumerate().rev() {
            waiting.entry((entry.title, entry.text)).or_default().push(index);
        }
        let mut found = Vec::new();
        for (right, entry) in self.right.iter().enumerate() {
            let left = waiting.get_mut(&(entry.title, entry.text)).and_then(Vec::pop);
            found.extend(left.map(|left| (left, right)));
        }
        found
    }

    /// Pairs that may say the same, each with how alike they are.
    fn candidates(&self) -> Vec<(f32, usize, usize)> {
        let mut titles: HashMap<(usize, usize), f32> = HashMap::new();
        titles.extend(near_titles(self.left, self.right).into_iter().map(|(near, left, right)| ((left, right), near)));
        titles.extend(self.title_twins().into_iter().map(|pair| (pair, 1.0)));
        let mut candidates = Vec::new();
        for alike in self.likeness.pairs() {
            let near = titles.remove(&(alike.left, alike.right));
            let most = alike.of_left.max(alike.of_right);
            if near.is_some() || alike.dice >= SAME || most >= WITHIN {
                candidates.push((alike.dice + TITLE_BONUS * near.unwrap_or(0.0), alike.left, alike.right));
            }
        }
        candidates.extend(titles.into_iter().map(|((left, right), near)| (TITLE_BONUS * near, left, right)));
        candidates
    }

    /// Entries whose title stands once on either side.
    fn title_twins(&self) -> Vec<(usize, usize)> {
        let rights = single_titles(self.right);
        let lefts = single_titles(self.left);
        let mut twins: Vec<(usize, usize)> =
            lefts.iter().filter_map(|(title, left)| rights.get(title).map(|right| (*left, *right))).collect();
        twins.sort_unstable();
        twins
    }

    /// An entry that was written anew stands alone between neighbours that
    /// answer each other, on both sides.
    fn fill_gaps(&mut self) {
        for left in 0..self.left.len() {
            if self.of_left[left].is_some() {
                continue;
            }
            let before = if left == 0 { Some(None) } else { self.partner(left - 1).map(Some) };
            let after = if left + 1 == self.left.len() { Some(None) } else { self.partner(left + 1).map(Some) };
            let (Some(before), Some(after)) = (before, after) else { continue };
            let right = before.map_or(0, |before| before + 1);
            let alone = after.unwrap_or(self.right.len()) == right + 1;
            if alone && self.of_right.get(right).is_some_and(Option::is_none) && self.likeness.related(left, right) {
                self.pair(left, right);
            }
        }
    }

    /// The one entry that answers `left`.
    fn partner(&self, left: usize) -> Option<usize> {
        let group = &self.groups[self.of_left[left]?];
        (group.right.len() == 1).then(|| group.right[0])
    }

    /// Joins what is left on `side` to the entry it was cut from, if its
    /// neighbour is a piece of the same.
    fn join_pieces(&mut self, side: Side, may_join: &dyn Fn(Side, usize, usize) -> bool) {
        let count = if side == Side::Left { self.left.len() } else { self.right.len() };
        for index in (0..count).chain((0..count).rev()) {
            let Some(home) = self.home(side, index) else { continue };
            let Some(group) = self.group_of(side.other(), home) else { continue };
            let pieces = if side == Side::Left { &self.groups[group].left } else { &self.groups[group].right };
            let neighbour = pieces.iter().find(|piece| piece.abs_diff(index) == 1).copied();
            if neighbour.is_some_and(|neighbour| may_join(side, neighbour, index)) {
                self.join(side, index, group);
            }
        }
    }

    /// The entry of the other side that a lone entry may be cut from.
    fn home(&self, side: Side, index: usize) -> Option<usize> {
        if self.group_of(side, index).is_some() {
            return None;
        }
        self.likeness.home(side, index).filter(|(_, share)| *share >= PIECE).map(|(home, _)| home)
    }

    fn group_of(&self, side: Side, index: usize) -> Option<usize> {
        if side == Side::Left { self.of_left[index] } else { self.of_right[index] }
    }

    fn pair(&mut self, left: usize, right: usize) {
        if self.of_left[left].is_some() || self.of_right[right].is_some() {
            return;
        }
        (self.of_left[left], self.of_right[right]) = (Some(self.groups.len()), Some(self.groups.len()));
        self.groups.push(Group { left: vec![left], right: vec![right] });
    }

    fn join(&mut self, side: Side, index: usize, group: usize) {
        let (pieces, place) = match side {
            Side::Left => (&mut self.groups[group].left, &mut self.of_left[index]),
            Side::Right => (&mut self.groups[group].right, &mut self.of_right[index]),
        };
        pieces.push(index);
        pieces.sort_unstable();
        *place = Some(group);
    }

    /// The groups in the order of the left text; what stands only on the right
    /// comes behind what stands before it there.
    fn finish(self) -> Vec<Group> {
        let Self { mut groups, of_left, of_right, .. } = self;
        let alone = |index: usize| Group { left: vec![index], right: Vec::new() };
        groups.extend(of_left.iter().enumerate().filter(|(_, group)| group.is_none()).map(|(index, _)| alone(index)));
        groups.sort_by_key(|group| group.left.first().copied());
        let mut places: Vec<usize> = vec![0; of_right.len()];
        for (place, group) in groups.iter().enumerate() {
            group.right.iter().for_each(|right| places[*right] = place + 1);
        }
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); groups.len() + 1];
        let mut place = 0;
        for (right, group) in of_right.iter().enumerate() {
            match group {
                Some(_) => place = places[right],
                None => behind[place].push(right),
            }
        }
        let lone = |rights: Vec<usize>| rights.into_iter().map(|right| Group { left: Vec::new(), right: vec![right] });
        let mut behind = behind.into_iter();
        let mut all: Vec<Group> = behind.next().into_iter().flat_map(lone).collect();
        for (group, rights) in groups.into_iter().zip(behind) {
            all.push(group);
            all.extend(lone(rights));
        }
        all
    }
}

/// Of two pairs that are equally alike, the one that stands closer together.
fn order(pair: &(f32, usize, usize)) -> (usize, usize, usize) {
    (pair.1.abs_diff(pair.2), pair.1, pair.2)
}

fn single_titles<'a>(entries: &[Entry<'a>]) -> HashMap<&'a str, usize> {
    let mut places: HashMap<&str, Option<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.title.is_empty()) {
        places.entry(entry.title).and_modify(|place| *place = None).or_insert(Some(index));
    }
    places.into_iter().filter_map(|(title, place)| place.map(|place| (title, place))).collect()
}

#[cfg(test)]
mod tests;
