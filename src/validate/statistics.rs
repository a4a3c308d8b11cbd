//! Figures of the lexicons: how many entries of which kind, and what a corpus uses of them.

use crate::lexicon::{Entry, EntryKind, Lexicon};

use super::usage::Usage;

/// Figures of one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CategoryFigures {
    /// The category, as an index.
    pub category: u32,
    /// Its entries: terms, patterns and scare quotes.
    pub entries: u64,
    /// Forms that they are matched by.
    pub forms: u64,
    /// Entries of two words or more.
    pub multiword: u64,
    /// Entries with an `unless` or `when` rule.
    pub ruled: u64,
    /// Entries by strength 1, 2, 3.
    pub strengths: [u64; 3],
    /// Entries that the corpus uses.
    pub used: u64,
    /// Counted findings in the corpus.
    pub findings: u64,
    /// Documents of the corpus with one.
    pub documents: u64,
    /// The entry that the corpus uses most, and how often.
    pub top: Option<(u32, u64)>,
}

/// The figures of each shown category, in the lexicon's order; of `usage` nothing but 0 where there
/// is no corpus.
pub fn statistics(lexicon: &Lexicon, usage: &Usage) -> Vec<CategoryFigures> {
    let forms = lexicon.forms_by_category();
    let figures = |category: u32| {
        let entries =
            || (0..).zip(&lexicon.entries).filter(move |(_, entry)| entry.category == category);
        let count = |is: &dyn Fn(&Entry) -> bool| entries().filter(|(_, e)| is(e)).count() as u64;
        let used =
            || entries().filter_map(|(at, _)| usage.entries.get(&at).map(|&count| (at, count)));
        CategoryFigures {
            category,
            entries: count(&|_| true),
            forms: forms.get(category as usize).copied().unwrap_or(0),
            multiword: count(&|entry| entry.kind == EntryKind::Term && is_multiword(&entry.term)),
            ruled: count(&|entry| lexicon.block(entry).has_rules()),
            strengths: [1, 2, 3].map(|s| count(&|entry| lexicon.block(entry).strength == s)),
            used: used().count() as u64,
            findings: used().map(|(_, count)| count).sum(),
            documents: usage.holding.get(&category).copied().unwrap_or(0),
            top: used().max_by_key(|&(at, count)| (count, std::cmp::Reverse(at))),
        }
    };
    (0..lexicon.categories.len() as u32).map(figures).collect()
}

/// Whether a term has two words or more, as a reader counts them.
pub(super) fn is_multiword(term: &str) -> bool {
    term.split_whitespace().nth(1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyse;
    use crate::text::Layout;

    #[test]
    fn figures_of_a_small_file_on_a_small_corpus() {
        let text = r#"
            id = "labels-test"
            title = "Test"
            group = "labels"
            language = "en"
            version = "1.0.0"
            polarity = "negative"
            why = "A test."
            sources = ["none"]
            flags = []
            ignores = []
            [[entries]]
            terms = ["lackey", "vassal force"]
            strength = 3
            inflect = "noun"
            why = "demeans"
            instead = ["ally"]
            [[entries]]
            terms = ["camp"]
            strength = 1
            why = "sets apart"
            unless = { before = ["summer"] }
        "#;
        let source = crate::lexicon::Source { file: "t.toml".into(), text: text.into() };
        let lexicon = Lexicon::compile(&[source]).unwrap();
        let mut usage = Usage::default();
        for text in ["Lackeys of the camp met.", "A lackey spoke. The camp slept.", "None."] {
            usage.add(Usage::of(&analyse(text.into(), Layout::Blank, &lexicon).unwrap()));
        }
        let figures = statistics(&lexicon, &usage);
        let expected = CategoryFigures {
            category: 0,
            entries: 3,
            forms: 5,
            multiword: 1,
            ruled: 1,
            strengths: [1, 0, 2],
            used: 2,
            findings: 3,
            documents: 2,
            top: Some((0, 2)),
        };
        assert_eq!(figures, [expected]);
        assert_eq!((usage.documents, usage.words), (3, 12));
    }
}
