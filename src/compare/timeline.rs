//! A side over time: the rates of each period, and whether they rise or fall.

use super::comparison::Labels;
use super::item::{Item, KINDS, Kind};
use super::row::{LEAST_FINDINGS, LEVEL};
use super::sample::Sample;
use crate::stats::{Interval, Resampling, Table, Trend, false_discovery, rate_factors, trend_test};

/// One side, period by period.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// The name of the side.
    pub side: String,
    /// All periods from the first to the last, those without a document too.
    pub periods: Vec<Period>,
    /// The items that occur, groups before categories, measures and actors.
    pub rows: Vec<Course>,
}

/// What a period holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Its name: `2011-12`.
    pub name: String,
    /// Its documents.
    pub documents: u64,
    /// Their words.
    pub words: u64,
}

/// An item over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// What it is about.
    pub item: Item,
    /// One for each period.
    pub points: Vec<Point>,
    /// The trend; `None` where no test is possible.
    pub trend: Option<Trend>,
    /// The rate of false discoveries at which it would be called one, within its kind.
    pub q: Option<f64>,
    /// How many tests that correction was over.
    pub tested: u64,
    /// What the figures allow to say.
    pub verdict: Direction,
}

/// An item in a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Findings, or what a measure divides.
    pub count: f64,
    /// Per 1,000 words, or per 1,000 of what a measure divides by; `None` in an empty period.
    pub rate: Option<f64>,
    /// Its bootstrap-t interval over documents, where there are enough.
    pub interval: Option<Interval>,
}

/// What a trend allows to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// q is at most 0.05, and the rate rises.
    Rising,
    /// q is at most 0.05, and the rate falls.
    Falling,
    /// q is above 0.05.
    None,
    /// No test.
    TooLittle,
}

impl Direction {
    /// The words in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Falling => "falling",
            Self::None => "no trend shown",
            Self::TooLittle => "too little text to tell",
        }
    }
}

/// The course of every item of a side over the periods of `labels`.
pub(super) fn timeline(
    (items, table): (&[&Item], &Table),
    sample: &Sample,
    (side, name): (usize, &str),
    labels: &Labels,
    plan: &Resampling,
) -> Timeline {
    let none = Vec::new();
    let units = sample.groups.get(side).unwrap_or(&none);
    let names = &labels.periods;
    let period = |unit: &u32| (sample.periods[*unit as usize] - labels.first) as usize;
    let mut by_period = vec![Vec::new(); names.len()];
    units.iter().for_each(|unit| by_period[period(unit)].push(*unit));
    let times: Vec<f64> = units.iter().map(|unit| period(unit) as f64).collect();
    let trends = trend_test(table, units, &times, plan);
    let mut points = vec![Vec::with_capacity(names.len()); items.len()];
    for units in &by_period {
        let factors = rate_factors(table, units, plan);
        for (item, point) in period_points(table, units).into_iter().enumerate() {
            let interval = factors[item].zip(point.rate).map(|(factor, rate)| Interval {
                low: factor.low * rate,
                high: factor.high * rate,
            });
            points[item].push(Point { interval, ..point });
        }
    }
    let mut rows: Vec<Course> = items
        .iter()
        .zip(points)
        .zip(trends)
        .map(|((item, points), trend)| Course {
            item: (*item).clone(),
            points,
            trend,
            q: None,
            tested: 0,
            verdict: Direction::TooLittle,
        })
        .filter(|course| course.points.iter().any(|point| point.count > 0.0))
        .collect();
    correct(&mut rows);
    let words = |units: &Vec<u32>| units.iter().map(|&unit| table.exposures(unit)[0] as u64).sum();
    let period = |(name, units): (&String, &Vec<u32>)| Period {
        name: name.clone(),
        documents: units.len() as u64,
        words: words(units),
    };
    let periods = names.iter().zip(&by_period).map(period).collect();
    Timeline { side: name.to_owned(), periods, rows }
}

/// What the units of a period hold of each item.
fn period_points(table: &Table, units: &[u32]) -> Vec<Point> {
    let mut counts = vec![0.0; table.items()];
    let mut exposures = vec![0.0; table.kinds()];
    for &unit in units {
        table.counts(unit).for_each(|(item, count)| counts[item as usize] += count);
        exposures.iter_mut().zip(table.exposures(unit)).for_each(|(sum, x)| *sum += x);
    }
    let point = |(item, count): (usize, f64)| {
        let exposure = exposures[table.exposure_of(item)];
        let rate = (exposure > 0.0).then(|| 1000.0 * count / exposure);
        Point { count, rate, interval: None }
    };
    counts.into_iter().enumerate().map(point).collect()
}

/// Gives the rows their q, within each kind.
fn correct(rows: &mut [Course]) {
    for kind in KINDS {
        let tested = |row: &Course| {
            let count: f64 = row.points.iter().map(|point| point.count).sum();
            let enough = kind == Kind::Measure || count >= LEAST_FINDINGS as f64;
            row.trend.filter(|_| row.item.kind == kind && enough).map(|trend| trend.p)
        };
        let (places, p): (Vec<usize>, Vec<f64>) =
            rows.iter().enumerate().filter_map(|(at, row)| Some((at, tested(row)?))).unzip();
        for (at, q) in places.iter().zip(false_discovery(&p)) {
            let row = &mut rows[*at];
            let rising = row.trend.is_some_and(|trend| trend.change > 1.0);
            (row.q, row.tested) = (Some(q), p.len() as u64);
            row.verdict = match rising {
                _ if q > LEVEL => Direction::None,
                true => Direction::Rising,
                false => Direction::Falling,
            };
        }
    }
}
