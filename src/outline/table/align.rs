//! Which column a cell belongs to, where a row has more or fewer cells than
//! the header: the assignment, in order, that fits best what the cells look
//! like.

use super::look::{Look, fit};
use crate::lexicon::heading::ColumnKind;

/// A column left out costs this much.
const SKIP: i32 = 8;

/// The column of each cell, ascending. `looks` holds for each cell of a row
/// what the cells in its place look like.
pub(super) fn columns_of(kinds: &[ColumnKind], looks: &[Vec<Look>]) -> Vec<usize> {
    if looks.len() == kinds.len() || kinds.is_empty() {
        return (0..looks.len()).map(|index| index.min(kinds.len().saturating_sub(1))).collect();
    }
    let mut costs = vec![vec![i32::MIN; kinds.len()]; looks.len()];
    let mut from = vec![vec![0; kinds.len()]; looks.len()];
    for (cell, own) in looks.iter().enumerate() {
        for (column, kind) in kinds.iter().enumerate() {
            let (before, best) = match cell.checked_sub(1) {
                None => (0, -SKIP * column as i32),
                Some(last) => best_before(kinds, &costs[last], column),
            };
            costs[cell][column] = best.saturating_add(mean_fit(*kind, own));
            from[cell][column] = before;
        }
    }
    trace(kinds, &costs, &from)
}

/// The best column for the cell before one in `column`.
fn best_before(kinds: &[ColumnKind], costs: &[i32], column: usize) -> (usize, i32) {
    let steps = (0..=column).map(|before| {
        let step = match column - before {
            0 => -repeat_cost(kinds[column]),
            distance => -SKIP * (distance as i32 - 1),
        };
        (before, costs[before].saturating_add(step))
    });
    steps.max_by_key(|(_, cost)| *cost).unwrap_or((column, i32::MIN))
}

/// A page may split a column of tasks in two; others hardly ever.
fn repeat_cost(kind: ColumnKind) -> i32 {
    match kind {
        ColumnKind::Task | ColumnKind::Content => 5,
        ColumnKind::Other => 10,
        _ => 25,
    }
}

fn mean_fit(kind: ColumnKind, looks: &[Look]) -> i32 {
    let told: Vec<i32> = looks.iter().filter(|look| **look != Look::Empty).map(|look| fit(kind, *look)).collect();
    told.iter().sum::<i32>().checked_div(told.len() as i32).unwrap_or(0)
}

fn trace(kinds: &[ColumnKind], costs: &[Vec<i32>], from: &[Vec<usize>]) -> Vec<usize> {
    let Some(last) = costs.last() else { return Vec::new() };
    let ends = (0..kinds.len()).map(|column| (last[column] - SKIP * (kinds.len() - 1 - column) as i32, column));
    let mut column = ends.max().map_or(0, |(_, column)| column);
    let mut columns = vec![0; costs.len()];
    for cell in (0..costs.len()).rev() {
        columns[cell] = column;
        column = from[cell][column];
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::columns_of;
    use crate::lexicon::heading::ColumnKind::{self, Chapter, Content, Deadline, Number, Responsible, Task};
    use crate::outline::table::look::{Look, look};

    #[test]
    fn rows_of_another_width() {
        const FOUR: &[ColumnKind] = &[Number, Chapter, Content, Responsible];
        const FIVE: &[ColumnKind] = &[Number, Task, Content, Responsible, Deadline];
        let text = "开展排查整治，建立台账。";
        for (kinds, cells, expected) in [
            (FOUR, vec!["一", "提升意识", text, text, "县应急局"], vec![0, 1, 2, 2, 3]),
            (FOUR, vec!["", "", "", text, "县应急局"], vec![0, 1, 2, 2, 3]),
            (FOUR, vec![text, "县应急局"], vec![2, 3]),
            (FIVE, vec!["开展排查", text, "县应急局"], vec![1, 2, 3]),
            (FIVE, vec![text, "县应急局", "6月底前"], vec![2, 3, 4]),
            (FIVE, vec!["2", "开展排查", text, "县应急局"], vec![0, 1, 2, 3]),
            (FIVE, vec!["县应急局"], vec![3]),
            (FIVE, vec!["1", "甲", text, "县应急局", "6月"], vec![0, 1, 2, 3, 4]),
        ] {
            let looks: Vec<Vec<Look>> = cells.iter().map(|cell| vec![look(cell)]).collect();
            assert_eq!(columns_of(kinds, &looks), expected, "{cells:?}");
        }
    }
}
