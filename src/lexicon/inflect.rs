//! Inflection: the forms of a base word that a text may show, by rule and table.
//!
//! What comes in is one lower-case base word ("force", "mislead", "shady"); a hyphened word is
//! inflected at its end ("fellow-traveller"). The forms come back with the base first, none twice.
//! A form too many is harmless (no text holds it), a missing one is a cue that is not seen: where
//! usage is divided ("travelled", "traveled"; "scarfs", "scarves") both are given.
//!
//! Rules after Quirk, Greenbaum, Leech & Svartvik (1985), *A Comprehensive Grammar of the English
//! Language*: nouns 5.79 to 5.103, verbs 3.5 to 3.20, adjectives 7.74 to 7.81, adverbs 7.46.

use super::irregular::{self as data, holds};

/// A noun and its plurals.
pub(super) fn noun(word: &str) -> Vec<String> {
    let mut forms = Forms::of(word);
    let (front, head) = compound(word);
    if let Some(plurals) = data::NOUNS.get(head) {
        forms.extend(front, plurals);
    } else if let Some((first, tail)) = head_first(word) {
        noun(first).iter().skip(1).for_each(|plural| forms.add(format!("{plural}{tail}")));
    } else {
        regular_plurals(word, &mut forms);
    }
    forms.0
}

/// A noun whose first part carries the plural: mother-in-law, runner-up, secretary-general.
fn head_first(word: &str) -> Option<(&str, &str)> {
    let (first, tail) = word.split_at(word.find('-')?);
    let found = match tail {
        "-in-law" | "-in-chief" | "-at-arms" | "-general" => true,
        "-by" | "-on" | "-up" => first.ends_with("er"),
        _ => false,
    };
    found.then_some((first, tail))
}

/// What stands before the part that carries the inflection, and that part.
fn compound(word: &str) -> (&str, &str) {
    let last = last_part(word);
    let known = data::NOUNS.contains_key(last) || holds(data::NO_COMPOUNDS, last);
    let head = data::NOUN_HEADS.iter().find(|head| !known && last.ends_with(*head));
    word.split_at(word.len() - head.map_or(last.len(), |head| head.len()))
}

fn regular_plurals(word: &str, forms: &mut Forms) {
    let last = last_part(word);
    let compounds_end = |ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 2);
    if ["nese", "guese", "mese", "lese", "tese", "craft"].iter().any(|end| word.ends_with(end)) {
        return;
    }
    if let Some(stem) = compounds_end("sis") {
        forms.add(format!("{stem}ses"));
    } else if let Some(stem) = word.strip_suffix('o').filter(|stem| ends_in_consonant(stem)) {
        let both = holds(data::OES_OR_OS, last);
        if both || holds(data::OES, last) {
            forms.add(format!("{stem}oes"));
        }
        if both || !holds(data::OES, last) {
            forms.add(format!("{stem}os"));
        }
    } else {
        forms.add(with_s(word));
    }
}

/// A verb: base, third person, -ing, past tenses and participles.
pub(super) fn verb(word: &str) -> Vec<String> {
    let mut forms = Forms::of(word);
    match word {
        "be" => forms.extend("", "am is are was were being been"),
        "have" => forms.extend("", "has having had"),
        _ => inflect_verb(word, &mut forms),
    }
    forms.0
}

fn inflect_verb(word: &str, forms: &mut Forms) {
    forms.add(with_s(word));
    let irregular = irregular_pasts(word);
    if ends_in_consonant_o(word) && irregular.is_none() && !holds(data::OES, last_part(word)) {
        forms.add(format!("{word}s"));
    }
    let stems = stems_before_vowel(word);
    if let Some(stem) = word.strip_suffix("ie") {
        forms.add(format!("{stem}ying"));
    } else if drops_e(word) {
        forms.add(format!("{}ing", &word[..word.len() - 1]));
    } else {
        forms.add_each(&stems, "ing");
    }
    if word.ends_with("inge") || word.ends_with("ueue") {
        forms.add(format!("{word}ing"));
    }
    if let Some((prefix, pasts)) = irregular {
        forms.extend(prefix, pasts);
    } else if word.ends_with('e') {
        forms.add(format!("{word}d"));
    } else if let Some(stem) = consonant_y(word) {
        forms.add(format!("{stem}ied"));
    } else {
        forms.add_each(&stems, "ed");
    }
}

/// The irregular pasts of a verb, and the prefix to put before each.
fn irregular_pasts(word: &str) -> Option<(&str, &'static str)> {
    let last = last_part(word);
    if holds(data::REGULAR_VERBS, last) {
        return None;
    }
    let found = |base: &str| match base {
        "do" => Some("did done"),
        _ => data::VERBS.get(base).copied(),
    };
    let before = |base: &str| &word[..word.len() - base.len()];
    found(last).map(|pasts| (before(last), pasts)).or_else(|| {
        data::VERB_PREFIXES.iter().find_map(|prefix| {
            let base = last.strip_prefix(prefix)?;
            found(base).map(|pasts| (before(base), pasts))
        })
    })
}

/// An adjective, its comparatives and superlatives: of one syllable, of two with -y, and a list.
///
/// Longer adjectives ("brutal") come back alone, as do hyphened ones.
pub(super) fn adjective(word: &str) -> Vec<String> {
    let mut forms = Forms::of(word);
    if let Some(compared) = data::ADJECTIVES.get(word) {
        forms.extend("", compared);
    } else if let Some(stem) = compared_stem(word) {
        forms.add(format!("{stem}er"));
        forms.add(format!("{stem}est"));
    }
    forms.0
}

/// The stem before -er and -est; `None` for an adjective that takes "more" and "most".
fn compared_stem(word: &str) -> Option<String> {
    let long = data::LONG_ENDS.iter().any(|end| word.ends_with(end));
    if long || holds(data::NOT_COMPARED, word) || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let spoken = word.strip_prefix("un").unwrap_or(word);
    let y = word.strip_suffix("ey").filter(|stem| syllables(stem) > 0).or(consonant_y(word));
    match (syllables(word), y) {
        (2, Some(stem)) => Some(format!("{stem}i")),
        (3, Some(stem)) if spoken.len() < word.len() => Some(format!("{stem}i")),
        (1, _) if word.len() > 2 => {
            let stem = word.strip_suffix('e').unwrap_or(word);
            Some(if doubles(word) { doubled(word) } else { stem.to_owned() })
        }
        _ => None,
    }
}

/// The adverb of an adjective; `None` where there is none, or the word ends in -ly as it is.
pub(super) fn adverb(word: &str) -> Option<String> {
    if word.ends_with("ly")
        || holds(data::NO_ADVERB, word)
        || word.is_empty()
        || !word.bytes().all(|b| b.is_ascii_lowercase())
    {
        return None;
    }
    if let Some(adverb) = data::ADVERBS.get(word) {
        return Some((*adverb).to_owned());
    }
    let with = |stem: &str, ending: &str| Some(format!("{stem}{ending}"));
    let long = syllables(word) > 1;
    if word.ends_with("ic") {
        with(word, "ally")
    } else if let Some(stem) = word.strip_suffix("le").filter(|stem| ends_in_consonant(stem)) {
        with(stem, "ly")
    } else if word.ends_with("ll") {
        with(word, "y")
    } else if let Some(stem) = consonant_y(word).or(word.strip_suffix("ey")).filter(|_| long) {
        with(stem, "ily")
    } else {
        with(word, "ly")
    }
}

/// Forms in order, none twice.
struct Forms(Vec<String>);

impl Forms {
    fn of(word: &str) -> Self {
        Self(vec![word.to_owned()])
    }

    fn add(&mut self, form: String) {
        if !self.0.contains(&form) {
            self.0.push(form);
        }
    }

    fn add_each(&mut self, stems: &[String], ending: &str) {
        for stem in stems {
            self.add(format!("{stem}{ending}"));
        }
    }

    fn extend(&mut self, before: &str, forms: &str) {
        forms.split_ascii_whitespace().for_each(|form| self.add(format!("{before}{form}")));
    }
}

/// The last part of a hyphened word.
fn last_part(word: &str) -> &str {
    word.rsplit('-').next().unwrap_or(word)
}

/// The -s form: plural of a noun, third person of a verb.
fn with_s(word: &str) -> String {
    if let Some(stem) = consonant_y(word) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "sh", "ch"].iter().any(|end| word.ends_with(end));
    let hard = word.ends_with("ch") && holds(data::HARD_CH, last_part(word));
    let o = ends_in_consonant_o(word);
    match word {
        _ if matches!(last_part(word), "quiz" | "whiz") => format!("{word}zes"),
        _ if (hissing && !hard) || o => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// The stems to which -ing and -ed are added: doubled, with -k, or as it is.
fn stems_before_vowel(word: &str) -> Vec<String> {
    let last = last_part(word);
    let behind_prefix = |list: &str| {
        holds(list, last)
            || data::VERB_PREFIXES
                .iter()
                .any(|prefix| last.strip_prefix(prefix).is_some_and(|base| holds(list, base)))
    };
    if behind_prefix(data::L_VERBS) || behind_prefix(data::DOUBLING_AT_WILL) {
        return vec![doubled(word), word.to_owned()];
    }
    let short = |base: &str| syllables(base) == 1 && doubles(base);
    let prefixed = irregular_pasts(word).is_some_and(|(prefix, _)| short(&word[prefix.len()..]));
    if behind_prefix(data::DOUBLING) || short(last) || prefixed {
        return vec![doubled(word)];
    }
    let k = last.len() > 3 && (word.ends_with("ic") || word.ends_with("ac"));
    vec![if k { format!("{word}k") } else { word.to_owned() }]
}

/// Whether -ing takes the place of a final -e: not after e, o and y.
fn drops_e(word: &str) -> bool {
    let kept = ["ee", "oe", "ye"].iter().any(|end| word.ends_with(end));
    word.ends_with('e') && word.len() > 2 && !kept
}

fn doubled(word: &str) -> String {
    let last = word.chars().next_back();
    word.chars().chain(last).collect()
}

/// Whether the word ends in one consonant letter after one vowel letter, which then is doubled.
fn doubles(word: &str) -> bool {
    let mut back = word.bytes().rev();
    let (Some(last), Some(vowel)) = (back.next(), back.next()) else { return false };
    let before = match (back.next(), back.next()) {
        (Some(b'u'), Some(b'q')) => None,
        (before, _) => before,
    };
    last.is_ascii_lowercase()
        && !is_vowel(last)
        && !matches!(last, b'w' | b'x' | b'y' | b'h')
        && is_vowel(vowel)
        && !before.is_some_and(is_vowel)
}

/// The word without a final -y that follows a consonant.
fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    (ends_in_consonant(stem) || stem.ends_with("qu")).then_some(stem)
}

fn ends_in_consonant_o(word: &str) -> bool {
    word.strip_suffix('o').is_some_and(ends_in_consonant)
}

fn ends_in_consonant(word: &str) -> bool {
    word.bytes().next_back().is_some_and(|b| !is_vowel(b))
}

const fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Syllables, as groups of vowel letters; a final mute -e (-ue after g and q) is none.
fn syllables(word: &str) -> usize {
    let groups = |letters: &[u8]| {
        let sounds = |i: usize| match letters[i] {
            b'y' => {
                let between = letters.get(i + 1).is_some_and(|&next| is_vowel(next));
                i > 0 && !(between && is_vowel(letters[i - 1]))
            }
            b'u' => i == 0 || letters[i - 1] != b'q',
            letter => is_vowel(letter),
        };
        (0..letters.len()).filter(|&i| sounds(i) && (i == 0 || !sounds(i - 1))).count()
    };
    let mute = |stem: &&str| {
        let sounded = stem.strip_suffix('l').is_some_and(ends_in_consonant);
        !sounded && groups(stem.as_bytes()) > 0
    };
    if let Some(stem) = word.strip_suffix("ely").filter(mute) {
        return groups(stem.as_bytes()) + 1; // lonely
    }
    let stem = ["gue", "que"].iter().find_map(|end| word.strip_suffix(end));
    let spoken = stem.or(word.strip_suffix('e')).filter(mute);
    groups(spoken.unwrap_or(word).as_bytes())
}

#[cfg(test)]
mod tests;
