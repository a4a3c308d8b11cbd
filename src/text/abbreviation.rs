//! Abbreviations and the words around stops: data for the sentence rules, English.
//!
//! Law: each list is sorted by bytes, so that a look-up is a binary search.

/// What a stop behind an abbreviation means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Before a name: never the end.
    Title,
    /// In mid-sentence by its meaning (vs., e.g.): never the end.
    Inner,
    /// Before a number (No. 3): otherwise the end.
    Number,
    /// A day of the week, before a date: otherwise the end, for it may be a word ("Sat.").
    Day,
    /// A month: goes on before a number, otherwise [`Kind::Either`].
    Month,
    /// The end only if a common sentence opener follows.
    Either,
}

/// The kind of the abbreviation `word` (without its last stop), in print or in capitals.
pub(super) fn kind(word: &str) -> Option<Kind> {
    const LONGEST: usize = 6;
    if !word.is_ascii() || word.is_empty() || word.len() > LONGEST {
        return None;
    }
    if is_lettered(word) && word.len() > 1 && !INNER_LETTERS.contains(&word) {
        return Some(Kind::Either);
    }
    listed(word).or_else(|| {
        let mut print = [0; LONGEST];
        let print = &mut print[..word.len()];
        print.copy_from_slice(word.as_bytes());
        print[1..].make_ascii_lowercase();
        let shouted = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        shouted.then(|| listed(str::from_utf8(print).ok()?)).flatten()
    })
}

/// Whether `word` is a common first word of a sentence, written as one.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.binary_search(&word).is_ok()
}

/// Whether `word` names a speaker's act ("said").
pub(super) fn is_saying(word: &str) -> bool {
    SAYINGS.binary_search(&word).is_ok()
}

/// Whether `word` is a name that is written with an exclamation mark.
pub(super) fn is_exclaimed(word: &str) -> bool {
    EXCLAIMED.binary_search(&word).is_ok()
}

fn listed(word: &str) -> Option<Kind> {
    match word.as_bytes() {
        [b'A'..=b'Z'] => Some(Kind::Either),
        _ if is_lettered(word) && INNER_LETTERS.contains(&word) => Some(Kind::Inner),
        _ => LISTS.iter().find(|(words, _)| words.binary_search(&word).is_ok()).map(|&(_, k)| k),
    }
}

/// Single letters with stops between (U.S, p.m), or one letter.
fn is_lettered(word: &str) -> bool {
    word.split('.').all(|part| matches!(part.as_bytes(), [letter] if letter.is_ascii_alphabetic()))
}

const LISTS: &[(&[&str], Kind)] = &[
    (TITLES, Kind::Title),
    (NUMBERS, Kind::Number),
    (MONTHS, Kind::Month),
    (DAYS, Kind::Day),
    (INNER, Kind::Inner),
    (EITHER, Kind::Either),
];

#[rustfmt::skip]
const TITLES: &[&str] = &[
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Drs", "Fr", "Ft", "Gen",
    "Gov", "Hon", "Insp", "Lt", "Maj", "Messrs", "Mlle", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Pfc",
    "Pres", "Prof", "Profs", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Supt", "Ven",
];

#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "Art", "Arts", "Ch", "Fig", "Figs", "No", "Nos", "Nr", "Para", "Rs", "Sec", "Vol", "art",
    "ca", "ch", "fig", "figs", "no", "nos", "nr", "p", "para", "pp", "sec", "vol",
];

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "Apr", "Aug", "Dec", "Feb", "Jan", "Jul", "Jun", "Mar", "Nov", "Oct", "Sep", "Sept",
];

const DAYS: &[&str] = &["Fri", "Mon", "Sat", "Sun", "Thu", "Thur", "Thurs", "Tue", "Tues", "Wed"];

const INNER: &[&str] = &["approx", "cf", "eg", "esp", "ie", "incl", "v", "viz", "vs"];

/// Of the single letters with stops between, those of [`Kind::Inner`].
const INNER_LETTERS: &[&str] = &["c.f", "e.g", "i.e"];

#[rustfmt::skip]
const EITHER: &[&str] = &[
    "Ala", "Ariz", "Ark", "Assn", "Ave", "Blvd", "Bros", "Calif", "Cie", "Co", "Colo", "Conn",
    "Corp", "Cos", "Del", "Dept", "Esq", "Est", "Fla", "Ga", "Govt", "Ill", "Inc", "Ind", "Jr",
    "Kan", "Ky", "La", "Ltd", "Mass", "Md", "Mfg", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb",
    "Nev", "Okla", "Ore", "Pa", "Ph.D", "Pty", "Rd", "S.p.A", "Sr", "St", "Ste", "Tenn", "Tex",
    "Univ", "Va", "Vt", "Wash", "Wis", "Wyo", "al", "etc",
];

#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "A", "About", "Above", "According", "Across", "After", "Again", "Against", "All", "Almost",
    "Along", "Also", "Although", "Among", "An", "And", "Another", "Any", "Are", "As", "Asked",
    "At", "Because", "Before", "Behind", "Besides", "Between", "Beyond", "Both", "But", "By",
    "Can", "Could", "Despite", "Did", "Do", "Does", "Don't", "Don’t", "During", "Each", "Earlier",
    "Either", "Even", "Every", "Everyone", "Except", "Few", "Finally", "First", "For", "From",
    "Further", "Furthermore", "Given", "Had", "Has", "Have", "He", "He'd", "He's", "Hence", "Her",
    "Here", "He’d", "He’s", "His", "How", "However", "I", "I'm", "I've", "If", "In", "Indeed",
    "Instead", "Is", "It", "It's", "Its", "It’s", "I’m", "I’ve", "Just", "Last", "Later", "Let",
    "Like", "Many", "Maybe", "Meanwhile", "More", "Moreover", "Most", "Mr", "Mrs", "Ms", "Much",
    "My", "Neither", "Never", "Nevertheless", "No", "Nobody", "None", "Nor", "Not", "Nothing",
    "Now", "Of", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our", "Over", "People",
    "Perhaps", "Rather", "Recently", "Several", "She", "She'd", "She's", "She’d", "She’s",
    "Should", "Similarly", "Since", "So", "Some", "Soon", "Still", "Such", "Than", "That",
    "That's", "That’s", "The", "Their", "Then", "There", "There's", "Therefore", "There’s",
    "These", "They", "They're", "They’re", "This", "Those", "Though", "Three", "Through", "Thus",
    "To", "Today", "Together", "Two", "Under", "Unless", "Unlike", "Until", "Upon", "Was", "We",
    "We're", "We've", "Were", "We’re", "We’ve", "What", "What's", "What’s", "When", "Where",
    "Whether", "Which", "While", "Who", "Why", "Will", "With", "Within", "Without", "Would",
    "Yes", "Yet", "You", "You're", "Your", "You’re",
];

#[rustfmt::skip]
const SAYINGS: &[&str] = &[
    "added", "admitted", "announced", "answered", "argued", "asked", "asks", "called", "claimed",
    "commented", "complained", "concluded", "continued", "cried", "declared", "demanded",
    "exclaimed", "explained", "insisted", "joked", "noted", "observed", "posted", "quipped",
    "recalled", "remarked", "replied", "responded", "said", "says", "shouted", "stated", "told",
    "tweeted", "warned", "wondered", "writes", "wrote", "yelled",
];

const EXCLAIMED: &[&str] = &["Jeopardy", "Oklahoma", "YAHOO", "Yahoo"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        let words = [OPENERS, SAYINGS, EXCLAIMED];
        for list in LISTS.iter().map(|&(words, _)| words).chain(words) {
            let out_of_order: Vec<_> = list.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
            assert!(out_of_order.is_empty(), "{out_of_order:?}");
        }
    }

    #[test]
    fn kinds() {
        for (word, expected) in [
            ("Mr", Some(Kind::Title)),
            ("GEN", Some(Kind::Title)),
            ("mr", None),
            ("rep", None),
            ("No", Some(Kind::Number)),
            ("no", Some(Kind::Number)),
            ("JAN", Some(Kind::Month)),
            ("sat", None),
            ("Sat", Some(Kind::Day)),
            ("vs", Some(Kind::Inner)),
            ("e.g", Some(Kind::Inner)),
            ("U.S", Some(Kind::Either)),
            ("p.m", Some(Kind::Either)),
            ("J", Some(Kind::Either)),
            ("j", None),
            ("v", Some(Kind::Inner)),
            ("Ph.D", Some(Kind::Either)),
            ("INC", Some(Kind::Either)),
            ("3.5", None),
            ("a.com", None),
            ("words", None),
            ("é", None),
            ("", None),
        ] {
            assert_eq!(kind(word), expected, "{word}");
        }
    }
}
