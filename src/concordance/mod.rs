//! Concordance: every hit of a category, a group, an actor or a term, each in its sentence.
//!
//! Laws: the lines of a category are as many as its findings that count in the bodies, those of a group
//! as many as its distinct merged spans, those of an actor as many as the cues about it, so that a figure
//! of a report opens into its lines; context never leaves its sentence; lines are held, texts are not.

mod cut;
mod find;
mod line;
mod near;
mod order;
mod query;
mod sample;

use std::collections::{BTreeMap, BTreeSet};

pub use cut::{beginning, ending};
pub use find::{Part, find};
pub use line::{About, Cue, Line, Stand};
pub use order::{ORDERS, Order};
pub use query::{Facet, Query, TERM, term_source};

use sample::Sample;

/// What is looked for, and what of it becomes a line.
#[derive(Debug, Clone)]
pub struct Search {
    /// What is looked for.
    pub query: Query,
    /// Only cues about this actor; its id.
    pub about: Option<String>,
    /// The metadata field by whose values lines are put together.
    pub by: Option<String>,
    /// Whether hits that do not count, and those outside the bodies, become lines.
    pub all: bool,
}

/// What becomes of the lines.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice {
    /// Their order.
    pub order: Order,
    /// The size of a random sample, and its seed.
    pub sample: Option<(usize, u64)>,
    /// Lines that are kept at most, the first in order; 0 for all.
    pub limit: usize,
}

/// Counts over some documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents read.
    pub documents: u64,
    /// Documents with a line.
    pub documents_with: u64,
    /// Words of their bodies in the voices that are counted.
    pub words: u64,
    /// Lines.
    pub lines: u64,
    /// Hits in the bodies that count: the figure of the reports.
    pub counted: u64,
    /// Hits that would count, were they not in a headline, a heading or a dateline.
    pub elsewhere: u64,
    /// Hits that do not count, by the reason.
    pub silent: BTreeMap<&'static str, u64>,
}

/// Hits of what was asked for, in their sentences.
#[derive(Debug)]
pub struct Concordance {
    /// What was looked for.
    pub search: Search,
    /// What became of the lines.
    pub choice: Choice,
    /// The lines, in order: all, a sample, or the first of them.
    pub lines: Vec<Line>,
    /// The counts over all documents.
    pub tally: Tally,
    /// The counts by the values of the field, in the order of the values; missing ones are empty.
    pub values: BTreeMap<String, Tally>,
    /// Whether a document has the field.
    pub has_field: bool,
    /// The fields that documents have, where they are put together by one.
    pub fields: BTreeSet<String>,
    /// What is called nearly as what was asked for, where nothing was found.
    pub near: Vec<String>,
    /// Inputs that were skipped, as one sentence each.
    pub skipped: Vec<String>,
    sample: Option<Sample>,
    seen: BTreeSet<String>,
}

impl Concordance {
    /// A concordance without lines.
    pub fn new(search: Search, choice: Choice) -> Self {
        Self {
            search,
            choice,
            lines: Vec::new(),
            tally: Tally::default(),
            values: BTreeMap::new(),
            has_field: false,
            fields: BTreeSet::new(),
            near: Vec::new(),
            skipped: Vec::new(),
            sample: choice.sample.map(|(size, seed)| Sample::new(size, seed)),
            seen: BTreeSet::new(),
        }
    }

    /// Adds what was found in the next document.
    pub fn add(&mut self, part: Part) {
        let before = self.tally.lines;
        self.tally.add(&part.tally);
        if self.search.by.is_some() {
            self.has_field |= part.value.is_some();
            self.fields.extend(part.fields);
            let value = part.value.as_deref().unwrap_or_default();
            match self.values.get_mut(value) {
                Some(tally) => tally.add(&part.tally),
                None => drop(self.values.insert(value.to_owned(), part.tally)),
            }
        }
        self.seen.extend(part.near);
        for (number, mut line) in (before..).zip(part.lines) {
            line.number = number;
            match &mut self.sample {
                Some(sample) => sample.add(line),
                None => self.lines.push(line),
            }
        }
    }

    /// Puts the lines in their order, when all documents are in; `lexicon` is that of the analyses.
    pub fn finish(&mut self, lexicon: &crate::lexicon::Lexicon) {
        if let Some(sample) = self.sample.take() {
            self.lines = sample.lines();
        }
        order::sort(&mut self.lines, self.choice.order);
        if self.choice.limit > 0 {
            self.lines.truncate(self.choice.limit);
        }
        if self.tally.lines == 0 {
            self.near = near::names(&self.search, lexicon);
            let seen = std::mem::take(&mut self.seen);
            self.near.extend(seen.into_iter().take(near::MOST.saturating_sub(self.near.len())));
        }
    }
}

impl Tally {
    /// Adds the counts over other documents.
    fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.documents_with += other.documents_with;
        self.words += other.words;
        self.lines += other.lines;
        self.counted += other.counted;
        self.elsewhere += other.elsewhere;
        for (reason, count) in &other.silent {
            *self.silent.entry(reason).or_default() += count;
        }
    }
}
