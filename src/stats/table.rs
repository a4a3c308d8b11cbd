//! Counts of many items in many units, as every test over documents needs them.
//!
//! A unit is what is drawn again or dealt anew: a document, or a paragraph of a single text. Most units
//! have none of most items, so a row holds only what it has.

use super::studentised::Sums;

/// How often each item stands in each unit, and what the unit offered it to stand in.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// How many kinds of exposure (words, sentences …) a unit has.
    kinds: usize,
    /// The exposures of each unit, `kinds` a unit.
    exposures: Vec<f64>,
    /// The kind of exposure of each item.
    exposure_of: Vec<usize>,
    /// Where the cells of each unit end.
    ends: Vec<usize>,
    cells: Vec<Cell>,
}

/// An item in a unit.
#[derive(Debug, Clone, Copy)]
struct Cell {
    item: u32,
    count: f32,
    /// The count times the unit's exposure.
    product: f64,
}

impl Table {
    /// A table without items or units, whose units have `kinds` exposures.
    pub fn new(kinds: usize) -> Self {
        Self { kinds, ..Self::default() }
    }

    /// Adds an item that is counted against an exposure, and gives its number.
    pub fn item(&mut self, exposure: usize) -> u32 {
        self.exposure_of.push(exposure.min(self.kinds.saturating_sub(1)));
        self.exposure_of.len() as u32 - 1
    }

    /// Adds a unit: its exposures, and how often it has which item, each item once. Counts are kept to
    /// seven digits; an item that is not there yet is passed over.
    pub fn unit(&mut self, exposures: &[f64], counts: impl IntoIterator<Item = (u32, f64)>) {
        let given = |kind| exposures.get(kind).copied().unwrap_or(0.0);
        self.exposures.extend((0..self.kinds).map(given));
        for (item, count) in counts.into_iter().filter(|(_, count)| *count > 0.0) {
            if let Some(&kind) = self.exposure_of.get(item as usize) {
                let product = count * given(kind);
                self.cells.push(Cell { item, count: count as f32, product });
            }
        }
        self.ends.push(self.cells.len());
    }

    /// The number of items.
    pub fn items(&self) -> usize {
        self.exposure_of.len()
    }

    /// The number of units.
    pub fn units(&self) -> usize {
        self.ends.len()
    }

    /// The kinds of exposure.
    pub const fn kinds(&self) -> usize {
        self.kinds
    }

    /// The kind of exposure of an item.
    pub fn exposure_of(&self, item: usize) -> usize {
        self.exposure_of[item]
    }

    /// The exposures of a unit.
    pub fn exposures(&self, unit: u32) -> &[f64] {
        let start = unit as usize * self.kinds;
        &self.exposures[start..start + self.kinds]
    }

    /// What a unit has: item, count, and count times exposure.
    pub(super) fn row(&self, unit: u32) -> impl Iterator<Item = (usize, f64, f64)> + '_ {
        let unit = unit as usize;
        let start = if unit == 0 { 0 } else { self.ends[unit - 1] };
        let cell = |cell: &Cell| (cell.item as usize, f64::from(cell.count), cell.product);
        self.cells[start..self.ends[unit]].iter().map(cell)
    }

    /// What a unit has: item and count.
    pub fn counts(&self, unit: u32) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.row(unit).map(|(item, count, _)| (item as u32, count))
    }

    /// Adds `units`, which are of one stratum, to `sums`; products are taken by the stratum's `rates`.
    pub(super) fn add(&self, units: &[u32], stratum: usize, rates: &[f64], sums: &mut Sums) {
        let exposures = &mut sums.exposures[stratum * self.kinds..(stratum + 1) * self.kinds];
        for &unit in units {
            for (sum, exposure) in exposures.iter_mut().zip(self.exposures(unit)) {
                sum[0] += exposure;
                sum[1] += exposure * exposure;
            }
            for (item, count, product) in self.row(unit) {
                let sum = &mut sums.items[item];
                sum[0] += count;
                sum[1] += count * count;
                sum[2] += product * rates[item];
            }
        }
        sums.units += units.len() as f64;
    }
}
