//! Whose a paragraph is by its layout: turns of a transcript (`MAYOR: …`, `- Name: …`), block quotations
//! of Markdown (`> …`), speech behind a dash (`— We go, said Tom. — Now.`).
//!
//! Laws: a text has turns only if at least two of its paragraphs open with a label, and they are half of
//! the text or more: one colon is no transcript. A turn goes on over paragraphs without a label only
//! where another turn follows.

use super::Region;
use super::Voice;
use super::reported::{Reading, name};
use crate::text::Words;
use crate::text::{Document, Paragraph, Part, Span};

/// The longest label, in words.
const LABEL: usize = 6;

/// The stretches that are somebody's by layout, in order.
pub(super) fn regions(document: &Document, readings: &[(u32, Reading)]) -> Vec<Region> {
    let mut regions = turns(document);
    let dashed: Vec<_> =
        document.paragraphs.iter().filter(|p| dash(p.span.of(&document.source)) > 0).collect();
    let mut spoken = Vec::new();
    for paragraph in dashed.iter().filter(|p| free(&regions, p.span)) {
        dialogue(document, readings, paragraph, (dashed.len() > 1, &mut spoken));
    }
    regions.extend(spoken);
    for (index, paragraph) in (0..).zip(&document.paragraphs) {
        if paragraph.part == Part::Body && paragraph.span.of(&document.source).starts_with('>') {
            let quoted = block_quotation(document, paragraph.span).map(|mut region| {
                let above = || super::announcer(document, index, readings);
                region.speaker = region.speaker.or_else(above);
                region
            });
            regions.extend(quoted);
        }
    }
    regions.sort_by_key(|region| region.span.start);
    regions
}

/// Whether no region meets `span`. Regions are in order, apart.
pub(super) fn free(regions: &[Region], span: Span) -> bool {
    let next = regions.partition_point(|region| region.span.end <= span.start);
    regions.get(next).is_none_or(|region| !region.span.meets(span))
}

/// The turns of a transcript.
fn turns(document: &Document) -> Vec<Region> {
    let labels: Vec<_> =
        document.paragraphs.iter().map(|paragraph| label(document, paragraph.span)).collect();
    let labelled = labels.iter().flatten().count();
    let last = labels.iter().rposition(Option::is_some);
    let Some(last) = last.filter(|_| labelled >= 2 && 2 * labelled >= labels.len()) else {
        return Vec::new();
    };
    let (mut regions, mut turn) = (Vec::new(), None);
    for (paragraph, label) in document.paragraphs[..=last].iter().zip(&labels) {
        let span = paragraph.span;
        // A stage direction is nobody's turn.
        if label.is_none() && span.of(&document.source).starts_with(['(', '[']) {
            continue;
        }
        turn = label.map(|(speaker, _)| speaker).or(turn);
        let start = label.map_or(span.start, |(_, start)| start);
        // What precedes the first turn is the author's.
        if turn.is_some() && start < span.end {
            let inner = Span::new(start, span.end);
            regions.push(Region { span: inner, voice: Voice::Quoted, speaker: turn });
        }
    }
    regions
}

/// Labels of papers, not of people.
const PAPERS: &[&str] = &[
    "Attention",
    "Caution",
    "Contact",
    "Correction",
    "Date",
    "Editor",
    "Hint",
    "Important",
    "Note",
    "Notice",
    "Photo",
    "Place",
    "Source",
    "Sources",
    "Tip",
    "Update",
    "Warning",
];

/// The label at the start of a paragraph, and where the words behind it start.
fn label(document: &Document, span: Span) -> Option<(Span, usize)> {
    let text = span.of(&document.source);
    // A dash, emphasis, a time of day.
    let bare = text.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_ascii_digit() || "-–—*•_>[]:".contains(c)
    });
    let colon = bare.find(':')?;
    let label = bare[..colon].trim_end_matches(['*', '_']);
    let rest = bare[colon + 1..].trim_start_matches(['*', '_']);
    let raw = label.split_once('(').map_or(label, |(name, _)| name).trim_end();
    let count = raw.split_whitespace().count();
    if count == 0 || count > LABEL || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let small = ["of", "the", "de", "van", "von", "for", "and"];
    let named = raw.split_whitespace().all(|word| {
        small.contains(&word) || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    if !named || raw.contains(['"', '“', '!', '?', ',']) || PAPERS.contains(&raw) {
        return None;
    }
    let start = span.end - bare.len();
    Some((Span::new(start, start + raw.len()), start + colon + 1))
}

/// The bytes of the dash that opens a line of dialogue, with the space behind it; 0 where there is none.
fn dash(text: &str) -> usize {
    let rest = text.strip_prefix(['—', '–', '―']).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || "¿¡'’\"“".contains(c)))
        .map_or(0, |rest| text.len() - rest.len())
}

/// Speech behind a dash: up to the word that says who speaks, and again behind the next dash.
fn dialogue(
    document: &Document,
    readings: &[(u32, Reading)],
    paragraph: &Paragraph,
    (more, regions): (bool, &mut Vec<Region>),
) {
    let text = paragraph.span.of(&document.source);
    let start = paragraph.span.start + dash(text);
    let said = paragraph.sentence_range().find_map(|sentence| {
        let words = Words::of(document, sentence as u32);
        let here = super::of_sentence(readings, sentence as u32).iter().map(|(_, reading)| reading);
        here.filter(|reading| reading.subject.is_some())
            .find(|reading| reading.before.is_some() || reading.after.is_none())
            .map(|reading| (words, *reading))
    });
    let Some((words, reading)) = said else {
        // Without a speaker it is speech only where the text has more of it.
        if more {
            let span = Span::new(start, paragraph.span.end);
            regions.push(Region { span, voice: Voice::Quoted, speaker: None });
        }
        return;
    };
    let subject = reading.subject.unwrap_or_default();
    let speaker = Some(name(&words, subject));
    let ends = words.span(subject.0.min(reading.first), subject.0.min(reading.first)).start;
    let told = words.span(subject.1.max(reading.last), subject.1.max(reading.last)).end;
    let rest = &document.source[told..paragraph.span.end];
    let mut push = |from: usize, to: usize| {
        if from < to {
            regions.push(Region { span: Span::new(from, to), voice: Voice::Quoted, speaker });
        }
    };
    push(start, ends);
    if let Some(next) = rest.find(['—', '–', '―']) {
        push(told + next, paragraph.span.end);
    }
}

/// A paragraph all of whose lines open with `>`: its words, and who is named under them. A note of the
/// writer's (`> [!NOTE]`, `> **Note:**`) is none.
fn block_quotation(document: &Document, span: Span) -> Option<Region> {
    let text = span.of(&document.source);
    let bare = text.trim_start_matches(['>', ' ', '*', '_']);
    let note = bare.starts_with("[!")
        || PAPERS
            .iter()
            .any(|paper| bare.strip_prefix(paper).is_some_and(|rest| rest.starts_with(':')));
    if note || !text.lines().all(|line| line.trim_start().starts_with('>')) {
        return None;
    }
    let mut region = Region { span, voice: Voice::Quoted, speaker: None };
    let last = text.rfind('\n').map_or(0, |at| at + 1);
    if last > 0
        && let Some(speaker) = signature(&text[last..], true)
    {
        region.span.end = span.start + last;
        region.speaker = Some(shifted(speaker, span.start + last));
    } else if let Some(next) =
        document.paragraph_of(span.start).and_then(|p| document.paragraphs.get(p + 1))
    {
        let named = signature(next.span.of(&document.source), false);
        region.speaker = named.map(|name| shifted(name, next.span.start));
    }
    Some(region)
}

/// The span so many bytes further on.
const fn shifted(span: Span, by: usize) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// The name in "— Ana Ruiz, mayor" or "*Ana Ruiz, mayor*", if a line is that; `inside` a block quotation
/// it needs neither dash nor asterisk.
fn signature(line: &str, inside: bool) -> Option<Span> {
    let bare = line.trim_start_matches(['>', ' ', '\t']);
    let name = bare.trim_start_matches(['—', '–', '-', '~', '*', '_', ' ']);
    let marked = name.len() < bare.len();
    let end = name.find([',', '\n', '(', ';']).unwrap_or(name.len());
    let found = name[..end].trim_end_matches([' ', '*', '_', '.']);
    let words = found.split_whitespace().count();
    let start = line.len() - name.len();
    let whole = name.trim_end_matches(['*', '_', ' ']);
    let alone = line.lines().count() == 1 && !whole.ends_with(['.', '!', '?', '"', '”', ':']);
    ((marked || inside)
        && alone
        && (1..=LABEL).contains(&words)
        && found.starts_with(char::is_uppercase))
    .then(|| Span::new(start, start + found.len()))
}
