//! The record of a comparison, frozen by its schema (`framescope schema comparison`).

use schemars::JsonSchema;
use serde::Serialize;

use super::actor_record::{self, ActorPairRecord};
use super::record::rounded;
use super::{Setting, Stamp};
use crate::compare::{Comparison, Row, Side, Sighting};

/// A comparison of two sides.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Framescope comparison")]
pub struct ComparisonRecord<'a> {
    /// What it was made with.
    pub stamp: &'a Stamp,
    /// What a reader must know before trusting the intervals.
    pub caution: &'a str,
    /// The first side.
    pub a: SideRecord<'a>,
    /// The second side.
    pub b: SideRecord<'a>,
    /// Groups, categories and measures, the most different first within each kind.
    pub rows: Vec<RowRecord<'a>>,
    /// The actors of both sides, those with most cues first.
    pub actors: Vec<ActorPairRecord<'a>>,
    /// Entries that only the first side uses.
    pub only_a: Vec<EntryRecord<'a>>,
    /// Entries that only the second side uses.
    pub only_b: Vec<EntryRecord<'a>>,
    /// Where one side uses an entry and the other its plainer wording.
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
}

/// One item on both sides: the row of a comparison CSV.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowRecord<'a> {
    /// `group`, `category`, `measure` or `actor`.
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
    /// Documents of the first side with a finding.
    pub documents_a: Option<u64>,
    /// Documents of the second side with a finding.
    pub documents_b: Option<u64>,
    /// Findings per 1,000 words in the first side, or the measure.
    pub rate_a: Option<f64>,
    /// Findings per 1,000 words in the second side, or the measure.
    pub rate_b: Option<f64>,
    /// The first rate over the second; null where the second is 0.
    pub ratio: Option<f64>,
    /// Lower end of its 95 % interval.
    pub ratio_low: Option<f64>,
    /// Upper end of its 95 % interval; null where there is none.
    pub ratio_high: Option<f64>,
    /// Base 2 logarithm of the ratio, a zero count taken as 0.5.
    pub log_ratio: Option<f64>,
    /// Empty: no test is made of two single texts.
    pub p: Option<f64>,
    /// Empty: no test is made of two single texts.
    pub q: Option<f64>,
    /// Empty: no test is made of two single texts.
    pub tested: Option<u64>,
    /// Log-likelihood, four terms; never the verdict.
    pub g2: Option<f64>,
    /// What the figures allow to say.
    pub verdict: &'a str,
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
        };
        let only = |entries: &[(u32, u64)], side: &'a Side| {
            let record = |&(entry, count): &(u32, u64)| EntryRecord {
                entry: &lexicon.entry(entry).term,
                category: category(entry),
                count,
                seen: side.first_seen.get(&entry).map(SightingRecord::of),
            };
            entries.iter().map(record).collect()
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
        Self {
            stamp: &setting.stamp,
            caution: comparison.caution(),
            a: side(&comparison.a),
            b: side(&comparison.b),
            rows: comparison.rows.iter().map(|row| RowRecord::of(comparison, row)).collect(),
            only_a: only(&comparison.only_a, &comparison.a),
            only_b: only(&comparison.only_b, &comparison.b),
            actors: actor_record::pairs(setting.lexicon, &comparison.a, &comparison.b),
            naming_pairs: comparison.naming.iter().map(naming).collect(),
        }
    }
}

impl<'a> RowRecord<'a> {
    /// The record of `row`.
    pub fn of(comparison: &'a Comparison, row: &'a Row) -> Self {
        let (a, b) = (&comparison.a, &comparison.b);
        Self {
            kind: row.kind.name(),
            id: &row.id,
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
            p: None,
            q: None,
            tested: None,
            g2: row.g2.map(rounded),
            verdict: row.verdict.name(),
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
