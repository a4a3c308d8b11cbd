//! Against plain enumeration of all assignments, and on simulated documents with and without a difference.

use super::*;
use crate::stats::random::Random;

/// A simulation: bursty Poisson counts of `items` items, of which item 0 is `times` as frequent in the
/// first group.
struct Null {
    sizes: [usize; 2],
    words: [f64; 2],
    items: usize,
    times: f64,
}

fn uniform(random: &mut Random) -> f64 {
    (random.below(1 << 30) as f64 + 0.5) / f64::from(1 << 30)
}

fn poisson(random: &mut Random, mean: f64) -> f64 {
    let (limit, mut product, mut count) = ((-mean).exp(), uniform(random), 0.0);
    while product > limit {
        product *= uniform(random);
        count += 1.0;
    }
    count
}

impl Null {
    /// A document's rate of an item is an exponential variable: most have none, a few have many.
    fn table(&self, random: &mut Random) -> Table {
        let mut table = Table::new(1);
        for _ in 0..self.items {
            table.item(0);
        }
        for unit in 0..self.sizes[0] + self.sizes[1] {
            let first = unit < self.sizes[0];
            let words = self.words[usize::from(!first)] * (0.5 + uniform(random));
            let counts: Vec<_> = (0..self.items)
                .map(|item| {
                    let rate = 0.1 / (1.0 + item as f64) + 0.0005;
                    let times = if first && item == 0 { self.times } else { 1.0 };
                    let burst = -uniform(random).ln();
                    (item as u32, poisson(random, words * rate * burst * times))
                })
                .collect();
            table.unit(&[words], counts);
        }
        table
    }

    /// In what share of runs the smallest p is at most .05, and that of item 0.
    fn shares(&self, runs: u64) -> (f64, f64) {
        let first: Vec<u32> = (0..self.sizes[0] as u32).collect();
        let second: Vec<u32> =
            (first.len() as u32..(self.sizes[0] + self.sizes[1]) as u32).collect();
        let (mut any, mut planted) = (0, 0);
        for run in 0..runs {
            let table = self.table(&mut Random::new(run));
            let plan = Resampling { permutations: 199, seed: run, ..Resampling::default() };
            let p = max_statistic_test(&table, [&first, &second], &[], &plan).p;
            any += u32::from(p.iter().flatten().any(|p| *p <= 0.05));
            planted += u32::from(p[0].is_some_and(|p| p <= 0.05));
        }
        (f64::from(any) / runs as f64, f64::from(planted) / runs as f64)
    }
}

#[test]
fn false_alarms_are_as_rare_as_they_say() {
    let null = |sizes, words| Null { sizes, words, items: 12, times: 1.0 }.shares(300).0;
    let (even, uneven) = (null([15, 15], [200.0; 2]), null([8, 60], [200.0; 2]));
    assert!(even <= 0.065 && uneven <= 0.065, "{even} {uneven}");
    // none at all would be no test
    assert!(even >= 0.02 && uneven >= 0.02, "{even} {uneven}");
    let longer = null([25, 25], [450.0, 150.0]);
    assert!(longer <= 0.1, "{longer}");
}

#[test]
fn a_planted_item_is_found_in_either_group() {
    for (sizes, times) in [([40, 40], 6.0), ([40, 40], 0.1), ([15, 90], 6.0)] {
        let found = Null { sizes, words: [200.0; 2], items: 12, times }.shares(20).1;
        assert!(found >= 0.9, "{sizes:?} {times}: {found}");
    }
}

const UNITS: [[f64; 3]; 7] = [
    [90.0, 9.0, 1.0],
    [120.0, 7.0, 0.0],
    [80.0, 8.0, 0.0],
    [200.0, 5.0, 4.0],
    [70.0, 2.0, 0.0],
    [110.0, 3.0, 6.0],
    [95.0, 4.0, 2.0],
];

/// The statistic of an item of [`UNITS`], straight from its formula.
fn plainly(item: usize, a: &[usize], strata: &[u32]) -> f64 {
    let stratum = |at: usize| strata.get(at).copied().unwrap_or(0);
    let expected = |at: usize| {
        let here = || UNITS.iter().enumerate().filter(|(other, _)| stratum(*other) == stratum(at));
        let rate = here().map(|(_, unit)| unit[item]).sum::<f64>()
            / here().map(|(_, unit)| unit[0]).sum::<f64>();
        rate * UNITS[at][0]
    };
    let residual = |at: usize| UNITS[at][item] - expected(at);
    let squares: f64 = (0..7).map(|at| residual(at).powi(2)).sum();
    let expectations: f64 = (0..7).map(expected).sum();
    let burst =
        (squares - expectations).max(0.0) / (0..7).map(|at| expected(at).powi(2)).sum::<f64>();
    let side = |inside: bool| {
        let units: Vec<usize> = (0..7).filter(|at| a.contains(at) == inside).collect();
        let mean = units.iter().map(|&at| residual(at)).sum::<f64>() / units.len() as f64;
        let n = units.len() as f64;
        let own: f64 = units.iter().map(|&at| (residual(at) - mean).powi(2)).sum();
        let law: f64 = units.iter().map(|&at| expected(at) + burst * expected(at).powi(2)).sum();
        let all: f64 = units.iter().map(|&at| expected(at)).sum();
        (n * mean / all, (n / (n - 1.0) * own).max(law) / (all * all))
    };
    let (a, b) = (side(true), side(false));
    (a.0 - b.0).powi(2) / (a.1 + b.1)
}

fn table() -> Table {
    let mut table = Table::new(1);
    let items = [table.item(0), table.item(0), table.item(0)];
    for [words, first, second] in UNITS {
        table.unit(&[words], [(items[0], first), (items[1], second)]);
    }
    table
}

#[test]
fn all_assignments_are_counted_as_by_hand() {
    for strata in [&[][..], &[0, 0, 1, 0, 1, 1, 0]] {
        let ways =
            (0..7).flat_map(|a| (a + 1..7).flat_map(move |b| (b + 1..7).map(move |c| [a, b, c])));
        let in_second = |way: &[usize; 3]| way.iter().filter(|&&at| strata[at] == 1).count();
        let ways: Vec<_> = ways.filter(|way| strata.is_empty() || in_second(way) == 1).collect();
        let largest = |way: &[usize; 3]| plainly(1, way, strata).max(plainly(2, way, strata));
        let plan = Resampling::default();
        let found =
            max_statistic_test(&table(), [&vec![0, 1, 2], &vec![3, 4, 5, 6]], strata, &plan);
        assert!(found.exact && found.permutations + 1 == ways.len() as u64, "{found:?}");
        for item in [1, 2] {
            let least = plainly(item, &[0, 1, 2], strata);
            let extreme = ways.iter().filter(|way| largest(way) >= least * (1.0 - 1e-6)).count();
            let p = extreme as f64 / ways.len() as f64;
            assert!((found.p[item - 1].unwrap() - p).abs() < 1e-9, "{item}: {p} {found:?}");
        }
        assert_eq!(found.p[2], None, "an item without a hit has no test");
    }
}

#[test]
fn the_sides_and_the_threads_change_nothing() {
    let table = Null { sizes: [20, 30], words: [200.0; 2], items: 9, times: 2.0 }
        .table(&mut Random::new(3));
    let (a, b): (Vec<u32>, Vec<u32>) = ((0..20).collect(), (20..50).collect());
    let of = |groups, threads| {
        let plan = Resampling { permutations: 300, threads, ..Resampling::default() };
        max_statistic_test(&table, groups, &[], &plan)
    };
    assert_eq!(of([&a, &b], 1), of([&a, &b], 3));
    let (there, back) = (of([&a, &b], 0), of([&b, &a], 0));
    for (there, back) in there.p.iter().zip(back.p) {
        assert!((there.unwrap() - back.unwrap()).abs() < 0.15, "{there:?} {back:?}");
    }
}

#[test]
fn a_group_of_one_unit_has_no_test() {
    let found =
        max_statistic_test(&table(), [&vec![0], &vec![1, 2, 3]], &[], &Resampling::default());
    assert_eq!(found.p, [None; 3]);
    let none = max_statistic_test(&Table::new(1), [&vec![], &vec![]], &[], &Resampling::default());
    assert!(none.p.is_empty());
}
