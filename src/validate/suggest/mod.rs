//! Candidate terms for a category, from the user's own texts.
//!
//! Two signs are put together. *Company*: a term stands in sentences that hold a known entry of the
//! category more often than elsewhere. *Keyness*: the texts use it more than a second collection
//! does, where one is given. Both are weighted log odds (Monroe, Colaresi & Quinn 2008); the score is
//! the smaller of the two, since a candidate has to show both. It is a rank for a reader to go down,
//! not a test, and nothing is ever added to a lexicon by itself. Names are no candidates: words in
//! capitals inside a sentence.

mod phrases;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::stats::{Usage, log_odds};
use crate::text::{Document, Layout, Span, is_function_word};
use crate::validate::excerpt::cut;
use phrases::phrases;

/// Words of the longest phrase.
const LONGEST: usize = 3;
/// Different phrases that are kept; beyond these, those met once are dropped.
const MOST: usize = 3_000_000;
/// A shorter phrase is left out where a longer one takes so large a share of its occurrences.
const SWALLOWED: f64 = 0.8;

/// What the phrases of some texts keep company with.
#[derive(Debug, Default)]
pub struct Phrases {
    /// Documents read.
    documents: u64,
    seen: HashMap<String, Seen>,
    /// Words that could be terms, in company and elsewhere.
    words: [u64; 2],
}

/// One phrase.
#[derive(Debug, Clone, Default)]
struct Seen {
    /// Occurrences in sentences with a known entry of the category, and elsewhere.
    hits: [u64; 2],
    documents: u64,
    /// The first place, one in company if there is any.
    example: Option<Place>,
}

/// A place in a sentence, which the phrases of the sentence share.
#[derive(Debug, Clone)]
struct Place {
    id: Arc<str>,
    sentence: Arc<str>,
    span: Span,
}

/// A candidate.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The phrase, in lower case.
    pub term: String,
    /// Occurrences.
    pub count: u64,
    /// Documents that hold it.
    pub documents: u64,
    /// Occurrences in a sentence with a known entry.
    pub in_company: u64,
    /// z of the log odds in company against elsewhere.
    pub company: f64,
    /// z of the log odds against the second collection, where there is one.
    pub keyness: Option<f64>,
    /// What candidates are ordered by.
    pub score: f64,
    /// The text of the example.
    pub id: String,
    /// A sentence with it.
    pub sentence: String,
}

/// What a candidate must have.
#[derive(Debug, Clone, Copy)]
pub struct Least {
    /// Occurrences.
    pub count: u64,
    /// Documents.
    pub documents: u64,
}

impl Phrases {
    /// The phrases of one text. `category` is an index into the lexicon's.
    pub fn of(analysis: &Analysis, category: u32) -> Self {
        let mut all = Self { documents: 1, ..Self::default() };
        let ours = || analysis.findings.iter().filter(|finding| finding.category == category);
        let mut cues = ours().map(|finding| finding.span).collect::<Vec<_>>();
        cues.sort_by_key(|span| span.start);
        let company: HashSet<u32> = ours().map(|f| f.sentence).collect();
        let id: Arc<str> = analysis.id.as_str().into();
        for (index, sentence) in analysis.document.sentences.iter().enumerate() {
            let elsewhere = usize::from(!company.contains(&(index as u32)));
            let text: Arc<str> = sentence.span.of(&analysis.document.source).into();
            for phrase in phrases(&analysis.document, index, LONGEST, &cues) {
                all.words[elsewhere] += u64::from(phrase.words == 1);
                let seen = all.seen.entry(phrase.text).or_default();
                if seen.documents == 0 || elsewhere == 0 && seen.hits[0] == 0 {
                    let start = sentence.span.start;
                    let span = Span::new(phrase.span.start - start, phrase.span.end - start);
                    seen.example = Some(Place { id: id.clone(), sentence: text.clone(), span });
                }
                seen.documents = 1;
                seen.hits[elsewhere] += 1;
            }
        }
        all
    }

    /// Adds the phrases of later texts.
    pub fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.words.iter_mut().zip(other.words).for_each(|(sum, count)| *sum += count);
        for (phrase, theirs) in other.seen {
            let seen = self.seen.entry(phrase).or_default();
            if seen.documents == 0 || seen.hits[0] == 0 && theirs.hits[0] > 0 {
                seen.example = theirs.example;
            }
            seen.documents += theirs.documents;
            seen.hits.iter_mut().zip(theirs.hits).for_each(|(sum, count)| *sum += count);
        }
        if self.seen.len() > MOST {
            self.seen.retain(|_, seen| seen.hits[0] + seen.hits[1] > 1);
        }
    }

    /// Documents read.
    pub const fn documents(&self) -> u64 {
        self.documents
    }

    /// The best candidates for `category` first: those that have the `least`, stand in company more
    /// than elsewhere (and, where `against` is given, more here than there), and that the category
    /// does not hold yet.
    pub fn candidates(
        &self,
        against: Option<&Self>,
        lexicon: &Lexicon,
        category: u32,
        least: Least,
    ) -> Vec<Candidate> {
        let enough = |seen: &Seen| {
            seen.hits[0] + seen.hits[1] >= least.count && seen.documents >= least.documents
        };
        let mut found: Vec<_> = self
            .seen
            .iter()
            .filter(|(term, seen)| enough(seen) && !held(lexicon, category, term))
            .filter_map(|(term, seen)| self.candidate(term, seen, against))
            .collect();
        found.sort_by(|x, y| y.score.total_cmp(&x.score).then_with(|| x.term.cmp(&y.term)));
        without_swallowed(found)
    }

    fn candidate(&self, term: &str, seen: &Seen, against: Option<&Self>) -> Option<Candidate> {
        let [near, far] = self.words;
        let usage = |hits, of| Usage { hits, of };
        let company = log_odds(usage(seen.hits[0], near), usage(seen.hits[1], far))?;
        let count = seen.hits[0] + seen.hits[1];
        let keyness = match against {
            None => None,
            Some(other) => {
                let there = other.seen.get(term).map_or(0, |seen| seen.hits[0] + seen.hits[1]);
                Some(log_odds(usage(count, near + far), usage(there, other.words.iter().sum()))?)
            }
        };
        let score = keyness.map_or(company, |keyness| company.min(keyness));
        if score <= 0.0 {
            return None;
        }
        let place = seen.example.as_ref()?;
        let (id, sentence) = (place.id.to_string(), cut(&place.sentence, place.span));
        Some(Candidate {
            term: term.to_owned(),
            count,
            documents: seen.documents,
            in_company: seen.hits[0],
            company,
            keyness,
            score,
            id,
            sentence,
        })
    }
}

/// Whether the category has an entry that covers the whole of `term`, or `term` holds no word that
/// could be a cue.
fn held(lexicon: &Lexicon, category: u32, term: &str) -> bool {
    if term.split(' ').all(is_function_word) {
        return true;
    }
    let Ok(document) = Document::new(term.to_owned(), Layout::Blank) else { return true };
    let last = document.tokens.len() as u32 - 1;
    let matches = lexicon.matches(&document);
    let covers = |hit: &crate::lexicon::Hit| {
        lexicon.entry(hit.entry).category == category && hit.first == 0 && hit.last == last
    };
    matches.hits.iter().any(covers)
}

/// Leaves out what a longer candidate says as well.
fn without_swallowed(found: Vec<Candidate>) -> Vec<Candidate> {
    let mut most: HashMap<String, u64> = HashMap::new();
    for candidate in &found {
        let words: Vec<&str> = candidate.term.split(' ').collect();
        for length in 1..words.len() {
            for part in words.windows(length) {
                let count = most.entry(part.join(" ")).or_default();
                *count = candidate.count.max(*count);
            }
        }
    }
    let stands = |candidate: &Candidate| {
        let longer = most.get(&candidate.term).copied().unwrap_or(0);
        (longer as f64) < SWALLOWED * candidate.count as f64
    };
    found.into_iter().filter(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;

    fn collected(lexicon: &Lexicon, texts: &[&str]) -> Phrases {
        let mut phrases = Phrases::default();
        for text in texts {
            let analysis = analyse((*text).to_owned(), Layout::Blank, lexicon).unwrap();
            phrases.add(Phrases::of(&analysis, 0));
        }
        phrases
    }

    const TEXTS: &[&str] = &[
        "The lackeys and hired pens cheered. The bread was good.",
        "A lackey paid the hired pens again. The bread was cheap.",
        "Bread was sold. The river rose and the bread was late.",
    ];

    fn lexicon() -> Lexicon {
        let text = "id = \"test\"\ntitle = \"T\"\ngroup = \"labels\"\nlanguage = \"en\"\n\
                    version = \"1.0.0\"\npolarity = \"negative\"\nwhy = \"A test.\"\nsources = []\n\
                    flags = []\nignores = []\n[[entries]]\nterms = [\"lackey\"]\nstrength = 3\n\
                    inflect = \"noun\"\nwhy = \"demeans\"\ninstead = [\"ally\"]\n";
        let source = crate::lexicon::Source { file: "t.toml".into(), text: text.into() };
        Lexicon::compile(&[source]).unwrap()
    }

    #[test]
    fn what_keeps_company_with_known_entries_comes_first() {
        let lexicon = lexicon();
        let least = Least { count: 2, documents: 2 };
        let found = collected(&lexicon, TEXTS).candidates(None, &lexicon, 0, least);
        assert_eq!(found[0].term, "hired pens", "{found:?}");
        assert_eq!((found[0].count, found[0].in_company, found[0].documents), (2, 2, 2));
        assert_eq!(found[0].sentence, "The lackeys and [hired pens] cheered.");
        assert!(found.iter().all(|c| c.term != "bread" && c.term != "lackeys" && c.term != "pens"));
    }

    #[test]
    fn what_a_second_collection_has_as_well_is_no_candidate() {
        let lexicon = lexicon();
        let least = Least { count: 2, documents: 2 };
        let other = collected(&lexicon, &["Hired pens, hired pens and hired pens wrote it."]);
        let found = collected(&lexicon, TEXTS).candidates(Some(&other), &lexicon, 0, least);
        assert!(found.iter().all(|candidate| candidate.term != "hired pens"), "{found:?}");
    }
}
