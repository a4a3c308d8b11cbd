//! Voice: whose words a passage is in, and who is named as speaking.
//!
//! Words inside a quotation with a speaker are `quoted`, words of indirect speech `reported`, a short
//! fragment between marks that nobody speaks `scare`; where the marks do not tell, `unknown`; all else
//! is the `author`'s. Words that introduce speech come from the lexicon files, none from code.
//!
//! Laws: every word of a paragraph has exactly one voice, and the counts by voice sum to its words; a
//! speaker is a stretch of the text as it stands there (pronouns stay pronouns); time is linear.

mod clause;
mod layout;
mod phrase;
mod quoted;
mod reported;
mod scare;
mod speech;

use std::ops::Range;

use crate::lexicon::{Lexicon, Matches};
use crate::text::{Document, Paragraph, Span, Words};
use reported::{Reading, Reported};

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voice {
    /// The text's own.
    Author,
    /// Somebody's, inside quotation marks, in a turn of a transcript or a block quotation.
    Quoted,
    /// Somebody's, in indirect speech.
    Reported,
    /// A fragment in quotation marks with no speaker in its sentence.
    Scare,
    /// Between marks that do not tell whose it is.
    Unknown,
}

/// All voices, in the order of outputs.
pub const VOICES: &[Voice] =
    &[Voice::Author, Voice::Quoted, Voice::Reported, Voice::Scare, Voice::Unknown];

impl Voice {
    /// The name in every output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Quoted => "quoted",
            Self::Reported => "reported",
            Self::Scare => "scare",
            Self::Unknown => "unknown",
        }
    }
}

/// The voices of a document.
#[derive(Debug, Default)]
pub struct Voices {
    /// Quotations, turns and block quotations, in order, apart.
    quotations: Vec<Region>,
    /// Indirect speech, in order, apart; quotations may stand in it.
    reported: Vec<Region>,
    /// The entry that found each scare quote, by quotation.
    scares: Vec<(usize, u32)>,
}

/// A stretch of one voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    /// Its bytes.
    pub span: Span,
    /// Whose it is.
    pub voice: Voice,
    /// Who is named as speaking.
    pub speaker: Option<Span>,
}

impl Voices {
    /// Finds the voices of `document`.
    pub fn find(document: &Document, lexicon: &Lexicon, matches: &Matches) -> Self {
        let (readings, mut reported) = indirect(document, lexicon, matches);
        let laid_out = layout::regions(document, &readings);
        let scene =
            quoted::Scene { document, lexicon, matches, readings: &readings, reported: &reported };
        let (quoted, scares) = quoted::read(&scene);
        // What is somebody's by layout is not told by its words.
        reported.retain(|told| layout::free(&laid_out, told.span));
        let mut quotations = quoted;
        quotations.retain(|region| layout::free(&laid_out, region.span));
        quotations.extend(laid_out);
        quotations.sort_by_key(|region| region.span.start);
        let region =
            |Reported { span, speaker }: Reported| Region { span, voice: Voice::Reported, speaker };
        Self { quotations, reported: reported.into_iter().map(region).collect(), scares }
    }

    /// The region of a passage that is not the author's: the quotation in which it lies whole, or the
    /// indirect speech in which it starts.
    pub fn region(&self, span: Span) -> Option<&Region> {
        let quotation = holder(&self.quotations, span.start);
        quotation
            .filter(|region| region.span.covers(span))
            .or_else(|| holder(&self.reported, span.start))
    }

    /// All regions that are not the author's: quotations, then indirect speech, each in order.
    pub fn regions(&self) -> impl Iterator<Item = &Region> {
        self.quotations.iter().chain(&self.reported)
    }

    /// The scare quotes: the quotation, and the entry that stands for it.
    pub fn scare_quotes(&self) -> &[(usize, u32)] {
        &self.scares
    }

    /// Gives the author the words of every speaker of whom `own` is true.
    pub fn own(&mut self, own: impl Fn(Span) -> bool) {
        for region in self.quotations.iter_mut().chain(&mut self.reported) {
            if region.voice != Voice::Scare && region.speaker.is_some_and(&own) {
                region.voice = Voice::Author;
            }
        }
    }

    /// The words of the tokens `from..to` by voice, in the order of [`VOICES`].
    pub fn words(&self, document: &Document, from: u32, to: u32) -> [u32; VOICES.len()] {
        let mut words = [0; VOICES.len()];
        self.each_word(document, from..to, |_, voice| words[voice as usize] += 1);
        words
    }

    /// Calls `found` with the first token of each word of some tokens, and with the word's voice.
    pub fn each_word(
        &self,
        document: &Document,
        tokens: Range<u32>,
        mut found: impl FnMut(u32, Voice),
    ) {
        let range = tokens.start as usize..tokens.end as usize;
        let words = tokens.zip(&document.tokens[range]).filter(|(_, token)| token.starts_word());
        let mut words = words.peekable();
        let Some(start) = words.peek().map(|(_, token)| token.start as usize) else { return };
        let ahead = |regions: &[Region]| regions.partition_point(|r| r.span.end <= start);
        let mut quotations = Walk { regions: &self.quotations[ahead(&self.quotations)..] };
        let mut reported = Walk { regions: &self.reported[ahead(&self.reported)..] };
        for (at, token) in words {
            let start = token.start as usize;
            let (quoted, told) = (quotations.voice(start), reported.voice(start));
            found(at, quoted.or(told).unwrap_or(Voice::Author));
        }
    }
}

/// Regions in order, walked along with the words.
struct Walk<'a> {
    regions: &'a [Region],
}

impl Walk<'_> {
    /// The voice at a byte that is not before the last one asked for.
    fn voice(&mut self, at: usize) -> Option<Voice> {
        while self.regions.first().is_some_and(|region| region.span.end <= at) {
            self.regions = &self.regions[1..];
        }
        self.regions.first().filter(|region| region.span.start <= at).map(|region| region.voice)
    }
}

/// The region of `regions` (in order, apart) that holds byte `at`.
fn holder(regions: &[Region], at: usize) -> Option<&Region> {
    let next = regions.partition_point(|region| region.span.start <= at);
    regions[..next].last().filter(|region| at < region.span.end)
}

/// The words of speech of a sentence.
fn of_sentence(readings: &[(u32, Reading)], sentence: u32) -> &[(u32, Reading)] {
    let from = readings.partition_point(|(at, _)| *at < sentence);
    let to = readings.partition_point(|(at, _)| *at <= sentence);
    &readings[from..to]
}

/// Who is named where the paragraph before number `paragraph` ends with a colon.
fn announcer(document: &Document, paragraph: u32, readings: &[(u32, Reading)]) -> Option<Span> {
    let before = &document.paragraphs[paragraph.checked_sub(1)? as usize];
    let announced = before.span.of(&document.source).ends_with(':');
    announced.then(|| closing_subject(document, before, readings)).flatten()
}

/// Whom the paragraph before number `paragraph` presents, where its last sentence names somebody: "Lena
/// Sorg stood up." before a speech of several paragraphs.
fn presented(document: &Document, paragraph: u32) -> Option<Span> {
    let before = &document.paragraphs[paragraph.checked_sub(1)? as usize];
    let at = document.quotations.partition_point(|quotation| quotation.paragraph + 1 < paragraph);
    let quoted = document.quotations[at..].first().is_some_and(|q| q.paragraph + 1 == paragraph);
    let words = Words::of(document, before.sentences.end - 1);
    let names = (words.from..words.to).take_while(|&at| words.is_capital(at)).count() as u32;
    (!quoted && names > 1).then(|| words.span(words.from, words.from + names - 1))
}

/// The subject of the last word of speech in a paragraph's last sentence, or of that sentence.
fn closing_subject(
    document: &Document,
    before: &Paragraph,
    readings: &[(u32, Reading)],
) -> Option<Span> {
    let sentence = before.sentences.end - 1;
    let words = Words::of(document, sentence);
    let subject = of_sentence(readings, sentence).last().and_then(|(_, reading)| reading.subject);
    let subject = subject.or_else(|| phrase::opening(&words, words.from, words.to));
    subject.map(|subject| reported::name(&words, subject))
}

/// All words of speech outside quotations, read in their sentences, and the indirect speech they make.
fn indirect(
    document: &Document,
    lexicon: &Lexicon,
    matches: &Matches,
) -> (Vec<(u32, Reading)>, Vec<Reported>) {
    let speeches = speech::find(lexicon, matches);
    let (mut readings, mut reported) = (Vec::new(), Vec::new());
    let mut outer = document.quotations.iter().filter(|quotation| quotation.depth == 0).peekable();
    for cues in speeches.chunk_by(|a, b| a.sentence == b.sentence) {
        let words = Words::of(document, cues[0].sentence);
        let mut outside = Vec::with_capacity(cues.len());
        for cue in cues {
            let at = document.tokens[cue.first as usize].start as usize;
            while outer.peek().is_some_and(|quotation| quotation.inner.end <= at) {
                outer.next();
            }
            let quoted = outer.peek().is_some_and(|quotation| quotation.inner.start <= at);
            if !quoted && cue.first >= words.from {
                outside.push(*cue);
            }
        }
        let read = reported::read(&words, &outside);
        reported::stretches(&words, &read, &mut reported);
        readings.extend(read.into_iter().map(|reading| (cues[0].sentence, reading)));
    }
    reported.sort_by_key(|stretch: &Reported| stretch.span.start);
    let mut end = 0;
    for stretch in &mut reported {
        // Of two that overlap the later one starts behind the earlier.
        stretch.span.start = stretch.span.start.max(end).min(stretch.span.end);
        end = end.max(stretch.span.end);
    }
    reported.retain(|stretch| !stretch.span.is_empty());
    (readings, reported)
}
