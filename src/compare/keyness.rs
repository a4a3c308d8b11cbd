//! Keyness: which words and phrases, of all that stand in enough units, one group of texts uses more.
//!
//! Units are documents, or the paragraphs of single texts. For each word and each two- and three-word
//! phrase: rates, Hardie's log ratio, log-likelihood over four terms, and the weighted log odds z of Monroe,
//! Colaresi & Quinn (2008), the prior being both groups together, by which terms are sorted. p comes from
//! one permutation of the units over *all* terms that stand in enough of them
//! ([`max_statistic_test`]); which these are does not depend on who is in which group, so that no
//! term is tested because it differs. A term in fewer units is neither tested nor listed: by default at least
//! 5 units and 1 % of them, below which no permutation of so many terms can tell.
//!
//! Words are taken in lower case ("US" and "us" are one); a phrase runs over no mark and into no voice that is
//! not counted. Where halves of a collection are dealt at random, no more than one run in twenty finds a term at
//! p of .05 or less (`examples/keyness_null.rs` measures it). Memory: see [`vocabulary`](super::vocabulary) and [`terms`](super::terms); besides,
//! 20 bytes a term and unit that has it while p is worked out.

use std::collections::BTreeMap;
use std::ops::Range;

use super::terms::{LONGEST, Level, terms};
use super::vocabulary::{RunningText, Vocabulary};
use crate::analysis::Analysis;
use crate::stats::{
    Prior, Resampling, Table, Usage, g2_four_term, log_odds_with, max_statistic_test, per_thousand,
    rate_ratio,
};
use crate::text::is_function_word;

/// The texts whose words are compared.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    vocabulary: Vocabulary,
}

/// What is listed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KeynessOptions {
    /// Units that a term must stand in; `None` is 5, and 1 % of all.
    pub least_documents: Option<u32>,
    /// Whether terms of function words alone are tested and listed.
    pub stop_words: bool,
    /// How many terms of each group are listed, terms inside longer ones besides; all where `None`.
    pub top: Option<usize>,
    /// The weight of the prior of the log odds in words; `None` is the words of the smaller group.
    pub prior_total: Option<f64>,
}

impl Default for KeynessOptions {
    fn default() -> Self {
        Self { least_documents: None, stop_words: true, top: Some(50), prior_total: None }
    }
}

/// The terms that set two groups apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Keyness {
    /// The terms of both groups, those with the greatest |z| first.
    pub terms: Vec<KeyTerm>,
    /// How many terms were tested, listed or not.
    pub tested: usize,
    /// Units that a tested term stands in at least.
    pub least_documents: u32,
    /// Words of each group.
    pub words: [u64; 2],
    /// How many assignments p rests on besides the observed one.
    pub permutations: u64,
    /// Whether they were all there are.
    pub exact: bool,
    /// The weight of the prior of the log odds, in words.
    pub prior_total: f64,
}

/// A word or phrase; of two figures the first is that of the first group.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyTerm {
    /// As it is most often written.
    pub term: String,
    /// Its words in lower case, one space between.
    pub folded: String,
    /// How many words: 1 to 3.
    pub words: usize,
    /// Occurrences.
    pub counts: [u64; 2],
    /// Units that have it.
    pub documents: [u64; 2],
    /// Occurrences per 1,000 words; `None` without words.
    pub rates: [Option<f64>; 2],
    /// Base 2, a zero count taken as half a hit.
    pub log_ratio: Option<f64>,
    /// Weighted log odds, over their standard error: above 0 where the first group uses it more.
    pub z: f64,
    /// Log-likelihood, four terms: a rank, not a verdict.
    pub g2: Option<f64>,
    /// The chance that any term differs as much by chance; `None` where there is no test.
    pub p: Option<f64>,
    /// The longest term that all its occurrences stand in (folded), where there is one.
    pub part_of: Option<String>,
}

impl Corpus {
    /// A corpus without texts.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the body of a text as one unit, and gives its number.
    pub fn add(&mut self, analysis: &Analysis) -> u32 {
        self.add_text(&RunningText::of(analysis))
    }

    /// Adds each paragraph of the body of a text as a unit, one without a counted word as well.
    pub fn add_paragraphs(&mut self, analysis: &Analysis) -> Range<u32> {
        let first = self.units();
        for text in RunningText::paragraphs(analysis) {
            self.add_text(&text);
        }
        first..self.units()
    }

    /// Adds a unit whose words were taken before, on another thread perhaps.
    pub fn add_text(&mut self, text: &RunningText) -> u32 {
        self.vocabulary.add(text)
    }

    /// How many units there are.
    pub const fn units(&self) -> u32 {
        self.vocabulary.units() as u32
    }

    /// The terms that set two `groups` of units apart. `strata` tells each unit's stratum, or is empty where
    /// there is one: p is within strata, the other figures are of all units.
    pub fn keyness(
        &self,
        groups: [&Vec<u32>; 2],
        strata: &[u32],
        plan: &Resampling,
        options: &KeynessOptions,
    ) -> Keyness {
        let mut units: Vec<u32> = groups.into_iter().flatten().copied().collect();
        units.sort_unstable();
        let least = options.least_documents.unwrap_or_else(|| least_documents(units.len())).max(1);
        let levels = terms(&self.vocabulary, &units, least);
        let counted = Counted::of(self, &levels, groups, options.stop_words);
        let test = max_statistic_test(&counted.table, groups, strata, plan);
        let prior_total =
            options.prior_total.unwrap_or(counted.words[0].min(counted.words[1]) as f64);
        let mut found: Vec<(Place, KeyTerm)> = (0..counted.places.len())
            .map(|item| (counted.places[item], counted.key_term(item, test.p[item], prior_total)))
            .collect();
        let longest = counted.longest(&levels);
        found.sort_by(|(_, a), (_, b)| b.z.abs().total_cmp(&a.z.abs()));
        let listed = |&(place, _): &(Place, KeyTerm)| {
            longest[place.length - 1][place.term as usize].is_none()
        };
        cut(&mut found, options.top, listed);
        let mut written = self.written(&levels, &units, found.iter().map(|(place, _)| *place));
        let name = |(place, mut term): (Place, KeyTerm)| {
            term.folded = self.folded(&levels, place);
            term.term = written.remove(&place).unwrap_or_default();
            let longer = longest[place.length - 1][place.term as usize];
            term.part_of = longer.map(|longer| self.folded(&levels, longer));
            term
        };
        Keyness {
            terms: found.into_iter().map(name).collect(),
            tested: counted.places.len(),
            least_documents: least,
            words: counted.words,
            permutations: test.permutations,
            exact: test.exact,
            prior_total,
        }
    }

    /// A term in lower case.
    fn folded(&self, levels: &[Level], place: Place) -> String {
        let first = levels[place.length - 1].first[place.term as usize];
        let words = (first..first + place.length).filter_map(|at| self.vocabulary.word(at));
        words.map(|word| self.vocabulary.folded(word)).collect::<Vec<_>>().join(" ")
    }

    /// The most usual way to write each of some terms; of equally usual ones the first in the alphabet.
    fn written(
        &self,
        levels: &[Level],
        units: &[u32],
        places: impl Iterator<Item = Place>,
    ) -> BTreeMap<Place, String> {
        let mut ways: BTreeMap<Place, BTreeMap<&[u32], u64>> =
            places.map(|place| (place, BTreeMap::new())).collect();
        for at in units.iter().flat_map(|&unit| self.vocabulary.range(unit)) {
            for (length, level) in (1..).zip(levels) {
                let Some(term) = level.at(at) else { continue };
                if let Some(ways) = ways.get_mut(&Place { length, term }) {
                    *ways.entry(self.vocabulary.forms_at(at, length)).or_default() += 1;
                }
            }
        }
        let usual = |ways: BTreeMap<&[u32], u64>| {
            let ways = ways.into_iter().map(|(forms, count)| (self.vocabulary.text(forms), count));
            ways.min_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0))).unwrap_or_default().0
        };
        ways.into_iter().map(|(place, ways)| (place, usual(ways))).collect()
    }
}

/// The default of [`KeynessOptions::least_documents`].
fn least_documents(units: usize) -> u32 {
    units.div_ceil(100).max(5) as u32
}

/// Leaves the first `top` terms of each group, counting those that are `listed` for themselves.
fn cut<T>(
    found: &mut Vec<(T, KeyTerm)>,
    top: Option<usize>,
    listed: impl Fn(&(T, KeyTerm)) -> bool,
) {
    let Some(top) = top else { return };
    let mut left = [top; 2];
    found.retain(|term| {
        let left = &mut left[usize::from(term.1.z < 0.0)];
        let kept = *left > 0;
        *left -= usize::from(kept && listed(term));
        kept
    });
}

/// A term by its length in words and its number among those of the length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    length: usize,
    term: u32,
}

/// The terms as items of a table, and their sums by group.
struct Counted {
    table: Table,
    /// The term of each item.
    places: Vec<Place>,
    /// By item and group: occurrences and units.
    sums: Vec<[[u64; 2]; 2]>,
    /// By length and term: occurrences in all units, and the item of those that are tested.
    all: Vec<Vec<(u64, Option<u32>)>>,
    words: [u64; 2],
}

impl Counted {
    fn of(corpus: &Corpus, levels: &[Level], groups: [&Vec<u32>; 2], stop_words: bool) -> Self {
        let mut counted = Self {
            table: Table::new(1),
            places: Vec::new(),
            sums: Vec::new(),
            all: Vec::new(),
            words: [0; 2],
        };
        for (length, level) in (1..).zip(levels) {
            let terms = 0..level.first.len() as u32;
            let item = |term| {
                let place = Place { length, term };
                let stop = || corpus.folded(levels, place).split(' ').all(is_function_word);
                (stop_words || !stop()).then(|| counted.item(place))
            };
            let all = terms.map(item).map(|item| (0, item)).collect();
            counted.all.push(all);
        }
        let mut group_of = vec![None; corpus.vocabulary.units()];
        for (group, units) in groups.into_iter().enumerate() {
            units.iter().for_each(|&unit| group_of[unit as usize] = Some(group));
        }
        for (unit, group) in (0_u32..).zip(group_of) {
            match group {
                Some(group) => counted.unit(&corpus.vocabulary, levels, unit, group),
                None => counted.table.unit(&[0.0], []),
            }
        }
        counted
    }

    fn item(&mut self, place: Place) -> u32 {
        self.places.push(place);
        self.sums.push([[0; 2]; 2]);
        self.table.item(0)
    }

    /// Counts a unit.
    fn unit(&mut self, vocabulary: &Vocabulary, levels: &[Level], unit: u32, group: usize) {
        let (mut items, mut words) = (Vec::new(), 0);
        for at in vocabulary.range(unit) {
            words += u64::from(vocabulary.word(at).is_some());
            for (level, all) in levels.iter().zip(&mut self.all) {
                let Some(term) = level.at(at) else { continue };
                let (count, item) = &mut all[term as usize];
                *count += 1;
                items.extend(*item);
            }
        }
        self.words[group] += words;
        items.sort_unstable();
        let counts = items.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u64));
        for (item, count) in counts.clone() {
            let sums = &mut self.sums[item as usize][group];
            sums[0] += count;
            sums[1] += 1;
        }
        self.table.unit(&[words as f64], counts.map(|(item, count)| (item, count as f64)));
    }

    /// The figures of an item, without its name.
    fn key_term(&self, item: usize, p: Option<f64>, prior_total: f64) -> KeyTerm {
        let [[a, in_a], [b, in_b]] = self.sums[item];
        let [of_a, of_b] = self.words;
        let usage = [Usage { hits: a, of: of_a }, Usage { hits: b, of: of_b }];
        let prior = Prior::pooled(usage[0], usage[1], prior_total);
        let odds = prior.and_then(|prior| log_odds_with(usage[0], usage[1], prior));
        KeyTerm {
            term: String::new(),
            folded: String::new(),
            words: self.places[item].length,
            counts: [a, b],
            documents: [in_a, in_b],
            rates: [per_thousand(a, of_a), per_thousand(b, of_b)],
            log_ratio: rate_ratio(a, of_a, b, of_b).log_ratio,
            z: odds.map_or(0.0, |odds| odds.z),
            g2: g2_four_term(a, of_a, b, of_b),
            p,
            part_of: None,
        }
    }

    /// By length and term: the longest tested term that holds all its occurrences.
    fn longest(&self, levels: &[Level]) -> Vec<Vec<Option<Place>>> {
        let none = |level: &Level| vec![None; level.first.len()];
        let mut longest: Vec<Vec<Option<Place>>> = levels.iter().map(none).collect();
        for length in (2..=LONGEST.min(levels.len())).rev() {
            for (term, parts) in (0_u32..).zip(&levels[length - 1].parts) {
                let (count, item) = self.all[length - 1][term as usize];
                let own = item.map(|_| Place { length, term });
                let whole = longest[length - 1][term as usize].or(own);
                for &part in parts {
                    if self.all[length - 2][part as usize].0 == count && whole.is_some() {
                        longest[length - 2][part as usize] = whole;
                    }
                }
            }
        }
        longest
    }
}

#[cfg(test)]
mod tests;
