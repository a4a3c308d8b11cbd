//! Scare quotes: fragments in quotation marks that keep a word at a distance and quote nobody.

use crate::lexicon::{Lexicon, Matches};
use crate::text::{Close, Document, Quotation, Token};

/// The entry under which a quotation whose tokens are `first..=last` is a scare quote, if it is one.
/// It has both its marks: one that is left open or runs on is no fragment. `spoken` says that somebody
/// speaks in its sentence: then only "so-called" before it makes it one.
pub(super) fn entry(
    (document, lexicon, matches): (&Document, &Lexicon, &Matches),
    quotation: &Quotation,
    (first, last): (u32, u32),
    spoken: bool,
) -> Option<u32> {
    let sentence = document.sentence_of(document.tokens[first as usize].start as usize)? as u32;
    if quotation.close != Close::Marked || quotation.words == 0 || is_name(document, first, last) {
        return None;
    }
    lexicon.scare_quotes().iter().copied().find(|&entry| {
        let category = lexicon.entry(entry).category;
        let words = lexicon.category_at(category).scare_words.unwrap_or(0);
        let named = first.checked_sub(1).is_some_and(|before| {
            let from = matches.hits.partition_point(|hit| hit.sentence < sentence);
            let here = matches.hits[from..].iter().take_while(|hit| hit.sentence == sentence);
            here.into_iter()
                .any(|hit| hit.last == before && lexicon.entry(hit.entry).category == category)
        });
        let short = quotation.words <= words && !spoken;
        (short || (named && quotation.words <= 3 * words))
            && lexicon.allows(entry, document, (first, last))
    })
}

/// Whether two words or more stand in capitals as in a title or a name: "Captain Marvel".
pub(super) fn is_name(document: &Document, first: u32, last: u32) -> bool {
    let small = ["a", "an", "and", "for", "in", "of", "on", "the", "to"];
    let capital = |token: &Token| {
        let word = token.span().of(&document.source);
        small.contains(&word) || !word.starts_with(char::is_lowercase)
    };
    first < last && document.tokens[first as usize..=last as usize].iter().all(capital)
}
