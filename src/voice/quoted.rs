//! Quotations: whose they are.
//!
//! A quotation is that of whom a word of speech names: behind it, before it, or in the sentence after a
//! question or cry; else of whoever speaks the quotation that it goes on from. What stands between
//! marks and is nobody's speech is a scare quote, or a name, which is the author's; what goes on too
//! long for either and names nobody is `quoted` where it is a sentence, `unknown` where it is not or
//! its marks do not pair.

use super::phrase::{self, Phrase};
use super::reported::{Reading, Reported, name};
use super::{Region, Voice, scare};
use crate::lexicon::{Lexicon, Matches};
use crate::text::Words;
use crate::text::{Close, Document, Quotation, Span, is_terminator};

/// Words from which a stretch between marks is no fragment.
const LONG: u32 = 9;

/// Whether somebody speaks a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spoken {
    /// Nobody is said to.
    No,
    /// Somebody whom its sentence does not name.
    Namelessly,
    /// Whoever is named here.
    By(Span),
}

/// What is known of a document when its quotations are read.
pub(super) struct Scene<'a> {
    pub(super) document: &'a Document,
    pub(super) lexicon: &'a Lexicon,
    pub(super) matches: &'a Matches,
    /// The words of speech outside quotations, in order, with their sentences.
    pub(super) readings: &'a [(u32, Reading)],
    /// Indirect speech, in order.
    pub(super) reported: &'a [Reported],
}

/// Reads the outermost quotations. Returns their regions, and the entries of the scare quotes among them.
pub(super) fn read(scene: &Scene<'_>) -> (Vec<Region>, Vec<(usize, u32)>) {
    let (mut regions, mut scares) = (Vec::new(), Vec::new());
    let mut before: Option<(&Quotation, Region)> = None;
    let quotations = scene.document.quotations.iter().enumerate().filter(|(_, q)| q.depth == 0);
    for (index, quotation) in quotations {
        let Some(tokens) = scene.document.tokens_in(quotation.inner) else { continue };
        let found = match scene.speaker(quotation, tokens) {
            Spoken::No => {
                scene.inherited(quotation, tokens, before.as_ref()).map_or(Spoken::No, Spoken::By)
            }
            found => found,
        };
        let texts = (scene.document, scene.lexicon, scene.matches);
        let scare = scare::entry(texts, quotation, tokens, found != Spoken::No);
        scares.extend(scare.map(|entry| (index, entry)));
        let (voice, speaker) = match (scare, found) {
            (Some(_), _) => (Voice::Scare, None),
            (None, Spoken::By(speaker)) => (Voice::Quoted, Some(speaker)),
            (None, Spoken::Namelessly) => (Voice::Quoted, None),
            (None, Spoken::No) => (scene.nameless(quotation, tokens), None),
        };
        let region = Region { span: quotation.inner, voice, speaker };
        before = Some((quotation, region));
        if voice != Voice::Author {
            regions.push(region);
        }
    }
    (regions, scares)
}

impl<'a> Scene<'a> {
    fn words(&self, sentence: u32) -> Words<'a> {
        Words::of(self.document, sentence)
    }

    fn sentence(&self, token: u32) -> Option<u32> {
        self.document
            .sentence_of(self.document.tokens[token as usize].start as usize)
            .map(|sentence| sentence as u32)
    }

    /// The words of speech of a sentence.
    fn readings(&self, sentence: u32) -> &'a [(u32, Reading)] {
        super::of_sentence(self.readings, sentence)
    }

    fn named(&self, sentence: u32, subject: Option<Phrase>) -> Spoken {
        let name = |subject| Spoken::By(name(&self.words(sentence), subject));
        subject.map_or(Spoken::Namelessly, name)
    }

    /// Who speaks a quotation, as a word of speech in its sentence says.
    fn speaker(&self, quotation: &Quotation, (first, last): (u32, u32)) -> Spoken {
        let sentences = self.sentence(first).zip(self.sentence(last));
        let Some((opens, closes)) = sentences else { return Spoken::No };
        let here = self.readings(closes);
        let at = here.partition_point(|(_, reading)| reading.first <= last);
        let behind = here.get(at).map(|(_, reading)| reading).filter(|_| self.is_spoken(quotation));
        // Directly behind: "…", said Kim; "…", Kim said.
        if let Some(reading) = behind.filter(|reading| is_next(reading, last)) {
            return self.named(closes, reading.subject);
        }
        let covers = |reported: &&Reported| reported.span.covers(quotation.inner);
        let at = self.reported.partition_point(|r| r.span.start <= quotation.inner.start);
        if let Some(reported) = at.checked_sub(1).map(|at| &self.reported[at]).filter(covers) {
            return reported.speaker.map_or(Spoken::Namelessly, Spoken::By);
        }
        let here = self.readings(opens);
        let at = here.partition_point(|(_, reading)| reading.last < first);
        if let Some((_, reading)) = at.checked_sub(1).map(|at| &here[at]) {
            return self.named(opens, reading.subject);
        }
        let found = self.asked(quotation, last, closes);
        found.or_else(|| self.announced(quotation, first)).map_or(Spoken::No, Spoken::By)
    }

    /// Whether a comma or a stop ends the words of a quotation, as it ends speech before its speaker is
    /// named.
    fn is_spoken(&self, quotation: &Quotation) -> bool {
        let ends = |c: char| is_terminator(c) || matches!(c, ',' | '—' | '–' | '-');
        let rest = &self.document.source[quotation.span.end..];
        quotation.inner.of(&self.document.source).trim_end().ends_with(ends)
            || rest.trim_start().starts_with([',', '—', '–'])
    }

    /// The speaker in the sentence after a quotation that ends with a stop: "Is it a sham?" Kim asked.
    fn asked(&self, quotation: &Quotation, last: u32, sentence: u32) -> Option<Span> {
        let next = sentence + 1;
        let following = self.document.sentences.get(next as usize)?;
        let same = following.paragraph == quotation.paragraph && following.tokens.start == last + 1;
        let (_, reading) = self.readings(next).first().filter(|_| same)?;
        let subject = reading.subject.filter(|_| is_next(reading, last) && reading.after.is_none());
        subject.map(|subject| name(&self.words(next), subject))
    }

    /// The speaker before a colon: "Coach: 'We were lost'", "The colonel turned to the crowd:" above it.
    fn announced(&self, quotation: &Quotation, first: u32) -> Option<Span> {
        let document = self.document;
        let paragraph = &document.paragraphs[quotation.paragraph as usize];
        let before = document.source[..quotation.span.start].trim_end();
        let opens = quotation.span.start == paragraph.span.start;
        if opens && quotation.close == Close::Continued && !before.ends_with(':') {
            return super::presented(document, quotation.paragraph);
        }
        if !before.ends_with(':') {
            return None;
        }
        if quotation.span.start == paragraph.span.start {
            return super::announcer(document, quotation.paragraph, self.readings);
        }
        let words = self.words(self.sentence(first)?);
        let end = first.max(words.from);
        phrase::opening(&words, words.from, end).map(|subject| name(&words, subject))
    }

    /// The speaker of the quotation before, where this one goes on from it.
    fn inherited(
        &self,
        quotation: &Quotation,
        (first, _): (u32, u32),
        before: Option<&(&Quotation, Region)>,
    ) -> Option<Span> {
        let (other, region) = before?;
        let speaker = region.speaker?;
        let document = self.document;
        let paragraph = &document.paragraphs[quotation.paragraph as usize];
        let opens = quotation.span.start == paragraph.span.start;
        if other.close == Close::Continued && opens && other.paragraph + 1 == quotation.paragraph {
            return Some(speaker);
        }
        // A paragraph that is one quotation behind one that ends with a quotation by somebody.
        let alone = opens && quotation.span.end + 1 >= paragraph.span.end;
        let end = document.paragraphs[other.paragraph as usize].span.end;
        if other.paragraph + 1 == quotation.paragraph && alone {
            let tail = &document.source[other.span.end..end];
            return (tail.len() <= 1 || self.spoken_tail(other)).then_some(speaker);
        }
        // The next sentence of the paragraph is a quotation again.
        let starts = self.sentence(first)?;
        let at = document.sentences[starts as usize].span.start;
        let last = document.tokens_in(other.inner)?.1;
        let ended = self.sentence(last)?;
        (other.paragraph == quotation.paragraph
            && quotation.span.start <= at
            && starts <= ended + 2
            || other.paragraph == quotation.paragraph && starts == ended && quotation.words >= LONG)
            .then_some(speaker)
    }

    /// Whether the paragraph of a quotation ends with the words that name its speaker.
    fn spoken_tail(&self, quotation: &Quotation) -> bool {
        let paragraph = &self.document.paragraphs[quotation.paragraph as usize];
        let Some((_, last)) = self.document.tokens_in(quotation.inner) else { return false };
        self.sentence(last).is_some_and(|sentence| {
            sentence + 1 >= paragraph.sentences.end && !self.readings(sentence).is_empty()
        })
    }

    /// The voice of a stretch between marks that names nobody and is no scare quote.
    fn nameless(&self, quotation: &Quotation, (first, last): (u32, u32)) -> Voice {
        let limit = self
            .lexicon
            .scare_quotes()
            .iter()
            .filter_map(|&entry| self.lexicon.category(self.lexicon.entry(entry)).scare_words);
        let fragment = quotation.words <= limit.max().unwrap_or(4);
        if scare::is_name(self.document, first, last)
            || (fragment && quotation.close == Close::Marked)
        {
            return Voice::Author;
        }
        let text = quotation.inner.of(&self.document.source);
        let sentence = text.starts_with(char::is_uppercase)
            && (text.trim_end().ends_with(|c| is_terminator(c) || c == ',')
                || quotation.words >= LONG);
        match quotation.close {
            Close::Marked | Close::Continued if sentence || quotation.words >= LONG => {
                Voice::Quoted
            }
            _ => Voice::Unknown,
        }
    }
}

/// Whether a word of speech, or its subject, follows the quotation that ends with token `last`.
fn is_next(reading: &Reading, last: u32) -> bool {
    let subject = reading.subject.is_some_and(|(start, _)| start == last + 1);
    subject || reading.first == last + 1
}
