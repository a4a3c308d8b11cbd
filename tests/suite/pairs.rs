//! Both sides alike: terms that opposed sides use of each other, or each of its own, weigh the same.
//! `cases/pairs.tsv` lists them; its head says what each line claims.

use std::fs;

use framescope::text::{Document, Layout};

use crate::sample::LEXICON;
use crate::source::root;

/// The strength with which `category` finds the longest part of `term`.
fn strength(category: &str, term: &str) -> Option<u8> {
    let document = Document::new(term.to_owned(), Layout::Blank).unwrap();
    let hits = LEXICON.matches(&document).hits;
    let ours = hits.iter().filter(|hit| LEXICON.category(LEXICON.entry(hit.entry)).id == category);
    let longest = ours.max_by_key(|hit| hit.last - hit.first);
    longest.map(|hit| LEXICON.block(LEXICON.entry(hit.entry)).strength)
}

#[test]
fn counterpart_terms_are_found_and_weigh_alike() {
    let list = fs::read_to_string(root().join("tests/suite/cases/pairs.tsv")).unwrap();
    let lines: Vec<_> = list.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() >= 60, "{} pairs", lines.len());
    let mut wrong = Vec::new();
    for line in lines {
        let cells: Vec<_> = line.split('\t').collect();
        let [category_a, a, category_b, b] = cells[..] else {
            wrong.push(format!("{line}: not four columns"));
            continue;
        };
        match (strength(category_a, a), strength(category_b, b)) {
            (Some(x), Some(y)) if x.abs_diff(y) <= 1 => {}
            (x, y) => wrong.push(format!("{line}: strengths {x:?} and {y:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
