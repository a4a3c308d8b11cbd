//! In whose words two sides differ: entries that one alone uses, and naming pairs.

use super::super::entry::short;
use super::super::excerpt::around;
use super::super::page::{INDENT, Page};
use super::super::paint::Run;
use super::super::table::{Table, cell};
use super::super::wrap::Line;
use crate::compare::{Comparison, NamingPair};
use crate::report::Setting;
use crate::report::wording::{number, thousands};

/// Entries that are listed for each side.
const ONLY: usize = 12;
/// Naming pairs that are listed.
const PAIRS: usize = 12;

/// The entries that one side alone uses, side by side.
pub(super) fn only(page: &mut Page<'_>, setting: &Setting<'_>, comparison: &Comparison) {
    let sides = &comparison.only;
    if sides.iter().all(Vec::is_empty) {
        return;
    }
    let mut table = Table::new()
        .figures("uses")
        .texts("only in A", 0..=usize::MAX)
        .figures("uses")
        .texts("only in B", 0..=usize::MAX);
    for at in 0..ONLY.min(sides[0].len().max(sides[1].len())) {
        table.row(sides.iter().flat_map(|entries| entry(setting, entries.get(at))).collect());
    }
    page.title("Entries that only one side uses");
    page.table(INDENT, &table);
    let more = [0, 1].map(|at: usize| sides[at].len().saturating_sub(ONLY) as u64);
    if more != [0, 0] {
        page.blank();
        let more = more.map(thousands);
        let note = format!("And {} more in A, {} more in B.", more[0], more[1]);
        page.text(INDENT, &[Run::quiet(note)]);
    }
}

/// The cells of an entry: how often, and the entry with its category.
fn entry(setting: &Setting<'_>, listed: Option<&(u32, u64)>) -> [Line; 2] {
    let Some(&(entry, uses)) = listed else { return [Line::new(), Line::new()] };
    let entry = setting.lexicon.entry(entry);
    let category = format!(" ({})", setting.lexicon.category(entry).title);
    [cell(&thousands(uses)), vec![Run::plain(short(&entry.term)), Run::quiet(category)]]
}

/// Where one side says it loaded and the other plainly.
pub(super) fn naming(page: &mut Page<'_>, setting: &Setting<'_>, comparison: &Comparison) {
    if comparison.naming.is_empty() {
        return;
    }
    page.title("Naming pairs: one side's wording, and the plainer one of the other");
    for pair in comparison.naming.iter().take(PAIRS) {
        page.blank();
        sides(page, setting, pair);
    }
    let rest = comparison.naming.len().saturating_sub(PAIRS) as u64;
    if rest > 0 {
        page.blank();
        let more = number(rest, "more pair");
        page.text(INDENT, &[Run::quiet(format!("{more} in the other formats."))]);
    }
}

/// A naming pair: the loaded wording and its sentence, the plainer wording and its sentence.
fn sides(page: &mut Page<'_>, setting: &Setting<'_>, pair: &NamingPair) {
    let entry = setting.lexicon.entry(pair.entry);
    let category = &setting.lexicon.category(entry).title;
    let (loaded, plainer) = if pair.entry_in_a { ("A  ", "B  ") } else { ("B  ", "A  ") };
    let uses = |count: u64| number(count, "time");
    let sides = [
        (loaded, &entry.term, format!(" ({category}), {}: ", uses(pair.count)), &pair.seen),
        (
            plainer,
            &pair.instead,
            format!(" (plainer), {}: ", uses(pair.instead_count)),
            &pair.instead_seen,
        ),
    ];
    for (letter, wording, note, seen) in sides {
        let mut line = vec![Run::strong(wording), Run::quiet(note)];
        line.extend(around(seen, page.room(INDENT)));
        page.hang(INDENT, &Run::quiet(letter), &line);
    }
}
