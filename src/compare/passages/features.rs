//! Features of a sentence: who and what it speaks of, whatever words it takes for that.
//!
//! An actor of the gazetteers counts by its id (U.S. is the United States), a group under one noun by that
//! word (allies), a name of the text by its last word (Dana Whitlow is Whitlow), a number by its value
//! (five is 5), any other word by its stem. Function words are none, nor words of saying, which stand in
//! the news whatever it tells. A loaded cue stands for its plainer wordings as well, softly: "vassal
//! forces" may meet "allies".

use std::collections::HashMap;

use crate::actors::{ActorId, Mention};
use crate::analysis::Analysis;
use crate::input::MONTH_NAMES;
use crate::lexicon::{ActorKind, Lexicon, stem};
use crate::text::{Document, Span, Words, is_function_word};

/// Something that a sentence speaks of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature {
    /// Its number in [`Features`].
    pub(super) id: u32,
    /// The words, in the source.
    pub(super) span: Span,
    /// Whether only the plainer wording of the words says it.
    pub(super) soft: bool,
}

/// The features of both texts and their numbers.
#[derive(Debug, Default)]
pub(super) struct Features {
    ids: HashMap<String, u32>,
    /// What the words stand for, as they are written.
    words: HashMap<String, Option<u32>>,
    /// Words of plainer wordings, by block, as they are asked for.
    plainer: HashMap<u32, Vec<u32>>,
}

/// Stems of words of saying.
const SAYING: &[&str] = &["accord", "add", "sai", "say", "tell"];

/// Numbers in words; the place is the value less two.
const NUMBERS: &[&str] = &[
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// Tens in words, from thirty.
const TENS: &[&str] = &["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

impl Features {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The features of each sentence, in order.
    pub(super) fn of(&mut self, analysis: &Analysis, lexicon: &Lexicon) -> Vec<Vec<Feature>> {
        let mut findings = analysis.findings.iter().peekable();
        let sentences = 0..analysis.document.sentences.len() as u32;
        let all = sentences.map(|number| {
            let mut features = self.words(analysis, lexicon, number);
            while let Some(finding) = findings.next_if(|finding| finding.sentence <= number) {
                let entry = lexicon.entry(finding.entry);
                if lexicon.category(entry).loaded {
                    let soft = |&id: &u32| Feature { id, span: finding.span, soft: true };
                    features.extend(self.plainer(entry.block, lexicon).iter().map(soft));
                }
            }
            features
        });
        all.collect()
    }

    fn words(&mut self, analysis: &Analysis, lexicon: &Lexicon, number: u32) -> Vec<Feature> {
        let document = &analysis.document;
        let words = Words::of(document, number);
        let mut mentions = analysis.cast.in_sentence(number).iter().peekable();
        let (mut features, mut at) = (Vec::new(), words.from);
        while at < words.to {
            while mentions.next_if(|mention| mention.first < at).is_some() {}
            let (id, last) = match mentions.peek().filter(|mention| mention.first == at) {
                Some(mention) => (self.name(analysis, lexicon, mention), mention.last),
                None if is_tail(document, at) => (None, at),
                None => (self.word(document.span(at, at).of(&document.source)), at),
            };
            let span = document.span(at, last);
            features.extend(id.map(|id| Feature { id, span, soft: false }));
            at = last + 1;
        }
        features
    }

    fn plainer(&mut self, block: u32, lexicon: &Lexicon) -> &[u32] {
        if !self.plainer.contains_key(&block) {
            let wordings = &lexicon.blocks[block as usize].instead;
            let words = wordings.iter().flat_map(|wording| wording.split([' ', '-']));
            let mut ids: Vec<u32> = words.filter_map(|word| self.word(word)).collect();
            ids.sort_unstable();
            ids.dedup();
            self.plainer.insert(block, ids);
        }
        self.plainer.get(&block).map_or(&[], Vec::as_slice)
    }

    /// The feature of the actor of a mention.
    fn name(&mut self, analysis: &Analysis, lexicon: &Lexicon, mention: &Mention) -> Option<u32> {
        let document = &analysis.document;
        let single = mention.first == mention.last;
        match mention.actor {
            ActorId::Known(at) => {
                let actor = &lexicon.actors[at as usize];
                if single && actor.kind == ActorKind::Group {
                    return self.word(mention.span(document).of(&document.source));
                }
                Some(self.number(format!("@{}", actor.id)))
            }
            ActorId::Named(_) => {
                self.word(document.span(mention.last, mention.last).of(&document.source))
            }
        }
    }

    /// The feature of a word.
    fn word(&mut self, word: &str) -> Option<u32> {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        let id = key(word).map(|key| self.number(key));
        self.words.insert(word.to_owned(), id);
        id
    }

    fn number(&mut self, key: String) -> u32 {
        let next = self.ids.len() as u32;
        *self.ids.entry(key).or_insert(next)
    }
}

/// Whether a token is the number behind a word's hyphen: COVID-19 is one thing.
fn is_tail(document: &Document, at: u32) -> bool {
    let token = |at: u32| document.tokens[at as usize];
    at > 0
        && token(at).before.joins()
        && token(at).shape.is_number()
        && !token(at - 1).shape.is_number()
}

/// What stands for a word; `None` for a function word, one of saying and a single letter.
fn key(word: &str) -> Option<String> {
    let small = word.to_lowercase().replace('\u{2019}', "'");
    let month = |month: &&&str| small.len() >= 3 && month.starts_with(&small) && word != small;
    if let Some(month) = MONTH_NAMES.iter().find(month) {
        return Some((*month).to_owned());
    }
    if is_function_word(&small) {
        return None;
    }
    if small.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(small.replace(',', ""));
    }
    if let Some(value) = NUMBERS.iter().position(|number| *number == small) {
        return Some((value + 2).to_string());
    }
    if let Some(value) = TENS.iter().position(|number| *number == small) {
        return Some((10 * value + 30).to_string());
    }
    let stem = stem(&small);
    (stem.chars().nth(1).is_some() && !SAYING.contains(&stem.as_str())).then_some(stem)
}
