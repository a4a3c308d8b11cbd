//! The words and phrases that set sides apart.

use serde::Serialize;

use crate::compare::{Comparison, KeyTerm, SideKeyness};
use crate::report::verdicts::level;
use crate::report::wording::{figure, letter, thousands};

/// Terms of each side that are shown at most.
const SHOWN: usize = 25;

/// The terms of a side and of what it is held against.
#[derive(Debug, Serialize)]
pub(super) struct TermsView<'a> {
    a: String,
    b: String,
    name: &'a str,
    /// Whether it is held against all others.
    others: bool,
    lists: Vec<ListView<'a>>,
    tested: String,
    least: u32,
    prior: String,
}

#[derive(Debug, Serialize)]
struct ListView<'a> {
    side: String,
    terms: Vec<TermView<'a>>,
}

#[derive(Debug, Serialize)]
struct TermView<'a> {
    term: &'a str,
    count_a: String,
    count_b: String,
    units_a: String,
    units_b: String,
    log_ratio: String,
    z: String,
    p: String,
    /// The length of its bar, of 100.
    bar: f64,
}

impl<'a> TermsView<'a> {
    /// The view of a side's terms.
    pub(super) fn of(comparison: &'a Comparison, terms: &'a SideKeyness) -> Self {
        let keyness = &terms.keyness;
        let (a, b) = (letter(terms.a), terms.b.map_or_else(|| "others".to_owned(), letter));
        let most = keyness.terms.iter().map(|term| term.z.abs()).fold(1.0, f64::max);
        let list = |side: &String, above: bool| {
            let listed = |term: &&KeyTerm| (term.z > 0.0) == above && term.part_of.is_none();
            let terms = keyness.terms.iter().filter(listed).take(SHOWN);
            ListView { side: side.clone(), terms: terms.map(|t| TermView::of(t, most)).collect() }
        };
        Self {
            lists: vec![list(&a, true), list(&b, false)],
            name: &comparison.sides[terms.a].name,
            others: terms.b.is_none(),
            a,
            b,
            tested: thousands(keyness.tested as u64),
            least: keyness.least_documents,
            prior: thousands(keyness.prior_total.round() as u64),
        }
    }
}

impl<'a> TermView<'a> {
    fn of(term: &'a KeyTerm, most: f64) -> Self {
        Self {
            term: &term.term,
            count_a: thousands(term.counts[0]),
            count_b: thousands(term.counts[1]),
            units_a: thousands(term.documents[0]),
            units_b: thousands(term.documents[1]),
            log_ratio: figure(term.log_ratio, 1).replace('-', "\u{2212}"),
            z: format!("{:.1}", term.z).replace('-', "\u{2212}"),
            p: term.p.map_or_else(|| "–".to_owned(), level),
            bar: (100.0 * term.z.abs() / most).round(),
        }
    }
}
