//! Documents come in one by one, and a comparison comes out.
//!
//! Memory: the counts of each document (about 16 bytes a category or actor that it has), its imprint (156
//! bytes) and, for keyness, its words (4 bytes each), never its text; of a side that has one document so
//! far, that document, since its paragraphs may become the units.

use super::comparison::{Comparison, Gathered, Labels};
use super::duplicates::{Clusters, Imprint, Watch};
use super::keyness::{Corpus, KeynessOptions};
use super::naming::{Plainer, PlainerUse};
use super::passages::passages;
use super::sample::{Membership, Sample, Unit};
use super::side::Side;
use super::vocabulary::RunningText;
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::stats::Resampling;

/// A comparison whose documents are still coming in.
#[derive(Debug)]
pub struct Gathering<'a> {
    lexicon: &'a Lexicon,
    plainer: &'a Plainer,
    sides: Vec<Side>,
    sample: Sample,
    watch: Watch,
    /// The words of all units, where keyness is wanted.
    corpus: Option<(Corpus, KeynessOptions)>,
    /// The document of each side that has one so far.
    singles: Vec<Option<Analysis>>,
}

/// A document, and what can be taken from it on any thread.
#[derive(Debug)]
pub struct Prepared {
    analysis: Analysis,
    imprint: Imprint,
    words: Option<RunningText>,
    /// Where it uses a plainer wording.
    plainer: Vec<PlainerUse>,
}

impl Prepared {
    /// Takes from `analysis`, which was read with `lexicon`, what a comparison needs; `keyness` tells
    /// whether that is its words too.
    pub fn of(analysis: Analysis, lexicon: &Lexicon, plainer: &Plainer, keyness: bool) -> Self {
        analysis.actors(lexicon);
        let imprint = Imprint::of(&analysis.document);
        let words = keyness.then(|| RunningText::of(&analysis));
        let plainer = plainer.find(&analysis);
        Self { analysis, imprint, words, plainer }
    }

    /// The document.
    pub const fn analysis(&self) -> &Analysis {
        &self.analysis
    }
}

impl<'a> Gathering<'a> {
    /// No document yet; `keyness` is how words are compared, if they are.
    pub fn new(
        lexicon: &'a Lexicon,
        plainer: &'a Plainer,
        keyness: Option<KeynessOptions>,
    ) -> Self {
        Self {
            lexicon,
            plainer,
            sides: Vec::new(),
            sample: Sample::new(lexicon),
            watch: Watch::default(),
            corpus: keyness.map(|options| (Corpus::new(), options)),
            singles: Vec::new(),
        }
    }

    /// Adds a side without documents, and gives its number.
    pub fn side(&mut self, name: String) -> usize {
        self.sides.push(Side::new(name, self.lexicon));
        self.singles.push(None);
        self.sides.len() - 1
    }

    /// Adds a document that was read with the lexicon of the comparison.
    pub fn add(&mut self, document: Prepared, place: Membership) {
        let Prepared { analysis, imprint, words, plainer } = document;
        let side = &mut self.sides[place.side];
        side.add(&analysis, self.lexicon, plainer);
        self.watch.put(&analysis.id, &imprint);
        let unit = self.sample.document(&analysis, self.lexicon, place);
        if let (Some((corpus, _)), Some(words)) = (&mut self.corpus, words.filter(|_| unit)) {
            corpus.add_text(&words);
        }
        self.singles[place.side] = (side.documents == 1).then_some(analysis);
    }

    /// The sides so far: name and documents.
    pub fn sides(&self) -> impl Iterator<Item = (&str, u64)> {
        self.sides.iter().map(|side| (side.name.as_str(), side.documents))
    }

    /// Puts the sides in the order of their names.
    pub fn sort(&mut self) {
        let mut order: Vec<usize> = (0..self.sides.len()).collect();
        order.sort_by(|&x, &y| self.sides[x].name.cmp(&self.sides[y].name));
        self.sides.sort_by(|x, y| x.name.cmp(&y.name));
        self.sample.groups.resize(order.len(), Vec::new());
        self.sample.groups = order.iter().map(|&at| self.sample.groups[at].clone()).collect();
        self.singles = order.iter().map(|&at| self.singles[at].take()).collect();
    }

    /// Compares what has come in.
    pub fn finish(mut self, mut labels: Labels, plan: &Resampling) -> Comparison {
        labels.notes.extend(self.notes());
        let singles: Option<Vec<Analysis>> =
            std::mem::take(&mut self.singles).into_iter().collect();
        let singles = singles.filter(|singles| singles.len() > 1 && labels.periods.is_empty());
        let (unit, told) = match &singles {
            None => (Unit::Document, None),
            Some(texts) => {
                self.take_paragraphs(texts);
                let told = match texts.as_slice() {
                    [a, b] => Some(passages(a, b, self.lexicon)),
                    _ => None,
                };
                (Unit::Paragraph, told)
            }
        };
        if unit == Unit::Document && self.sides.len() > 1 {
            let alone = self.sides.iter().filter(|side| side.documents == 1);
            labels.notes.extend(alone.map(|side| {
                format!("{} has one document: no difference from it can be tested.", side.name)
            }));
        }
        let gathered = Gathered {
            sides: self.sides,
            unit,
            sample: self.sample,
            corpus: self.corpus,
            passages: told,
        };
        Comparison::new(gathered, labels, plan, (self.lexicon, self.plainer))
    }

    /// Takes the paragraphs of single texts as the units.
    fn take_paragraphs(&mut self, texts: &[Analysis]) {
        self.sample = Sample::new(self.lexicon);
        if let Some((corpus, _)) = &mut self.corpus {
            *corpus = Corpus::new();
        }
        for (side, text) in texts.iter().enumerate() {
            let place = Membership { side, ..Membership::default() };
            let units = self.sample.paragraphs(text, self.lexicon, place);
            let Some((corpus, _)) = &mut self.corpus else { continue };
            for (words, _) in
                RunningText::paragraphs(text).iter().zip(units).filter(|(_, unit)| *unit)
            {
                corpus.add_text(words);
            }
        }
    }

    /// What repeats in the corpus, in sentences.
    fn notes(&self) -> Vec<String> {
        let found = self.watch.duplicates();
        let mut notes = Vec::new();
        if found.repeated_ids > 0 {
            let named: Vec<String> =
                found.repeated.iter().map(|(id, times)| format!("{id} ({times} times)")).collect();
            let ids = if found.repeated_ids == 1 { "id comes" } else { "ids come" };
            notes.push(format!(
                "{} {ids} more than once: {}.",
                found.repeated_ids,
                named.join(", ")
            ));
        }
        if found.copies.clusters > 0 {
            notes.push(repeats(&found.copies, "the same text"));
        }
        // Copies are alike as well.
        if found.alike.documents > found.copies.documents {
            notes.push(repeats(&found.alike, "nearly the same text"));
        }
        notes
    }
}

/// A sentence on documents that repeat others.
fn repeats(clusters: &Clusters, what: &str) -> String {
    let named: Vec<String> = clusters.examples.iter().map(|ids| ids.join(" = ")).collect();
    format!(
        "{} documents hold {what} as another (up to {} together): {}. They are not independent, which p \
         takes them to be.",
        clusters.documents,
        clusters.largest,
        named.join("; ")
    )
}
