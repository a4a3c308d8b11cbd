//! Two states of the lexicons: which entries came, went and changed, and what that does to findings.

use std::collections::BTreeMap;

use super::excerpt;
use crate::analysis::{Analysis, analyse};
use crate::lexicon::{Block, Entry, Lexicon};
use crate::text::{Layout, Span};

/// What became of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange {
    /// Its category's id.
    pub category: String,
    /// The term.
    pub term: String,
    /// Added, removed, or in what it changed.
    pub change: String,
}

/// The entries that `b` has and `a` has not, the other way round, and those that differ in both, by
/// category and term.
pub fn entry_changes(a: &Lexicon, b: &Lexicon) -> Vec<EntryChange> {
    let (old, new) = (by_name(a), by_name(b));
    let mut changes = Vec::new();
    let mut push = |(category, term): (&str, &str), change: String| {
        changes.push(EntryChange { category: category.to_owned(), term: term.to_owned(), change });
    };
    for (&name, &entry) in &old {
        match new.get(&name) {
            None => push(name, "removed".to_owned()),
            Some(&other) => {
                let change = changed(a.block(entry), b.block(other));
                if !change.is_empty() {
                    push(name, change.join("; "));
                }
            }
        }
    }
    for (&name, &entry) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        push(name, format!("added, strength {}", b.block(entry).strength));
    }
    changes.sort_by(|x, y| (&x.category, &x.term).cmp(&(&y.category, &y.term)));
    changes
}

fn by_name(lexicon: &Lexicon) -> BTreeMap<(&str, &str), &Entry> {
    let shown = lexicon.entries.iter().filter(|entry| lexicon.shows(entry.category));
    shown.map(|entry| ((&*lexicon.category(entry).id, &*entry.term), entry)).collect()
}

/// In what two blocks differ.
fn changed(a: &Block, b: &Block) -> Vec<String> {
    let mut changes = Vec::new();
    if a.strength != b.strength {
        changes.push(format!("strength {} to {}", a.strength, b.strength));
    }
    for (name, same) in [
        ("inflection", a.inflect == b.inflect),
        ("case", a.case == b.case),
        ("reason", a.why == b.why),
        ("plainer wording", a.instead == b.instead),
        ("silent with", a.unless == b.unless),
        ("only with", a.when == b.when),
    ] {
        if !same {
            changes.push(format!("{name} changed"));
        }
    }
    changes
}

/// What becomes of the findings of some texts.
#[derive(Debug, Default)]
pub struct FindingChanges {
    /// Texts read.
    pub texts: u64,
    /// By category id: counted findings before and after, and how many came and went.
    pub categories: BTreeMap<String, [u64; 4]>,
    /// By category id and entry: the findings that came.
    pub gained: BTreeMap<(String, String), Example>,
    /// Those that went.
    pub lost: BTreeMap<(String, String), Example>,
}

/// How often, and where first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// How often.
    pub count: u64,
    /// The text of the first one.
    pub id: String,
    /// Its sentence.
    pub sentence: String,
}

impl FindingChanges {
    /// What becomes of the findings that `a` has in a text where it is read with `b`.
    pub fn of(old: &Analysis, layout: Layout, a: &Lexicon, b: &Lexicon) -> Self {
        let mut changes = Self { texts: 1, ..Self::default() };
        // What was read once is not too long to be read again.
        let Ok(mut new) = analyse(old.document.source.clone(), layout, b) else { return changes };
        new.id.clone_from(&old.id);
        let (before, after) = (Counted::of(old, a), Counted::of(&new, b));
        for (column, counted) in [(0, &before), (1, &after)] {
            for (category, ..) in counted.places.keys() {
                changes.categories.entry(category.clone()).or_default()[column] += 1;
            }
        }
        for (from, to, column, list) in
            [(&after, &before, 2, &mut changes.gained), (&before, &after, 3, &mut changes.lost)]
        {
            for ((category, start, end), entry) in &from.places {
                if to.places.contains_key(&(category.clone(), *start, *end)) {
                    continue;
                }
                changes.categories.entry(category.clone()).or_default()[column] += 1;
                let sentence = || excerpt(&from.analysis.document, Span::new(*start, *end));
                let example = list.entry((category.clone(), entry.clone())).or_insert_with(|| {
                    let id = from.analysis.id.clone();
                    Example { count: 0, id, sentence: sentence() }
                });
                example.count += 1;
            }
        }
        changes
    }

    /// Adds what becomes of the findings of later texts.
    pub fn add(&mut self, other: Self) {
        self.texts += other.texts;
        for (category, counts) in other.categories {
            let row = self.categories.entry(category).or_default();
            row.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        for (mine, theirs) in [(&mut self.gained, other.gained), (&mut self.lost, other.lost)] {
            for (name, example) in theirs {
                match mine.get_mut(&name) {
                    Some(known) => known.count += example.count,
                    None => drop(mine.insert(name, example)),
                }
            }
        }
    }
}

/// The counted findings of a text: (category id, start, end) to the entry.
struct Counted<'a> {
    analysis: &'a Analysis,
    places: BTreeMap<(String, usize, usize), String>,
}

impl<'a> Counted<'a> {
    fn of(analysis: &'a Analysis, lexicon: &Lexicon) -> Self {
        let counted = analysis.findings.iter().filter(|finding| finding.counted());
        let place = |finding: &crate::passes::Finding| {
            let category = lexicon.category_at(finding.category).id.clone();
            let place = (category, finding.span.start, finding.span.end);
            (place, lexicon.entry(finding.entry).term.clone())
        };
        Self { analysis, places: counted.map(place).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Source;

    fn lexicon(entries: &str) -> Lexicon {
        let text = format!(
            "id = \"test\"\ntitle = \"Test\"\ngroup = \"labels\"\nlanguage = \"en\"\n\
             version = \"1.0.0\"\npolarity = \"negative\"\nwhy = \"A test.\"\nsources = []\n\
             flags = []\nignores = []\n{entries}"
        );
        Lexicon::compile(&[Source { file: "t.toml".into(), text: text.into() }]).unwrap()
    }

    fn block(terms: &str, strength: u8, why: &str) -> String {
        format!("[[entries]]\nterms = [{terms}]\nstrength = {strength}\nwhy = \"{why}\"\n")
    }

    #[test]
    fn entries_come_go_and_change() {
        let a = lexicon(&block("\"lackey\", \"pawn\"", 2, "demeans"));
        let b = lexicon(
            &[block("\"pawn\"", 3, "demeans a person"), block("\"stooge\"", 2, "x")].concat(),
        );
        let changes: Vec<_> =
            entry_changes(&a, &b).into_iter().map(|c| (c.term, c.change)).collect();
        let expected = [
            ("lackey", "removed"),
            ("pawn", "strength 2 to 3; reason changed"),
            ("stooge", "added, strength 2"),
        ];
        assert_eq!(changes, expected.map(|(term, change)| (term.to_owned(), change.to_owned())));
        assert!(entry_changes(&a, &a).is_empty());
    }

    #[test]
    fn findings_come_and_go_with_their_sentence() {
        let (a, b) = (
            lexicon(&block("\"lackey\"", 2, "x")),
            lexicon(&block("\"stooge\", \"lackey of\"", 2, "x")),
        );
        let mut changes = FindingChanges::default();
        for text in ["A lackey came. A stooge left.", "One stooge."] {
            let old = analyse(text.to_owned(), Layout::Blank, &a).unwrap();
            changes.add(FindingChanges::of(&old, Layout::Blank, &a, &b));
        }
        assert_eq!(changes.categories["test"], [1, 2, 2, 1]);
        let came = &changes.gained[&("test".to_owned(), "stooge".to_owned())];
        assert_eq!((came.count, came.sentence.as_str()), (2, "A [stooge] left."));
        assert_eq!(changes.lost.len(), 1);
    }
}
