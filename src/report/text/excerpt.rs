//! Excerpts: a sentence shortened around its words.

use unicode_segmentation::UnicodeSegmentation as _;

use super::paint::Run;
use super::wrap::Line;
use crate::compare::Sighting;

/// The words between brackets, with at most `most` characters of their sentence on either side,
/// cut between words where there is a gap to cut at.
pub(super) fn around(seen: &Sighting, most: usize) -> Line {
    let (before, rest) = seen.sentence.split_at_checked(seen.offset).unwrap_or_default();
    let after = rest.strip_prefix(seen.text.as_str()).unwrap_or(rest);
    vec![
        Run::plain(end(before, most)),
        Run::quiet("["),
        Run::strong(seen.text.as_str()),
        Run::quiet("]"),
        Run::plain(start(after, most)),
    ]
}

/// The last characters of a text.
fn end(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.grapheme_indices(true).rev().nth(most) else {
        return text.to_owned();
    };
    let kept = &text[cut..];
    let kept = kept.split_once(char::is_whitespace).map_or(kept, |(_, words)| words);
    format!("… {kept}")
}

/// The first characters of a text.
fn start(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.grapheme_indices(true).nth(most) else {
        return text.to_owned();
    };
    let kept = &text[..cut];
    let kept = kept.rsplit_once(char::is_whitespace).map_or(kept, |(words, _)| words);
    format!("{kept} …")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_cut_between_words() {
        let cases = [
            ("a vile puppet here", 40, "a vile [puppet] here"),
            ("long before it a vile puppet stood there for years", 9, "… a vile [puppet] stood …"),
            ("puppet", 3, "[puppet]"),
            ("a puppet, a puppet", 40, "a puppet, a [puppet]"),
            ("ééééééé puppet", 3, "… [puppet]"),
            ("puppetééééé", 3, "[puppet]ééé …"),
        ];
        for (sentence, most, expected) in cases {
            let seen = Sighting {
                document: String::new(),
                text: "puppet".into(),
                sentence: sentence.into(),
                offset: sentence.rfind("puppet").unwrap(),
                start_char: 0,
            };
            let found: String = around(&seen, most).iter().map(Run::text).collect();
            assert_eq!(found, expected);
        }
    }
}
