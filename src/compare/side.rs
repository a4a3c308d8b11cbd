//! A side of a comparison: the sum of its documents.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation as _;

use super::naming::PlainerUse;
use crate::analysis::Analysis;
use crate::lexicon::{ActorKind, Lexicon};
use crate::profile::{ActorCounts, Counts};
use crate::text::one_line;

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
    /// Its actors by id, and the documents with a cue about each.
    pub actors: BTreeMap<String, (ActorCounts, u64)>,
    /// Counted findings in the bodies, by entry.
    pub entries: Vec<u64>,
    /// Where each used entry was first seen.
    pub first_seen: BTreeMap<u32, Sighting>,
    /// How often each plainer wording was seen, by its number in [`Plainer`](super::Plainer), and where first.
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
            actors: BTreeMap::new(),
            entries: vec![0; lexicon.entries.len()],
            first_seen: BTreeMap::new(),
            plainer: BTreeMap::new(),
        }
    }

    /// Adds a document, and the plainer wordings that it uses.
    pub(super) fn add(&mut self, analysis: &Analysis, lexicon: &Lexicon, plainer: Vec<PlainerUse>) {
        let hits = |counts: &[u64], documents: &mut [u64]| {
            documents.iter_mut().zip(counts).for_each(|(n, count)| *n += u64::from(*count > 0));
        };
        self.documents += 1;
        self.counts.add(&analysis.body);
        hits(&analysis.body.categories, &mut self.with_category);
        hits(&analysis.body.groups, &mut self.with_group);
        // Names without a cue would be half of a corpus.
        let kept = |actor: &&ActorCounts| actor.cues > 0 || actor.kind != ActorKind::Name;
        for actor in analysis.actors(lexicon).iter().filter(kept) {
            let documents = u64::from(actor.cues > 0);
            match self.actors.get_mut(&actor.id) {
                Some(sum) => {
                    sum.0.add(actor);
                    sum.1 += documents;
                }
                None => {
                    self.actors.insert(actor.id.clone(), (actor.clone(), documents));
                }
            }
        }
        for finding in analysis.body_findings().filter(|finding| finding.counted()) {
            self.entries[finding.entry as usize] += 1;
            self.first_seen
                .entry(finding.entry)
                .or_insert_with(|| Sighting::of(analysis, finding.span, finding.sentence));
        }
        for (wording, span, sentence) in plainer {
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

    /// The sentence before and behind the words, on one line, at most `most` characters of each,
    /// cut between words where there is a gap to cut at, with an ellipsis.
    pub fn around(&self, most: usize) -> (String, String) {
        let end = (self.offset + self.text.len()).min(self.sentence.len());
        let before = one_line(&self.sentence[..self.offset.min(end)]);
        let after = one_line(&self.sentence[end..]);
        (last(&before, most), first(&after, most))
    }
}

/// The last characters of a text.
fn last(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.grapheme_indices(true).rev().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[cut..];
    let kept = kept.split_once(' ').map_or(kept, |(_, words)| words);
    format!("… {kept}")
}

/// The first characters of a text.
fn first(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.grapheme_indices(true).nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    let kept = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_cut_between_words() {
        let cases = [
            ("a vile puppet here", 40, ("a vile ", " here")),
            ("long before it a vile puppet stood there for years", 9, ("… a vile ", " stood …")),
            ("puppet", 3, ("", "")),
            ("ééééééé puppet", 3, ("… ", "")),
            ("puppetééééé", 3, ("", "ééé …")),
            ("a\n  vile puppet\r\nhere", 40, ("a vile ", " here")),
        ];
        for (sentence, most, expected) in cases {
            let seen = Sighting {
                document: String::new(),
                text: "puppet".into(),
                sentence: sentence.into(),
                offset: sentence.find("puppet").unwrap(),
                start_char: 0,
            };
            let (before, after) = seen.around(most);
            assert_eq!((before.as_str(), after.as_str()), expected);
        }
    }
}
