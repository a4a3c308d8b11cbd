//! The table of paragraphs: their words, cues by group, and measures; the headline by itself.

use super::cue::{Cue, cues};
use super::figure::{measured, range};
use super::legend::letters;
use super::page::{INDENT, Page};
use super::paint::Run;
use super::table::{Table, cell, count};
use super::wrap::Line;
use crate::analysis::Analysis;
use crate::lexicon::{GROUPS, Group};
use crate::passes::Finding;
use crate::profile::{Counts, MEASURES, Measure};
use crate::report::Setting;
use crate::report::wording::{number, thousands};
use crate::text::Part;

/// Prints the table of the body's paragraphs and the lines below it.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    page.title("Paragraph by paragraph");
    let shown = shown(&analysis.body);
    let mut table = heads(Table::new().figures("No."), &shown);
    for (index, paragraph) in analysis.document.paragraphs.iter().enumerate() {
        if paragraph.part == Part::Body {
            let name = vec![Run::quiet((index + 1).to_string())];
            table.row(row(name, &shown, &analysis.paragraphs[index]));
        }
    }
    table.row(row(vec![Run::strong("All")], &shown, &analysis.body));
    page.table(INDENT, &table);
    page.blank();
    if !shown.is_empty() {
        page.text(INDENT, &letters(shown.iter().map(|&(_, group)| group)));
        page.blank();
    }
    intervals(page, &analysis.body);
    headline(page, setting, analysis);
}

/// The groups that have a column: those with a cue.
pub(super) fn shown(counts: &Counts) -> Vec<(usize, &'static Group)> {
    GROUPS.iter().enumerate().filter(|&(at, _)| counts.groups[at] > 0).collect()
}

/// Adds the columns of words, cues, groups and measures.
pub(super) fn heads(table: Table, shown: &[(usize, &Group)]) -> Table {
    let table = table.figures("words").figures("cues");
    let letter =
        |table: Table, (_, group): &(usize, &Group)| table.figures(&group.letter.to_string());
    let table = shown.iter().fold(table, letter);
    MEASURES.iter().fold(table, |table, measure| table.figures(measure.short))
}

/// The cells below [`heads`], behind the row's name.
pub(super) fn row(name: Line, shown: &[(usize, &Group)], counts: &Counts) -> Vec<Line> {
    let mut cells = vec![name, cell(&thousands(counts.words)), count(counts.total)];
    cells.extend(shown.iter().map(|&(at, _)| count(counts.groups[at])));
    cells.extend(MEASURES.iter().map(|measure| figure(measure, counts)));
    cells
}

/// The cell of a measure; a 0 steps back.
fn figure(measure: &Measure, counts: &Counts) -> Line {
    let shown = measured(measure, counts);
    let nothing = (measure.value)(counts).is_none_or(|value| value == 0.0);
    vec![if nothing { Run::quiet(shown) } else { Run::plain(shown) }]
}

/// The measures that have an interval, in words.
pub(super) fn intervals(page: &mut Page<'_>, counts: &Counts) {
    for measure in MEASURES {
        let interval = measure.interval.and_then(|interval| interval(counts));
        if interval.is_some() {
            let (title, value) = (measure.title, measured(measure, counts));
            let range = range(interval, measure.decimals);
            page.text(
                INDENT,
                &[Run::plain(format!("{title}: {value} (95\u{A0}% interval {range})."))],
            );
        }
    }
}

/// The headline, which is in none of the figures above.
fn headline(page: &mut Page<'_>, setting: &Setting<'_>, analysis: &Analysis) {
    let Some(counts) = analysis.headline() else { return };
    let cue = |cue: Cue<'_>| {
        let title = |f: &&Finding| setting.lexicon.categories[f.category as usize].title.as_str();
        let titles: Vec<_> = cue.findings.iter().map(title).collect();
        format!("; “{}” ({})", cue.span.of(&analysis.document.source), titles.join(", "))
    };
    let line = format!(
        "The headline, counted by itself: {} in {}{}.",
        number(counts.total, "cue"),
        number(counts.words, "word"),
        cues(setting.lexicon, analysis, 0).into_iter().map(cue).collect::<String>(),
    );
    page.text(INDENT, &[Run::plain(line)]);
}
