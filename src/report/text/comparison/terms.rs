//! The words and phrases that set sides apart.

use super::super::page::{INDENT, Page};
use super::super::paint::Run;
use super::super::table::{Table, cell, count};
use super::super::wrap::Line;
use crate::compare::{Comparison, KeyTerm, SideKeyness};
use crate::report::verdicts::level;
use crate::report::wording::{figure, letter, number, thousands};

/// Terms of each side that are listed.
const SHOWN: usize = 15;

/// Prints the terms of a side, and of what it is held against.
pub(super) fn print(page: &mut Page<'_>, comparison: &Comparison, terms: &SideKeyness) {
    let keyness = &terms.keyness;
    let (a, b) = (letter(terms.a), terms.b.map(letter));
    let other = b.clone().unwrap_or_else(|| "others".to_owned());
    let name = &comparison.sides[terms.a].name;
    match b {
        Some(_) => page.title("Words and phrases"),
        None => page.title(&format!("Words and phrases of {a}: {name}")),
    }
    for (title, above) in [(&a, true), (&other, false)] {
        let mut table = Table::new()
            .texts(&format!("more in {title}"), 14..=32)
            .figures(&a)
            .figures(&other)
            .figures(&format!("in units {a}"))
            .figures(&other)
            .figures("log ratio")
            .figures("z")
            .figures("p");
        let listed = |term: &&KeyTerm| (term.z > 0.0) == above && term.part_of.is_none();
        for term in keyness.terms.iter().filter(listed).take(SHOWN) {
            table.row(row(term));
        }
        if !table.is_empty() {
            page.table(INDENT, &table);
            page.blank();
        }
    }
    let note = format!(
        "{} in at least {} were tested together; p holds for all of them at once. z is the weighted log \
         odds, the prior {} words.",
        number(keyness.tested as u64, "term"),
        number(u64::from(keyness.least_documents), "unit"),
        thousands(keyness.prior_total.round() as u64)
    );
    page.text(INDENT, &[Run::quiet(note)]);
}

fn row(term: &KeyTerm) -> Vec<Line> {
    vec![
        cell(&term.term),
        count(term.counts[0]),
        count(term.counts[1]),
        count(term.documents[0]),
        count(term.documents[1]),
        cell(&figure(term.log_ratio, 1).replace('-', "\u{2212}")),
        cell(&format!("{:.1}", term.z).replace('-', "\u{2212}")),
        cell(&term.p.map_or_else(|| figure(None, 0), level)),
    ]
}
