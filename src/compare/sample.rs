//! The units of a comparison: what each holds, and to which side, stratum and period it belongs.

use super::item::{Item, Items, Kind};
use crate::analysis::Analysis;
use crate::lexicon::Lexicon;
use crate::passes::Finding;
use crate::profile::actors;
use crate::stats::Table;
use crate::text::Part;

/// What is dealt anew by a permutation and drawn again by a bootstrap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A document.
    Document,
    /// A paragraph, where every side is a single text: figures then speak of these texts alone.
    Paragraph,
}

impl Unit {
    /// The name in outputs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Paragraph => "paragraph",
        }
    }
}

/// The counts of all units.
#[derive(Debug)]
pub(super) struct Sample {
    items: Items,
    table: Table,
    /// The units of each side.
    pub(super) groups: Vec<Vec<u32>>,
    /// The stratum of each unit.
    pub(super) strata: Vec<u32>,
    /// The period of each unit.
    pub(super) periods: Vec<i64>,
}

/// Where a unit belongs: its side, stratum and period, by number.
#[derive(Debug, Clone, Copy, Default)]
pub struct Membership {
    /// The side.
    pub side: usize,
    /// The stratum.
    pub stratum: u32,
    /// The period.
    pub period: i64,
}

impl Sample {
    /// No unit.
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let (items, table) = Items::new(lexicon);
        Self { items, table, groups: Vec::new(), strata: Vec::new(), periods: Vec::new() }
    }

    /// Adds a document. One without a word in the voices that are counted is no unit.
    pub(super) fn document(
        &mut self,
        analysis: &Analysis,
        lexicon: &Lexicon,
        place: Membership,
    ) -> bool {
        let counts = &analysis.body;
        let holds = counts.words > 0;
        if holds {
            self.place(place);
            self.items.unit(&mut self.table, lexicon, counts, analysis.actors(lexicon));
        }
        holds
    }

    /// Adds the paragraphs of a document's body; tells of each whether it is a unit.
    pub(super) fn paragraphs(
        &mut self,
        analysis: &Analysis,
        lexicon: &Lexicon,
        place: Membership,
    ) -> Vec<bool> {
        let document = &analysis.document;
        let mut units = Vec::new();
        for (at, counts) in analysis.paragraphs.iter().enumerate() {
            if document.paragraphs[at].part != Part::Body {
                continue;
            }
            units.push(counts.words > 0);
            if counts.words > 0 {
                let here = |finding: &&Finding| finding.paragraph as usize == at;
                let findings = analysis.body_findings().filter(here);
                let actors = actors((document, &analysis.cast, lexicon), findings, |_| false);
                self.place(place);
                self.items.unit(&mut self.table, lexicon, counts, &actors);
            }
        }
        units
    }

    fn place(&mut self, place: Membership) {
        let unit = self.strata.len() as u32;
        if self.groups.len() <= place.side {
            self.groups.resize(place.side + 1, Vec::new());
        }
        self.groups[place.side].push(unit);
        self.strata.push(place.stratum);
        self.periods.push(place.period);
    }

    /// The items and their counts, without cells of actors that have fewer than `least` cues in all.
    pub(super) fn table(&self, least: f64) -> (Vec<&Item>, Table) {
        let mut sums = vec![0.0; self.items.list.len()];
        let units = 0..self.table.units() as u32;
        units.clone().flat_map(|unit| self.table.counts(unit)).for_each(|(item, count)| {
            sums[item as usize] += count;
        });
        let mut kept = Table::new(self.table.kinds());
        let mut items = Vec::new();
        let number = |(at, item): (usize, &'_ Item)| {
            (item.kind != Kind::Actor || sums[at] >= least).then_some(at)
        };
        let mut numbers = vec![None; sums.len()];
        for at in self.items.list.iter().enumerate().filter_map(number) {
            items.push(&self.items.list[at]);
            numbers[at] = Some(kept.item(self.table.exposure_of(at)));
        }
        for unit in units {
            let counts = self.table.counts(unit);
            let counts = counts.filter_map(|(at, count)| Some((numbers[at as usize]?, count)));
            kept.unit(self.table.exposures(unit), counts);
        }
        (items, kept)
    }
}
