//! The foot: totals over all documents, what was skipped, and what the report was made with.

use super::figure::range;
use super::legend;
use super::page::{INDENT, Page};
use super::paint::Run;
use super::paragraphs::{intervals, shown};
use super::table::{Table, cell};
use crate::profile::Counts;
use crate::report::wording::{figure, number, thousands};
use crate::report::{Setting, Totals};
use crate::stats::{per_thousand, poisson_interval};

/// What no report may leave unsaid.
const NOTE: &str = "Cues are words that readers mark as framing; they are not a verdict on truth.";

/// Prints what stands behind the last document.
pub(super) fn print(setting: &Setting<'_>, totals: &Totals, out: &mut Vec<u8>) {
    let page = &mut Page::new(setting, out);
    if let Some(body) = totals.body.as_ref().filter(|_| totals.documents > 1) {
        page.rule();
        page.text(
            0,
            &[Run::strong(format!("All {} documents", thousands(totals.documents as u64)))],
        );
        sums(page, body);
    }
    if !totals.skipped.is_empty() {
        page.title(&format!("Skipped: {}", number(totals.skipped.len() as u64, "input")));
        for sentence in &totals.skipped {
            page.hang(INDENT, &Run::quiet("- "), &[Run::plain(sentence)]);
        }
    }
    if totals.documents > 0 {
        legend::print(page, setting.lexicon);
    }
    stamp(page, setting);
}

/// The note and the stamp, at the foot of every report.
pub(super) fn stamp(page: &mut Page<'_>, setting: &Setting<'_>) {
    page.blank();
    page.text(0, &[Run::plain(NOTE)]);
    page.text(0, &[Run::quiet(setting.stamp.line())]);
}

/// The sums over all bodies: size, measures, groups.
fn sums(page: &mut Page<'_>, body: &Counts) {
    let sizes =
        [number(body.words, "word"), number(body.sentences, "sentence"), number(body.total, "cue")];
    page.text(0, &[Run::quiet(sizes.join(", "))]);
    page.blank();
    intervals(page, body);
    let mut table = Table::new()
        .texts("group", 0..=32)
        .figures("cues")
        .figures("per 1,000")
        .texts("95\u{A0}% interval", 0..=24);
    let shown = shown(body);
    for &(at, group) in &shown {
        let count = body.groups[at];
        table.row(vec![
            cell(group.title),
            cell(&thousands(count)),
            cell(&figure(per_thousand(count, body.words), 1)),
            vec![Run::quiet(range(poisson_interval(count, body.words), 1))],
        ]);
    }
    if !shown.is_empty() {
        page.blank();
        page.table(INDENT, &table);
    }
}
