//! Counts of one paragraph or document.
//!
//! Laws: a category counts its findings; a group, and the total, count distinct merged spans, so
//! that a word which two categories hold counts once; paragraphs sum to their document.

use serde::{Deserialize, Serialize};

use crate::lexicon::{GROUPS, Lexicon};
use crate::passes::{Finding, Silence};
use crate::text::Span;
use crate::voice::{VOICES, Voice};

/// What was counted over some stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Words, as a reader counts them, in the voices that are counted: what rates divide by.
    pub words: u64,
    /// Words by voice, in the order of [`VOICES`], counted or not.
    pub voice_words: [u64; VOICES.len()],
    /// Distinct merged spans of cues by voice, counted or not, of all groups that are not apart.
    pub voice_cues: [u64; VOICES.len()],
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
    /// Distinct merged spans of loaded findings by voice and by their highest strength; under 0 those
    /// of strength 1 that do not count because they stand alone, and slanted ones.
    pub voice_loaded: [[u64; 4]; VOICES.len()],
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
            voice_cues: [0; VOICES.len()],
            voice_loaded: [[0; 4]; VOICES.len()],
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
        counts.voice_cues = voice_cues(findings, lexicon);
        counts.voice_loaded = voice_loaded(findings, lexicon);
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
        add(&mut self.voice_cues, &other.voice_cues);
        for (to, from) in self.voice_loaded.iter_mut().zip(&other.voice_loaded) {
            add(to, from);
        }
    }

    /// Words in all voices.
    pub fn all_words(&self) -> u64 {
        self.voice_words.iter().sum()
    }

    /// Distinct merged spans of loaded cues that count, in a voice.
    pub fn loaded_in(&self, voice: Voice) -> u64 {
        self.voice_loaded[voice as usize][1..].iter().sum()
    }
}

/// Whether `span` opens a new merged span behind those that reach as far as `end`, which it moves.
fn opens(end: &mut usize, span: Span) -> bool {
    let opens = span.start >= *end;
    *end = (*end).max(span.end);
    opens
}

/// Whether a finding counts, were every voice counted.
fn stands(finding: &Finding) -> bool {
    matches!(finding.silent_because, None | Some(Silence::OtherVoice))
}

/// See [`Counts::voice_cues`].
fn voice_cues(findings: &[Finding], lexicon: &Lexicon) -> [u64; VOICES.len()] {
    let (mut cues, mut ends) = ([0; VOICES.len()], [0; VOICES.len()]);
    let apart = |finding: &&Finding| lexicon.categories[finding.category as usize].group.apart;
    for finding in findings.iter().filter(|f| stands(f) && !apart(f)) {
        let voice = finding.voice as usize;
        cues[voice] += u64::from(opens(&mut ends[voice], finding.span));
    }
    cues
}

/// See [`Counts::voice_loaded`].
fn voice_loaded(findings: &[Finding], lexicon: &Lexicon) -> [[u64; 4]; VOICES.len()] {
    let category = |finding: &Finding| &lexicon.categories[finding.category as usize];
    let alone = |finding: &Finding| finding.silent_because == Some(Silence::NoCompany);
    let mut open: [Option<(usize, u8)>; VOICES.len()] = [None; VOICES.len()];
    let mut loads = [[0; 4]; VOICES.len()];
    for finding in findings {
        let weighs = match category(finding).loaded {
            true => stands(finding) || alone(finding),
            false => category(finding).slanted && stands(finding),
        };
        if !weighs {
            continue;
        }
        let lone = alone(finding) || !category(finding).loaded;
        let strength = if lone { 0 } else { finding.strength };
        let voice = finding.voice as usize;
        open[voice] = match open[voice] {
            // Merged with the one before: the strongest of them.
            Some((end, most)) if finding.span.start < end => {
                loads[voice][usize::from(most)] -= 1;
                Some((end.max(finding.span.end), most.max(strength)))
            }
            _ => Some((finding.span.end, strength)),
        };
        let most = open[voice].map_or(0, |(_, most)| most);
        loads[voice][usize::from(most)] += 1;
    }
    loads
}
