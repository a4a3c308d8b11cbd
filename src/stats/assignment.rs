//! Which unit is in which group: as observed, dealt anew at random, or every way there is.
//!
//! Units move only within their stratum, and every group keeps its size in every stratum.

use super::random::Random;

/// Units in groups, by stratum.
#[derive(Debug, Clone)]
pub(super) struct Assignment {
    strata: Vec<Stratum>,
}

/// The units of a stratum, the first group's first.
#[derive(Debug, Clone)]
struct Stratum {
    units: Vec<u32>,
    /// Where each group ends.
    ends: Vec<usize>,
    /// The group of each unit, in the order of `home`, when every way is gone through.
    labels: Vec<usize>,
    /// The units as observed.
    home: Vec<u32>,
}

impl Assignment {
    /// `groups` as observed; `strata` tells each unit's stratum, or is empty where there is one.
    pub(super) fn new(groups: &[Vec<u32>], strata: &[u32]) -> Self {
        let of = |unit: u32| strata.get(unit as usize).copied().unwrap_or(0);
        let mut known: Vec<u32> = groups.iter().flatten().map(|&unit| of(unit)).collect();
        known.sort_unstable();
        known.dedup();
        let stratum = |number: u32| {
            let (mut units, mut ends, mut labels) = (Vec::new(), Vec::new(), Vec::new());
            for (group, members) in groups.iter().enumerate() {
                units.extend(members.iter().copied().filter(|&unit| of(unit) == number));
                labels.resize(units.len(), group);
                ends.push(units.len());
            }
            Stratum { home: units.clone(), units, ends, labels }
        };
        Self { strata: known.into_iter().map(stratum).collect() }
    }

    /// The units of each stratum.
    pub(super) fn strata(&self) -> Vec<Vec<u32>> {
        self.strata.iter().map(|stratum| stratum.home.clone()).collect()
    }

    /// How many strata there are.
    pub(super) const fn strata_number(&self) -> usize {
        self.strata.len()
    }

    /// The units of a group in a stratum.
    pub(super) fn units(&self, group: usize, stratum: usize) -> &[u32] {
        let Stratum { units, ends, .. } = &self.strata[stratum];
        let start = if group == 0 { 0 } else { ends[group - 1] };
        &units[start..ends[group]]
    }

    /// The number of different assignments, if it is not over `most`.
    pub(super) fn number(&self, most: u64) -> Option<u64> {
        let mut number = 1_u128;
        for Stratum { ends, .. } in &self.strata {
            let mut before = 0;
            for &end in ends {
                // choose the group's members among the units up to its end
                for taken in 1..=(end - before) {
                    number = number * (before + taken) as u128 / taken as u128;
                    if number > u128::from(most) {
                        return None;
                    }
                }
                before = end;
            }
        }
        u64::try_from(number).ok()
    }

    /// Deals the units anew; those of the last group are what is left.
    pub(super) fn shuffle(&mut self, random: &mut Random) {
        for Stratum { units, ends, .. } in &mut self.strata {
            let dealt = ends.len().checked_sub(2).map_or(0, |last| ends[last]);
            for at in 0..dealt {
                let other = at + random.below(units.len() - at);
                units.swap(at, other);
            }
        }
    }

    /// Goes on to the next of all assignments, in a fixed order that comes round to the first.
    pub(super) fn advance(&mut self) {
        for stratum in &mut self.strata {
            let more = next_arrangement(&mut stratum.labels);
            stratum.rebuild();
            if more {
                return;
            }
        }
    }
}

impl Stratum {
    /// Puts the units in the order of their labels.
    fn rebuild(&mut self) {
        let mut at = 0;
        for group in 0..self.ends.len() {
            let members = self.home.iter().zip(&self.labels).filter(|(_, label)| **label == group);
            for (&unit, _) in members {
                self.units[at] = unit;
                at += 1;
            }
        }
    }
}

/// The next arrangement in alphabetical order; false where it comes round to the first.
fn next_arrangement(labels: &mut [usize]) -> bool {
    let Some(at) = labels.windows(2).rposition(|pair| pair[0] < pair[1]) else {
        labels.reverse();
        return false;
    };
    if let Some(other) = labels.iter().rposition(|&label| label > labels[at]) {
        labels.swap(at, other);
    }
    labels[at + 1..].reverse();
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn seen(assignment: &Assignment, strata: usize) -> Vec<Vec<u32>> {
        let group = |group| {
            let units = (0..strata).flat_map(|s| assignment.units(group, s).to_vec());
            let mut units: Vec<u32> = units.collect();
            units.sort_unstable();
            units
        };
        (0..2).map(group).collect()
    }

    #[test]
    fn every_way_comes_once() {
        let mut assignment = Assignment::new(&[vec![0, 1, 2], vec![3, 4]], &[]);
        assert_eq!(assignment.number(100), Some(10));
        assert_eq!(assignment.number(9), None);
        let ways: BTreeSet<_> = (0..10)
            .map(|_| {
                assignment.advance();
                seen(&assignment, 1)
            })
            .collect();
        assert_eq!(ways.len(), 10);
        assert_eq!(seen(&assignment, 1), [vec![0, 1, 2], vec![3, 4]]);
    }

    #[test]
    fn units_stay_in_their_stratum() {
        let strata = [0, 0, 1, 1, 0, 1];
        let mut assignment = Assignment::new(&[vec![0, 1, 2], vec![3, 4, 5]], &strata);
        assert_eq!(assignment.number(100), Some(9));
        let mut ways = BTreeSet::new();
        for _ in 0..9 {
            assignment.advance();
            ways.insert(seen(&assignment, 2));
        }
        assert_eq!(ways.len(), 9);
        let mut random = Random::new(5);
        for _ in 0..50 {
            assignment.shuffle(&mut random);
            let first = seen(&assignment, 2)[0].clone();
            assert_eq!(first.iter().filter(|unit| strata[**unit as usize] == 0).count(), 2);
            ways.insert(seen(&assignment, 2));
        }
        assert_eq!(ways.len(), 9, "a shuffle makes no way that is not among all");
    }

    #[test]
    fn great_numbers_are_only_too_many() {
        let groups: [Vec<u32>; 2] = [(0..500).collect(), (500..1_000).collect()];
        assert_eq!(Assignment::new(&groups, &[]).number(u64::MAX), None);
    }
}
