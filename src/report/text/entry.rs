//! Entries by name, short enough for a cell.

/// Alternatives of one word that are written out.
const ALTERNATIVES: usize = 2;

/// A term as its lexicon writes it; of many alternatives for a word, the first stand for all.
pub(super) fn short(term: &str) -> String {
    let word = |word: &str| match word.match_indices('|').nth(ALTERNATIVES - 1) {
        Some((cut, _)) => format!("{}|…", &word[..cut]),
        None => word.to_owned(),
    };
    term.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_are_cut() {
        let cases = [
            ("vassal forces", "vassal forces"),
            ("a|the puppet", "a|the puppet"),
            ("critics claim|fear|say|think", "critics claim|fear|…"),
            ("one|two|three to a|b|c", "one|two|… to a|b|…"),
        ];
        for (term, expected) in cases {
            assert_eq!(short(term), expected);
        }
    }
}
