//! Two states of the lexicons as a sheet.

use std::collections::BTreeMap;

use crate::report::sheet::{Cell, Column, Section, Sheet};
use crate::report::wording::number;
use crate::validate::{EntryChange, Example, FindingChanges};

/// Entries whose findings came or went that are listed.
const LISTED: usize = 40;

const ENTRIES: &[Column] = &[
    Column::text("category", "category"),
    Column::text("term", "term"),
    Column::text("change", "change"),
];

const CATEGORIES: &[Column] = &[
    Column::text("category", "category"),
    Column::figure("before", "before", 0),
    Column::figure("after", "after", 0),
    Column::figure("came", "came", 0),
    Column::figure("went", "went", 0),
];

const EXAMPLES: &[Column] = &[
    Column::figure("count", "", 0),
    Column::text("category", "category"),
    Column::text("entry", "entry"),
    Column::text("id", "text"),
    Column::text("sentence", "first sentence"),
];

/// The sheet of what changed from one state to the other.
pub fn difference(
    [a, b]: [String; 2],
    changes: &[EntryChange],
    findings: &FindingChanges,
) -> Sheet {
    let count = |is: &dyn Fn(&str) -> bool| {
        changes.iter().filter(|change| is(&change.change)).count() as u64
    };
    let (added, removed) = (count(&|c| c.starts_with("added")), count(&|c| c == "removed"));
    let mut lines = vec![format!(
        "{} added, {removed} removed, {} changed.",
        number(added, "entry"),
        changes.len() as u64 - added - removed
    )];
    let entry = |change: &EntryChange| {
        vec![Cell::text(&change.category), Cell::text(&change.term), Cell::text(&change.change)]
    };
    let mut sections = Vec::new();
    if findings.texts > 0 {
        lines.push(format!("Findings compared in {}.", number(findings.texts, "text")));
        let changed = findings.categories.iter().filter(|(_, counts)| counts[2] + counts[3] > 0);
        let row = |(category, counts): (&String, &[u64; 4])| {
            let mut row = vec![Cell::text(category)];
            row.extend(counts.map(Cell::Count));
            row
        };
        sections.push(Section {
            id: "categories",
            title: "Counted findings of the categories that change",
            about: "",
            columns: CATEGORIES,
            rows: changed.map(row).collect(),
        });
        sections.push(examples("gained", "Findings that came", &findings.gained));
        sections.push(examples("lost", "Findings that went", &findings.lost));
    }
    sections.push(Section {
        id: "entries",
        title: "Entries",
        about: "",
        columns: ENTRIES,
        rows: changes.iter().map(entry).collect(),
    });
    Sheet { title: format!("Lexicons: {a} to {b}"), lines, sections, rows: "entries" }
}

fn examples(
    id: &'static str,
    title: &'static str,
    examples: &BTreeMap<(String, String), Example>,
) -> Section {
    let mut rows: Vec<_> = examples.iter().collect();
    rows.sort_by_key(|(_, example)| std::cmp::Reverse(example.count));
    let row = |((category, entry), example): (&(String, String), &Example)| {
        vec![
            Cell::Count(example.count),
            Cell::text(category),
            Cell::text(entry),
            Cell::text(&example.id),
            Cell::text(&example.sentence),
        ]
    };
    let rows = rows.into_iter().take(LISTED).map(row).collect();
    Section { id, title, about: "The commonest first.", columns: EXAMPLES, rows }
}
