//! Two sides, or each pair of more, in tables.

use super::super::page::{INDENT, Page};
use super::super::paint::Run;
use super::super::table::{Table, cell, count};
use super::super::wrap::Line;
use crate::compare::{Comparison, Kind, Overall, Pair, Row, Verdict};
use crate::report::verdicts::level;
use crate::report::wording::{figure, letter, number, ratio};

/// What a row without a verdict says.
const UNCALLED: &str =
    "Rows without a verdict: no difference shown (q above .05, or an interval that holds 1).";

/// The table of the groups or categories of two sides that were tested; the others are named below it,
/// with their counts.
pub(super) fn counted(page: &mut Page<'_>, comparison: &Comparison, kind: Kind, title: &str) {
    let counts = |row: &Row| row.counts.unwrap_or_default();
    let mut table = Table::new()
        .texts(kind.name(), 0..=30)
        .figures("A")
        .figures("B")
        .figures("A per 1,000")
        .figures("B per 1,000")
        .figures("ratio")
        .texts("95\u{A0}% interval", 0..=24)
        .figures("q")
        .texts("", 0..=12);
    let (mut few, mut none) = (Vec::new(), Vec::new());
    for row in comparison.rows(kind) {
        let (a, b) = counts(row);
        match row.verdict {
            Verdict::TooLittle if (a, b) == (0, 0) => none.push(row.item.title.clone()),
            Verdict::TooLittle => few.push(format!("{} {a}\u{A0}v\u{A0}{b}", row.item.title)),
            _ => table.row(cells(row, a, b)),
        }
    }
    page.title(title);
    if !table.is_empty() {
        page.table(INDENT, &table);
        page.blank();
        page.text(INDENT, &[Run::quiet(UNCALLED)]);
    }
    for (start, titles) in [("Too little text to tell", few), ("On neither side", none)] {
        if !titles.is_empty() {
            page.text(INDENT, &[Run::quiet(format!("{start}: {}.", titles.join(", ")))]);
        }
    }
}

/// The cells of a row.
fn cells(row: &Row, a: u64, b: u64) -> Vec<Line> {
    let mut cells = vec![
        cell(&row.item.title),
        count(a),
        count(b),
        cell(&figure(row.rates.0, 1)),
        cell(&figure(row.rates.1, 1)),
    ];
    cells.extend(effect(row));
    cells.push(called(row.verdict));
    cells
}

/// What the figures allow to say; where that is nothing, nothing.
fn called(verdict: Verdict) -> Line {
    match verdict {
        Verdict::NoDifference | Verdict::TooLittle => Line::new(),
        _ => vec![Run::strong(verdict.name())],
    }
}

/// The ratio of a row, its interval and its q.
fn effect(row: &Row) -> [Line; 3] {
    let range = match (row.ratio.low, row.ratio.high) {
        (Some(low), Some(high)) => format!("{} to {}", ratio(low), ratio(high)),
        _ => figure(None, 0),
    };
    [
        cell(&row.ratio.ratio.map_or_else(|| figure(None, 0), ratio)),
        vec![Run::quiet(range)],
        cell(&row.q.map_or_else(|| figure(None, 0), level)),
    ]
}

/// The measures of two sides, side by side.
pub(super) fn measures(page: &mut Page<'_>, comparison: &Comparison) {
    let mut table = Table::new()
        .texts("measure", 0..=26)
        .figures("A")
        .figures("B")
        .figures("ratio")
        .texts("95\u{A0}% interval", 0..=24)
        .figures("q")
        .texts("", 0..=12);
    for row in comparison.rows(Kind::Measure) {
        let measure = row.item.measure();
        let decimals = measure.map_or(2, |measure| measure.decimals);
        let shown = |rate| cell(&figure(rate, decimals));
        let mut cells = vec![cell(&row.item.title), shown(row.rates.0), shown(row.rates.1)];
        cells.extend(effect(row));
        cells.push(called(row.verdict));
        table.row(cells);
    }
    page.title("Measure by measure");
    page.table(INDENT, &table);
}

/// More than two sides: the rates of all of them.
pub(super) fn over_all(page: &mut Page<'_>, comparison: &Comparison, kind: Kind, title: &str) {
    let mut table = Table::new().texts(kind.name(), 0..=26).figures("in all");
    for at in 0..comparison.sides.len() {
        table = table.figures(&letter(at));
    }
    table = table.figures("q").texts("", 0..=12);
    let mut few = Vec::new();
    for row in comparison.overall.iter().filter(|row| row.item.kind == kind) {
        match row.verdict {
            Verdict::TooLittle => few.push(row.item.title.clone()),
            _ => table.row(all_cells(row)),
        }
    }
    page.title(title);
    page.table(INDENT, &table);
    if !few.is_empty() {
        page.blank();
        page.text(
            INDENT,
            &[Run::quiet(format!("Too little text to tell, or none: {}.", few.join(", ")))],
        );
    }
}

fn all_cells(row: &Overall) -> Vec<Line> {
    let measure = row.item.measure();
    let decimals = measure.map_or(1, |measure| measure.decimals);
    let mut cells = vec![cell(&row.item.title)];
    cells.push(match measure {
        Some(_) => Line::new(),
        None => count(row.counts.iter().sum()),
    });
    cells.extend(row.rates.iter().map(|rate| cell(&figure(*rate, decimals))));
    cells.push(cell(&row.q.map_or_else(|| figure(None, 0), level)));
    cells.push(called(row.verdict));
    cells
}

/// Rows of a pair that are listed.
const CALLED: usize = 12;

/// More than two sides: what differs between each pair.
pub(super) fn each(page: &mut Page<'_>, comparison: &Comparison, pair: &Pair) {
    let (a, b) = (letter(pair.a), letter(pair.b));
    let names = [pair.a, pair.b].map(|side| comparison.sides[side].name.as_str());
    page.title(&format!("{a} and {b}: {} and {}", names[0], names[1]));
    let mut table = Table::new()
        .texts("category", 0..=30)
        .figures(&a)
        .figures(&b)
        .figures("ratio")
        .texts("95\u{A0}% interval", 0..=24)
        .figures("q");
    let called = |row: &&Row| {
        row.kind() == Kind::Category && matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB)
    };
    let mut more = 0_u64;
    for (at, row) in pair.rows.iter().filter(called).enumerate() {
        if at >= CALLED {
            more += 1;
            continue;
        }
        let (in_a, in_b) = row.counts.unwrap_or_default();
        let mut cells = vec![cell(&row.item.title), count(in_a), count(in_b)];
        cells.extend(effect(row));
        table.row(cells);
    }
    if table.is_empty() {
        page.text(INDENT, &[Run::quiet("No difference is shown in any category.")]);
        return;
    }
    page.table(INDENT, &table);
    if more > 0 {
        page.blank();
        let more = number(more, "more category");
        page.text(INDENT, &[Run::quiet(format!("{more} in the other formats."))]);
    }
}
