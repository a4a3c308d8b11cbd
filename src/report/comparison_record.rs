//! The record of a comparison, frozen by its schema (`framescope schema comparison`).

use schemars::JsonSchema;
use serde::Serialize;

use super::actor_record::{self, ActorPairRecord};
use super::methods::methods;
use super::passage_record::PassagesRecord;
use super::record::rounded;
use super::terms_record::{self, KeynessRecord};
use super::timeline_record::TimelineRecord;
use super::{Setting, Stamp};
use crate::compare::{Comparison, Overall, Pair, Row, Side, Sighting};
use crate::stats::per_thousand;

/// A comparison of two or more sides, or of one over time.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Framescope comparison")]
pub struct ComparisonRecord<'a> {
    /// What it was made with.
    pub stamp: &'a Stamp,
    /// What a reader must know before trusting the figures.
    pub caution: &'a str,
    /// What else of the corpus a reader must know: duplicates, records left out.
    pub notes: &'a [String],
    /// The methods, ready for a paper.
    pub methods: String,
    /// What was dealt anew by the tests: `document`, or `paragraph` of single texts.
    pub unit: &'a str,
    /// The metadata field that the sides are the values of.
    pub by: Option<&'a str>,
    /// The field that units were dealt within.
    pub strata: Option<&'a str>,
    /// The sides.
    pub sides: Vec<SideRecord<'a>>,
    /// Each pair of sides and item, called differences first, and behind them each item over all sides.
    pub rows: Vec<RowRecord<'a>>,
    /// Each side over time, where dates were given.
    pub timelines: Vec<TimelineRecord<'a>>,
    /// The words and phrases of the sides.
    pub terms: Vec<KeynessRecord<'a>>,
    /// Of two single texts: the passages that tell the same thing.
    pub passages: Option<PassagesRecord<'a>>,
    /// Of two sides: their actors, those with most cues first.
    pub actors: Vec<ActorPairRecord<'a>>,
    /// Of two sides: entries that only the first uses.
    pub only_a: Vec<EntryRecord<'a>>,
    /// Of two sides: entries that only the second uses.
    pub only_b: Vec<EntryRecord<'a>>,
    /// Of two sides: where one uses an entry and the other its plainer wording.
    pub naming_pairs: Vec<NamingRecord<'a>>,
}

/// One side.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SideRecord<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Its documents.
    pub documents: u64,
    /// The words of their bodies.
    pub words: u64,
    /// Distinct counted cues in their bodies.
    pub cues: u64,
}

/// One item on two sides, or, where `a` and `b` are `*`, on all: the row of a comparison CSV.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowRecord<'a> {
    /// `group`, `category`, `measure`, `actor` or `term`.
    pub kind: &'a str,
    /// The id of the item.
    pub id: &'a str,
    /// The first side's name.
    pub a: &'a str,
    /// The second side's name.
    pub b: &'a str,
    /// Findings in the first side.
    pub count_a: Option<u64>,
    /// Findings in the second side.
    pub count_b: Option<u64>,
    /// Words of the first side.
    pub words_a: u64,
    /// Words of the second side.
    pub words_b: u64,
    /// Documents of the first side with a finding; of single texts, paragraphs.
    pub documents_a: Option<u64>,
    /// Documents of the second side with a finding; of single texts, paragraphs.
    pub documents_b: Option<u64>,
    /// Findings per 1,000 words in the first side, or the measure.
    pub rate_a: Option<f64>,
    /// Findings per 1,000 words in the second side, or the measure.
    pub rate_b: Option<f64>,
    /// The first rate over the second, standardised where there are strata; null where the second is 0.
    pub ratio: Option<f64>,
    /// Lower end of its 95 % interval (bootstrap-t over units); null where there is too little.
    pub ratio_low: Option<f64>,
    /// Upper end of its 95 % interval.
    pub ratio_high: Option<f64>,
    /// Base 2 logarithm of the ratio, a zero count taken as 0.5.
    pub log_ratio: Option<f64>,
    /// The probability of a difference as great by chance, by permutation of units.
    pub p: Option<f64>,
    /// The false discovery rate at which it would be called a difference, within its kind.
    pub q: Option<f64>,
    /// How many tests that correction was over.
    pub tested: Option<u64>,
    /// Log-likelihood, four terms; never the verdict.
    pub g2: Option<f64>,
    /// What the figures allow to say.
    pub verdict: &'a str,
    /// The first rate less the second.
    pub difference: Option<f64>,
    /// The smallest p that the test could have had.
    pub p_attainable: Option<f64>,
    /// How unevenly the findings are spread over the first side's units: Gries' DP, normalised.
    pub dispersion_a: Option<f64>,
    /// The same of the second side.
    pub dispersion_b: Option<f64>,
    /// Of a term: its weighted log odds over their standard error.
    pub log_odds_z: Option<f64>,
}

/// An entry and how often it is used.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryRecord<'a> {
    /// The entry.
    pub entry: &'a str,
    /// Its category.
    pub category: &'a str,
    /// How often.
    pub count: u64,
    /// Where first.
    pub seen: Option<SightingRecord<'a>>,
}

/// A place where a wording was seen.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SightingRecord<'a> {
    /// The document's id.
    pub document: &'a str,
    /// Code points before the words.
    pub start_char: usize,
    /// The words as they stand there.
    pub text: &'a str,
    /// Their sentence.
    pub sentence: &'a str,
}

/// One side's entry beside the other side's plainer wording.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NamingRecord<'a> {
    /// The side that uses the entry: `a` or `b`; the other uses the plainer wording.
    pub side: &'a str,
    /// The entry.
    pub entry: &'a str,
    /// Its category.
    pub category: &'a str,
    /// How often its side uses it.
    pub count: u64,
    /// Where first.
    pub seen: SightingRecord<'a>,
    /// The plainer wording.
    pub instead: &'a str,
    /// How often the other side uses that.
    pub instead_count: u64,
    /// Where first.
    pub instead_seen: SightingRecord<'a>,
}

impl<'a> ComparisonRecord<'a> {
    /// The record of `comparison`.
    pub fn of(setting: &'a Setting<'_>, comparison: &'a Comparison) -> Self {
        let lexicon = setting.lexicon;
        let category = |entry| lexicon.category(lexicon.entry(entry)).id.as_str();
        let side = |side: &'a Side| SideRecord {
            name: &side.name,
            documents: side.documents,
            words: side.counts.words,
            cues: side.counts.total,
        };
        let only = |at: usize| {
            let seen = move |entry: u32| comparison.sides.get(at)?.first_seen.get(&entry);
            let record = |&(entry, count): &(u32, u64)| EntryRecord {
                entry: &lexicon.entry(entry).term,
                category: category(entry),
                count,
                seen: seen(entry).map(SightingRecord::of),
            };
            comparison.only[at].iter().map(record).collect()
        };
        let naming = |pair: &'a crate::compare::NamingPair| NamingRecord {
            side: if pair.entry_in_a { "a" } else { "b" },
            entry: &lexicon.entry(pair.entry).term,
            category: category(pair.entry),
            count: pair.count,
            seen: SightingRecord::of(&pair.seen),
            instead: &pair.instead,
            instead_count: pair.instead_count,
            instead_seen: SightingRecord::of(&pair.instead_seen),
        };
        let actors = match comparison.sides.as_slice() {
            [a, b] => actor_record::pairs(lexicon, a, b),
            _ => Vec::new(),
        };
        Self {
            stamp: &setting.stamp,
            caution: comparison.caution(),
            notes: &comparison.labels.notes,
            methods: methods(setting, comparison),
            unit: comparison.unit.name(),
            by: comparison.labels.by.as_deref(),
            strata: comparison.labels.strata.as_deref(),
            sides: comparison.sides.iter().map(side).collect(),
            rows: RowRecord::all(comparison),
            timelines: comparison.timelines.iter().map(TimelineRecord::of).collect(),
            terms: comparison.keyness.iter().map(|t| KeynessRecord::of(comparison, t)).collect(),
            passages: comparison.passages.as_ref().map(|p| PassagesRecord::of(lexicon, p)),
            only_a: only(0),
            only_b: only(1),
            actors,
            naming_pairs: comparison.naming.iter().map(naming).collect(),
        }
    }
}

impl<'a> RowRecord<'a> {
    /// The records of all rows: of each pair, of all sides, then of terms.
    pub fn all(comparison: &'a Comparison) -> Vec<Self> {
        let pairs = comparison.pairs.iter();
        let pairs = pairs.flat_map(|pair| pair.rows.iter().map(move |row| (pair, row)));
        let pairs = pairs.map(|(pair, row)| Self::of(comparison, pair, row));
        let all = comparison.overall.iter().map(|row| Self::over_all(comparison, row));
        let terms = comparison.keyness.iter().flat_map(|keyness| {
            let row = |term| terms_record::row(comparison, keyness, term);
            keyness.keyness.terms.iter().map(row).collect::<Vec<_>>()
        });
        pairs.chain(all).chain(terms).collect()
    }

    /// The record of a row of a pair.
    fn of(comparison: &'a Comparison, pair: &Pair, row: &'a Row) -> Self {
        let (a, b) = (&comparison.sides[pair.a], &comparison.sides[pair.b]);
        Self {
            kind: row.kind().name(),
            id: &row.item.id,
            a: &a.name,
            b: &b.name,
            count_a: row.counts.map(|counts| counts.0),
            count_b: row.counts.map(|counts| counts.1),
            words_a: a.counts.words,
            words_b: b.counts.words,
            documents_a: row.documents.map(|documents| documents.0),
            documents_b: row.documents.map(|documents| documents.1),
            rate_a: row.rates.0.map(rounded),
            rate_b: row.rates.1.map(rounded),
            ratio: row.ratio.ratio.map(rounded),
            ratio_low: row.ratio.low.map(rounded),
            ratio_high: row.ratio.high.map(rounded),
            log_ratio: row.ratio.log_ratio.map(rounded),
            p: row.test.map(|test| rounded(test.p)),
            q: row.q.map(rounded),
            tested: Some(row.tested),
            g2: row.g2.map(rounded),
            verdict: row.verdict.name(),
            difference: row.rates.0.zip(row.rates.1).map(|(a, b)| rounded(a - b)),
            p_attainable: row.test.map(|test| rounded(test.attainable)),
            dispersion_a: row.dispersion.0.map(rounded),
            dispersion_b: row.dispersion.1.map(rounded),
            log_odds_z: None,
        }
    }

    /// The record of an item over all sides: its sums stand under `a`.
    fn over_all(comparison: &'a Comparison, row: &'a Overall) -> Self {
        let counted = !row.counts.is_empty();
        let count: u64 = row.counts.iter().sum();
        let words = comparison.sides.iter().map(|side| side.counts.words).sum();
        Self {
            kind: row.item.kind.name(),
            id: &row.item.id,
            a: "*",
            b: "*",
            count_a: counted.then_some(count),
            count_b: None,
            words_a: words,
            words_b: 0,
            documents_a: None,
            documents_b: None,
            rate_a: per_thousand(count, words).filter(|_| counted).map(rounded),
            rate_b: None,
            ratio: None,
            ratio_low: None,
            ratio_high: None,
            log_ratio: None,
            p: row.test.map(|test| rounded(test.p)),
            q: row.q.map(rounded),
            tested: Some(row.tested),
            g2: None,
            verdict: row.verdict.name(),
            difference: None,
            p_attainable: row.test.map(|test| rounded(test.attainable)),
            dispersion_a: None,
            dispersion_b: None,
            log_odds_z: None,
        }
    }
}

impl<'a> SightingRecord<'a> {
    fn of(sighting: &'a Sighting) -> Self {
        Self {
            document: &sighting.document,
            start_char: sighting.start_char,
            text: &sighting.text,
            sentence: &sighting.sentence,
        }
    }
}
