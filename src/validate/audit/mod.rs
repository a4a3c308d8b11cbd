//! The audit of lexicon files: what a careful reviewer would send back.

mod broad;
mod examples;
mod hidden;
mod instead;
mod normal_form;
mod similar;
mod swallowed;
mod wordings;

use std::borrow::Cow;

use crate::lexicon::{Entry, EntryKind, Lexicon, LexiconError, Role, Source};

/// Checks lexicon files as a reviewer would: well formed, in normal form, every entry reachable and
/// none over-broad, none said twice, every example true. They are read beside the built-in lexicons.
///
/// # Errors
/// Every fault of every file, by file and line.
pub fn check(sources: &[Source<'_>]) -> Result<Lexicon, Vec<LexiconError>> {
    let lexicon = Lexicon::with(sources)?;
    let mut faults = Vec::new();
    for source in sources {
        faults.extend(normal_form::faults(source));
    }
    let is_checked = |file: &str| sources.iter().any(|source| source.file == file);
    let mut checked: Vec<u32> = (0..)
        .zip(&lexicon.categories)
        .filter(|(_, c)| is_checked(&c.file))
        .map(|(at, _)| at)
        .collect();
    checked
        .extend(lexicon.entries.iter().filter(|e| is_checked(lexicon.file(e))).map(|e| e.category));
    // Names are no wordings: what their files must be is seen when they are read.
    checked.retain(|&category| lexicon.category_at(category).role != Some(Role::Actors));
    checked.sort_unstable();
    checked.dedup();
    for category in checked {
        for faults_of in [
            examples::faults,
            hidden::faults,
            instead::faults,
            broad::faults,
            swallowed::faults,
            similar::faults,
        ] {
            faults.extend(faults_of(&lexicon, category));
        }
    }
    faults.extend(similar::twins(&lexicon));
    // Of a category that a part adds to, the rest is not under review.
    faults.retain(|fault| is_checked(&fault.file));
    faults.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    if faults.is_empty() { Ok(lexicon) } else { Err(faults) }
}

/// The terms of a category.
fn terms(lexicon: &Lexicon, category: u32) -> impl Iterator<Item = &Entry> {
    let ours = move |entry: &&Entry| entry.category == category && entry.kind == EntryKind::Term;
    lexicon.entries.iter().filter(ours)
}

/// A fault of a category's file.
fn fault(lexicon: &Lexicon, category: u32, line: usize, key: &str) -> LexiconError {
    LexiconError {
        file: lexicon.category_at(category).file.clone(),
        line,
        key: key.to_owned(),
        what: String::new(),
        mend: String::new(),
    }
}

/// A fault of an entry.
fn entry_fault(lexicon: &Lexicon, entry: &Entry, what: String, mend: &str) -> LexiconError {
    LexiconError {
        file: lexicon.file(entry).to_owned(),
        line: entry.line,
        key: entry.term.clone(),
        what,
        mend: mend.to_owned(),
    }
}

/// Where an entry stands, as seen from another.
fn place(lexicon: &Lexicon, entry: &Entry, from: &Entry) -> String {
    match entry.file == from.file {
        true => format!("line {}", entry.line),
        false => format!("{}:{}", lexicon.file(entry), entry.line),
    }
}

/// The first words of a text, for a message.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a file that is in order, but for its few examples.
    pub(super) const FILE: &str = "id = \"test\"
title = \"Test\"
group = \"labels\"
language = \"en\"
version = \"1.0.0\"
polarity = \"neutral\"
why = \"A test.\"
sources = [\"none\"]
flags = []
ignores = []
";

    /// The faults of a file, those of its examples aside.
    pub(super) fn faults_of(text: &str) -> Vec<String> {
        let source = Source { file: "test.toml".into(), text: text.into() };
        let faults = check(&[source]).err().unwrap_or_default();
        let faults =
            faults.into_iter().filter(|fault| !["flags", "ignores"].contains(&&*fault.key));
        faults.map(|fault| fault.to_string()).collect()
    }

    /// The faults of blocks of strength 2 with these terms.
    pub(super) fn audited(blocks: &[&str]) -> Vec<String> {
        let block = |terms: &&str| {
            format!("\n# one\n[[entries]]\n{terms}\nstrength = 2\nwhy = \"demeans\"\n")
        };
        faults_of(&format!("{FILE}{}", blocks.iter().map(block).collect::<String>()))
    }

    #[test]
    fn weak_here_and_strong_there_is_a_fault() {
        let block = "\n# one\n[[entries]]\nterms = [\"lackey\"]\nstrength = 1\nwhy = \"demeans\"\n";
        let faults = faults_of(&format!("{FILE}{block}"));
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(faults[0].contains("lackey: has strength 1, and 3 in name-calling"), "{faults:?}");
    }
}
