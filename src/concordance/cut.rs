//! Context, cut to the room there is: between words where there is a gap to cut at, with an ellipsis.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

/// The room that the mark of a cut and the space beside it take.
const MARK: usize = 2;

/// The end of `text`, no wider than `room`; `wide` tells how wide a text is.
pub fn ending(text: &str, room: usize, wide: fn(&str) -> usize) -> Cow<'_, str> {
    if wide(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut rest = room.saturating_sub(MARK);
    let mut cut = text.len();
    for (at, character) in text.grapheme_indices(true).rev() {
        let Some(left) = rest.checked_sub(wide(character)) else { break };
        (rest, cut) = (left, at);
    }
    let (before, kept) = text.split_at(cut);
    let kept = match kept.split_once(' ') {
        Some((_, words)) if !before.ends_with(' ') => words,
        _ => kept,
    };
    Cow::Owned(if room < MARK { String::new() } else { format!("… {kept}") })
}

/// The beginning of `text`, no wider than `room`.
pub fn beginning(text: &str, room: usize, wide: fn(&str) -> usize) -> Cow<'_, str> {
    if wide(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut rest = room.saturating_sub(MARK);
    let mut cut = 0;
    for (at, character) in text.grapheme_indices(true) {
        let Some(left) = rest.checked_sub(wide(character)) else { break };
        (rest, cut) = (left, at + character.len());
    }
    let (kept, behind) = text.split_at(cut);
    let kept = match kept.rsplit_once(' ') {
        Some((words, _)) if !behind.starts_with(' ') => words,
        _ => kept,
    };
    Cow::Owned(if room < MARK { String::new() } else { format!("{kept} …") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> usize {
        text.graphemes(true).count()
    }

    #[test]
    fn words_stay_whole() {
        let cases = [
            ("one two three", 13, "one two three", "one two three"),
            ("one two three", 12, "… two three", "one two …"),
            ("one two three", 9, "… three", "one two …"),
            ("one two three", 8, "… three", "one …"),
            ("abcdefgh", 6, "… efgh", "abcd …"),
            ("abcdefgh", 1, "", ""),
            ("éé éé", 4, "… éé", "éé …"),
        ];
        for (text, room, end, start) in cases {
            assert_eq!(ending(text, room, letters), end, "{text} {room}");
            assert_eq!(beginning(text, room, letters), start, "{text} {room}");
        }
    }
}
