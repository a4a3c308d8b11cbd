//! Naming pairs: one side uses an entry where the other uses its plainer wording.

use std::collections::BTreeMap;

use super::side::{Side, Sighting};
use crate::analysis::Analysis;
use crate::lexicon::{Lexicon, Phrases};
use crate::stats::per_thousand;
use crate::text::{Part, Span};

/// The plainer wordings (`instead`) of all entries, ready to be looked for.
#[derive(Debug)]
pub struct Plainer {
    wordings: Vec<String>,
    phrases: Phrases,
    /// The wordings of each block.
    by_block: Vec<Vec<u32>>,
}

impl Plainer {
    /// Collects the plainer wordings of `lexicon`; they take the inflection of their block.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut numbers = BTreeMap::new();
        let (mut wordings, mut kinds) = (Vec::new(), Vec::new());
        let mut by_block = Vec::with_capacity(lexicon.blocks.len());
        for block in &lexicon.blocks {
            let number = |wording: &String| {
                *numbers.entry((wording.clone(), block.inflect as u8)).or_insert_with(|| {
                    wordings.push(wording.clone());
                    kinds.push(block.inflect);
                    wordings.len() as u32 - 1
                })
            };
            by_block.push(block.instead.iter().map(number).collect());
        }
        let listed: Vec<_> = wordings.iter().map(String::as_str).zip(kinds).collect();
        let phrases = Phrases::new(&listed);
        Self { wordings, phrases, by_block }
    }

    /// The wording of a number.
    pub fn wording(&self, number: u32) -> &str {
        &self.wordings[number as usize]
    }

    /// Where the body of a document uses a plainer wording, outside its cues: number, place, sentence.
    pub(super) fn find(&self, analysis: &Analysis) -> Vec<PlainerUse> {
        let document = &analysis.document;
        let body = |sentence: u32| {
            let paragraph = document.sentences[sentence as usize].paragraph;
            document.paragraphs[paragraph as usize].part == Part::Body
        };
        let mut cues = analysis.findings.iter().filter(|finding| finding.counted()).peekable();
        let mut reach = 0;
        let mut outside = |span: Span| {
            while let Some(cue) = cues.next_if(|cue| cue.span.start < span.end) {
                reach = reach.max(cue.span.end);
            }
            reach <= span.start
        };
        let found = self.phrases.find(document).into_iter();
        found.filter(|&(_, span, sentence)| outside(span) && body(sentence)).collect()
    }
}

/// A plainer wording in a document: its number in [`Plainer`], its place, its sentence.
pub(super) type PlainerUse = (u32, Span, u32);

/// One side's entry beside the other side's plainer wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamingPair {
    /// Whether the first side uses the entry (and the second the plainer wording).
    pub entry_in_a: bool,
    /// The entry.
    pub entry: u32,
    /// How often its side uses it.
    pub count: u64,
    /// Where first.
    pub seen: Sighting,
    /// The plainer wording.
    pub instead: String,
    /// How often the other side uses that.
    pub instead_count: u64,
    /// Where first.
    pub instead_seen: Sighting,
}

/// All naming pairs of loaded entries, the strongest first, then the most used.
pub(super) fn pairs(a: &Side, b: &Side, lexicon: &Lexicon, plainer: &Plainer) -> Vec<NamingPair> {
    let mut pairs = one_way(a, b, lexicon, plainer, true);
    pairs.extend(one_way(b, a, lexicon, plainer, false));
    pairs.sort_by_key(|pair| {
        let entry = lexicon.entry(pair.entry);
        let strength = lexicon.block(entry).strength;
        (3 - strength, u64::MAX - pair.count.min(pair.instead_count), pair.entry)
    });
    pairs
}

/// Occurrences per 1,000 words from which a single word is too common to be somebody's name for a thing.
const COMMON: f64 = 4.0;

/// Whether a wording is one everyday word ("with", "only") that says nothing about naming.
fn is_common(wording: &str, count: u64, words: u64) -> bool {
    let single = !wording.contains([' ', '-']);
    let rate = per_thousand(count, words);
    single && count > 2 && rate.is_some_and(|rate| rate > COMMON)
}

fn one_way(
    user: &Side,
    other: &Side,
    lexicon: &Lexicon,
    plainer: &Plainer,
    entry_in_a: bool,
) -> Vec<NamingPair> {
    let mut pairs = Vec::new();
    for (&entry, seen) in &user.first_seen {
        // Where the other side uses the entry as well, the choice of words does not divide them.
        if other.entries[entry as usize] > 0 {
            continue;
        }
        if !lexicon.category(lexicon.entry(entry)).loaded {
            continue;
        }
        for wording in &plainer.by_block[lexicon.entry(entry).block as usize] {
            if let Some((instead_count, instead_seen)) = other.plainer.get(wording)
                && !is_common(plainer.wording(*wording), *instead_count, other.counts.words)
            {
                pairs.push(NamingPair {
                    entry_in_a,
                    entry,
                    count: user.entries[entry as usize],
                    seen: seen.clone(),
                    instead: plainer.wording(*wording).to_owned(),
                    instead_count: *instead_count,
                    instead_seen: instead_seen.clone(),
                });
            }
        }
    }
    pairs
}
