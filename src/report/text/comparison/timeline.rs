//! A side over time: its periods, and the course of each item.

use super::super::page::{INDENT, Page};
use super::super::paint::Run;
use super::super::table::{Table, cell, count};
use super::super::wrap::Line;
use crate::compare::{Course, Direction, Kind, Timeline};
use crate::profile::MEASURES;
use crate::report::verdicts::level;
use crate::report::wording::figure;

/// The marks of a course, from its lowest to its highest rate.
const MARKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Prints a side over time.
pub(super) fn print(page: &mut Page<'_>, timeline: &Timeline) {
    page.title(&format!("Over time: {}", timeline.side));
    periods(page, timeline);
    for (kind, title) in [(Kind::Group, "group"), (Kind::Category, "category")] {
        courses(page, timeline, kind, title);
    }
}

/// The periods, their size, and the rate of all cues.
fn periods(page: &mut Page<'_>, timeline: &Timeline) {
    let rate = timeline.rows.iter().find(|course| course.item.id == MEASURES[0].id);
    let mut table = Table::new()
        .texts("period", 0..=12)
        .figures("documents")
        .figures("words")
        .figures("cues per 1,000")
        .texts("95\u{A0}% interval", 0..=24);
    for (at, period) in timeline.periods.iter().enumerate() {
        let point = rate.map(|rate| rate.points[at]);
        let interval = point.and_then(|point| point.interval);
        let range = match interval {
            Some(interval) => format!("{:.1} to {:.1}", interval.low, interval.high),
            None if period.documents == 0 => "no document".to_owned(),
            None => figure(None, 0),
        };
        table.row(vec![
            cell(&period.name),
            count(period.documents),
            count(period.words),
            cell(&figure(point.and_then(|point| point.rate), 1)),
            vec![Run::quiet(range)],
        ]);
    }
    page.table(INDENT, &table);
}

/// The courses of a kind, those that rise or fall first.
fn courses(page: &mut Page<'_>, timeline: &Timeline, kind: Kind, title: &str) {
    let mut rows: Vec<&Course> = timeline
        .rows
        .iter()
        .filter(|course| course.item.kind == kind && course.verdict != Direction::TooLittle)
        .collect();
    rows.sort_by_key(|course| course.verdict == Direction::None);
    let mut table = Table::new()
        .texts(title, 0..=30)
        .figures("in all")
        .texts("rate", timeline.periods.len().min(40)..=40)
        .figures("first")
        .figures("last")
        .figures("a period")
        .figures("q")
        .texts("", 7..=16);
    for course in rows {
        table.row(row(course));
    }
    if table.is_empty() {
        return;
    }
    page.blank();
    page.table(INDENT, &table);
}

fn row(course: &Course) -> Vec<Line> {
    let rates = || course.points.iter().filter_map(|point| point.rate);
    let change = course.trend.map_or_else(
        || figure(None, 0),
        |trend| format!("{:+.1}\u{A0}%", 100.0 * (trend.change - 1.0)).replace('-', "\u{2212}"),
    );
    let all: f64 = course.points.iter().map(|point| point.count).sum();
    vec![
        cell(&course.item.title),
        count(all as u64),
        vec![Run::quiet(marks(course))],
        cell(&figure(rates().next(), 1)),
        cell(&figure(rates().next_back(), 1)),
        cell(&change),
        cell(&course.q.map_or_else(|| figure(None, 0), level)),
        cell(course.verdict.name()),
    ]
}

/// The course in marks, an empty period as a space; every so many periods together where they are many.
fn marks(course: &Course) -> String {
    let rates: Vec<Option<f64>> = course.points.iter().map(|point| point.rate).collect();
    let together = rates.len().div_ceil(40).max(1);
    let mean = |rates: &[Option<f64>]| {
        let there: Vec<f64> = rates.iter().copied().flatten().collect();
        (!there.is_empty()).then(|| there.iter().sum::<f64>() / there.len() as f64)
    };
    let rates: Vec<Option<f64>> = rates.chunks(together).map(mean).collect();
    let most = rates.iter().copied().flatten().fold(0.0, f64::max);
    let mark = |rate: &Option<f64>| match rate {
        Some(rate) if most > 0.0 => MARKS[((rate / most * 7.0).round() as usize).min(7)],
        Some(_) => MARKS[0],
        None => '·',
    };
    rates.iter().map(mark).collect()
}
