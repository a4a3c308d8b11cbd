//! Negation: a cue whose clause takes the negative stays, marked, and counts nowhere.
//!
//! Rules. The scope of a negative word ("not", "never", "denied being", "no sign of") runs from it to the
//! end of its clause: a comma, "but", "because", "who", "that", a mark. It does not reach into what is
//! taken as given: behind "the", "this", "their" or a possessive the words stand as facts ("did not stop
//! the brutal raid"). "Not only", "no doubt" and their like are in no list of negatives.
//! Sources: Quirk, Greenbaum, Leech & Svartvik 1985; Huddleston & Pullum 2002.

use super::Scene;
use crate::lexicon::Role;
use crate::passes::{Finding, Silence};
use crate::text::Words;

/// The widest scope, in words.
const WIDEST: u32 = 10;

/// Marks the loaded cues that are negated. `findings` are sorted by start.
pub(super) fn settle(findings: &mut [Finding], scene: &Scene<'_>) {
    let negatives = scene.matches.hits.iter();
    let negatives = negatives.filter(|hit| scene.lexicon.role(hit.entry) == Some(Role::Negation));
    let mut negatives = negatives.peekable();
    if negatives.peek().is_none() {
        return;
    }
    for sentence in findings.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let number = sentence[0].sentence;
        while negatives.next_if(|hit| hit.sentence < number).is_some() {}
        let words = Words::of(scene.document, number);
        while let Some(hit) = negatives.next_if(|hit| hit.sentence == number) {
            let end = scope(&words, hit.last);
            let reach = words.span(hit.last, end - 1).end;
            let from = words.span(hit.first, hit.last);
            let at = sentence.partition_point(|finding| finding.span.start < from.end);
            let near = sentence[at..].iter_mut().take_while(|finding| finding.span.start < reach);
            for finding in near {
                let category = scene.lexicon.category_at(finding.category);
                // A cue that holds its own negative ("no right to talk") says what it says.
                let inside = finding.span.end <= reach;
                if inside && category.loaded && finding.silent_because.is_none() {
                    finding.silent_because = Some(Silence::Negated);
                }
            }
        }
    }
}

/// One past the last token of the scope of the negative that ends with token `negative`.
fn scope(words: &Words<'_>, negative: u32) -> u32 {
    let limit = words.to.min(negative + 1 + WIDEST);
    let ends = |at: u32| {
        let coordinated = words.is(at, &["or", "nor"]);
        let breaks = words.is_breaker(at) && !coordinated && !words.is(at, &["as"]);
        let given = words.is(
            at,
            &[
                "the", "this", "that", "these", "those", "their", "its", "his", "her", "our", "my",
                "your",
            ],
        );
        let possessive = words.is_possessive(at);
        breaks || given || possessive || words.is_parted(at) && at > negative + 1 && !coordinated
    };
    (negative + 1..limit).find(|&at| ends(at)).unwrap_or(limit).max(negative + 1)
}
