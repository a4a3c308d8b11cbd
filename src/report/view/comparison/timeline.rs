//! A side over time.

use std::fmt::Write as _;

use serde::Serialize;

use crate::compare::{Course, Direction, Kind, Timeline};
use crate::profile::MEASURES;
use crate::report::verdicts::level;
use crate::report::wording::{figure, thousands};

/// A side over time, ready for a template.
#[derive(Debug, Serialize)]
pub(super) struct TimelineView<'a> {
    side: &'a str,
    periods: Vec<PeriodView<'a>>,
    courses: Vec<CourseView<'a>>,
}

#[derive(Debug, Serialize)]
struct PeriodView<'a> {
    name: &'a str,
    documents: String,
    words: String,
    rate: String,
    interval: String,
    empty: bool,
}

#[derive(Debug, Serialize)]
struct CourseView<'a> {
    title: &'a str,
    group: bool,
    count: String,
    first: String,
    last: String,
    change: String,
    q: String,
    verdict: &'static str,
    /// Its line in a box of 100 by 20, broken where a period is empty.
    line: String,
}

impl<'a> TimelineView<'a> {
    /// The view of a side over time: groups and categories that were tested, rising and falling first.
    pub(super) fn of(timeline: &'a Timeline) -> Self {
        let rate = timeline.rows.iter().find(|course| course.item.id == MEASURES[0].id);
        let period = |(at, period): (usize, &'a crate::compare::Period)| {
            let point = rate.map(|rate| rate.points[at]);
            let interval = point.and_then(|point| point.interval);
            PeriodView {
                name: &period.name,
                documents: thousands(period.documents),
                words: thousands(period.words),
                rate: figure(point.and_then(|point| point.rate), 1),
                interval: interval.map_or_else(String::new, |interval| {
                    format!("{:.1} to {:.1}", interval.low, interval.high)
                }),
                empty: period.documents == 0,
            }
        };
        let shown = |course: &&Course| {
            let counted = matches!(course.item.kind, Kind::Group | Kind::Category);
            counted && course.verdict != Direction::TooLittle
        };
        let mut courses: Vec<&Course> = timeline.rows.iter().filter(shown).collect();
        courses.sort_by_key(|course| (course.item.kind, course.verdict == Direction::None));
        Self {
            side: &timeline.side,
            periods: timeline.periods.iter().enumerate().map(period).collect(),
            courses: courses.into_iter().map(CourseView::of).collect(),
        }
    }
}

impl<'a> CourseView<'a> {
    fn of(course: &'a Course) -> Self {
        let rates = || course.points.iter().filter_map(|point| point.rate);
        let change = course.trend.map_or_else(String::new, |trend| {
            format!("{:+.1} %", 100.0 * (trend.change - 1.0)).replace('-', "\u{2212}")
        });
        let all: f64 = course.points.iter().map(|point| point.count).sum();
        Self {
            title: &course.item.title,
            group: course.item.kind == Kind::Group,
            count: thousands(all as u64),
            first: figure(rates().next(), 1),
            last: figure(rates().next_back(), 1),
            change,
            q: course.q.map_or_else(|| "–".to_owned(), level),
            verdict: course.verdict.name(),
            line: line(course),
        }
    }
}

/// The path of a course.
fn line(course: &Course) -> String {
    let most = course.points.iter().filter_map(|point| point.rate).fold(0.0, f64::max);
    let step = 100.0 / course.points.len().saturating_sub(1).max(1) as f64;
    let mut path = String::new();
    let mut open = false;
    for (at, point) in course.points.iter().enumerate() {
        match point.rate {
            Some(rate) => {
                let height = if most > 0.0 { 19.0 - 18.0 * rate / most } else { 19.0 };
                let mark = if open { 'L' } else { 'M' };
                // A String takes every text.
                let _ = write!(path, "{mark}{:.1} {height:.1}", at as f64 * step);
                open = true;
            }
            None => open = false,
        }
    }
    path
}
