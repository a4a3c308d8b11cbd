//! Comparison: what differs between two sides, how much, and in whose words.
//!
//! A side is one text or a group of texts. Law: comparing a side with itself shows no difference.

mod keyness;
mod naming;
mod row;
mod side;
mod terms;
mod vocabulary;

use crate::lexicon::Lexicon;

pub use keyness::{Corpus, KeyTerm, Keyness, KeynessOptions};
pub use naming::{NamingPair, Plainer};
pub use row::{Kind, Row, Verdict};
pub use side::{Side, Sighting};
pub use vocabulary::Passage;

/// Two sides, compared.
#[derive(Debug)]
pub struct Comparison {
    /// The first side.
    pub a: Side,
    /// The second side.
    pub b: Side,
    /// Groups, categories and measures, the most different first within each kind.
    pub rows: Vec<Row>,
    /// Entries that only the first side uses: index and count, the most used first.
    pub only_a: Vec<(u32, u64)>,
    /// Entries that only the second side uses.
    pub only_b: Vec<(u32, u64)>,
    /// Where one side uses an entry and the other its plainer wording.
    pub naming: Vec<NamingPair>,
}

impl Comparison {
    /// Compares two sides that were read with `lexicon`.
    pub fn new(a: Side, b: Side, lexicon: &Lexicon, plainer: &Plainer) -> Self {
        let rows = row::rows(&a, &b, lexicon);
        let (only_a, only_b) = (only(&a, &b, lexicon), only(&b, &a, lexicon));
        let naming = naming::pairs(&a, &b, lexicon, plainer);
        Self { a, b, rows, only_a, only_b, naming }
    }

    /// Whether each side is one text: then the figures speak of these texts alone.
    pub fn single_texts(&self) -> bool {
        self.a.documents <= 1 && self.b.documents <= 1
    }

    /// What a reader must know before trusting the intervals.
    pub const fn caution(&self) -> &'static str {
        "Intervals take cues to fall independently of each other. In running text they cluster, so \
         the intervals are optimistic: too narrow. They speak of these texts alone."
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
