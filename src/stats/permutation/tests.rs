//! The permutation test against plain enumeration, and where it has no answer.

use super::*;
use crate::stats::close;

/// A table of one item: words and hits of each unit.
fn table(units: &[(f64, f64)]) -> Table {
    let mut table = Table::new(1);
    let item = table.item(0);
    units.iter().for_each(|&(words, hits)| table.unit(&[words], [(item, hits)]));
    table
}

fn groups(sizes: &[u32]) -> Vec<Vec<u32>> {
    let mut start = 0;
    let group = |&size: &u32| {
        start += size;
        (start - size..start).collect()
    };
    sizes.iter().map(group).collect()
}

fn test(units: &[(f64, f64)], sizes: &[u32], permutations: u32) -> (Option<Tested>, bool) {
    let plan = Resampling { permutations, ..Resampling::default() };
    let found = permutation_test(&table(units), &groups(sizes), &[], &plan);
    (found.items[0], found.exact)
}

/// The statistic of the methods, straight from its formula.
fn plainly(units: &[(f64, f64)], a: &[usize]) -> f64 {
    let log_rate = |inside: bool| {
        let own = |at: &usize| a.contains(at) == inside;
        let group: Vec<_> = (0..units.len()).filter(own).map(|at| units[at]).collect();
        let sum = |of: fn(&(f64, f64)) -> f64| group.iter().map(of).sum::<f64>();
        let (words, hits, n) = (sum(|u| u.0), sum(|u| u.1), group.len() as f64);
        let squares: f64 = group.iter().map(|u| (u.1 - hits / words * u.0).powi(2)).sum();
        ((hits / words).ln(), n / (n - 1.0) * squares / (hits * hits))
    };
    let (a, b) = (log_rate(true), log_rate(false));
    (a.0 - b.0).powi(2) / (a.1 + b.1)
}

const UNITS: [(f64, f64); 7] =
    [(90.0, 9.0), (120.0, 7.0), (80.0, 8.0), (200.0, 5.0), (70.0, 2.0), (110.0, 3.0), (95.0, 4.0)];

#[test]
fn all_assignments_are_counted_as_by_hand() {
    let least = plainly(&UNITS, &[0, 1, 2]);
    let (mut extreme, mut all) = (0, 0);
    for a in 0..7 {
        for b in a + 1..7 {
            for c in b + 1..7 {
                all += 1;
                extreme += u32::from(plainly(&UNITS, &[a, b, c]) >= least * TIE);
            }
        }
    }
    let (found, exact) = test(&UNITS, &[3, 4], 9_999);
    assert!(exact);
    assert!(close(found.unwrap().p, f64::from(extreme) / f64::from(all), 1e-12), "{found:?}");
    let (sampled, exact) = test(&UNITS, &[3, 4], 30);
    assert!(!exact && (sampled.unwrap().p - found.unwrap().p).abs() < 0.2, "{sampled:?}");
}

#[test]
fn three_against_three_cannot_reach_a_twentieth() {
    let units =
        [(100.0, 30.0), (100.0, 31.0), (99.0, 33.0), (100.0, 2.0), (98.0, 1.0), (100.0, 3.0)];
    let found = test(&units, &[3, 3], 9_999).0.unwrap();
    assert!(close(found.p, 0.1, 1e-12) && close(found.attainable, 0.1, 1e-12), "{found:?}");
}

#[test]
fn few_units_with_a_hit_bound_p() {
    // Four hits in four of sixty: at best all on one side, 2 C(30,4) / C(60,4).
    let unit = |at| (100.0 + f64::from(at), if at < 4 { 1.0 } else { 0.0 });
    let units: Vec<_> = (0..60).map(unit).collect();
    let found = test(&units, &[30, 30], 999).0.unwrap();
    let bound = 2.0 * (30.0 * 29.0 * 28.0 * 27.0) / (60.0 * 59.0 * 58.0 * 57.0);
    assert!(close(found.attainable, bound, 1e-9) && found.p >= bound, "{found:?}");
}

#[test]
fn what_has_no_statistic_has_no_test() {
    assert_eq!(test(&[(100.0, 1.0), (100.0, 2.0), (90.0, 3.0)], &[1, 2], 99).0, None);
    assert_eq!(test(&[(100.0, 0.0); 8], &[4, 4], 99).0, None);
    let same = test(&[(100.0, 2.0); 8], &[4, 4], 99).0.unwrap();
    assert!(close(same.p, 1.0, 1e-12), "{same:?}");
}

#[test]
fn more_groups_are_tested_at_once() {
    let unit =
        |at: u32| (100.0, if at < 20 { 2.0 + f64::from(at % 3) } else { 9.0 + f64::from(at % 4) });
    let units: Vec<_> = (0..30).map(unit).collect();
    assert!(test(&units, &[10, 10, 10], 999).0.unwrap().p < 0.01);
    let even: Vec<_> = (0..30).map(|at| (100.0, 2.0 + f64::from(at % 5))).collect();
    assert!(test(&even, &[10, 10, 10], 999).0.unwrap().p > 0.3);
}

#[test]
fn strata_take_the_topic_out() {
    // Sport has four times the rate of trade; A is mostly sport, B mostly trade: nothing else differs.
    let unit =
        |sport: bool, at: u32| (100.0, if sport { 8.0 } else { 2.0 } + f64::from(at % 3) - 1.0);
    let sports = |at: u32| if at < 40 { at < 32 } else { at < 48 };
    let units: Vec<_> = (0..80).map(|at| unit(sports(at), at)).collect();
    let strata: Vec<u32> = (0..80).map(|at| u32::from(sports(at))).collect();
    let plan = Resampling { permutations: 999, ..Resampling::default() };
    let of = |strata: &[u32]| {
        permutation_test(&table(&units), &groups(&[40, 40]), strata, &plan).items[0].unwrap().p
    };
    assert!(of(&[]) < 0.01);
    assert!(of(&strata) > 0.2);
}

#[test]
fn threads_change_nothing() {
    let units: Vec<_> = (0..60).map(|at| (100.0 + f64::from(at), f64::from(at % 7))).collect();
    let of = |threads| {
        let plan = Resampling { permutations: 500, threads, ..Resampling::default() };
        permutation_test(&table(&units), &groups(&[25, 35]), &[], &plan)
    };
    assert_eq!(of(1), of(4));
}
