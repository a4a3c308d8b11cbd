//! The legend of a report, and its foot.

use std::borrow::Cow;

use serde::Serialize;

use super::ends;
use crate::lexicon::Lexicon;
use crate::report::wording::{figure, number};
use crate::report::{Setting, Totals};
use crate::stats::{per_thousand, poisson_interval};

/// The groups and categories of a report.
#[derive(Debug, Serialize)]
pub(in crate::report) struct LegendView<'a> {
    groups: Vec<LegendGroup<'a>>,
    stamp: String,
}

#[derive(Debug, Serialize)]
struct LegendGroup<'a> {
    id: &'static str,
    title: &'static str,
    about: &'static str,
    letter: char,
    colour: &'static str,
    dark: &'static str,
    underline: &'static str,
    categories: Vec<LegendCategory<'a>>,
}

#[derive(Debug, Serialize)]
struct LegendCategory<'a> {
    anchor: String,
    title: Cow<'a, str>,
    why: &'a str,
    sources: String,
}

impl<'a> LegendView<'a> {
    /// The legend of a report.
    pub(in crate::report) fn of(setting: &Setting<'a>) -> Self {
        let lexicon: &'a Lexicon = setting.lexicon;
        let group = |(_, group): (usize, &'static crate::lexicon::Group)| LegendGroup {
            id: group.id,
            title: group.title,
            about: group.about,
            letter: group.letter,
            colour: group.colour,
            dark: group.dark,
            underline: group.underline,
            categories: lexicon
                .categories
                .iter()
                .enumerate()
                .filter(|(_, category)| category.group.id == group.id)
                .map(|(at, category)| LegendCategory {
                    anchor: format!("c-{at}"),
                    title: category.label(),
                    why: &category.why,
                    sources: category.sources.join(" · "),
                })
                .collect(),
        };
        Self { groups: lexicon.groups().map(group).collect(), stamp: setting.stamp.line() }
    }
}

/// The foot of a report.
#[derive(Debug, Serialize)]
pub(in crate::report) struct EndView<'a> {
    legend: LegendView<'a>,
    /// Texts, words and cues; empty for one text, which says it itself.
    totals: String,
    skipped: &'a [String],
}

impl<'a> EndView<'a> {
    /// The foot of a report.
    pub(in crate::report) fn of(setting: &Setting<'a>, totals: &'a Totals) -> Self {
        let sums = totals.body.as_ref().filter(|_| totals.documents > 1).map(|body| {
            let rate = figure(per_thousand(body.total, body.words), 1);
            let interval = ends(poisson_interval(body.total, body.words), 1);
            format!(
                "{}, {}, {}: {rate} per 1,000 words (95 % interval {interval}).",
                number(totals.documents as u64, "text"),
                number(body.words, "word"),
                number(body.total, "cue")
            )
        });
        Self {
            legend: LegendView::of(setting),
            totals: sums.unwrap_or_default(),
            skipped: &totals.skipped,
        }
    }
}
