//! British and American spelling: the other ways to write one word.
//!
//! Laws: the relation goes both ways (tested); the word itself is never returned; a rule serves
//! only where it is safe (-ise), and lists serve elsewhere ("four" and "hour" are no "for" and
//! "hor"). Spellings that divide one side of the ocean ("adviser", "judgement") count as well.
//! After Peters (2004), *The Cambridge Guide to English Usage*.

mod rows;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::iter;
use std::sync::LazyLock;

use super::irregular::{DOUBLING_AT_WILL, L_VERBS, holds};

/// A word with more hyphens than this comes back without other spellings.
const MAX_HYPHENS: usize = 3;

/// The other spellings of words, each worked out once.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    known: HashMap<String, Vec<String>>,
}

impl Spellings {
    /// The other spellings of a word.
    pub(super) fn of(&mut self, word: &str) -> &[String] {
        if !self.known.contains_key(word) {
            self.known.insert(word.to_owned(), spellings(word));
        }
        &self.known[word]
    }
}

/// The other spellings of one lower-case word; mostly none.
///
/// Each part of a hyphened word varies by itself ("anti-labour", "anti-labor"), and a variant may
/// vary again ("anaesthetise", "anesthetise", "anesthetize").
pub(super) fn spellings(word: &str) -> Vec<String> {
    if word.bytes().filter(|&b| b == b'-').count() > MAX_HYPHENS {
        return Vec::new();
    }
    let mut found = vec![word.to_owned()];
    let mut next = 0;
    while let Some(form) = found.get(next).cloned() {
        let mut start = 0;
        for part in form.split('-') {
            let (before, after) = (&form[..start], &form[start + part.len()..]);
            start += part.len() + 1;
            for other in changes(part) {
                let variant = format!("{before}{other}{after}");
                if !found.contains(&variant) {
                    found.push(variant);
                }
            }
        }
        next += 1;
    }
    found.remove(0);
    found
}

/// What each rule or list makes of a word, some of them behind a prefix as well.
fn changes(word: &str) -> Vec<String> {
    let mut changed = listed(word);
    changed.extend(ise(word));
    let bare = rows::PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix));
    for base in iter::once(word).chain(bare) {
        let prefix = &word[..word.len() - base.len()];
        let others = our(base).into_iter().chain(doubled(base));
        changed.extend(others.map(|other| format!("{prefix}{other}")));
    }
    changed
}

/// -ise for -ize and back, with every derived ending.
fn ise(word: &str) -> Option<String> {
    rows::ISE_ENDINGS.split_ascii_whitespace().find_map(|ending| {
        let core = word.strip_suffix(ending)?;
        let (stem, letter) = match (core.strip_suffix("is"), core.strip_suffix("iz")) {
            (Some(stem), _) => (stem, 'z'),
            (_, Some(stem)) => (stem, 's'),
            _ => return None,
        };
        varies_in_s(stem).then(|| format!("{stem}i{letter}{ending}"))
    })
}

/// Whether a stem takes both -ise and -ize: three letters with a vowel ("rise", "size"), none at
/// the end ("raise", "seize"), and no exception ("advise", "capsize").
fn varies_in_s(stem: &str) -> bool {
    const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
    let (s, z) = (format!("{stem}is"), format!("{stem}iz"));
    stem.len() > 2
        && stem.contains(VOWELS)
        && !stem.ends_with(VOWELS)
        && !rows::S_ALONE.split_ascii_whitespace().any(|alone| s.ends_with(alone))
        && !holds(rows::S_ALONE_WORDS, &s)
        && !holds(rows::Z_ALONE, &z)
}

/// -our for -or and back, in the stems of a list.
fn our(word: &str) -> Option<String> {
    static STEMS: Index<&str> =
        LazyLock::new(|| index(rows::OUR.split_ascii_whitespace().map(|stem| (stem, stem))));
    beginning_like(&STEMS, word).find_map(|stem| {
        let (front, back) = stem.split_at(stem.rfind("our")?);
        let tail = word.strip_prefix(front)?;
        let back = &back["our".len()..];
        let fits = |from: &str| {
            let ending = tail.strip_prefix(from)?.strip_prefix(back)?;
            is_ending(rows::OUR_ENDINGS, ending).then_some(ending)
        };
        fits("our")
            .map(|ending| format!("{front}or{back}{ending}"))
            .or_else(|| fits("or").map(|ending| format!("{front}our{back}{ending}")))
    })
}

/// A doubled consonant for a single one and back: travelled, focussed.
fn doubled(word: &str) -> Option<String> {
    static VERBS: Index<&str> = LazyLock::new(|| {
        let lists = [L_VERBS, DOUBLING_AT_WILL];
        let verbs = lists.iter().flat_map(|list| list.split_ascii_whitespace());
        index(verbs.map(|verb| (verb, verb)))
    });
    beginning_like(&VERBS, word).find_map(|verb| {
        let tail = word.strip_prefix(*verb)?;
        let last = verb.chars().next_back()?;
        if let Some(ending) = tail.strip_prefix(last) {
            holds(rows::DOUBLED_ENDINGS, ending).then(|| format!("{verb}{ending}"))
        } else {
            holds(rows::DOUBLED_ENDINGS, tail).then(|| format!("{verb}{last}{tail}"))
        }
    })
}

/// The rows that have the word on one side, turned over.
fn listed(word: &str) -> Vec<String> {
    static ROWS: Index<(&str, &str, &str)> = LazyLock::new(|| {
        let row = |row: &'static str| {
            let (british, rest) = row.trim_start().split_once(' ')?;
            let (american, endings) = rest.trim_start().split_once(' ')?;
            Some([(british, american, endings), (american, british, endings)])
        };
        let rows = rows::ROWS.trim().lines().filter_map(row).flatten();
        index(rows.map(|row| (row.0, row)))
    });
    let changed = |(from, to, endings): &(&str, &str, &str)| {
        let ending = word.strip_prefix(from).filter(|ending| is_ending(endings, ending))?;
        Some(format!("{to}{ending}"))
    };
    beginning_like(&ROWS, word).filter_map(changed).collect()
}

/// Rows by the first two bytes of the word that they are about.
type Index<T> = LazyLock<HashMap<[u8; 2], Vec<T>>>;

fn index<T>(rows: impl Iterator<Item = (&'static str, T)>) -> HashMap<[u8; 2], Vec<T>> {
    let mut index: HashMap<_, Vec<T>> = HashMap::new();
    for (word, row) in rows {
        if let Some(first) = word.as_bytes().first_chunk() {
            index.entry(*first).or_default().push(row);
        }
    }
    index
}

/// The rows of an index whose word begins with the two bytes that `word` begins with.
fn beginning_like<'a, T>(
    index: &'a HashMap<[u8; 2], Vec<T>>,
    word: &str,
) -> impl Iterator<Item = &'a T> + use<'a, T> {
    word.as_bytes().first_chunk().and_then(|first| index.get(first)).into_iter().flatten()
}

/// Whether a list of endings, where `-` stands for none, holds the ending.
fn is_ending(list: &str, ending: &str) -> bool {
    holds(list, if ending.is_empty() { "-" } else { ending })
}
