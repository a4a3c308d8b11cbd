//! Counts of one paragraph or document.
//!
//! Laws: a category counts its findings; a group, and the total, count distinct merged spans, so
//! that a word which two categories hold counts once; paragraphs sum to their document.

use crate::lexicon::{GROUPS, Lexicon};
use crate::passes::{Finding, Silence};
use crate::text::Span;
use crate::voice::{VOICES, Voice};

/// What was counted over some stretch of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Words, as a reader counts them.
    pub words: u64,
    /// Words by voice, in the order of [`VOICES`].
    pub voice_words: [u64; VOICES.len()],
    /// Sentences.
    pub sentences: u64,
    /// Sentences with at least one counted cue.
    pub cue_sentences: u64,
    /// Counted findings by category, in the lexicon's order.
    pub categories: Vec<u64>,
    /// Distinct merged spans of counted findings by group, in the order of [`GROUPS`].
    pub groups: [u64; GROUPS.len()],
    /// Distinct merged spans of counted findings of all groups but those shown apart.
    pub total: u64,
    /// Distinct merged spans of the author's loaded findings, by their highest strength; under 0
    /// those of strength 1 that do not count because they stand alone, and slanted ones.
    pub author_loaded: [u64; 4],
}

impl Counts {
    /// Nothing counted, for a lexicon of so many categories.
    pub fn none(categories: usize) -> Self {
        Self {
            words: 0,
            voice_words: [0; VOICES.len()],
            sentences: 0,
            cue_sentences: 0,
            categories: vec![0; categories],
            groups: [0; GROUPS.len()],
            total: 0,
            author_loaded: [0; 4],
        }
    }

    /// Counts the findings (sorted by start) of one paragraph; words and sentences are not theirs to tell.
    pub fn of(findings: &[Finding], lexicon: &Lexicon) -> Self {
        let mut counts = Self::none(lexicon.categories.len());
        let counted = || findings.iter().filter(|finding| finding.counted());
        for finding in counted() {
            counts.categories[finding.category as usize] += 1;
        }
        let (mut groups, mut all, mut sentence) = ([0; GROUPS.len()], 0, None);
        for finding in counted() {
            let category = &lexicon.categories[finding.category as usize];
            let group = category.group_at;
            counts.groups[group] += u64::from(opens(&mut groups[group], finding.span));
            if !category.group.apart {
                counts.total += u64::from(opens(&mut all, finding.span));
                let before = sentence.replace(finding.sentence);
                counts.cue_sentences += u64::from(before != sentence);
            }
        }
        counts.author_loaded = author_loaded(findings, lexicon);
        counts
    }

    /// Adds the counts of another stretch of the same lexicon.
    pub fn add(&mut self, other: &Self) {
        let add = |to: &mut [u64], from: &[u64]| to.iter_mut().zip(from).for_each(|(a, b)| *a += b);
        self.words += other.words;
        self.sentences += other.sentences;
        self.cue_sentences += other.cue_sentences;
        self.total += other.total;
        add(&mut self.voice_words, &other.voice_words);
        add(&mut self.categories, &other.categories);
        add(&mut self.groups, &other.groups);
        add(&mut self.author_loaded, &other.author_loaded);
    }

    /// The words in the author's own voice, scare quotes included: they are the author's marks.
    pub fn author_words(&self) -> u64 {
        let voice = |voice: Voice| self.voice_words[voice as usize];
        voice(Voice::Author) + voice(Voice::Scare)
    }
}

/// Whether `span` opens a new merged span behind those that reach as far as `end`, which it moves.
fn opens(end: &mut usize, span: Span) -> bool {
    let opens = span.start >= *end;
    *end = (*end).max(span.end);
    opens
}

/// See [`Counts::author_loaded`].
fn author_loaded(findings: &[Finding], lexicon: &Lexicon) -> [u64; 4] {
    let alone = |finding: &Finding| finding.silent_because == Some(Silence::NoCompany);
    let category = |finding: &Finding| &lexicon.categories[finding.category as usize];
    let weighs = findings.iter().filter(|finding| {
        matches!(finding.voice, Voice::Author | Voice::Scare)
            && match category(finding).loaded {
                true => finding.counted() || alone(finding),
                false => category(finding).slanted && finding.counted(),
            }
    });
    let weight = |f: &Finding| if alone(f) || !category(f).loaded { 0 } else { f.strength };
    let mut loads = [0; 4];
    for (_, strength) in merged(weighs, weight) {
        loads[usize::from(strength)] += 1;
    }
    loads
}

/// The distinct merged spans of findings sorted by start, each with the highest that `strength` says.
fn merged<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    strength: impl Fn(&Finding) -> u8,
) -> impl Iterator<Item = (Span, u8)> {
    let mut findings = findings.map(move |finding| (finding.span, strength(finding))).peekable();
    std::iter::from_fn(move || {
        let (mut span, mut strength) = findings.next()?;
        while let Some((next, more)) = findings.next_if(|(next, _)| next.start < span.end) {
            span.end = span.end.max(next.end);
            strength = strength.max(more);
        }
        Some((span, strength))
    })
}
