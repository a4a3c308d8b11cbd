//! A side of a comparison: the sum of its documents.

use std::collections::BTreeMap;

use super::naming::Plainer;
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::profile::Counts;

/// One side: a text or a group of texts.
#[derive(Debug)]
pub struct Side {
    /// What it is called.
    pub name: String,
    /// Its documents.
    pub documents: u64,
    /// The sum of their bodies' counts.
    pub counts: Counts,
    /// Documents with a counted finding, by category.
    pub with_category: Vec<u64>,
    /// Documents with a counted finding, by group.
    pub with_group: Vec<u64>,
    /// Counted findings in the bodies, by entry.
    pub entries: Vec<u64>,
    /// Where each used entry was first seen.
    pub first_seen: BTreeMap<u32, Sighting>,
    /// How often each plainer wording was seen, by its number in [`Plainer`], and where first.
    pub plainer: BTreeMap<u32, (u64, Sighting)>,
}

/// A place where a wording was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The document's id.
    pub document: String,
    /// The words as they stand there.
    pub text: String,
    /// Their sentence.
    pub sentence: String,
    /// Bytes of the sentence before the words.
    pub offset: usize,
    /// Code points of the source before the words.
    pub start_char: usize,
}

impl Side {
    /// A side without documents.
    pub fn new(name: String, lexicon: &Lexicon) -> Self {
        let counts = Counts::none(lexicon.categories.len());
        Self {
            name,
            documents: 0,
            with_category: vec![0; counts.categories.len()],
            with_group: vec![0; counts.groups.len()],
            counts,
            entries: vec![0; lexicon.entries.len()],
            first_seen: BTreeMap::new(),
            plainer: BTreeMap::new(),
        }
    }

    /// Adds a document.
    pub fn add(&mut self, analysis: &Analysis, plainer: &Plainer) {
        let hits = |counts: &[u64], documents: &mut [u64]| {
            documents.iter_mut().zip(counts).for_each(|(n, count)| *n += u64::from(*count > 0));
        };
        self.documents += 1;
        self.counts.add(&analysis.body);
        hits(&analysis.body.categories, &mut self.with_category);
        hits(&analysis.body.groups, &mut self.with_group);
        for finding in analysis.body_findings().filter(|finding| finding.counted()) {
            self.entries[finding.entry as usize] += 1;
            self.first_seen
                .entry(finding.entry)
                .or_insert_with(|| Sighting::of(analysis, finding.span, finding.sentence));
        }
        for (wording, span, sentence) in plainer.find(analysis) {
            let sighting = || (0, Sighting::of(analysis, span, sentence));
            self.plainer.entry(wording).or_insert_with(sighting).0 += 1;
        }
    }
}

impl Sighting {
    fn of(analysis: &Analysis, span: crate::text::Span, sentence: u32) -> Self {
        let document = &analysis.document;
        let whole = document.sentences[sentence as usize].span;
        Self {
            document: analysis.id.clone(),
            text: span.of(&document.source).to_owned(),
            sentence: whole.of(&document.source).to_owned(),
            offset: span.start.saturating_sub(whole.start),
            start_char: document.source[..span.start].chars().count(),
        }
    }

    /// The sentence before and behind the words, on one line and at most `most` characters of each,
    /// cut with an ellipsis.
    pub fn around(&self, most: usize) -> (String, String) {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = (self.offset + self.text.len()).min(self.sentence.len());
        let (before, after) =
            (one_line(&self.sentence[..self.offset]), one_line(&self.sentence[end..]));
        let gap = |piece: &str| if piece.starts_with(char::is_whitespace) { " " } else { "" };
        let joint =
            if self.sentence[..self.offset].ends_with(char::is_whitespace) { " " } else { "" };
        let behind = gap(&self.sentence[end..]);
        let before = match before.chars().count().checked_sub(most).filter(|&cut| cut > 0) {
            Some(cut) => format!("… {}{joint}", before.chars().skip(cut).collect::<String>()),
            None => format!("{before}{joint}"),
        };
        let after = match after.chars().count() > most {
            true => format!("{behind}{} …", after.chars().take(most).collect::<String>()),
            false => format!("{behind}{after}"),
        };
        (before, after)
    }
}
