//! Figures of the lexicons as a sheet.

use crate::lexicon::Lexicon;
use crate::report::sheet::{Cell, Column, Section, Sheet};
use crate::report::wording::{number, thousands};
use crate::stats::per_thousand;
use crate::validate::{CategoryFigures, Usage};

const COLUMNS: &[Column] = &[
    Column::text("category", "category"),
    Column::text("group", "group"),
    Column::figure("entries", "entries", 0),
    Column::figure("forms", "forms", 0),
    Column::figure("multiword_share", "multiword", 2),
    Column::figure("with_rule", "with rule", 0),
    Column::figure("strength_1", "str. 1", 0),
    Column::figure("strength_2", "2", 0),
    Column::figure("strength_3", "3", 0),
];

const USED: &[Column] = &[
    Column::text("category", "category"),
    Column::figure("findings", "findings", 0),
    Column::figure("per_1000_words", "per 1,000", 2),
    Column::figure("documents", "documents", 0),
    Column::figure("entries_used", "entries used", 0),
    Column::figure("share_used", "share", 2),
    Column::text("most_used", "most used"),
];

/// The sheet of the figures; what a corpus uses only where there is one.
pub fn statistics(lexicon: &Lexicon, usage: &Usage, figures: &[CategoryFigures]) -> Sheet {
    let sum = |of: fn(&CategoryFigures) -> u64| figures.iter().map(of).sum::<u64>();
    let (entries, multiword) = (sum(|f| f.entries), sum(|f| f.multiword));
    let mut lines = vec![format!(
        "{} in {}, matched by {}; {} of two words or more ({:.0} %), {} with a rule on their context.",
        number(entries, "entry"),
        number(figures.len() as u64, "category"),
        number(sum(|f| f.forms), "form"),
        thousands(multiword),
        100.0 * multiword as f64 / entries.max(1) as f64,
        thousands(sum(|f| f.ruled)),
    )];
    let mut sections = vec![Section {
        id: "categories",
        title: "Entries",
        about: "",
        columns: COLUMNS,
        rows: figures.iter().map(|figures| entry_row(lexicon, figures)).collect(),
    }];
    if usage.documents > 0 {
        lines.push(format!(
            "Texts: {}, {} in their bodies.",
            number(usage.documents, "document"),
            number(usage.words, "word")
        ));
        sections.push(Section {
            id: "usage",
            title: "What the texts use of them",
            about: "Counted findings; documents with one; entries that occur, and their share.",
            columns: USED,
            rows: figures.iter().map(|figures| usage_row(lexicon, usage, figures)).collect(),
        });
    }
    Sheet { title: "The lexicons in figures".into(), lines, sections, rows: "categories" }
}

fn share(part: u64, of: u64) -> Cell {
    Cell::Figure((of > 0).then(|| part as f64 / of as f64))
}

fn entry_row(lexicon: &Lexicon, figures: &CategoryFigures) -> Vec<Cell> {
    let category = lexicon.category_at(figures.category);
    let [one, two, three] = figures.strengths.map(Cell::Count);
    vec![
        Cell::text(&category.id),
        Cell::text(category.group.id),
        Cell::Count(figures.entries),
        Cell::Count(figures.forms),
        share(figures.multiword, figures.entries),
        Cell::Count(figures.ruled),
        one,
        two,
        three,
    ]
}

fn usage_row(lexicon: &Lexicon, usage: &Usage, figures: &CategoryFigures) -> Vec<Cell> {
    let top = figures
        .top
        .map(|(entry, count)| format!("{} {}", lexicon.entry(entry).term, thousands(count)));
    vec![
        Cell::text(&lexicon.category_at(figures.category).id),
        Cell::Count(figures.findings),
        Cell::Figure(per_thousand(figures.findings, usage.words)),
        Cell::Count(figures.documents),
        Cell::Count(figures.used),
        share(figures.used, figures.entries),
        Cell::text(top.unwrap_or_default()),
    ]
}
