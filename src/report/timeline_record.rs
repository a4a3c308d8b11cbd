//! The record of a side over time.

use schemars::JsonSchema;
use serde::Serialize;

use super::record::rounded;
use crate::compare::{Course, Point, Timeline};

/// A side over time.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TimelineRecord<'a> {
    /// The side.
    pub side: &'a str,
    /// All periods in order, the empty ones too.
    pub periods: Vec<PeriodRecord<'a>>,
    /// The items that occur.
    pub rows: Vec<CourseRecord<'a>>,
}

/// A period.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PeriodRecord<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its documents.
    pub documents: u64,
    /// Their words.
    pub words: u64,
}

/// An item over time.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CourseRecord<'a> {
    /// `group`, `category`, `measure` or `actor`.
    pub kind: &'a str,
    /// The id of the item.
    pub id: &'a str,
    /// Its figures in each period.
    pub points: Vec<PointRecord>,
    /// The factor by which the rate changes per period.
    pub change: Option<f64>,
    /// The probability of a trend as strong by chance, by permutation of dates.
    pub p: Option<f64>,
    /// The false discovery rate at which it would be called a trend, within its kind.
    pub q: Option<f64>,
    /// How many tests that correction was over.
    pub tested: u64,
    /// What the figures allow to say.
    pub verdict: &'a str,
}

/// An item in a period.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PointRecord {
    /// Findings, or what the measure divides.
    pub count: f64,
    /// Per 1,000 words, or of what the measure divides by; null in an empty period.
    pub rate: Option<f64>,
    /// Lower end of its 95 % interval (bootstrap-t over documents).
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

impl<'a> TimelineRecord<'a> {
    /// The record of `timeline`.
    pub(super) fn of(timeline: &'a Timeline) -> Self {
        let period = |period: &'a crate::compare::Period| PeriodRecord {
            name: &period.name,
            documents: period.documents,
            words: period.words,
        };
        Self {
            side: &timeline.side,
            periods: timeline.periods.iter().map(period).collect(),
            rows: timeline.rows.iter().map(CourseRecord::of).collect(),
        }
    }
}

impl<'a> CourseRecord<'a> {
    fn of(course: &'a Course) -> Self {
        let point = |point: &Point| PointRecord {
            count: rounded(point.count),
            rate: point.rate.map(rounded),
            low: point.interval.map(|interval| rounded(interval.low)),
            high: point.interval.map(|interval| rounded(interval.high)),
        };
        Self {
            kind: course.item.kind.name(),
            id: &course.item.id,
            points: course.points.iter().map(point).collect(),
            change: course.trend.map(|trend| rounded(trend.change)),
            p: course.trend.map(|trend| rounded(trend.p)),
            q: course.q.map(rounded),
            tested: course.tested,
            verdict: course.verdict.name(),
        }
    }
}
