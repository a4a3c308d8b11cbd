//! Whom cues are about: in words, and with the sentences that say so.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::Analysis;
use crate::compare::Sighting;
use crate::lexicon::Lexicon;
use crate::passes::{Aim, Aimed, Finding};
use crate::voice::Voice;

/// Sentences of a list that are shown at most.
const SHOWN: usize = 20;
/// Characters of a sentence that are shown on either side of its cue.
const AROUND: usize = 160;

/// A counted cue of the body that is about an actor.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'a> {
    /// The finding's number in the document.
    pub(super) index: usize,
    pub(super) finding: &'a Finding,
    pub(super) aim: &'a Aim,
}

/// The sentences behind a count.
#[derive(Debug, Serialize)]
pub(super) struct EvidenceView<'a> {
    /// Where the count leads to.
    anchor: String,
    title: String,
    sentences: Vec<SentenceView<'a>>,
    /// Sentences that are not shown.
    more: usize,
}

/// A sentence and the cue in it.
#[derive(Debug, Serialize)]
struct SentenceView<'a> {
    before: String,
    words: &'a str,
    after: String,
    /// The place of the cue.
    anchor: String,
    /// Its paragraph, from 1.
    paragraph: u32,
    /// What the cue does to the actor, how the two are linked, whose words they are.
    manner: String,
}

/// The counted cues of the body by the id of the actor that they are about.
pub(super) fn hits<'a>(
    lexicon: &'a Lexicon,
    analysis: &'a Analysis,
) -> BTreeMap<&'a str, Vec<Hit<'a>>> {
    let mut hits: BTreeMap<&str, Vec<Hit<'_>>> = BTreeMap::new();
    let counted = |finding: &Finding| finding.counted() && analysis.in_body(finding);
    let findings = analysis.findings.iter().enumerate();
    for (index, finding) in findings.filter(|(_, finding)| counted(finding)) {
        for aim in &finding.aims {
            let id = match aim.who {
                Aimed::Actor(actor) => analysis.cast.id(actor, lexicon),
                Aimed::Label => aim.span.of(&analysis.document.source),
            };
            hits.entry(id).or_default().push(Hit { index, finding, aim });
        }
    }
    hits
}

/// Whose words a finding is in, with the speaker: `reported: the ministry`; empty for the author's.
pub(super) fn voice(analysis: &Analysis, finding: &Finding) -> String {
    let name = match finding.voice {
        Voice::Author if finding.speaker.is_none() => "",
        voice => voice.name(),
    };
    match finding.speaker {
        Some(speaker) => format!("{name}: {}", speaker.of(&analysis.document.source)),
        None => name.to_owned(),
    }
}

/// Whom a finding is about: `NATO (blamed; possessive, 0.9)`.
pub(super) fn about(lexicon: &Lexicon, analysis: &Analysis, aim: &Aim) -> String {
    let name = match aim.who {
        Aimed::Actor(actor) => analysis.cast.name(actor, lexicon),
        Aimed::Label => aim.span.of(&analysis.document.source),
    };
    format!("{name} ({})", manner(aim))
}

fn manner(aim: &Aim) -> String {
    format!("{}; {}, {}", aim.stance.name(), aim.rule.name(), aim.rule.confidence())
}

impl<'a> EvidenceView<'a> {
    /// The sentences of `hits`, for a page whose anchors begin with `page`.
    pub(super) fn of(
        analysis: &'a Analysis,
        page: &str,
        (anchor, title): (String, String),
        hits: &[Hit<'_>],
    ) -> Self {
        Self {
            anchor,
            title,
            sentences: hits
                .iter()
                .take(SHOWN)
                .map(|hit| SentenceView::of(analysis, page, hit))
                .collect(),
            more: hits.len().saturating_sub(SHOWN),
        }
    }
}

impl<'a> SentenceView<'a> {
    fn of(analysis: &'a Analysis, page: &str, hit: &Hit<'_>) -> Self {
        let (finding, document) = (hit.finding, &analysis.document);
        let sentence = document.sentences[finding.sentence as usize].span;
        let words = finding.span.of(&document.source);
        let sighting = Sighting {
            document: String::new(),
            text: words.to_owned(),
            sentence: sentence.of(&document.source).to_owned(),
            offset: finding.span.start.saturating_sub(sentence.start),
            start_char: 0,
        };
        let (before, after) = sighting.around(AROUND);
        let voice = voice(analysis, finding);
        let joint = if voice.is_empty() { "" } else { " · " };
        Self {
            before,
            words,
            after,
            anchor: format!("{page}-f{}", hit.index),
            paragraph: finding.paragraph + 1,
            manner: format!("{}{joint}{voice}", manner(hit.aim)),
        }
    }
}
