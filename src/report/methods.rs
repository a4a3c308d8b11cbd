//! The methods of a comparison in a paragraph that is ready for a paper.

use super::Setting;
use super::wording::{joint, number, thousands};
use crate::compare::{Comparison, Keyness, Kind, LEAST, LEAST_FINDINGS, Unit};
use crate::stats::{LEAST_HOLDERS, LEAST_UNITS};

/// The methods of `comparison`: what was counted, what was tested how, with which lexicons.
pub(super) fn methods(setting: &Setting<'_>, comparison: &Comparison) -> String {
    let mut sentences = vec![counted(setting, comparison)];
    if !comparison.pairs.is_empty() {
        sentences.push(tests(comparison));
        sentences.push(corrections(comparison));
    }
    sentences.extend(comparison.keyness.first().map(|first| terms(&first.keyness)));
    if comparison.passages.is_some() {
        sentences.push(passages());
    }
    if !comparison.timelines.is_empty() {
        sentences.push(trends(comparison));
    }
    sentences.push(
        "Log-likelihood (G2, four terms: Dunning 1993) is given for comparison with other studies and \
         decides nothing, since words of one text are not independent (Kilgarriff 2005)."
            .to_owned(),
    );
    sentences.push(format!("Made with {}.", setting.stamp.line()));
    sentences.join(" ")
}

/// What was counted in which texts.
fn counted(setting: &Setting<'_>, comparison: &Comparison) -> String {
    let sides = &comparison.sides;
    let side = |(at, side): (usize, &crate::compare::Side)| {
        let size = format!(
            "{} ({}, {})",
            side.name,
            number(side.documents, "document"),
            number(side.counts.words, "word")
        );
        format!("{}{size}", joint(at, sides.len()))
    };
    let list: String = sides.iter().enumerate().map(side).collect();
    let categories = setting.lexicon.categories.len() as u64;
    format!(
        "Framing cues of {} were counted in {list} by lexicon; rates are findings per 1,000 words of the \
         texts' bodies, without headlines and datelines.",
        number(categories, "category")
    )
}

/// The tests and intervals.
fn tests(comparison: &Comparison) -> String {
    let units = match comparison.unit {
        Unit::Document => "documents",
        Unit::Paragraph => {
            "paragraphs (each side being one text, of which alone the figures speak)"
        }
    };
    let within = match &comparison.labels.strata {
        Some(field) => {
            format!(" within the values of {field}, by which rates were standardised indirectly")
        }
        None => String::new(),
    };
    let exact = comparison.pairs.iter().all(|pair| pair.exact);
    let permutations = comparison.pairs.iter().map(|pair| pair.permutations).max().unwrap_or(0);
    let ways = match exact {
        true => format!("all {} assignments", thousands(permutations + 1)),
        false => format!(
            "{} random permutations (seed {})",
            thousands(permutations),
            comparison.plan.seed
        ),
    };
    let more = match comparison.sides.len() {
        0..=2 => "",
        _ => {
            " Differences between any of the sides were tested by the heterogeneity of the log rates, \
              then each pair of sides."
        }
    };
    format!(
        "The natural logarithm of the ratio of two rates, divided by its linearised standard error over \
         units, was tested two-sidedly by permutation of {units}{within} between the sides, with {ways} \
         (Chung & Romano 2013; p = (1 + as extreme)/(1 + permutations), Phipson & Smyth 2010). Where a \
         side had no finding, half a finding was added to each. Intervals of rate ratios are 95 % \
         bootstrap-t intervals over the same units ({} resamples; Efron & Tibshirani 1993); fewer than \
         {LEAST_UNITS} units a side, or {LEAST_HOLDERS} of them with a finding, give none. A difference is called where q is at most \
         .05 and the interval, if there is one, does not hold 1.{more}",
        thousands(u64::from(comparison.plan.resamples))
    )
}

/// How many tests there were.
fn corrections(comparison: &Comparison) -> String {
    let rows = || comparison.pairs.iter().flat_map(|pair| &pair.rows);
    let kinds = [
        (Kind::Group, "groups"),
        (Kind::Category, "categories"),
        (Kind::Measure, "measures"),
        (Kind::Actor, "cells of actors"),
    ];
    let tested: Vec<(u64, &str)> = kinds
        .iter()
        .map(|&(kind, noun)| {
            (rows().find(|row| row.kind() == kind).map_or(0, |row| row.tested), noun)
        })
        .filter(|(count, _)| *count > 0)
        .collect();
    let list = tested.iter().enumerate().map(|(at, (count, noun))| {
        format!("{}{} of {noun}", joint(at, tested.len()), number(*count, "test"))
    });
    let list: String = list.collect();
    let list = if list.is_empty() { "no test".to_owned() } else { list };
    format!(
        "The false discovery rate was controlled at 5 % within each kind (Benjamini & Hochberg 1995): {list}. \
         Items with fewer than {LEAST_FINDINGS} findings, or whose smallest attainable p is above .05, were \
         not tested (Tarone 1990). Dispersion is Gries' DP, normalised (Lijffijt & Gries 2012)."
    )
}

/// The words and phrases.
fn terms(keyness: &Keyness) -> String {
    format!(
        "Keyness was worked out for words and two- and three-word phrases in at least {} units: weighted \
         log odds with an informative Dirichlet prior of {} words (Monroe, Colaresi & Quinn 2008), log \
         ratio (Hardie 2014) and G2; p is that of one permutation of units with the largest statistic \
         over all {} terms (Westfall & Young 1993), so that no term is tested for having been picked.",
        keyness.least_documents,
        thousands(keyness.prior_total.round() as u64),
        thousands(keyness.tested as u64)
    )
}

/// The matched passages.
fn passages() -> String {
    format!(
        "Passages were matched one to one by the cosine of what they speak of (actors, names, numbers and \
         word stems, weighted by rarity in both texts), at {LEAST} or above."
    )
}

/// The trend test.
fn trends(comparison: &Comparison) -> String {
    format!(
        "Trends over time were tested by {} permutations of the documents' periods, with the score of a \
         log-linear trend over its robust standard error (seed {}); the change per period is that of a \
         log-linear Poisson regression. Intervals of a period's rate are 95 % bootstrap-t intervals over \
         its documents. The false discovery rate was controlled within each kind.",
        thousands(u64::from(comparison.plan.permutations)),
        comparison.plan.seed
    )
}
