//! Stems: what the forms of a word share, so that "inspected" of one text meets "inspection" of another.
//!
//! Porter (1980), "An algorithm for suffix stripping", *Program* 14, behind the table of irregular
//! forms ("struck" is "strike") and one of the two spellings ("labor" is "labour"). A stem is no word to show: it only tells whether two words are kin.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::irregular::{NOUNS, VERBS};
use super::spelling::spellings;
use super::vocabulary::fold;

/// Irregular form -> base; of two bases the first in the alphabet.
static BASES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let mut bases: HashMap<&str, &str> = HashMap::new();
    for (&base, forms) in VERBS.iter().chain(NOUNS.iter()) {
        for form in forms.split_ascii_whitespace() {
            let known = bases.entry(form).or_insert(base);
            *known = base.min(known);
        }
    }
    bases
});

/// Endings of Porter's steps 2 and 3, each with what takes its place; the longest of a kind first.
const STEPS: [&[(&str, &str)]; 2] = [
    &[
        ("ational", "ate"),
        ("tional", "tion"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("izer", "ize"),
        ("abli", "able"),
        ("alli", "al"),
        ("entli", "ent"),
        ("eli", "e"),
        ("ousli", "ous"),
        ("ization", "ize"),
        ("ation", "ate"),
        ("ator", "ate"),
        ("alism", "al"),
        ("iveness", "ive"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("biliti", "ble"),
    ],
    &[
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ],
];

/// Endings that step 4 takes away. -or is ours: the inspector inspects.
const ENDINGS: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize", "or",
];

/// The stem of an English word: lower case, without ending; a word with other than ASCII letters is
/// only folded.
pub fn stem(word: &str) -> String {
    let mut word = fold(word);
    for ending in ["'s", "'"] {
        if let Some(bare) = word.strip_suffix(ending) {
            word.truncate(bare.len());
        }
    }
    if let Some(other) = spellings(&word).into_iter().max() {
        word = word.max(other);
    }
    if let Some(base) = BASES.get(word.as_str()) {
        (*base).clone_into(&mut word);
    }
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    inflected(&mut word);
    for step in STEPS {
        replace(&mut word, step);
    }
    cut(&mut word);
    tidy(&mut word);
    word
}

/// Step 1: plurals, past tenses, -ing, and a final y.
fn inflected(word: &mut String) {
    if word.ends_with("sses") || word.ends_with("ies") {
        word.truncate(word.len() - 2);
    } else if word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    if let Some(front) = word.strip_suffix("eed") {
        if measure(front) > 0 {
            word.pop();
        }
    } else if let Some(front) = ["ed", "ing"].iter().find_map(|end| word.strip_suffix(end))
        && has_vowel(front)
    {
        word.truncate(front.len());
        let double = is_double(word) && !word.ends_with(['l', 's', 'z']);
        if ["at", "bl", "iz"].iter().any(|end| word.ends_with(end))
            || measure(word) == 1 && is_short(word)
        {
            word.push('e');
        } else if double {
            word.pop();
        }
    }
    if let Some(front) = word.strip_suffix('y')
        && has_vowel(front)
    {
        word.pop();
        word.push('i');
    }
}

/// Steps 2 and 3: one ending gives way to a shorter one.
fn replace(word: &mut String, endings: &[(&str, &str)]) {
    let found = endings.iter().filter(|(ending, _)| word.ends_with(ending));
    if let Some((ending, instead)) = found.max_by_key(|(ending, _)| ending.len()) {
        let front = word.len() - ending.len();
        if measure(&word[..front]) > 0 {
            word.truncate(front);
            word.push_str(instead);
        }
    }
}

/// Step 4: the last ending goes, where enough of a word is left.
fn cut(word: &mut String) {
    let found = ENDINGS.iter().filter(|ending| word.ends_with(**ending));
    if let Some(ending) = found.max_by_key(|ending| ending.len()) {
        let front = &word[..word.len() - ending.len()];
        if measure(front) > 1 && (!matches!(*ending, "ion" | "or") || front.ends_with(['s', 't'])) {
            word.truncate(front.len());
        }
    }
}

/// Step 5: a final e, and one of two l.
fn tidy(word: &mut String) {
    if let Some(front) = word.strip_suffix('e') {
        let size = measure(front);
        if size > 1 || size == 1 && !is_short(front) {
            word.pop();
        }
    }
    if word.ends_with("ll") && measure(word) > 1 {
        word.pop();
    }
}

/// Whether the letter at `at` is a consonant; y is one at the start and behind a vowel.
fn is_consonant(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => false,
        b'y' => at == 0 || !is_consonant(word, at - 1),
        _ => true,
    }
}

fn has_vowel(word: &str) -> bool {
    (0..word.len()).any(|at| !is_consonant(word.as_bytes(), at))
}

/// How often consonants follow vowels: Porter's m.
fn measure(word: &str) -> usize {
    let word = word.as_bytes();
    (1..word.len()).filter(|&at| is_consonant(word, at) && !is_consonant(word, at - 1)).count()
}

fn is_double(word: &str) -> bool {
    let word = word.as_bytes();
    let last = word.len().wrapping_sub(1);
    word.len() > 1 && word[last] == word[last - 1] && is_consonant(word, last)
}

/// Whether it ends in consonant, vowel, consonant, the last not w, x or y.
fn is_short(word: &str) -> bool {
    let bytes = word.as_bytes();
    let kinds = |from: usize| (from..bytes.len()).map(|at| is_consonant(bytes, at));
    bytes.len() > 2
        && kinds(bytes.len() - 3).eq([true, false, true])
        && !word.ends_with(['w', 'x', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn porters_own_examples() {
        let table = "caresses caress, ponies poni, ties ti, cats cat, agreed agre, plastered plaster, bled bleed, \
            motoring motor, sing sing, conflated conflat, troubled troubl, sized size, hopping hop, tanned tan, \
            falling fall, hissing hiss, fizzed fizz, failing fail, filing file, happy happi, sky sky, \
            relational relat, conditional condit, rational ration, valency valenc, digitizer digit, \
            radically radic, differently differ, vileness vile, vietnamization vietnam, operator oper, \
            feudalism feudal, decisiveness decis, hopefulness hope, formality formal, sensibility sensibl, \
            triplicate triplic, formalize formal, electrical electr, goodness good, revival reviv, \
            allowance allow, airliner airlin, adjustable adjust, replacement replac, adjustment adjust, \
            adoption adopt, communism commun, activate activ, effective effect, probate probat, rate rate, \
            cease ceas, controlling control, roll roll, generalizations gener, oscillators oscil";
        for row in table.split(", ") {
            let (word, expected) = row.trim().split_once(' ').unwrap();
            assert_eq!(stem(word), expected, "{word}");
        }
    }

    #[test]
    fn forms_of_a_word_are_kin() {
        for row in [
            "inspect inspects inspected inspecting inspection inspectors Inspector's",
            "strike struck strikes striking",
            "ally allies",
            "injure injured injuring",
            "leave left leaving",
            "man men",
        ] {
            let stems: Vec<_> = row.split(' ').map(stem).collect();
            assert!(stems.iter().all(|found| *found == stems[0]), "{row}: {stems:?}");
        }
        assert_ne!(stem("harbour"), stem("harvest"));
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem_hardly_longer_than_itself(word in "[a-zA-Zé'’.0-9]{0,14}") {
            let found = stem(&word);
            prop_assert!(found.len() <= fold(&word).len() + 4, "{found}");
        }
    }
}
