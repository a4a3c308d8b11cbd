//! A line: a hit in its sentence, with whose words it is and whom it is about.

use std::sync::Arc;

use super::find::Hit;
use super::{beginning, ending};
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::passes::{Aimed, Finding, Silence, Stance};
use crate::text::{CodePoints, Part, Span, one_line};
use crate::voice::Voice;

/// Characters of context that are kept on either side at most.
const MOST: usize = 400;

/// A hit in its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number among all lines, from 0, in the order of the texts.
    pub number: u64,
    /// The document's id.
    pub document: Arc<str>,
    /// What the document has in the field by which lines are put together.
    pub value: Option<Arc<str>>,
    /// Its paragraph in the document, from 0.
    pub paragraph: u32,
    /// Its sentence in the document, from 0.
    pub sentence: u32,
    /// Its bytes in the source.
    pub span: Span,
    /// Its code points in the source: the first, and one past the last.
    pub chars: (usize, usize),
    /// Where it stands.
    pub stand: Stand,
    /// The sentence before it, on one line; `…` where more than 400 characters are cut.
    pub left: String,
    /// The words, on one line.
    pub text: String,
    /// The sentence behind it, likewise.
    pub right: String,
    /// Whose words it is in.
    pub voice: Voice,
    /// Who is named as speaking.
    pub speaker: Option<String>,
    /// Whom it is about.
    pub about: Vec<About>,
    /// Its cues: several where a line is a merged span.
    pub cues: Vec<Cue>,
    /// Why it does not count; `None` where it counts.
    pub silent_because: Option<Silence>,
}

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// The category, as an index into the lexicon's.
    pub category: u32,
    /// The entry, as an index into the lexicon's.
    pub entry: u32,
}

/// Whom a cue is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The actor's id; of somebody who is only called by the cue, those words.
    pub id: String,
    /// The name that people read.
    pub name: String,
    /// What the cue does to it.
    pub stance: Stance,
}

/// Where in its document a hit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// In the body, which the counts are of.
    Body,
    /// In the headline.
    Headline,
    /// In a heading further down.
    Heading,
    /// In a dateline.
    Dateline,
}

impl Stand {
    /// Where a finding stands.
    pub(super) fn of(finding: &Finding, analysis: &Analysis) -> Self {
        match analysis.document.paragraphs[finding.paragraph as usize].part {
            Part::Headline => Self::Headline,
            Part::Heading => Self::Heading,
            Part::Body if analysis.in_body(finding) => Self::Body,
            Part::Body => Self::Dateline,
        }
    }

    /// The word in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Headline => "headline",
            Self::Heading => "heading",
            Self::Dateline => "dateline",
        }
    }
}

impl Line {
    /// Whether it enters the counts of reports.
    pub fn counted(&self) -> bool {
        self.silent_because.is_none() && self.stand == Stand::Body
    }

    /// The line of a hit; its number, document and value are not its own to tell.
    pub(super) fn of(
        hit: &Hit<'_>,
        analysis: &Analysis,
        lexicon: &Lexicon,
        points: &CodePoints<'_>,
    ) -> Self {
        let source = &analysis.document.source;
        let first = hit.first();
        let around = surroundings(hit, analysis);
        let left = one_line(&source[around.start..hit.span.start]);
        let right = one_line(&source[hit.span.end..around.end]);
        Self {
            number: 0,
            document: Arc::from(""),
            value: None,
            paragraph: first.paragraph,
            sentence: first.sentence,
            span: hit.span,
            chars: (points.before(hit.span.start), points.before(hit.span.end)),
            stand: hit.stand,
            left: ending(&left, MOST, characters).into_owned(),
            text: one_line(hit.span.of(source)),
            right: beginning(&right, MOST, characters).into_owned(),
            voice: first.voice,
            speaker: first.speaker.map(|span| one_line(span.of(source))),
            about: about(hit, analysis, lexicon),
            cues: hit
                .findings
                .iter()
                .map(|finding| Cue { category: finding.category, entry: finding.entry })
                .collect(),
            silent_because: hit.silent,
        }
    }
}

/// Characters, for the limit of what is kept; what has several code points is several.
fn characters(text: &str) -> usize {
    text.chars().count()
}

/// From the start of the hit's sentence, behind a dateline, to the end of the sentence in which it ends.
fn surroundings(hit: &Hit<'_>, analysis: &Analysis) -> Span {
    let document = &analysis.document;
    let first = hit.first();
    let sentence = document.sentences[first.sentence as usize].span;
    let dateline = document.paragraphs[first.paragraph as usize].dateline;
    let behind = dateline.filter(|_| hit.stand == Stand::Body).map_or(0, |dateline| dateline.end);
    let start = sentence.start.max(behind).min(hit.span.start);
    let last = document.sentence_of(hit.span.end.saturating_sub(1));
    let end = last.map_or(sentence.end, |last| document.sentences[last].span.end);
    Span::new(start, end.max(hit.span.end))
}

/// Whom the findings of a hit are about, each once.
fn about(hit: &Hit<'_>, analysis: &Analysis, lexicon: &Lexicon) -> Vec<About> {
    let mut all: Vec<About> = Vec::new();
    for aim in hit.findings.iter().flat_map(|finding| &finding.aims) {
        let called = aim.span.of(&analysis.document.source);
        let (id, name) = match aim.who {
            Aimed::Actor(actor) => {
                (analysis.cast.id(actor, lexicon), analysis.cast.name(actor, lexicon))
            }
            Aimed::Label => (called, called),
        };
        let known = |other: &About| other.id == id && other.stance == aim.stance;
        if !all.iter().any(known) {
            all.push(About { id: id.to_owned(), name: one_line(name), stance: aim.stance });
        }
    }
    all
}
