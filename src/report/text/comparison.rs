//! A comparison: what differs in words, then in figures, then in whose wording.

mod pairs;
mod passages;
mod terms;
mod timeline;
mod wordings;

use super::actors;
use super::foot::stamp;
use super::legend::measures as measure_notes;
use super::page::{INDENT, Page};
use super::paint::Run;
use super::wrap::Line;
use crate::compare::{Comparison, Kind, Side};
use crate::report::Setting;
use crate::report::methods::methods;
use crate::report::verdicts::verdicts;
use crate::report::wording::{letter, number};

/// Sentences at the top.
const VERDICTS: usize = 6;

/// How a figure opens into its words.
const OPEN: &str = "framescope concordance ID INPUT lists every hit of a category, a group, actor:ID or a term in \
                    its sentence; --where keeps one side.";

/// Prints a comparison.
pub(super) fn print(setting: &Setting<'_>, comparison: &Comparison, out: &mut Vec<u8>) {
    let page = &mut Page::new(setting, out);
    for (at, side) in comparison.sides.iter().enumerate() {
        page.hang(0, &Run::strong(format!("{}  ", letter(at))), &sizes(side));
    }
    page.title("What differs");
    for sentence in verdicts(comparison, VERDICTS) {
        page.hang(INDENT, &Run::quiet("- "), &[Run::plain(sentence)]);
    }
    page.blank();
    page.text(INDENT, &[Run::strong("Caution: "), Run::plain(comparison.caution())]);
    for note in &comparison.labels.notes {
        page.text(INDENT, &[Run::strong("Note: "), Run::plain(note)]);
    }
    if comparison.sides.len() == 2 {
        pairs::counted(page, comparison, Kind::Group, "Group by group");
        pairs::counted(page, comparison, Kind::Category, "Category by category");
        pairs::measures(page, comparison);
        page.blank();
        measure_notes(page, |measure| measure.title);
        actors::compared(page, comparison);
        if let Some(told) = &comparison.passages {
            passages::print(page, setting, told);
        }
        wordings::only(page, setting, comparison);
        wordings::naming(page, setting, comparison);
    } else if comparison.sides.len() > 2 {
        pairs::over_all(page, comparison, Kind::Group, "Group by group, per 1,000 words");
        pairs::over_all(page, comparison, Kind::Category, "Category by category, per 1,000 words");
        pairs::over_all(page, comparison, Kind::Measure, "Measure by measure");
        comparison.pairs.iter().for_each(|pair| pairs::each(page, comparison, pair));
    }
    comparison.keyness.iter().for_each(|of_side| terms::print(page, comparison, of_side));
    comparison.timelines.iter().for_each(|timeline| timeline::print(page, timeline));
    page.title("To read the words behind a figure");
    page.text(INDENT, &[Run::quiet(OPEN)]);
    page.title("Methods");
    page.text(INDENT, &[Run::quiet(methods(setting, comparison))]);
    stamp(page, setting);
}

/// What a side is called, and how long it is.
fn sizes(side: &Side) -> Line {
    let documents = number(side.documents, "document");
    let words = number(side.counts.words, "word");
    let cues = number(side.counts.total, "cue");
    vec![Run::strong(&side.name), Run::quiet(format!(": {documents}, {words}, {cues}"))]
}
