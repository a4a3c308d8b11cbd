//! A comparison in tidy rows: one a pair of sides and item, or one a period and item.

use super::{Row, rows};
use crate::compare::Comparison;
use crate::report::Setting;
use crate::report::comparison_record::RowRecord;
use crate::report::timeline_record::{CourseRecord, TimelineRecord};

/// The columns of a comparison.
const COMPARISON_COLUMNS: &[&str] = &[
    "kind",
    "id",
    "a",
    "b",
    "count_a",
    "count_b",
    "words_a",
    "words_b",
    "documents_a",
    "documents_b",
    "rate_a",
    "rate_b",
    "ratio",
    "ratio_low",
    "ratio_high",
    "log_ratio",
    "p",
    "q",
    "tested",
    "g2",
    "verdict",
    "difference",
    "p_attainable",
    "dispersion_a",
    "dispersion_b",
    "log_odds_z",
];

/// Prints a comparison; of sides over time that are not compared, their periods.
pub(super) fn comparison(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    if comparison.pairs.is_empty() || setting.by_period {
        return periods(setting, comparison, out);
    }
    let stamp = setting.stamp.line();
    rows(out, |row| {
        COMPARISON_COLUMNS.iter().for_each(|column| row.text(column));
        row.text("stamp");
        row.end();
        for record in RowRecord::all(comparison) {
            cells(row, &record);
            row.text(&stamp);
            row.end();
        }
    });
}

fn cells(row: &mut Row<'_>, record: &RowRecord<'_>) {
    let count = |row: &mut Row<'_>, count: Option<u64>| match count {
        Some(count) => row.number(count),
        None => row.text(""),
    };
    [record.kind, record.id, record.a, record.b].iter().for_each(|text| row.text(text));
    count(row, record.count_a);
    count(row, record.count_b);
    row.number(record.words_a);
    row.number(record.words_b);
    count(row, record.documents_a);
    count(row, record.documents_b);
    let effects = [record.ratio, record.ratio_low, record.ratio_high, record.log_ratio];
    let tests = [record.p, record.q];
    [record.rate_a, record.rate_b].into_iter().for_each(|figure| row.figure(figure));
    effects.into_iter().chain(tests).for_each(|figure| row.figure(figure));
    count(row, record.tested);
    row.figure(record.g2);
    row.text(record.verdict);
    let spread = [record.dispersion_a, record.dispersion_b];
    let rest = [record.difference, record.p_attainable].into_iter().chain(spread);
    let rest = rest.chain([record.log_odds_z]);
    rest.for_each(|figure| row.figure(figure));
}

/// The columns of sides over time.
const PERIOD_COLUMNS: &[&str] = &[
    "kind",
    "id",
    "side",
    "period",
    "count",
    "words",
    "documents",
    "rate",
    "rate_low",
    "rate_high",
    "change",
    "p",
    "q",
    "tested",
    "verdict",
];

/// Prints every item in every period.
fn periods(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    let stamp = setting.stamp.line();
    rows(out, |row| {
        PERIOD_COLUMNS.iter().for_each(|column| row.text(column));
        row.text("stamp");
        row.end();
        for timeline in comparison.timelines.iter().map(TimelineRecord::of) {
            for course in &timeline.rows {
                for at in 0..timeline.periods.len() {
                    period_cells(row, &timeline, course, at);
                    row.text(&stamp);
                    row.end();
                }
            }
        }
    });
}

fn period_cells(
    row: &mut Row<'_>,
    timeline: &TimelineRecord<'_>,
    course: &CourseRecord<'_>,
    at: usize,
) {
    let (period, point) = (&timeline.periods[at], &course.points[at]);
    [course.kind, course.id, timeline.side, period.name].iter().for_each(|text| row.text(text));
    row.figure(Some(point.count));
    row.number(period.words);
    row.number(period.documents);
    let figures = [point.rate, point.low, point.high, course.change, course.p, course.q];
    figures.into_iter().for_each(|figure| row.figure(figure));
    row.number(course.tested);
    row.text(course.verdict);
}
