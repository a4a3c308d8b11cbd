//! The wordings of a term: its alternatives written out, without the marks of the notation.

/// Terms of more wordings than this are read by their first ones.
const MOST: usize = 64;
/// Words that change nothing in what a term says.
const IDLE: &[&str] = &["a", "an", "the", "its", "their", "his", "her", "our", "your", "my"];

/// The wordings of `term`, each a list of words in lower case; a gap is `...`. A hyphenated compound
/// is one word, as it is for the matcher.
pub(super) fn wordings(term: &str) -> Vec<Vec<String>> {
    let mut all = vec![Vec::new()];
    for chunk in term.split_whitespace() {
        let words = chunk.split('|').map(|word| {
            word.trim_end_matches([',', '~', '*']).to_lowercase().replace('\u{2019}', "'")
        });
        let words: Vec<String> = words.collect();
        all = all
            .iter()
            .flat_map(|start| {
                words.iter().map(|word| {
                    let mut wording = start.clone();
                    if word != "_" {
                        wording.push(word.clone());
                    }
                    wording
                })
            })
            .take(MOST)
            .collect();
    }
    all
}

/// What a wording says: without articles and possessives, each word without a plural's s.
pub(super) fn gist(wording: &[String]) -> Option<String> {
    let parts = wording.iter().flat_map(|word| word.split('-'));
    let words = parts.filter(|word| !IDLE.contains(word));
    let singular = |word: &str| match word.strip_suffix('s') {
        Some(stem) if stem.len() > 3 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    };
    let words: Vec<_> = words.map(singular).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_are_written_out() {
        let of = |term| wordings(term).iter().map(|w| w.join(" ")).collect::<Vec<_>>();
        assert_eq!(of("grave|dire threat~"), ["grave threat", "dire threat"]);
        assert_eq!(of("for the|_ sake of"), ["for the sake of", "for sake of"]);
        assert_eq!(of("hegemon*"), ["hegemon"]);
        assert_eq!(of("has-been"), ["has-been"]);
    }

    #[test]
    fn articles_and_plurals_do_not_change_the_gist() {
        let gist = |term| gist(&wordings(term)[0]);
        assert_eq!(gist("the enemies of its people"), gist("enemies of a people"));
        assert_eq!(gist("sham elections"), gist("sham-election"));
        assert_ne!(gist("crisis"), gist("crisi"));
        assert_eq!(gist("the"), None);
    }
}
