//! The sums of a group under several assignments at once.
//!
//! The units are gone through in their order, once for all assignments, so that a row is fetched once and
//! the sums of all lanes are added side by side: several times as fast as one assignment after the other.

use super::studentised::{Expected, Sums};
use super::table::Table;

/// Assignments that are summed at once.
pub(super) const LANES: usize = 8;

/// A figure under each assignment.
type Lane = [f64; LANES];

/// The sums of one group under [`LANES`] assignments.
#[derive(Debug)]
pub(super) struct Lanes {
    /// Whether a unit is in the group, 1 or 0.
    members: Vec<Lane>,
    units: Lane,
    items: Vec<[Lane; 3]>,
    exposures: Vec<[Lane; 2]>,
}

impl Lanes {
    /// No unit in any assignment.
    pub(super) fn new(table: &Table, expected: &Expected) -> Self {
        let sums = expected.sums();
        Self {
            members: vec![[0.0; LANES]; table.units()],
            units: [0.0; LANES],
            items: vec![[[0.0; LANES]; 3]; sums.items.len()],
            exposures: vec![[[0.0; LANES]; 2]; sums.exposures.len()],
        }
    }

    /// No unit again.
    pub(super) fn clear(&mut self) {
        self.members.fill([0.0; LANES]);
        self.units = [0.0; LANES];
        self.items.fill([[0.0; LANES]; 3]);
        self.exposures.fill([[0.0; LANES]; 2]);
    }

    /// Puts units into the group of an assignment.
    pub(super) fn put(&mut self, lane: usize, units: &[u32]) {
        units.iter().for_each(|&unit| self.members[unit as usize][lane] = 1.0);
        self.units[lane] += units.len() as f64;
    }

    /// Adds the members among `units`, which are of one stratum; products are taken by its `rates`.
    pub(super) fn add(&mut self, table: &Table, units: &[u32], stratum: usize, rates: &[f64]) {
        let kinds = table.kinds();
        let exposures = &mut self.exposures[stratum * kinds..(stratum + 1) * kinds];
        for &unit in units {
            let member = self.members[unit as usize];
            if !member.iter().any(|&member| member > 0.0) {
                continue;
            }
            for (sum, &exposure) in exposures.iter_mut().zip(table.exposures(unit)) {
                add(&mut sum[0], &member, exposure);
                add(&mut sum[1], &member, exposure * exposure);
            }
            for (item, count, product) in table.row(unit) {
                let sum = &mut self.items[item];
                add(&mut sum[0], &member, count);
                add(&mut sum[1], &member, count * count);
                add(&mut sum[2], &member, product * rates[item]);
            }
        }
    }

    /// The sums of the group under an assignment, written to `sums`.
    pub(super) fn take(&self, lane: usize, sums: &mut Sums) {
        sums.units = self.units[lane];
        for (sum, lanes) in sums.items.iter_mut().zip(&self.items) {
            *sum = [lanes[0][lane], lanes[1][lane], lanes[2][lane]];
        }
        for (sum, lanes) in sums.exposures.iter_mut().zip(&self.exposures) {
            *sum = [lanes[0][lane], lanes[1][lane]];
        }
    }
}

/// Adds `value` to the lanes of which a unit is a member.
#[inline]
fn add(sums: &mut Lane, member: &Lane, value: f64) {
    for (sum, member) in sums.iter_mut().zip(member) {
        *sum += member * value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::assignment::Assignment;
    use crate::stats::random::Random;

    #[test]
    fn every_lane_holds_what_its_assignment_sums_to() {
        let mut table = Table::new(2);
        let items = [table.item(0), table.item(1), table.item(0)];
        for at in 0..30_u32 {
            let counts = items.map(|item| (item, f64::from((at * 7 + item) % 4)));
            table.unit(&[f64::from(50 + at), f64::from(3 + at % 5)], counts);
        }
        let strata: Vec<u32> = (0..30).map(|at| at % 3).collect();
        let mut assignment = Assignment::new(&[(0..11).collect(), (11..30).collect()], &strata);
        let units = assignment.strata();
        let expected = Expected::of(&table, &units);
        let (mut lanes, mut random) = (Lanes::new(&table, &expected), Random::new(3));
        let mut plain = Vec::new();
        for lane in 0..LANES {
            assignment.shuffle(&mut random);
            let mut sums = expected.sums();
            for stratum in 0..3 {
                let members = assignment.units(0, stratum);
                lanes.put(lane, members);
                table.add(members, stratum, expected.rates(stratum), &mut sums);
            }
            plain.push(sums);
        }
        for (stratum, units) in units.iter().enumerate() {
            lanes.add(&table, units, stratum, expected.rates(stratum));
        }
        for (lane, plain) in plain.iter().enumerate() {
            let mut sums = expected.sums();
            lanes.take(lane, &mut sums);
            let flat = |sums: &Sums| [sums.items.concat(), sums.exposures.concat()].concat();
            assert!((sums.units - plain.units).abs() < 0.5);
            for (found, plain) in flat(&sums).iter().zip(flat(plain)) {
                assert!((found - plain).abs() <= 1e-9 * plain.abs(), "{found} {plain}");
            }
        }
    }
}
