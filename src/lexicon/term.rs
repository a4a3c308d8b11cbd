//! Terms: from the notation of lexicon files to the forms that are matched.
//!
//! `act of aggression` with `inflect = "noun"` gives *act of aggression* and *acts of aggression*;
//! `a|the|_ so-called` gives *a so called*, *the so called*, *so called*. A form is a list of
//! pieces; hyphen and space are the same between them.

use super::file::Inflect;
use super::inflect;
use super::spelling::Spellings;
use crate::text::{Span, tokenise};

/// One piece of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word.
    Word {
        /// As written.
        text: String,
        /// A comma may stand before it.
        comma: bool,
    },
    /// The beginning of a word.
    Stem {
        /// As written, without the `*`.
        text: String,
        /// A comma may stand before it.
        comma: bool,
    },
    /// Up to three words of any kind.
    Gap,
}

/// More forms than this from one term are refused.
const MOST_FORMS: usize = 512;
/// The letters that a stem must have.
const LEAST_STEM: usize = 3;
/// Words that end a noun phrase's head when they follow it.
const PREPOSITIONS: &[&str] = &[
    "about", "against", "among", "at", "between", "beyond", "by", "for", "from", "in", "into",
    "of", "on", "over", "to", "under", "with", "within", "without",
];

/// All forms of `term`: alternatives, inflected forms and spellings, in a fixed order.
///
/// # Errors
/// What is wrong with the term, and how to mend it.
pub(super) fn forms(
    term: &str,
    inflect: Inflect,
    spellings: &mut Spellings,
) -> Result<Vec<Vec<Piece>>, (String, String)> {
    let chunks = chunks(term)?;
    let head = head(&chunks, inflect)?;
    let mut lines = vec![Vec::new()];
    for (index, chunk) in chunks.iter().enumerate() {
        let options = options(chunk, if head == Some(index) { inflect } else { Inflect::None });
        lines = product(&lines, &options);
        if lines.len() > MOST_FORMS {
            return Err((
                format!("makes more than {MOST_FORMS} forms"),
                "write it as several terms with fewer alternatives".into(),
            ));
        }
    }
    let mut forms: Vec<Vec<Piece>> = Vec::new();
    for pieces in lines {
        for form in spelled(&pieces, spellings) {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    if forms.is_empty() {
        return Err(("holds no word and can never match".into(), "write a word".into()));
    }
    Ok(forms)
}

/// A stretch of a term between spaces.
struct Chunk {
    /// Its alternatives; none for a gap.
    words: Vec<String>,
    /// It may be missing.
    optional: bool,
    /// It was marked as the one that inflects.
    marked: bool,
    /// A comma may stand before it.
    comma: bool,
}

fn chunks(term: &str) -> Result<Vec<Chunk>, (String, String)> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut comma = false;
    for raw in term.split_whitespace() {
        let text = raw.strip_suffix(',').unwrap_or(raw);
        let mut chunk = Chunk { words: Vec::new(), optional: false, marked: false, comma };
        comma = raw.len() > text.len();
        if text != "..." {
            for word in text.split('|') {
                chunk.marked |= word.ends_with('~');
                let word = word.trim_end_matches('~');
                match word {
                    "_" => chunk.optional = true,
                    _ => chunk.words.push(checked(word)?.to_owned()),
                }
            }
        }
        chunks.push(chunk);
    }
    let gap = |chunk: &Chunk| chunk.words.is_empty() && !chunk.optional;
    let edge = chunks.first().is_some_and(gap) || chunks.last().is_some_and(gap);
    if edge || chunks.windows(2).any(|pair| gap(&pair[0]) && gap(&pair[1])) {
        return Err((
            "a gap (...) must stand between two words".into(),
            "write a word on either side of it".into(),
        ));
    }
    Ok(chunks)
}

/// The word, if its stem is long enough and its star stands at the end.
fn checked(word: &str) -> Result<&str, (String, String)> {
    let stem = word.trim_end_matches('*');
    if stem.contains('*') {
        return Err((
            "a star (*) may only end a word".into(),
            format!("write {}*", stem.replace('*', "")),
        ));
    }
    if word.len() > stem.len() && stem.chars().filter(|c| c.is_alphanumeric()).count() < LEAST_STEM
    {
        return Err((
            format!("the stem {word} is too short: it would match nearly anything"),
            format!("give it {LEAST_STEM} letters or more, or list the words"),
        ));
    }
    if !stem.chars().any(char::is_alphanumeric) {
        return Err((
            format!("{word:?} holds no letter or digit and can never match"),
            "remove it, or use [[patterns]] for punctuation".into(),
        ));
    }
    Ok(word)
}

/// Which chunk inflects.
fn head(chunks: &[Chunk], inflect: Inflect) -> Result<Option<usize>, (String, String)> {
    let marked: Vec<_> = (0..chunks.len()).filter(|&at| chunks[at].marked).collect();
    if inflect == Inflect::None {
        return match marked.is_empty() {
            true => Ok(None),
            false => Err((
                "marks a word with ~, but the block does not inflect".into(),
                "remove the ~ or set inflect".into(),
            )),
        };
    }
    let is_preposition =
        |chunk: &Chunk| chunk.words.iter().any(|w| PREPOSITIONS.contains(&w.as_str()));
    let head = match (&marked[..], inflect) {
        ([one], _) => *one,
        ([_, _, ..], _) => {
            return Err(("marks two words with ~".into(), "mark the one that inflects".into()));
        }
        (_, Inflect::Noun) => match chunks.iter().skip(1).position(is_preposition) {
            Some(before) => before,
            None => chunks.len().saturating_sub(1),
        },
        (_, Inflect::Verb) => 0,
        _ => chunks.len().saturating_sub(1),
    };
    match chunks.get(head).and_then(|chunk| chunk.words.iter().find(|word| word.ends_with('*'))) {
        Some(stem) => Err((
            format!("the stem {stem} takes no inflection"),
            "write inflect = \"none\", or the whole word".into(),
        )),
        None => Ok(Some(head)),
    }
}

/// What may stand in a chunk's place.
fn options(chunk: &Chunk, inflect: Inflect) -> Vec<Vec<Piece>> {
    if chunk.words.is_empty() && !chunk.optional {
        return vec![vec![Piece::Gap]];
    }
    let mut options: Vec<Vec<Piece>> = Vec::new();
    for word in &chunk.words {
        options.extend(inflected(word, inflect).iter().map(|form| pieces(form, chunk.comma)));
    }
    if chunk.optional {
        options.push(Vec::new());
    }
    options
}

/// The word and its inflected forms.
fn inflected(word: &str, how: Inflect) -> Vec<String> {
    match how {
        Inflect::None => vec![word.to_owned()],
        Inflect::Noun => inflect::noun(word),
        Inflect::Verb => inflect::verb(word),
        Inflect::Adjective => inflect::adjective(word),
        Inflect::AdjectiveAdverb => {
            let mut forms = inflect::adjective(word);
            forms.extend(inflect::adverb(word));
            forms
        }
    }
}

/// The tokens of one word of the notation.
fn pieces(word: &str, comma: bool) -> Vec<Piece> {
    let text = word.trim_end_matches('*');
    let mut tokens = Vec::new();
    tokenise(text, Span::new(0, text.len()), &mut tokens);
    let last = tokens.len().saturating_sub(1);
    let stem = word.len() > text.len();
    tokens
        .iter()
        .enumerate()
        .map(|(index, token)| {
            let text = token.span().of(text).to_owned();
            let comma = comma && index == 0;
            if stem && index == last {
                Piece::Stem { text, comma }
            } else {
                Piece::Word { text, comma }
            }
        })
        .collect()
}

fn product(lines: &[Vec<Piece>], options: &[Vec<Piece>]) -> Vec<Vec<Piece>> {
    let join = |line: &Vec<Piece>, option: &Vec<Piece>| [line.as_slice(), option].concat();
    lines.iter().flat_map(|line| options.iter().map(move |option| join(line, option))).collect()
}

/// The form and its other spellings.
fn spelled(pieces: &[Piece], spellings: &mut Spellings) -> Vec<Vec<Piece>> {
    let mut lines = vec![Vec::new()];
    for piece in pieces {
        let mut options = vec![vec![piece.clone()]];
        if let Piece::Word { text, comma } = piece {
            let word = |text: &String| vec![Piece::Word { text: text.clone(), comma: *comma }];
            options.extend(spellings.of(text).iter().map(word));
        }
        lines = product(&lines, &options);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(term: &str, inflect: Inflect) -> Vec<String> {
        let show = |piece: &Piece| match piece {
            Piece::Word { text, comma: false } => text.clone(),
            Piece::Word { text, comma: true } => format!(", {text}"),
            Piece::Stem { text, .. } => format!("{text}*"),
            Piece::Gap => "...".to_owned(),
        };
        let forms = forms(term, inflect, &mut Spellings::default()).unwrap();
        forms.iter().map(|form| form.iter().map(show).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn notation_gives_forms() {
        let table: &[(&str, Inflect, &[&str])] = &[
            ("vassal force", Inflect::Noun, &["vassal force", "vassal forces"]),
            ("act of war", Inflect::Noun, &["act of war", "acts of war"]),
            ("cook up", Inflect::Verb, &["cook up", "cooks up", "cooking up", "cooked up"]),
            (
                "openly call~ for",
                Inflect::Verb,
                &["openly call for", "openly calls for", "openly calling for", "openly called for"],
            ),
            ("a|_ so-called", Inflect::None, &["a so called", "so called"]),
            ("hegemon* plan", Inflect::Noun, &["hegemon* plan", "hegemon* plans"]),
            ("either ... or", Inflect::None, &["either ... or"]),
            ("like it or not, you", Inflect::None, &["like it or not , you"]),
            ("U.S.-led", Inflect::None, &["U.S led"]),
            (
                "strong-arm",
                Inflect::Verb,
                &["strong arm", "strong arms", "strong arming", "strong armed"],
            ),
            ("theatre of war", Inflect::None, &["theatre of war", "theater of war"]),
            ("bloody", Inflect::AdjectiveAdverb, &["bloody", "bloodier", "bloodiest", "bloodily"]),
        ];
        for (term, inflect, expected) in table {
            assert_eq!(written(term, *inflect), *expected, "{term}");
        }
    }

    fn refused(term: &str, inflect: Inflect) -> String {
        forms(term, inflect, &mut Spellings::default()).unwrap_err().0
    }

    #[test]
    fn faulty_notation_is_refused() {
        let faulty = [
            "",
            "...",
            "... so",
            "so ...",
            "a ... ... b",
            "ab*",
            "a*b",
            "-",
            "heg*emon",
            "! !",
            "x|y|_|*",
        ];
        for term in faulty {
            assert!(!refused(term, Inflect::None).is_empty(), "{term:?}");
        }
        assert!(refused("hegemon*", Inflect::Noun).contains("takes no inflection"));
        assert!(refused("call~ for", Inflect::None).contains("does not inflect"));
        assert!(refused("call~ up~", Inflect::Verb).contains("two words"));
        let many = "a|b|c|d|e|f|g|h ".repeat(4);
        assert!(refused(&many, Inflect::None).contains("more than"));
    }
}
