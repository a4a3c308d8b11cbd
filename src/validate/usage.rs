//! What a corpus uses of the lexicons.

use std::collections::BTreeMap;

use crate::analysis::Analysis;

/// How often a corpus uses each category and entry.
#[derive(Debug, Default)]
pub struct Usage {
    /// Documents read.
    pub documents: u64,
    /// Words of their bodies.
    pub words: u64,
    /// By category: documents with a counted finding.
    pub holding: BTreeMap<u32, u64>,
    /// By entry: counted findings.
    pub entries: BTreeMap<u32, u64>,
}

impl Usage {
    /// The usage of one document: its body.
    pub fn of(analysis: &Analysis) -> Self {
        let mut usage = Self { documents: 1, words: analysis.body.words, ..Self::default() };
        for finding in analysis.body_findings().filter(|finding| finding.counted()) {
            usage.holding.insert(finding.category, 1);
            *usage.entries.entry(finding.entry).or_default() += 1;
        }
        usage
    }

    /// Adds the usage of other documents.
    pub fn add(&mut self, other: Self) {
        self.documents += other.documents;
        self.words += other.words;
        other.holding.into_iter().for_each(|(at, n)| *self.holding.entry(at).or_default() += n);
        other.entries.into_iter().for_each(|(at, n)| *self.entries.entry(at).or_default() += n);
    }
}
