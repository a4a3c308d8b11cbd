//! Documents come in one by one, and a comparison comes out.
//!
//! Memory: the counts of each document (about 12 bytes a category or actor that it has), never its text;
//! of a side that has one document so far, that document, since its paragraphs may become the units.

use super::comparison::{Comparison, Labels};
use super::naming::Plainer;
use super::sample::{Membership, Sample, Unit};
use super::side::Side;
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
    /// The document of each side that has one so far.
    singles: Vec<Option<Analysis>>,
}

impl<'a> Gathering<'a> {
    /// No document yet.
    pub fn new(lexicon: &'a Lexicon, plainer: &'a Plainer) -> Self {
        let sample = Sample::new(lexicon);
        Self { lexicon, plainer, sides: Vec::new(), sample, singles: Vec::new() }
    }

    /// Adds a side without documents, and gives its number.
    pub fn side(&mut self, name: String) -> usize {
        self.sides.push(Side::new(name, self.lexicon));
        self.singles.push(None);
        self.sides.len() - 1
    }

    /// Adds a document that was read with the lexicon of the comparison.
    pub fn add(&mut self, analysis: Analysis, place: Membership) {
        let side = &mut self.sides[place.side];
        side.add(&analysis, self.lexicon, self.plainer);
        self.sample.document(&analysis, self.lexicon, place);
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
    pub fn finish(self, labels: Labels, plan: &Resampling) -> Comparison {
        let singles: Option<Vec<Analysis>> = self.singles.into_iter().collect();
        let singles = singles.filter(|singles| singles.len() > 1 && labels.periods.is_empty());
        let (unit, sample) = match &singles {
            None => (Unit::Document, self.sample),
            Some(texts) => {
                let mut sample = Sample::new(self.lexicon);
                for (side, text) in texts.iter().enumerate() {
                    sample.paragraphs(
                        text,
                        self.lexicon,
                        Membership { side, ..Membership::default() },
                    );
                }
                (Unit::Paragraph, sample)
            }
        };
        Comparison::new((self.sides, unit, &sample), labels, plan, (self.lexicon, self.plainer))
    }
}
