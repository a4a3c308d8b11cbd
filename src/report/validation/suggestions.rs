//! Candidate terms as a sheet.

use crate::report::sheet::{Cell, Column, Section, Sheet};
use crate::report::wording::{number, thousands};
use crate::validate::Candidate;

const COLUMNS: &[Column] = &[
    Column::text("term", "term"),
    Column::figure("score", "score", 1),
    Column::figure("count", "count", 0),
    Column::figure("documents", "texts", 0),
    Column::figure("in_company", "near", 0),
    Column::figure("company_z", "z near", 1),
    Column::figure("keyness_z", "z key", 1),
    Column::text("id", "text"),
    Column::text("sentence", "a sentence"),
];

/// The sheet of the candidates for `category` from so many `documents`, `found` in all.
pub fn suggestions(
    category: &str,
    documents: u64,
    found: usize,
    candidates: &[Candidate],
) -> Sheet {
    let row = |candidate: &Candidate| {
        vec![
            Cell::text(&candidate.term),
            Cell::Figure(Some(candidate.score)),
            Cell::Count(candidate.count),
            Cell::Count(candidate.documents),
            Cell::Count(candidate.in_company),
            Cell::Figure(Some(candidate.company)),
            Cell::Figure(candidate.keyness),
            Cell::text(&candidate.id),
            Cell::text(&candidate.sentence),
        ]
    };
    Sheet {
        title: format!("Candidates for {category}"),
        lines: vec![
            format!(
                "From {}: {} of {}. A rank to read down, not a test: none is added by itself.",
                number(documents, "document"),
                thousands(candidates.len() as u64),
                number(found as u64, "candidate")
            ),
            "Near: occurrences in a sentence with an entry that the category holds. z: weighted log odds \
             near such entries against elsewhere, and (key) here against the other texts. Score: the \
             smaller of the two."
                .to_owned(),
        ],
        sections: vec![Section {
            id: "candidates",
            title: "Candidates",
            about: "",
            columns: COLUMNS,
            rows: candidates.iter().map(row).collect(),
        }],
        rows: "candidates",
    }
}
