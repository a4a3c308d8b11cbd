//! The words of one sentence, and what kind of word each is to one who looks for subjects and clauses.
//!
//! Word classes are closed ones (determiners, prepositions, conjunctions, auxiliaries); words of speech
//! come from the lexicon files.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Document, Span, is_quote};

/// The words of one sentence. Indices are those of the document's tokens.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    document: &'a Document,
    /// The first token.
    pub from: u32,
    /// One past the last.
    pub to: u32,
}

/// How far [`Words::around`] looks, in tokens.
const REACH: u32 = 150;

const QUANTITIES: &[&str] = &[
    "all", "another", "any", "both", "each", "every", "few", "little", "many", "much", "most",
    "no", "one", "several", "some", "three", "two",
];
const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my",
    "your",
];
const POSSESSIVES: &[&str] = &["his", "her", "their", "its", "my", "our", "your"];
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "we", "i", "you", "who", "there", "everyone", "nobody", "somebody",
];
const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "amid",
    "among",
    "around",
    "at",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "between",
    "beyond",
    "by",
    "despite",
    "down",
    "during",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "past",
    "per",
    "since",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "via",
    "with",
    "within",
    "without",
];
const BREAKERS: &[&str] = &[
    "although", "as", "because", "but", "if", "nor", "or", "so", "than", "that", "though",
    "unless", "when", "where", "whereas", "whether", "which", "while", "who", "whom", "whose",
    "yet", "why", "how", "what",
];
const AUXILIARIES: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might",
    "must", "shall", "should", "was", "were", "will", "would", "cannot", "ought",
];
const BE: &[&str] = &["am", "are", "be", "been", "being", "is", "was", "were", "get", "got"];
const ADVERBS: &[&str] = &[
    "again",
    "ago",
    "already",
    "also",
    "always",
    "even",
    "ever",
    "further",
    "furthermore",
    "however",
    "just",
    "last",
    "later",
    "meanwhile",
    "never",
    "next",
    "not",
    "now",
    "often",
    "once",
    "only",
    "rather",
    "soon",
    "still",
    "then",
    "therefore",
    "thus",
    "today",
    "tomorrow",
    "too",
    "yesterday",
    "himself",
    "herself",
    "itself",
    "themselves",
    "late",
    "early",
    "earlier",
    "moreover",
    "besides",
    "nevertheless",
    "instead",
    "here",
    "perhaps",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "twice",
    "simply",
    "first",
];

const DETERMINER: u8 = 1;
const QUANTITY: u8 = 2;
const POSSESSIVE: u8 = 4;
const PRONOUN: u8 = 8;
const PREPOSITION: u8 = 16;
const BREAKER: u8 = 32;
const AUXILIARY: u8 = 64;
const ADVERB: u8 = 128;

/// The longest word of a class, in bytes.
const LONGEST: usize = 12;

/// All words of the classes, sorted, and the classes of each.
static CLASSES: LazyLock<Vec<(&str, u8)>> = LazyLock::new(|| {
    let lists = [
        (DETERMINERS, DETERMINER),
        (QUANTITIES, QUANTITY),
        (POSSESSIVES, POSSESSIVE),
        (PRONOUNS, PRONOUN),
        (PREPOSITIONS, PREPOSITION),
        (BREAKERS, BREAKER),
        (AUXILIARIES, AUXILIARY),
        (ADVERBS, ADVERB),
    ];
    let mut classes = BTreeMap::new();
    for (list, class) in lists {
        for word in list {
            *classes.entry(*word).or_default() |= class;
        }
    }
    classes.into_iter().collect()
});

impl<'a> Words<'a> {
    /// The words of sentence number `sentence`, its dateline left out.
    pub fn of(document: &'a Document, sentence: u32) -> Self {
        let sentence = &document.sentences[sentence as usize];
        let dateline = document.paragraphs[sentence.paragraph as usize].dateline;
        let end = dateline.map_or(0, |dateline| dateline.end);
        let tokens = &document.tokens[sentence.token_range()];
        let skipped = tokens.partition_point(|token| (token.start as usize) < end) as u32;
        Self { document, from: sentence.tokens.start + skipped, to: sentence.tokens.end }
    }

    /// The text of token `at`.
    pub fn word(&self, at: u32) -> &'a str {
        self.document.tokens[at as usize].span().of(&self.document.source)
    }

    /// The words around token `at`: a sentence longer than any that people write is looked at in pieces,
    /// so that the time for each of its words stays the same.
    #[must_use]
    pub fn around(&self, at: u32) -> Self {
        let (from, to) = (self.from.max(at.saturating_sub(REACH)), self.to.min(at + REACH));
        Self { from, to, ..*self }
    }

    /// What stands before token `at`, back to the token before it or the sentence's start.
    pub fn gap(&self, at: u32) -> &'a str {
        let start = match at > self.from {
            true => self.document.tokens[at as usize - 1].end as usize,
            false => return "",
        };
        match self.document.tokens.get(at as usize) {
            Some(token) if at < self.to => &self.document.source[start..token.start as usize],
            _ => "",
        }
    }

    /// The bytes from token `first` to token `last`.
    pub fn span(&self, first: u32, last: u32) -> Span {
        self.document.span(first, last)
    }

    /// The classes that the word of token `at` is in.
    fn classes(&self, at: u32) -> u8 {
        let word = self.word(at).as_bytes();
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return 0 };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        let found = CLASSES.binary_search_by(|(known, _)| known.as_bytes().cmp(lower));
        found.map_or(0, |found| CLASSES[found].1)
    }

    /// Whether token `at` stands in the sentence and is one of `words`, whatever its capitals.
    pub fn is(&self, at: u32, words: &[&str]) -> bool {
        let known = |word: &str| words.iter().any(|other| other.eq_ignore_ascii_case(word));
        at >= self.from && at < self.to && known(self.word(at))
    }

    /// "the", "this", "their", "two".
    pub fn is_determiner(&self, at: u32) -> bool {
        self.classes(at) & (DETERMINER | QUANTITY) != 0
    }

    /// "two", "several": a determiner that may stand behind another.
    pub fn is_quantity(&self, at: u32) -> bool {
        self.classes(at) & QUANTITY != 0
    }

    /// "Kim's", "their".
    pub fn is_possessive(&self, at: u32) -> bool {
        let word = self.word(at);
        word.ends_with("'s") || word.ends_with("’s") || self.classes(at) & POSSESSIVE != 0
    }

    /// "she", "it", "who".
    pub fn is_pronoun(&self, at: u32) -> bool {
        self.classes(at) & PRONOUN != 0
    }

    /// "in", "of", "against".
    pub fn is_preposition(&self, at: u32) -> bool {
        self.classes(at) & PREPOSITION != 0
    }

    /// What opens a clause of its own: "that", "because", "who".
    pub fn is_breaker(&self, at: u32) -> bool {
        self.classes(at) & BREAKER != 0
    }

    /// "is", "would", "didn't", "they're", "he'd".
    pub fn is_auxiliary(&self, at: u32) -> bool {
        let word = self.word(at);
        let tail = |tail: &&str| {
            let stem = word.len().checked_sub(tail.len()).filter(|&stem| stem > 0);
            let end = stem.and_then(|stem| word.get(stem..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(tail))
        };
        self.classes(at) & AUXILIARY != 0
            || (self.document.tokens[at as usize].shape.may_hold_apostrophe()
                && ["n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d", "'m", "’m"]
                    .iter()
                    .any(tail))
    }

    /// A form of "be", or "get" and "got" in a passive.
    pub fn is_be(&self, at: u32) -> bool {
        self.is(at, BE)
    }

    /// "later", "never", "angrily", "Friday".
    pub fn is_adverb(&self, at: u32) -> bool {
        let word = self.word(at);
        self.classes(at) & ADVERB != 0
            || (word.len() > 4 && word.ends_with("ly") && word.starts_with(char::is_lowercase))
    }

    /// Whether token `at` starts with a capital.
    pub fn is_capital(&self, at: u32) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a comma, a quotation mark, a dash or another mark stands before token `at`: not white
    /// space, a hyphen, an apostrophe or an abbreviation's stop alone.
    pub fn is_parted(&self, at: u32) -> bool {
        let before = self.document.tokens[at as usize].before;
        if before.joins() || at <= self.from {
            return at <= self.from;
        }
        !before.passes_phrase() || (before.has_quote() && self.is_quote_before(at))
    }

    /// Whether a quotation mark stands before token `at`, not the apostrophe of a plural possessive.
    fn is_quote_before(&self, at: u32) -> bool {
        let gap = self.gap(at);
        let possessive =
            matches!(gap.trim_end(), "'" | "’") && self.word(at - 1).ends_with(['s', 'x', 'z']);
        gap.contains(is_quote) && !possessive
    }

    /// Whether what stands before token `at` parts clauses for good: a semicolon, a colon, a
    /// dash between words.
    pub fn is_cut(&self, at: u32) -> bool {
        self.is_dash(at) || self.gap(at).contains([';', ':', '…'])
    }

    /// Whether a dash between words stands before token `at`.
    pub fn is_dash(&self, at: u32) -> bool {
        let gap = self.gap(at);
        gap.contains(['—', '–']) || gap.contains(" - ") || gap.contains("--")
    }

    /// Whether a comma stands before token `at`.
    pub fn has_comma(&self, at: u32) -> bool {
        self.gap(at).contains(',')
    }

    /// Whether a finite verb stands among the tokens `from..to`, as far as its auxiliary tells.
    pub fn has_verb(&self, from: u32, to: u32) -> bool {
        (from..to.min(self.to)).any(|at| self.is_auxiliary(at))
    }
}
