//! Assignment: the pairs, each row and each column in one at most, whose worth is greatest in all.
//!
//! Shortest augmenting paths with potentials (Jonker & Volgenant 1987, "A shortest augmenting path
//! algorithm for dense and sparse linear assignment problems", *Computing* 38): row by row, each path
//! found as Dijkstra does. A row may stay alone, which costs the worth it could have had. Worths are
//! counted in millionths, so that sums are exact and equal input gives equal pairs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A row, a column and what it is worth to pair them.
pub type Worth = (u32, u32, f64);

/// Parts that a worth of 1 has.
const PARTS: f64 = 1e6;

/// No row or column.
const NONE: usize = usize::MAX;

/// The pairs of greatest total worth, by row. A pair that is not in `worths`, or not above 0 there, is
/// none; of a pair that is there twice the first counts. Each worth is at most 1000.
pub fn matching(worths: &[Worth]) -> Vec<(u32, u32)> {
    let mut search = Search::new(worths);
    for row in 0..search.edges.len() {
        search.augment(row);
    }
    let pairs = search
        .column_of
        .iter()
        .zip(&search.rows)
        .filter_map(|(&column, &row)| Some((row, *search.columns.get(column)?)));
    pairs.collect()
}

/// Rows and columns by their places in sorted lists. Column `columns.len() + row` is the place of a
/// row that stays alone.
struct Search {
    rows: Vec<u32>,
    columns: Vec<u32>,
    /// The columns of each row with what they cost, the last its place alone.
    edges: Vec<Vec<(usize, i64)>>,
    column_of: Vec<usize>,
    row_of: Vec<usize>,
    /// What each column's price takes from the cost of its edges.
    price: Vec<i64>,
    /// Of the search under way: distance, the row it came by, whether it is final.
    distance: Vec<i64>,
    from: Vec<usize>,
    touched: Vec<usize>,
}

impl Search {
    fn new(worths: &[Worth]) -> Self {
        let of = |worth: f64| (worth.clamp(0.0, 1000.0) * PARTS).round() as i64;
        let list = |place: fn(&Worth) -> u32| {
            let mut all: Vec<u32> = worths.iter().filter(|w| of(w.2) > 0).map(place).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let (rows, columns) = (list(|worth| worth.0), list(|worth| worth.1));
        let mut edges: Vec<Vec<(usize, i64)>> = vec![Vec::new(); rows.len()];
        for &(row, column, worth) in worths {
            if let (Ok(row), Ok(column)) =
                (rows.binary_search(&row), columns.binary_search(&column))
                && of(worth) > 0
            {
                edges[row].push((column, -of(worth)));
            }
        }
        for (row, edges) in edges.iter_mut().enumerate() {
            edges.sort_by_key(|(column, _)| *column);
            edges.dedup_by_key(|(column, _)| *column);
            edges.push((columns.len() + row, 0));
        }
        let places = columns.len() + rows.len();
        Self {
            column_of: vec![NONE; rows.len()],
            row_of: vec![NONE; places],
            price: vec![0; places],
            distance: vec![i64::MAX; places],
            from: vec![NONE; places],
            touched: Vec::new(),
            rows,
            columns,
            edges,
        }
    }

    /// Gives `start` a column by the cheapest chain of rows that change theirs.
    fn augment(&mut self, start: usize) {
        let mut heap = BinaryHeap::new();
        let mut done: Vec<usize> = Vec::new();
        // The cost of an edge less its column's price is never below that of the row's own column.
        let base = |search: &Self, row: usize| {
            let column = search.column_of[row];
            let own = search.edges[row].iter().find(|(other, _)| *other == column);
            own.map_or(0, |(_, cost)| cost - search.price[column])
        };
        let (mut row, mut so_far) = (start, 0);
        let end = loop {
            let base = base(self, row);
            for &(column, cost) in &self.edges[row] {
                let distance = so_far + cost - self.price[column] - base;
                if distance < self.distance[column] {
                    if self.distance[column] == i64::MAX {
                        self.touched.push(column);
                    }
                    self.distance[column] = distance;
                    self.from[column] = row;
                    heap.push(Reverse((distance, column)));
                }
            }
            let next = loop {
                // The row's own place is always there to end at.
                let Some(Reverse((distance, column))) = heap.pop() else { break None };
                if distance == self.distance[column] {
                    break Some(column);
                }
            };
            let Some(column) = next else { break NONE };
            if self.row_of[column] == NONE {
                break column;
            }
            done.push(column);
            (row, so_far) = (self.row_of[column], self.distance[column]);
        };
        if end != NONE {
            let least = self.distance[end];
            done.iter().for_each(|&column| self.price[column] += self.distance[column] - least);
            self.turn(start, end);
        }
        for column in self.touched.drain(..) {
            self.distance[column] = i64::MAX;
        }
    }

    /// Gives each column of the path that ends at `column` to the row it was reached from.
    fn turn(&mut self, start: usize, mut column: usize) {
        loop {
            let row = self.from[column];
            let before = std::mem::replace(&mut self.column_of[row], column);
            self.row_of[column] = row;
            if row == start {
                break;
            }
            column = before;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn total(worths: &[Worth], pairs: &[(u32, u32)]) -> f64 {
        let of = |pair: &(u32, u32)| worths.iter().find(|w| (w.0, w.1) == *pair).unwrap().2;
        pairs.iter().map(of).sum()
    }

    /// The greatest worth by trying all.
    fn best(worths: &[Worth], row: u32, taken: u32) -> f64 {
        if row > 5 {
            return 0.0;
        }
        let here = worths.iter().filter(|w| w.0 == row && taken & (1 << w.1) == 0);
        here.map(|w| w.2 + best(worths, row + 1, taken | (1 << w.1)))
            .fold(best(worths, row + 1, taken), f64::max)
    }

    #[test]
    fn the_best_single_pair_gives_way_to_two_that_are_worth_more() {
        let worths = [(0, 7, 0.9), (0, 8, 0.8), (3, 7, 0.7)];
        assert_eq!(matching(&worths), [(0, 8), (3, 7)]);
        let worths = [(0, 7, 0.9), (0, 8, 0.1), (3, 7, 0.7)];
        assert_eq!(matching(&worths), [(0, 7)]);
    }

    #[test]
    fn what_is_worth_nothing_is_no_pair() {
        assert_eq!(matching(&[]), []);
        assert_eq!(matching(&[(0, 0, 0.0), (1, 0, -1.0), (1, 1, f64::NAN)]), []);
    }

    proptest! {
        #[test]
        fn no_other_pairs_are_worth_more(
            worths in prop::collection::btree_map((0_u32..6, 0_u32..6), 1_u32..100, 0..30)
        ) {
            let worths: Vec<Worth> =
                worths.into_iter().map(|((row, column), w)| (row, column, f64::from(w) / 100.0)).collect();
            let pairs = matching(&worths);
            prop_assert!(pairs.is_sorted_by(|a, b| a.0 < b.0));
            let mut columns: Vec<_> = pairs.iter().map(|pair| pair.1).collect();
            columns.sort_unstable();
            prop_assert!(columns.is_sorted_by(|a, b| a < b));
            prop_assert!((total(&worths, &pairs) - best(&worths, 0, 0)).abs() < 1e-9);
        }
    }
}
