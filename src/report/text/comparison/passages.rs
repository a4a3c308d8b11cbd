//! Passages of two texts that tell the same thing, one under the other.

use super::super::page::{INDENT, Page};
use super::super::paint::Run;
use super::super::wrap::Line;
use crate::compare::{Passage, Passages, Place};
use crate::report::Setting;

/// Pairs of sentences that are listed.
const SHOWN: usize = 8;

/// Prints what matches: the headlines, and the sentences that are most alike.
pub(super) fn print(page: &mut Page<'_>, setting: &Setting<'_>, passages: &Passages) {
    let mut scores: Vec<f64> = passages.sentences.iter().map(|passage| passage.score).collect();
    scores.sort_by(|x, y| y.total_cmp(x));
    let least = scores.get(SHOWN - 1).copied().unwrap_or(0.0);
    let alike = passages.sentences.iter().filter(|passage| passage.score >= least);
    page.title("Passages that tell the same thing");
    if passages.headlines.is_none() && scores.is_empty() {
        page.text(INDENT, &[Run::quiet("No sentence of one is told in the other.")]);
        return;
    }
    for passage in passages.headlines.iter().chain(alike) {
        pair(page, setting, passage);
    }
    let more = scores.len().saturating_sub(SHOWN);
    if more > 0 {
        page.text(INDENT, &[Run::quiet(format!("{more} more in the other formats."))]);
        page.blank();
    }
    let note = "Likeness from 0 to 1: how much of what both speak of is rare in the two texts. Cues are \
                marked.";
    page.text(INDENT, &[Run::quiet(note)]);
}

/// A passage of A above one of B.
fn pair(page: &mut Page<'_>, setting: &Setting<'_>, passage: &Passage) {
    for (letter, place) in [("A  ", &passage.a), ("B  ", &passage.b)] {
        page.hang(INDENT, &Run::strong(letter), &words(setting, place));
    }
    let shared: Vec<String> = passage
        .shared_words()
        .take(4)
        .map(|(a, b)| if a == b { a.to_owned() } else { format!("{a} = {b}") })
        .collect();
    let note = format!("{:.2}: {}", passage.score, shared.join(", "));
    page.hang(INDENT, &Run::quiet("   "), &[Run::quiet(note)]);
    page.blank();
}

/// The words of a passage, its cues with their category.
fn words(setting: &Setting<'_>, place: &Place) -> Line {
    let (mut line, mut at) = (Line::new(), 0);
    for cue in &place.cues {
        if cue.span.start < at {
            continue;
        }
        line.push(Run::plain(&place.text[at..cue.span.start]));
        line.push(Run::strong(cue.span.of(&place.text)));
        let category = &setting.lexicon.category_at(cue.category).title;
        line.push(Run::quiet(format!(" [{category}]")));
        at = cue.span.end;
    }
    line.push(Run::plain(&place.text[at..]));
    line
}
