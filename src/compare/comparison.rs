//! What comes out of a comparison.

use super::item::{Item, KINDS, Kind};
use super::keyness::{Corpus, Keyness, KeynessOptions};
use super::naming::{self, NamingPair, Plainer};
use super::overall::{Overall, overall};
use super::passages::Passages;
use super::row::{self, Row, Verdict};
use super::sample::{Sample, Unit};
use super::side::Side;
use super::timeline::{Timeline, timeline};
use crate::lexicon::Lexicon;
use crate::stats::{Resampling, Table, false_discovery};

/// Two or more sides, compared.
#[derive(Debug)]
pub struct Comparison {
    /// What was dealt anew by the tests.
    pub unit: Unit,
    /// What the sides, strata and periods are called.
    pub labels: Labels,
    /// The sides: two or more, or one over time.
    pub sides: Vec<Side>,
    /// Each pair of sides.
    pub pairs: Vec<Pair>,
    /// Each item over all sides, where there are more than two.
    pub overall: Vec<Overall>,
    /// Each side over time, where dates were given.
    pub timelines: Vec<Timeline>,
    /// Of two sides: the entries that only the first or the second uses, index and count, the most used
    /// first.
    pub only: [Vec<(u32, u64)>; 2],
    /// Of two sides: where one uses an entry and the other its plainer wording.
    pub naming: Vec<NamingPair>,
    /// Of two single texts: the passages that tell the same thing.
    pub passages: Option<Passages>,
    /// The words and phrases of each side: of two sides once, of more each against all the others.
    pub keyness: Vec<SideKeyness>,
    /// How it was resampled.
    pub plan: Resampling,
}

/// The words and phrases that set a side apart.
#[derive(Debug, Clone, PartialEq)]
pub struct SideKeyness {
    /// The number of the side.
    pub a: usize,
    /// The number of the side it is held against; all others where `None`.
    pub b: Option<usize>,
    /// Its terms and theirs.
    pub keyness: Keyness,
}

/// All that has come in.
pub(super) struct Gathered {
    pub(super) sides: Vec<Side>,
    pub(super) unit: Unit,
    pub(super) sample: Sample,
    pub(super) corpus: Option<(Corpus, KeynessOptions)>,
    pub(super) passages: Option<Passages>,
}

/// What the parts of a comparison are called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// The field that the sides are the values of.
    pub by: Option<String>,
    /// The field that units are dealt within.
    pub strata: Option<String>,
    /// The periods, in order without a gap; empty without dates.
    pub periods: Vec<String>,
    /// The number of the first of them.
    pub first: i64,
    /// What the reader must know of the corpus: duplicates, records left out.
    pub notes: Vec<String>,
}

/// Two sides, compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// The number of the first side.
    pub a: usize,
    /// The number of the second side.
    pub b: usize,
    /// Units of each.
    pub units: (u64, u64),
    /// Groups, categories, measures and actors; within each the surest first, then the most different.
    pub rows: Vec<Row>,
    /// Assignments that the tests looked at besides the observed one.
    pub permutations: u64,
    /// Whether these were all there are.
    pub exact: bool,
}

/// Cells of actors with fewer cues in all are left out.
const LEAST_ACTOR_CUES: f64 = 5.0;

impl Comparison {
    /// Compares what has come in.
    pub(super) fn new(
        gathered: Gathered,
        labels: Labels,
        plan: &Resampling,
        (lexicon, plainer): (&Lexicon, &Plainer),
    ) -> Self {
        let Gathered { sides, unit, sample, corpus, passages } = gathered;
        let sample = &sample;
        let (items, table) = sample.table(LEAST_ACTOR_CUES);
        let counted = (items.as_slice(), &table);
        let numbers = 0..sides.len();
        let both = numbers.clone().flat_map(|a| (a + 1..sides.len()).map(move |b| (a, b)));
        let mut pairs: Vec<Pair> =
            both.map(|(a, b)| pair(counted, sample, &sides, (a, b), plan)).collect();
        let mut over_all = match sides.len() {
            0..=2 => Vec::new(),
            _ => overall(counted, sample, &sides, plan),
        };
        correct(&mut pairs, &mut over_all);
        pairs.iter_mut().for_each(|pair| order(&mut pair.rows));
        let course =
            |side: usize| timeline(counted, sample, (side, &sides[side].name), &labels, plan);
        let timelines = match labels.periods.as_slice() {
            [] => Vec::new(),
            _ => numbers.map(course).collect(),
        };
        let keyness = corpus.map_or_else(Vec::new, |(corpus, options)| {
            terms((&corpus, &options), sample, sides.len(), plan)
        });
        let (only, naming) = match sides.as_slice() {
            [a, b] => {
                ([only(a, b, lexicon), only(b, a, lexicon)], naming::pairs(a, b, lexicon, plainer))
            }
            _ => Default::default(),
        };
        Self {
            unit,
            labels,
            sides,
            pairs,
            overall: over_all,
            timelines,
            only,
            naming,
            passages,
            keyness,
            plan: *plan,
        }
    }

    /// The one pair of two sides.
    pub fn pair(&self) -> Option<&Pair> {
        self.pairs.first().filter(|_| self.sides.len() == 2)
    }

    /// The rows of a kind, of the one pair of two sides.
    pub fn rows(&self, kind: Kind) -> impl Iterator<Item = &Row> {
        let rows = self.pair().map_or(&[][..], |pair| &pair.rows);
        rows.iter().filter(move |row| row.kind() == kind)
    }

    /// What a reader must know before trusting the figures.
    pub const fn caution(&self) -> &'static str {
        match self.unit {
            Unit::Paragraph => {
                "Each side is one text: what is dealt anew is its paragraphs, and the figures speak of \
                 these texts alone, not of their authors or outlets."
            }
            Unit::Document => {
                "A cue is no verdict. The tests take the documents to be independent of each other and \
                 to stand for others like them; series, reprints and shared events make them less so."
            }
        }
    }
}

fn pair(
    counted: (&[&Item], &Table),
    sample: &Sample,
    sides: &[Side],
    (a, b): (usize, usize),
    plan: &Resampling,
) -> Pair {
    let row::Compared { rows, permutations, exact } =
        row::rows(counted, sample, sides, (a, b), plan);
    let units = |side: usize| sample.groups.get(side).map_or(0, Vec::len) as u64;
    let there = |row: &Row| row.kind() != Kind::Actor || row.counts != Some((0, 0));
    let rows = rows.into_iter().filter(there).collect();
    Pair { a, b, units: (units(a), units(b)), rows, permutations, exact }
}

/// Corrects for the number of tests: all pairs and the tests over all sides together, within each kind.
fn correct(pairs: &mut [Pair], over_all: &mut [Overall]) {
    for kind in KINDS {
        let mut rows: Vec<&mut Row> =
            pairs.iter_mut().flat_map(|pair| &mut pair.rows).filter(|r| r.kind() == kind).collect();
        let mut all: Vec<&mut Overall> =
            over_all.iter_mut().filter(|row| row.item.kind == kind).collect();
        let of_rows = rows.iter().map(|row| row.correctable());
        let p: Vec<Option<f64>> = of_rows.chain(all.iter().map(|row| row.correctable())).collect();
        let given: Vec<f64> = p.iter().copied().flatten().collect();
        let mut corrected = false_discovery(&given).into_iter();
        let mut q = p.iter().map(|p| p.and_then(|_| corrected.next()));
        let tested = given.len() as u64;
        rows.iter_mut().zip(&mut q).for_each(|(row, q)| row.settle(q, tested));
        all.iter_mut().zip(&mut q).for_each(|(row, q)| row.settle(q, tested));
    }
}

/// Puts the rows of a kind in the order of outputs: called differences first, by what they are at the least;
/// measures stay as they are listed.
fn order(rows: &mut [Row]) {
    rows.sort_by(|x, y| {
        let size = |row: &Row| row.ratio.log_ratio.map_or(0.0, f64::abs);
        // How far the nearer end of the interval lies from 1: what the difference is at the least.
        let least = |row: &Row| {
            let ends = row.ratio.low.zip(row.ratio.high);
            ends.map_or(0.0, |(low, high)| low.ln().max(-high.ln()).max(0.0))
        };
        let uncalled = |row: &Row| !matches!(row.verdict, Verdict::MoreInA | Verdict::MoreInB);
        let untested = |row: &Row| row.q.is_none();
        let by_size = || {
            (uncalled(x), untested(x))
                .cmp(&(uncalled(y), untested(y)))
                .then_with(|| least(y).total_cmp(&least(x)))
                .then_with(|| size(y).total_cmp(&size(x)))
                .then_with(|| x.item.id.cmp(&y.item.id))
        };
        let listed = x.kind() == Kind::Measure && y.kind() == Kind::Measure;
        x.kind()
            .cmp(&y.kind())
            .then_with(|| if listed { std::cmp::Ordering::Equal } else { by_size() })
    });
}

/// The words and phrases that set two sides apart, or each of more against the others together.
fn terms(
    (corpus, options): (&Corpus, &KeynessOptions),
    sample: &Sample,
    sides: usize,
    plan: &Resampling,
) -> Vec<SideKeyness> {
    let none = Vec::new();
    let units = |side: usize| sample.groups.get(side).unwrap_or(&none);
    let held = |a: usize, b: Option<usize>, others: &Vec<u32>| SideKeyness {
        a,
        b,
        keyness: corpus.keyness([units(a), others], &sample.strata, plan, options),
    };
    match sides {
        0 | 1 => Vec::new(),
        2 => vec![held(0, Some(1), units(1))],
        _ => {
            let others = |a: usize| -> Vec<u32> {
                (0..sides).filter(|b| *b != a).flat_map(|b| units(b).iter().copied()).collect()
            };
            (0..sides).map(|a| held(a, None, &others(a))).collect()
        }
    }
}

/// Entries that `this` side uses and `other` does not.
fn only(this: &Side, other: &Side, lexicon: &Lexicon) -> Vec<(u32, u64)> {
    let mut entries: Vec<_> = (0_u32..)
        .zip(this.entries.iter().zip(&other.entries))
        .filter(|(_, (here, there))| **here > 0 && **there == 0)
        .map(|(entry, (here, _))| (entry, *here))
        .collect();
    entries.sort_by(|x, y| {
        let term = |entry: u32| &lexicon.entry(entry).term;
        y.1.cmp(&x.1).then_with(|| term(x.0).cmp(term(y.0))).then(x.0.cmp(&y.0))
    });
    entries
}
