//! What is called nearly as what was asked for: told where nothing was found.

use std::collections::BTreeSet;

use super::{Query, Search, TERM};
use crate::analysis::Analysis;
use crate::lexicon::{Category, GROUPS, Lexicon, Role};
use crate::passes::Aimed;

/// Names that are told at most.
pub(super) const MOST: usize = 6;

/// The ids of the lexicon that are near; several words, or a star, are no id.
pub(super) fn names(search: &Search, lexicon: &Lexicon) -> Vec<String> {
    let mut near: Vec<String> = Vec::new();
    if let Query::Term(term) = &search.query
        && !term.contains([' ', '*', '|'])
    {
        let cues = |c: &&Category| !c.role.is_some_and(Role::is_structure) && c.id != TERM;
        let ids = || lexicon.all_categories().filter(cues).map(|category| category.id.as_str());
        let groups = GROUPS.iter().map(|group| group.id);
        // A term that has an id's letters was asked for as a term.
        if ids().chain(groups.clone()).all(|id| id != term) {
            near.extend(ids().chain(groups).filter(|id| is_near(term, id)).map(str::to_owned));
        }
    }
    for wanted in actors(search) {
        // One that the lexicon knows was asked for rightly: it is only not spoken of.
        if !lexicon.actors.iter().any(|actor| actor.id == wanted) {
            let actors = lexicon.actors.iter();
            let actors = actors.filter(|a| is_near(wanted, &a.id) || is_near(wanted, &a.name));
            near.extend(actors.map(|actor| format!("actor:{}", actor.id)));
        }
    }
    let mut told = BTreeSet::new();
    near.retain(|name| told.insert(name.clone()));
    near.truncate(MOST);
    near
}

/// The actors of a document whose names are near that of one that the lexicon does not know.
pub(super) fn seen(search: &Search, analysis: &Analysis, lexicon: &Lexicon) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for wanted in actors(search) {
        for aim in analysis.findings.iter().flat_map(|finding| &finding.aims) {
            let id = match aim.who {
                Aimed::Actor(actor) => analysis.cast.id(actor, lexicon),
                Aimed::Label => aim.span.of(&analysis.document.source),
            };
            if id != wanted && !lexicon.actors.iter().any(|a| a.id == id) && is_near(wanted, id) {
                seen.insert(format!("actor:{id}"));
            }
        }
    }
    seen
}

/// The actors that are asked for.
fn actors(search: &Search) -> impl Iterator<Item = &str> {
    search.query.wanted_actor().into_iter().chain(search.about.as_deref())
}

/// Whether two names are nearly the same: one holds the other, or few letters differ.
fn is_near(asked: &str, name: &str) -> bool {
    let (asked, name) = (letters(asked), letters(name));
    if asked.len() < 3 || name.len() < 3 {
        return false;
    }
    let text = |letters: &[char]| letters.iter().collect::<String>();
    let holds = |long: &[char], short: &[char]| {
        short.len() >= 4 && text(long).contains(text(short).as_str())
    };
    let most = (asked.len().min(name.len()) / 4).clamp(1, 3);
    holds(&asked, &name) || holds(&name, &asked) || distance(&asked, &name, most) <= most
}

/// Letters and digits, without capitals.
fn letters(name: &str) -> Vec<char> {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Letters to add, drop or change (Levenshtein 1966); more than `most` where it is surely more.
fn distance(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, from) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (column, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_letters_make_names_near() {
        for (asked, name) in [
            ("name-caling", "name-calling"),
            ("namecalling", "name-calling"),
            ("weather", "metaphor/weather"),
            ("label", "labels"),
            ("Natoo", "nato"),
        ] {
            assert!(is_near(asked, name), "{asked} {name}");
        }
        for (asked, name) in [("puppet", "hedge"), ("us", "us-them"), ("hero", "fear")] {
            assert!(!is_near(asked, name), "{asked} {name}");
        }
    }
}
