//! The vocabulary: every word of the lexicons, looked up by a 16-byte key held inline.
//!
//! Words are folded before they are compared: lower case, straight apostrophes, no accents on
//! Latin letters, no soft hyphens or zero-width characters, no stops in U.S. and its like. The
//! first 16 bytes of the folded word are its key; longer words are looked up by their text.

use std::collections::HashMap;

use super::table::Table;
use crate::text::Token;

/// The number of a word in the vocabulary; 0 is no word of it.
pub(super) type WordId = u32;

/// A token as the matcher sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Symbol {
    /// The first 16 bytes of the folded word.
    pub(super) key: u128,
    /// The word.
    pub(super) id: WordId,
    /// The word without a possessive ending; `id` where it has none.
    pub(super) base: WordId,
}

impl Symbol {
    /// Whether it has a possessive ending behind its base.
    pub(super) const fn has_base(&self) -> bool {
        self.base != self.id
    }
}

/// Words and their numbers.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    short: Table,
    long: HashMap<Box<str>, WordId>,
    count: WordId,
}

impl Vocabulary {
    /// How many words there are.
    pub(super) const fn len(&self) -> usize {
        self.count as usize
    }

    /// Adds a folded word and returns its number, the old one if it was there.
    pub(super) fn add(&mut self, folded: &str) -> WordId {
        let found = self.id(folded);
        if found != 0 {
            return found;
        }
        self.count += 1;
        if folded.len() > 16 {
            self.long.insert(folded.into(), self.count);
        } else {
            self.short.put(key(folded.as_bytes()), self.count);
        }
        self.count
    }

    /// The number of a folded word, 0 if it is not there.
    pub(super) fn id(&self, folded: &str) -> WordId {
        if folded.len() > 16 {
            self.long.get(folded).copied().unwrap_or(0)
        } else {
            self.short.get(key(folded.as_bytes()))
        }
    }

    /// What the matcher needs of a token.
    pub(super) fn symbol(&self, source: &str, token: Token) -> Symbol {
        let (start, end) = (token.start as usize, token.end as usize);
        let plain = token.shape.is_ascii()
            && !token.shape.is_dotted()
            && !token.shape.may_hold_apostrophe();
        if plain && end - start <= 16 {
            let key = lower_key(source.as_bytes(), start, end - start);
            let id = self.short.get(key);
            return Symbol { key, id, base: id };
        }
        let folded = fold(&source[start..end]);
        let id = self.id(&folded);
        let base = folded.strip_suffix("'s").map_or(id, |base| self.id(base));
        Symbol { key: key(folded.as_bytes()), id, base }
    }
}

/// The first 16 bytes of a folded word.
pub(super) fn key(folded: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    let length = folded.len().min(16);
    bytes[..length].copy_from_slice(&folded[..length]);
    u128::from_le_bytes(bytes)
}

/// The key of the ASCII word of `length` (at most 16) bytes at `start`, in lower case.
fn lower_key(source: &[u8], start: usize, length: usize) -> u128 {
    let Some(Ok(bytes)) = source.get(start..start + 16).map(<[u8; 16]>::try_from) else {
        return key(source[start..start + length].to_ascii_lowercase().as_slice());
    };
    let word = u128::from_le_bytes(bytes) & (u128::MAX >> (128 - 8 * length));
    // Every byte is below 128: adding sets its high bit where it is at least `A`, or above `Z`.
    let ones = u128::MAX / 255;
    let from_a = word + ones * u128::from(128 - b'A');
    let above_z = word + ones * u128::from(127 - b'Z');
    word | ((from_a & !above_z & (ones * 128)) >> 2)
}

/// The folded word.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{FF07}' => folded.push('\''),
            '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            c if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            c => c
                .to_lowercase()
                .for_each(|c| folded.push_str(plain(c).unwrap_or(c.encode_utf8(&mut [0; 4])))),
        }
    }
    let letters = folded.strip_suffix("'s").unwrap_or(&folded);
    let single = |part: &str| part.len() == 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let acronym = letters.contains('.') && letters.split('.').all(single);
    if acronym { folded.replace('.', "") } else { folded }
}

/// A lower-case Latin letter without its accent.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ī' => "i",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'ù'..='ü' | 'ū' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'š' | 'ś' | 'ş' => "s",
        'ž' | 'ź' | 'ż' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        // the marks of decomposed letters, the dot that lower-casing a Turkish capital leaves
        '\u{0300}'..='\u{036F}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, tokenise};
    use proptest::prelude::*;

    #[test]
    fn folding_brings_spellings_together() {
        let table = [
            ("U.S", "us"),
            ("D.P.R.K's", "dprk's"),
            ("Don’t", "don't"),
            ("Naïve", "naive"),
            ("cafe\u{301}", "cafe"),
            ("re\u{AD}gime", "regime"),
            ("3.5", "3.5"),
            ("example.com", "example.com"),
        ];
        for (word, folded) in table {
            assert_eq!(fold(word), folded, "{word}");
        }
    }

    proptest! {
        #[test]
        fn symbols_agree_with_folding(words in prop::collection::vec("[A-Za-z'’é.]{1,20}", 1..20), odd in 0_usize..2) {
            let mut vocabulary = Vocabulary::default();
            let text = words.join(" ");
            let mut tokens = Vec::new();
            tokenise(&text, Span::new(0, text.len()), &mut tokens);
            for token in tokens.iter().skip(odd).step_by(2) {
                vocabulary.add(&fold(token.span().of(&text)));
            }
            for token in &tokens {
                let folded = fold(token.span().of(&text));
                let symbol = vocabulary.symbol(&text, *token);
                prop_assert_eq!(symbol.key, key(folded.as_bytes()));
                prop_assert_eq!(symbol.id, vocabulary.id(&folded));
            }
        }
    }
}
