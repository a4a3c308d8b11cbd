//! Duplicates: documents of a corpus that came more than once, whole or nearly so.
//!
//! A permutation test takes documents to be independent of each other; copies are not, and make a
//! difference look surer than it is. Two documents are *copies* where they have the same words in the
//! same order, whatever capitals, marks and spaces. They are *alike* where their sets of runs of
//! [`SHINGLE`] words have a Jaccard index of at least [`ALIKE`], as estimated by `MinHash` (see
//! `stats::sketch`). Candidates are found by locality-sensitive hashing: [`BANDS`] bands of
//! [`ROWS`] places; two documents whose index is 0.8 meet in a band with a probability of 0.998, at
//! 0.3 of 0.02. Documents under [`SHORT`] words can only be copies: one word more or less decides.
//! Clusters are what hangs together by single links.
//!
//! Law: a document is in one cluster at most, and copies are in one. It takes 156 bytes a document and
//! the bytes of its id, and time as good as linear in the words.

use std::collections::{BTreeMap, HashMap};

use crate::stats::{BINS, Sketch, mix, resemblance, sketch};
use crate::text::{Document, Token};

/// Words of a shingle.
pub const SHINGLE: usize = 5;

/// The least estimated Jaccard index of documents that are alike.
pub const ALIKE: f64 = 0.8;

/// Documents with fewer words are alike only where they are copies.
pub const SHORT: usize = 30;

/// Bands of a sketch; the places that are left over serve the estimate alone.
const BANDS: usize = BINS / ROWS;

/// Places of a band.
const ROWS: usize = 6;

/// Unlike documents of one band that a further one is held against.
const LEADERS: usize = 16;

/// How many ids and clusters are named.
const NAMED: usize = 5;

/// What is kept of a document, so that others may be told to be like it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imprint {
    /// The hash of its words; `None` where it has none.
    words: Option<u64>,
    /// That of its shingles; `None` of a short document.
    shingles: Option<Sketch>,
}

/// Looks over the documents of a corpus.
#[derive(Debug, Default)]
pub struct Watch {
    /// All ids, one behind the other, and where each ends.
    ids: String,
    ends: Vec<usize>,
    words: Vec<Option<u64>>,
    /// The sketches of the documents that are not short, and the documents.
    sketches: Vec<Sketch>,
    sketched: Vec<u32>,
}

/// The duplicates of a corpus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Duplicates {
    /// Documents in all.
    pub documents: u64,
    /// Ids that came more than once.
    pub repeated_ids: u64,
    /// The first few of them, in the order of the alphabet, and how often each came.
    pub repeated: Vec<(String, u64)>,
    /// Documents with the same words.
    pub copies: Clusters,
    /// Documents that are nearly the same, copies among them.
    pub alike: Clusters,
}

/// Documents that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clusters {
    /// Clusters of two documents or more.
    pub clusters: u64,
    /// The documents in them.
    pub documents: u64,
    /// The documents of the largest.
    pub largest: u64,
    /// The first ids of the largest clusters; of equal ones those that come first.
    pub examples: Vec<Vec<String>>,
}

impl Clusters {
    /// Documents beyond the first of each cluster: so many fewer are independent.
    pub const fn surplus(&self) -> u64 {
        self.documents - self.clusters
    }
}

impl Duplicates {
    /// Whether there is anything to tell.
    pub const fn any(&self) -> bool {
        self.repeated_ids + self.alike.clusters > 0
    }
}

impl Imprint {
    /// The imprint of a document.
    pub fn of(document: &Document) -> Self {
        let source = document.source.as_bytes();
        let hashes: Vec<u64> = document.tokens.iter().map(|token| word(source, *token)).collect();
        let whole = hashes.iter().fold(0_u64, |sum, hash| mix(sum.rotate_left(7) ^ hash));
        let shingles = match hashes.len() < SHORT {
            true => None,
            false => sketch(hashes.windows(SHINGLE).map(shingle)),
        };
        Self { words: (!hashes.is_empty()).then_some(whole), shingles }
    }
}

/// The hash of a word, whatever its capitals: FNV-1a (Fowler, Noll & Vo) over eight bytes at a time.
fn word(source: &[u8], token: Token) -> u64 {
    let bytes = &source[token.start as usize..token.end as usize];
    let mut hash = 0xCBF2_9CE4_8422_2325_u64 ^ bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        eight.make_ascii_lowercase();
        hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        hash ^= hash >> 32;
    }
    hash
}

/// The hash of a run of words.
fn shingle(words: &[u64]) -> u64 {
    words.iter().fold(0, |sum: u64, word| sum.wrapping_mul(0x0000_0100_0000_01B3) ^ word)
}

impl Watch {
    /// Adds a document.
    pub fn add(&mut self, id: &str, document: &Document) {
        self.put(id, &Imprint::of(document));
    }

    /// Adds a document whose imprint was taken elsewhere, on another thread perhaps.
    pub fn put(&mut self, id: &str, imprint: &Imprint) {
        if let Some(sketch) = imprint.shingles {
            self.sketched.push(self.ends.len() as u32);
            self.sketches.push(sketch);
        }
        self.words.push(imprint.words);
        self.ids.push_str(id);
        self.ends.push(self.ids.len());
    }

    /// What came more than once.
    pub fn duplicates(&self) -> Duplicates {
        let mut repeated = self.repeated();
        let repeated_ids = repeated.len() as u64;
        repeated.truncate(NAMED);
        let mut links = Links::new(self.ends.len());
        self.link_copies(&mut links);
        let copies = self.clusters(&mut links);
        self.link_alike(&mut links);
        let alike = self.clusters(&mut links);
        Duplicates { documents: self.ends.len() as u64, repeated_ids, repeated, copies, alike }
    }

    fn id(&self, document: usize) -> &str {
        let start = document.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.ids[start..self.ends[document]]
    }

    /// Ids that came more than once; an empty one is none.
    fn repeated(&self) -> Vec<(String, u64)> {
        let mut ids: Vec<&str> = (0..self.ends.len()).map(|document| self.id(document)).collect();
        ids.sort_unstable();
        let groups =
            ids.chunk_by(|a, b| a == b).filter(|group| group.len() > 1 && !group[0].is_empty());
        groups.map(|group| (group[0].to_owned(), group.len() as u64)).collect()
    }

    fn link_copies(&self, links: &mut Links) {
        let mut first: HashMap<u64, usize> = HashMap::new();
        for (document, words) in self.words.iter().enumerate() {
            if let Some(words) = words {
                links.join(*first.entry(*words).or_insert(document), document);
            }
        }
    }

    /// Joins the documents that meet in a band and are alike. Of copies only the first is looked at.
    fn link_alike(&self, links: &mut Links) {
        let firsts =
            (0_u32..).zip(&self.sketched).filter(|&(_, &d)| links.root(d as usize) == d as usize);
        let mut meets: Vec<(u64, u32)> = firsts.map(|(number, _)| (0, number)).collect();
        for band in 0..BANDS {
            for (key, number) in &mut meets {
                let places = &self.sketches[*number as usize][band * ROWS..(band + 1) * ROWS];
                *key = places.iter().fold(0, |key, place| key << 8 | u64::from(*place));
            }
            meets.sort_unstable();
            for group in meets.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
                self.link_group(group, links);
            }
        }
    }

    fn link_group(&self, group: &[(u64, u32)], links: &mut Links) {
        let mut leaders: Vec<u32> = Vec::new();
        let document = |number: u32| self.sketched[number as usize] as usize;
        for &(_, number) in group {
            let here = &self.sketches[number as usize];
            let mut alone = true;
            for &leader in &leaders {
                let linked = links.root(document(leader)) == links.root(document(number));
                if linked || resemblance(&self.sketches[leader as usize], here) >= ALIKE {
                    links.join(document(leader), document(number));
                    alone = false;
                }
            }
            if alone && leaders.len() < LEADERS {
                leaders.push(number);
            }
        }
    }

    fn clusters(&self, links: &mut Links) -> Clusters {
        let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for document in 0..self.ends.len() {
            members.entry(links.root(document)).or_default().push(document);
        }
        let mut found: Vec<Vec<usize>> =
            members.into_values().filter(|cluster| cluster.len() > 1).collect();
        found.sort_by_key(|cluster| std::cmp::Reverse(cluster.len()));
        let ids = |cluster: &Vec<usize>| {
            cluster.iter().take(NAMED).map(|document| self.id(*document).to_owned()).collect()
        };
        Clusters {
            clusters: found.len() as u64,
            documents: found.iter().map(|cluster| cluster.len() as u64).sum(),
            largest: found.first().map_or(0, |cluster| cluster.len() as u64),
            examples: found.iter().take(NAMED).map(ids).collect(),
        }
    }
}

/// Which documents hang together: a disjoint-set forest whose roots are the first of each tree (Tarjan
/// 1975, *JACM* 22).
struct Links(Vec<u32>);

impl Links {
    fn new(documents: usize) -> Self {
        Self((0..documents as u32).collect())
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] as usize != at {
            self.0[at] = self.0[self.0[at] as usize];
            at = self.0[at] as usize;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b) as u32;
    }
}

#[cfg(test)]
mod tests;
