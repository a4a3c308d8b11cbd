//! Function words of English: words of grammar, of which a text has many whatever it is about.

/// Determiners, pronouns, prepositions, conjunctions, auxiliaries and the commonest adverbs.
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "after", "again", "against", "all", "also", "am", "among", "an", "and",
    "another", "any", "are", "aren't", "around", "as", "at", "be", "because", "been", "before",
    "being", "between", "both", "but", "by", "can", "can't", "cannot", "could", "couldn't", "did",
    "didn't", "do", "does", "doesn't", "doing", "don't", "down", "during", "each", "either", "etc",
    "even", "ever", "every", "few", "for", "from", "had", "hadn't", "has", "hasn't", "have",
    "haven't", "having", "he", "he's", "her", "here", "hers", "herself", "him", "himself", "his",
    "how", "i", "i'm", "i've", "if", "in", "into", "is", "isn't", "it", "it's", "its", "itself",
    "just", "let", "let's", "many", "may", "me", "might", "mine", "more", "most", "much", "must",
    "my", "myself", "neither", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only",
    "onto", "or", "other", "our", "ours", "ourselves", "out", "over", "own", "per", "same", "shall",
    "she", "she's", "should", "shouldn't", "since", "so", "some", "such", "than", "that", "that's",
    "the", "their", "theirs", "them", "themselves", "then", "there", "there's", "these", "they",
    "they're", "this", "those", "though", "through", "to", "too", "toward", "towards", "under",
    "until", "up", "upon", "us", "very", "was", "wasn't", "we", "we're", "we've", "were", "weren't",
    "what", "when", "where", "whether", "which", "while", "who", "who's", "whom", "whose", "why",
    "will", "with", "within", "without", "won't", "would", "wouldn't", "yet", "you", "you're",
    "your", "yours", "yourself",
];

/// Whether `word`, in lower case with straight apostrophes, is a function word.
pub fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_finds_its_words() {
        assert!(FUNCTION_WORDS.is_sorted_by(|a, b| a < b));
        assert!(FUNCTION_WORDS.iter().all(|word| is_function_word(word)));
        assert!(!is_function_word("puppet"));
    }
}
