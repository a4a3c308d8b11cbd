//! The key: how to read the marks, the bars and the columns.

use super::page::{INDENT, Page, joined};
use super::paint::{Run, Style};
use super::wrap::Line;
use crate::lexicon::{GROUPS, Group, Lexicon};
use crate::profile::MEASURES;
use crate::stats::MIN_HITS;

/// Explains a report of texts, for the groups that `lexicon` has.
pub(super) fn print(page: &mut Page<'_>, lexicon: &Lexicon) {
    page.title("How to read this");
    let has = |group: &&Group| lexicon.categories.iter().any(|c| c.group == *group);
    page.text(INDENT, &letters(GROUPS.iter().filter(has)));
    let note = |page: &mut Page<'_>, note: String| page.text(INDENT, &[Run::quiet(note)]);
    note(
        page,
        "[words]L2: cue 2 of its paragraph, of group L. Strength: ●●● loaded nearly anywhere, \
         ●●○ in most contexts, ●○○ only beside other cues."
            .into(),
    );
    note(
        page,
        "Bars: as many words each; the lowest holds no cue. Below, where paragraphs start.".into(),
    );
    measures(page, |measure| measure.short);
    note(
        page,
        format!(
            "spread: 0 where paragraphs share a category evenly, towards 1 where few hold it all; \
             from {MIN_HITS} cues on."
        ),
    );
}

/// What the measures say, each under the name that its column has.
pub(super) fn measures(page: &mut Page<'_>, name: fn(&crate::profile::Measure) -> &'static str) {
    for measure in MEASURES {
        page.text(INDENT, &[Run::quiet(format!("{}: {}.", name(measure), measure.about))]);
    }
}

/// The letters of groups, and what they stand for.
pub(super) fn letters(groups: impl Iterator<Item = &'static Group>) -> Line {
    let named = groups.map(|group| {
        let letter = Run::new(group.letter.to_string(), Style::Cue(group));
        vec![letter, Run::plain(format!("\u{A0}{}", group.title))]
    });
    joined(named, ", ")
}
