//! The table of categories: how often, how sure, how evenly spread, and in which words.

use super::entry::short;
use super::figure::range;
use super::page::{INDENT, Page, joined};
use super::paint::Run;
use super::table::{Table, cell};
use super::wrap::Line;
use crate::analysis::Analysis;
use crate::lexicon::{Category, Lexicon};
use crate::report::Setting;
use crate::report::wording::{figure, thousands};
use crate::stats::{per_thousand, poisson_interval};

/// Entries that are named for each category.
const TOP: usize = 4;

/// Prints the table of the categories with a cue, the most used first, and names the others.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    let counts = &analysis.body.categories;
    let all = || setting.lexicon.categories.iter().zip(counts).enumerate();
    let mut used: Vec<_> = all().filter(|(_, (_, count))| **count > 0).collect();
    if used.is_empty() {
        return;
    }
    used.sort_by_key(|(at, (_, count))| (u64::MAX - **count, *at));
    page.title("Category by category");
    let mut table = Table::new()
        .texts("category", 0..=32)
        .texts("", 1..=1)
        .figures("count")
        .figures("per 1,000")
        .texts("95\u{A0}% interval", 0..=24);
    let spreads = analysis.spread.iter().any(Option::is_some);
    if spreads {
        table = table.figures("spread");
    }
    table = table.texts("entries", 0..=usize::MAX);
    let entries = entries(setting.lexicon, analysis);
    for (at, (category, &count)) in used {
        let words = analysis.body.words;
        let spread = analysis.spread.get(at).copied().flatten();
        let mut cells = vec![
            cell(&category.label()),
            vec![Run::quiet(category.group.letter.to_string())],
            cell(&thousands(count)),
            cell(&figure(per_thousand(count, words), 1)),
            vec![Run::quiet(range(poisson_interval(count, words), 1))],
        ];
        if spreads {
            cells.push(spread.map_or_else(Line::new, |spread| cell(&figure(Some(spread), 2))));
        }
        cells.push(top(setting.lexicon, &entries[at]));
        table.row(cells);
    }
    page.table(INDENT, &table);
    let unused: Vec<_> = all()
        .filter(|(_, (_, count))| **count == 0)
        .map(|(_, (category, _)): (_, (&Category, _))| category.title.as_str())
        .collect();
    if !unused.is_empty() {
        page.blank();
        page.text(INDENT, &[Run::quiet(format!("No cue of: {}.", unused.join(", ")))]);
    }
}

/// The entries that count in the body, by category: (entry, count), the most used first.
fn entries(lexicon: &Lexicon, analysis: &Analysis) -> Vec<Vec<(u32, u64)>> {
    let mut used: Vec<(u32, u32)> = analysis
        .body_findings()
        .filter(|finding| finding.counted())
        .map(|finding| (finding.category, finding.entry))
        .collect();
    used.sort_unstable();
    let mut entries = vec![Vec::new(); lexicon.categories.len()];
    for same in used.chunk_by(|x, y| x == y) {
        entries[same[0].0 as usize].push((same[0].1, same.len() as u64));
    }
    for entries in &mut entries {
        entries.sort_by_key(|&(entry, count)| (u64::MAX - count, entry));
    }
    entries
}

/// "vassal forces 2, puppet, 3 more"
fn top(lexicon: &Lexicon, entries: &[(u32, u64)]) -> Line {
    let name = |&(entry, count): &(u32, u64)| {
        let term = Run::plain(short(&lexicon.entry(entry).term));
        if count > 1 {
            vec![term, Run::plain(format!("\u{A0}{}", thousands(count)))]
        } else {
            vec![term]
        }
    };
    let named = entries.iter().take(TOP).map(name);
    let rest = entries.len().saturating_sub(TOP);
    let more = (rest > 0).then(|| vec![Run::quiet(format!("{rest}\u{A0}more"))]);
    joined(named.chain(more), ", ")
}
