//! A comparison: what differs in words, then in figures, then in whose wording.

use super::actors;
use super::entry::short;
use super::excerpt::around;
use super::foot::stamp;
use super::legend::measures as measure_notes;
use super::page::{INDENT, Page};
use super::paint::Run;
use super::table::{Table, cell, count};
use super::wrap::Line;
use crate::compare::{Comparison, Kind, NamingPair, Row, Side, Verdict};
use crate::profile::MEASURES;
use crate::report::Setting;
use crate::report::verdicts::verdicts;
use crate::report::wording::{figure, number, ratio, thousands};

/// Sentences at the top.
const VERDICTS: usize = 6;
/// Entries that are listed for each side.
const ONLY: usize = 12;
/// Naming pairs that are listed.
const PAIRS: usize = 12;

/// Prints a comparison.
pub(super) fn print(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    let page = &mut Page::new(setting, out);
    for (letter, side) in [("A", &comparison.a), ("B", &comparison.b)] {
        page.hang(0, &Run::strong(format!("{letter}  ")), &sizes(side));
    }
    page.title("What differs");
    for sentence in verdicts(comparison, VERDICTS) {
        page.hang(INDENT, &Run::quiet("- "), &[Run::plain(sentence)]);
    }
    page.blank();
    page.text(INDENT, &[Run::strong("Caution: "), Run::plain(comparison.caution())]);
    counted(page, comparison, Kind::Group, "Group by group");
    counted(page, comparison, Kind::Category, "Category by category");
    measures(page, comparison);
    actors::compared(page, comparison);
    only(page, setting, comparison);
    naming(page, setting, comparison);
    stamp(page, setting);
}

/// What a side is called, and how long it is.
fn sizes(side: &Side) -> Line {
    let documents = number(side.documents, "document");
    let words = number(side.counts.words, "word");
    let cues = number(side.counts.total, "cue");
    vec![Run::strong(&side.name), Run::quiet(format!(": {documents}, {words}, {cues}"))]
}

/// The table of the groups or categories of which the figures say something; the others are named
/// below it, with their counts.
fn counted(page: &mut Page<'_>, comparison: &Comparison, kind: Kind, title: &str) {
    let rows = || comparison.rows.iter().filter(|row| row.kind == kind);
    let counts = |row: &Row| row.counts.unwrap_or_default();
    let mut table = Table::new()
        .texts(kind.name(), 0..=32)
        .figures("A")
        .figures("B")
        .figures("A per 1,000")
        .figures("B per 1,000")
        .figures("ratio")
        .texts("95\u{A0}% interval", 0..=24)
        .texts("", 19..=24);
    let (mut few, mut none) = (Vec::new(), Vec::new());
    for row in rows() {
        let (a, b) = counts(row);
        match row.verdict {
            Verdict::TooLittle if (a, b) == (0, 0) => none.push(row.title.clone()),
            Verdict::TooLittle => few.push(format!("{} {a}\u{A0}v\u{A0}{b}", row.title)),
            _ => table.row(cells(row, a, b)),
        }
    }
    page.title(title);
    page.table(INDENT, &table);
    if !few.is_empty() || !none.is_empty() {
        page.blank();
    }
    for (start, titles) in [("Too little text to tell", few), ("On neither side", none)] {
        if !titles.is_empty() {
            page.text(INDENT, &[Run::quiet(format!("{start}: {}.", titles.join(", ")))]);
        }
    }
}

/// The cells of a row.
fn cells(row: &Row, a: u64, b: u64) -> Vec<Line> {
    vec![
        cell(&row.title),
        count(a),
        count(b),
        cell(&figure(row.rates.0, 1)),
        cell(&figure(row.rates.1, 1)),
        cell(&row.ratio.ratio.map_or_else(|| figure(None, 0), ratio)),
        vec![Run::quiet(range(row))],
        cell(row.verdict.name()),
    ]
}

/// The interval of a ratio; where it has one end, that end.
fn range(row: &Row) -> String {
    match (row.ratio.low.map(ratio), row.ratio.high.map(ratio)) {
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("over {low}"),
        (None, Some(high)) => format!("under {high}"),
        (None, None) => figure(None, 0),
    }
}

/// The measures of both sides, side by side.
fn measures(page: &mut Page<'_>, comparison: &Comparison) {
    let mut table = Table::new().texts("measure", 0..=32).figures("A").figures("B");
    for row in comparison.rows.iter().filter(|row| row.kind == Kind::Measure) {
        let measure = MEASURES.iter().find(|measure| measure.id == row.id);
        let decimals = measure.map_or(2, |measure| measure.decimals);
        let shown = |rate| cell(&figure(rate, decimals));
        table.row(vec![cell(&row.title), shown(row.rates.0), shown(row.rates.1)]);
    }
    page.title("Measure by measure");
    page.table(INDENT, &table);
    page.blank();
    measure_notes(page, |measure| measure.title);
}

/// The entries that one side alone uses, side by side.
fn only(page: &mut Page<'_>, setting: &Setting<'_>, comparison: &Comparison) {
    let sides = [&comparison.only_a, &comparison.only_b];
    if sides.iter().all(|entries| entries.is_empty()) {
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
    let more = sides.map(|entries| entries.len().saturating_sub(ONLY) as u64);
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
fn naming(page: &mut Page<'_>, setting: &Setting<'_>, comparison: &Comparison) {
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
