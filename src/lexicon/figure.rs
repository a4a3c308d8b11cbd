//! Figures of speech: what detectors there are, and the lists of words that each asks its file for.
//!
//! A list is a bit. The matcher looks every word up anyway; the lists that a word stands in come with
//! its number, so that a detector asks for one bit of a token. Detectors themselves are in `passes/`.

use std::collections::{BTreeMap, HashMap};

use toml::Spanned;

use super::error::{LexiconError, Place};
use super::file::Inflect;
use super::irregular;
use super::spelling::Spellings;
use super::term::{Piece, forms};
use super::vocabulary::{Symbol, Vocabulary, fold};
use crate::text::function_words;

/// A detector, as lexicon files name it.
#[derive(Debug, PartialEq, Eq)]
pub struct FigureKind {
    /// What `find` calls it.
    pub name: &'static str,
    /// The lists of words that it asks for.
    pub lists: &'static [List],
}

/// A list of words.
#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// Its name in the file.
    pub name: &'static str,
    /// Where its words come from.
    pub given: Given,
}

/// Where the words of a list come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// The file, as they stand there.
    Words,
    /// The file, and their plurals are made.
    Nouns,
    /// The file, and all forms of the verbs are made.
    Verbs,
    /// The program: pasts and participles of irregular verbs.
    Irregular,
    /// The program: function words.
    Function,
}

const fn words(name: &'static str) -> List {
    List { name, given: Given::Words }
}

const FUNCTION: List = List { name: "function words", given: Given::Function };

/// All detectors.
pub const FIGURES: &[FigureKind] = &[
    FigureKind {
        name: "rhetorical-question",
        lists: &[
            words("answers"),
            words("asking"),
            words("auxiliaries"),
            words("claims"),
            words("doubting"),
            words("join"),
            words("modal"),
            words("negated"),
            words("neutral"),
            words("not"),
            words("pronouns"),
            words("stress"),
            words("what"),
        ],
    },
    FigureKind {
        name: "anaphora",
        lists: &[words("join"), words("openers"), words("reporting"), words("single")],
    },
    FigureKind {
        name: "antithesis",
        lists: &[
            words("articles"),
            words("be"),
            words("but"),
            words("far"),
            words("from"),
            words("not"),
            words("only"),
            words("parallel"),
            words("pivot"),
            words("pronouns"),
            words("subjects"),
            words("verbal"),
            FUNCTION,
        ],
    },
    FigureKind {
        name: "tricolon",
        lists: &[words("and"), words("heads"), words("except"), FUNCTION],
    },
    FigureKind { name: "repetition", lists: &[words("except"), FUNCTION] },
    FigureKind {
        name: "agentless-passive",
        lists: &[
            words("adverbs"),
            words("be"),
            words("by"),
            words("clause"),
            words("except"),
            words("existing"),
            words("participles"),
            words("time"),
            List { name: "irregular verbs", given: Given::Irregular },
        ],
    },
    FigureKind {
        name: "nominalisation",
        lists: &[
            List { name: "actions", given: Given::Nouns },
            List { name: "bare", given: Given::Nouns },
            words("behind"),
            words("by"),
            words("determiners"),
            words("doers"),
            words("involved"),
            List { name: "light", given: Given::Verbs },
            words("of"),
            words("own"),
            FUNCTION,
        ],
    },
];

/// The names of all detectors.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    FIGURES.iter().map(|kind| kind.name)
}

/// A figure of a category, compiled.
#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Its entry.
    pub entry: u32,
    /// Its detector.
    pub kind: &'static FigureKind,
    /// The bit of its first list.
    pub(super) first: u32,
}

impl Figure {
    /// The bit of the list of that name; no bit where there is none.
    pub fn list(&self, name: &str) -> u64 {
        let place = self.kind.lists.iter().position(|list| list.name == name);
        place.map_or(0, |place| 1 << (self.first as usize + place))
    }

    /// The bit of the list that the program gives.
    pub fn given(&self, given: Given) -> u64 {
        let list = self.kind.lists.iter().find(|list| list.given == given);
        list.map_or(0, |list| self.list(list.name))
    }
}

/// What figures need of a document's tokens, one of each a token; nothing where there is no figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// The set of lists that the word stands in, by its number among [`Lexicon::word_sets`].
    ///
    /// [`Lexicon::word_sets`]: super::Lexicon::word_sets
    pub sets: Vec<u16>,
    /// A hash of the folded word's beginning: equal words have equal ones.
    pub hashes: Vec<u32>,
}

/// The lists of words of all figures.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The lists of each word of the vocabulary that is as old as the last figure, a bit each.
    of_word: Vec<u64>,
    /// The bits that are given away.
    bits: usize,
    /// The different sets of lists; the first is empty.
    pub(super) sets: Vec<u64>,
    /// The number of the set of each word.
    set_of: Vec<u16>,
}

impl Lists {
    /// Adds the lists of a figure; the bit of its first.
    pub(super) fn add(
        &mut self,
        vocabulary: &mut Vocabulary,
        spellings: &mut Spellings,
        asked: &Asked,
    ) -> Result<u32, (String, String)> {
        let first = self.bits;
        self.bits += asked.kind.lists.len();
        if self.bits > u64::BITS as usize {
            let what = format!("the figures have more than {} lists of words", u64::BITS);
            return Err((what, "take a file with a figure away".into()));
        }
        for (bit, list) in (first..).zip(asked.kind.lists) {
            let own = asked.words.get(list.name).map(Vec::as_slice).unwrap_or_default();
            let words: Vec<String> = match list.given {
                Given::Words => made(own, Inflect::None, spellings)?,
                Given::Nouns => made(own, Inflect::Noun, spellings)?,
                Given::Verbs => made(own, Inflect::Verb, spellings)?,
                Given::Irregular => irregular::pasts().map(str::to_owned).collect(),
                Given::Function => function_words().map(str::to_owned).collect(),
            };
            for word in words {
                let id = vocabulary.add(&fold(&word)) as usize;
                if id >= self.of_word.len() {
                    self.of_word.resize(id + 1, 0);
                }
                self.of_word[id] |= 1 << bit;
            }
        }
        Ok(first as u32)
    }

    /// Numbers the sets, once all figures are there.
    pub(super) fn finish(&mut self) {
        self.sets = vec![0];
        let mut numbers: HashMap<u64, u16> = HashMap::from([(0, 0)]);
        for &lists in &self.of_word {
            let next = self.sets.len() as u16;
            let number = *numbers.entry(lists).or_insert(next);
            if number == next {
                self.sets.push(lists);
            }
            self.set_of.push(number);
        }
    }

    /// Appends the marks of a sentence's tokens, in a text of so many.
    pub(super) fn mark(&self, symbols: &[Symbol], all: usize, marks: &mut Marks) {
        if self.bits == 0 {
            return;
        }
        if marks.sets.is_empty() {
            marks.sets.reserve(all);
            marks.hashes.reserve(all);
        }
        let set = |symbol: &Symbol| self.set_of.get(symbol.id as usize).copied().unwrap_or(0);
        marks.sets.extend(symbols.iter().map(set));
        marks.hashes.extend(symbols.iter().map(|symbol| hash(symbol.key)));
    }
}

/// All forms and spellings of a list's words.
fn made(
    words: &[String],
    inflect: Inflect,
    spellings: &mut Spellings,
) -> Result<Vec<String>, (String, String)> {
    let mut all = Vec::new();
    for word in words {
        for form in forms(word, inflect, spellings)? {
            match form.as_slice() {
                [Piece::Word { text, .. }] => all.push(text.clone()),
                _ => return Err((format!("{word:?} is no single word"), "write one".into())),
            }
        }
    }
    Ok(all)
}

/// Multiply and fold: every byte of the key reaches every bit.
fn hash(key: u128) -> u32 {
    let (low, high) = (key as u64, (key >> 64) as u64);
    let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((mixed >> 32) ^ mixed.wrapping_mul(0xA076_1D64_78BD_642F)) as u32
}

/// What a file asks for, and found well formed.
pub(super) struct Asked {
    pub(super) kind: &'static FigureKind,
    /// The line of the detector's name.
    pub(super) line: usize,
    words: BTreeMap<String, Vec<String>>,
}

/// Checks the name of a detector, and the lists of words that it is given.
pub(super) fn asked(
    place: &Place<'_>,
    find: &Spanned<String>,
    words: &BTreeMap<String, Vec<Spanned<String>>>,
    faults: &mut Vec<LexiconError>,
) -> Option<Asked> {
    let line = place.line(find.span().start);
    let Some(kind) = FIGURES.iter().find(|kind| kind.name == find.get_ref()) else {
        let what = format!("there is no figure {:?}", find.get_ref());
        let mend = format!("choose one of {}", names().collect::<Vec<_>>().join(", "));
        faults.push(place.fault(line, "find", &what, &mend));
        return None;
    };
    let own = |list: &&List| !matches!(list.given, Given::Irregular | Given::Function);
    let wanted: Vec<_> = kind.lists.iter().filter(own).map(|list| list.name).collect();
    let line_of =
        |list: &[Spanned<String>]| list.first().map_or(line, |word| place.line(word.span().start));
    for (name, list) in words.iter().filter(|(name, _)| !wanted.contains(&name.as_str())) {
        let what = format!("{} asks for no such list", kind.name);
        let mend = format!("its lists are {}", wanted.join(", "));
        faults.push(place.fault(line_of(list), name, &what, &mend));
    }
    for name in wanted.iter().filter(|name| !words.contains_key(**name)) {
        let what = format!("{} asks for this list of words", kind.name);
        faults.push(place.fault(line, name, &what, "add it under [figure.words]"));
    }
    for (name, word) in words.iter().flat_map(|(name, list)| list.iter().map(move |w| (name, w))) {
        if word.get_ref().is_empty() || word.get_ref().contains([' ', '-', '*', '|', ',']) {
            let what = format!("{:?} is no single word", word.get_ref());
            let line = place.line(word.span().start);
            faults.push(place.fault(line, name, &what, "write one word, without marks"));
        }
    }
    for (name, list) in words {
        let twice = list
            .iter()
            .enumerate()
            .find(|(at, word)| list[..*at].iter().any(|before| before.get_ref() == word.get_ref()));
        if let Some((_, word)) = twice {
            let (line, what) = (place.line(word.span().start), format!("{:?}", word.get_ref()));
            faults.push(place.fault(line, name, &format!("holds {what} twice"), "keep one"));
        }
    }
    let plain = |list: &Vec<Spanned<String>>| list.iter().map(|w| w.get_ref().clone()).collect();
    let words = words.iter().map(|(name, list)| (name.clone(), plain(list))).collect();
    Some(Asked { kind, line, words })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{Lexicon, Source};

    /// The faults of a file with this figure.
    fn faults(figure: &str) -> Vec<String> {
        let text = format!(
            "id = \"test\"\ntitle = \"T\"\ngroup = \"figures\"\nlanguage = \"en\"\nversion = \"1.0.0\"\n\
             polarity = \"neutral\"\nwhy = \"w\"\nsources = []\nflags = []\nignores = []\n\n\
             [figure]\n{figure}"
        );
        let source = Source { file: "test.toml".into(), text: text.into() };
        let faults = Lexicon::compile(&[source]).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn faults_name_file_line_and_mend() {
        let figure = |find: &str, words: &str| {
            format!("find = \"{find}\"\nstrength = 1\nwhy = \"w\"\n\n[figure.words]\n{words}\n")
        };
        for (figure, expected) in [
            (
                figure("litotes", ""),
                "test.toml:13: find: there is no figure \"litotes\"; choose one of rhetorical-question",
            ),
            (
                figure("repetition", ""),
                "test.toml:13: except: repetition asks for this list of words; add it under",
            ),
            (
                figure("repetition", "except = []\nothers = [\"a\"]"),
                "test.toml:19: others: repetition asks for no such list; its lists are except",
            ),
            (
                figure("repetition", "except = [\"so far\"]"),
                "test.toml:18: except: \"so far\" is no single word; write one word, without marks",
            ),
            (
                figure("repetition", "except = [\"a\",\n\"a\"]"),
                "test.toml:19: except: holds \"a\" twice; keep one",
            ),
            (
                "find = \"repetition\"\nstrength = 4\nwhy = \"\"\nwords.except = []\n".to_owned(),
                "test.toml:13: strength: 4 is no strength",
            ),
        ] {
            let found = faults(&figure);
            assert!(
                found.iter().any(|fault| fault.starts_with(expected)),
                "{expected}: {found:#?}"
            );
        }
        assert!(faults(&figure("repetition", "except = []")).is_empty());
    }
}
