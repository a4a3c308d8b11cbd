//! Noun phrases: who speaks, before a verb of speech or behind it.
//!
//! A speaker is named by the phrase with its determiner, what stands before its noun and what hangs on
//! it by "of" or "for"; what says where, when or how is left out, and so are appositions.

use crate::text::Words;

/// The first and the last token of a phrase.
pub(super) type Phrase = (u32, u32);

/// The longest phrase, in tokens.
const LONGEST: u32 = 16;

/// The phrase that starts at token `start` and ends before `end` at the latest.
pub(super) fn starting(words: &Words<'_>, start: u32, end: u32) -> Option<Phrase> {
    let end = end.min(words.to).min(start + LONGEST);
    if start >= end || words.is_breaker(start) && !words.is(start, &["that"]) {
        return None;
    }
    if words.is_pronoun(start) {
        return Some((start, start));
    }
    if words.is_preposition(start) || words.is_auxiliary(start) {
        return None;
    }
    let mut last = start;
    let mut next = start + 1;
    while next < end {
        if words.is_parted(next) && !listing(words, next) {
            break;
        }
        let goes_on = goes_on(words, start, next, end);
        if !goes_on {
            break;
        }
        last = next;
        next += 1;
    }
    while last > start && trails(words, last) {
        last -= 1;
    }
    let alone = last == start && words.is_determiner(start) && words.is(start, &["a", "an", "the"]);
    (!alone).then_some((start, last))
}

/// A full stop in an initial, or a comma between "Smith" and "Jr".
fn listing(words: &Words<'_>, at: u32) -> bool {
    words.is(at, &["Jr", "Sr"])
}

/// Whether the phrase that starts at `start` goes on with token `at`.
fn goes_on(words: &Words<'_>, start: u32, at: u32, end: u32) -> bool {
    if words.is(at, &["of"]) {
        return at + 1 < end;
    }
    if words.is(at, &["for"]) {
        // "the spokesman for the ministry", not "said Ruiz for the third time".
        let head = words.word(at - 1);
        return !words.is_capital(at - 1)
            && (head.starts_with("spokes")
                || matches!(
                    head,
                    "minister"
                        | "secretary"
                        | "director"
                        | "commissioner"
                        | "officer"
                        | "lawyer"
                        | "candidate"
                        | "rapporteur"
                        | "envoy"
                ));
    }
    if words.is(at, &["and", "&"]) {
        let (before, after) = (at - 1, at + 1);
        return after < end
            && !words.is_parted(after)
            && (words.is_capital(before) && words.is_capital(after)
                || words.is_determiner(after) && words.is_determiner(start)
                || words.is(at, &["&"])
                || goes_on_plain(words, before, after));
    }
    if words.is_determiner(at) {
        let quantity = words.is_quantity(at) && words.is_determiner(at - 1);
        return quantity || words.is(at - 1, &["of", "for", "and", "all", "both", "half"]);
    }
    !(words.is_preposition(at)
        || words.is_breaker(at)
        || words.is_auxiliary(at)
        || words.is_pronoun(at)
        || words.is_adverb(at))
}

/// The phrase that opens the tokens `from..to`, of which a verb that nobody knows is a part: a word in
/// -ed or -s in front of an article, a pronoun or a preposition is taken for it.
pub(super) fn opening(words: &Words<'_>, from: u32, to: u32) -> Option<Phrase> {
    let (first, mut last) = headed(words, from, to)?;
    let verbal = |at: u32| {
        let word = words.word(at);
        word.ends_with("ed") || (word.ends_with('s') && !words.is_possessive(at))
    };
    let more = last + 1 < to && !words.is_parted(last + 1) && !words.is_auxiliary(last + 1);
    if more && last > first && !words.is_capital(last) && verbal(last) {
        last -= 1;
    }
    Some((first, last))
}

/// "doctors and nurses": plain nouns on both sides.
fn goes_on_plain(words: &Words<'_>, before: u32, after: u32) -> bool {
    let plural = |at: u32| words.word(at).ends_with('s') && !words.is_capital(at);
    plural(before) && plural(after)
}

/// Words at the end of a phrase that are no part of it.
fn trails(words: &Words<'_>, at: u32) -> bool {
    words.is(at, &["of", "for", "and", "&"]) || words.is_adverb(at)
}

/// The phrase that is the subject of the verb at token `verb`; `bound` is where to look back to.
pub(super) fn before(words: &Words<'_>, verb: u32, bound: u32) -> Option<Phrase> {
    let mut end = verb;
    // Adverbs and auxiliaries between: "has also", "later", "was quoted".
    while end > bound && !words.is_parted(end) && is_between(words, end - 1) {
        end -= 1;
    }
    // "McConnell (R-Ky.) told".
    if end > bound && words.gap(end).contains(')') {
        let opening = (bound + 1..end).rev().take(8).find(|&at| words.gap(at).contains('('));
        end = opening.unwrap_or(end);
        if opening.is_some() {
            let start = (bound..end)
                .rev()
                .find(|&at| words.is_parted(at) || at == bound || stops(words, at - 1));
            return start.and_then(|start| headed(words, start, end));
        }
    }
    if end > bound && words.is_parted(end) {
        if end > words.from && words.has_comma(end) {
            return over_commas(words, end, bound);
        }
        return None;
    }
    if end <= bound {
        return None;
    }
    if words.is(end - 1, &["who", "which", "that"]) {
        return antecedent(words, end - 1, bound);
    }
    let mut start = end - 1;
    while start > bound && !words.is_parted(start) && !stops(words, start - 1) {
        start -= 1;
    }
    headed(words, start, end)
}

/// Whether a word may stand between subject and verb.
fn is_between(words: &Words<'_>, at: u32) -> bool {
    words.is_auxiliary(at)
        || words.is_adverb(at)
        || words.is(at, &["been", "be", "quoted", "being", "going"])
}

/// Whether the walk back to a subject ends behind token `at`.
fn stops(words: &Words<'_>, at: u32) -> bool {
    let times = ["afternoon", "day", "evening", "morning", "night", "time", "week", "year"];
    if words.is(at, &["that"]) && words.is(at + 1, &times) {
        return false;
    }
    words.is(
        at,
        &[
            "that", "but", "because", "if", "although", "though", "when", "whether", "so", "than",
            "what", "how", "why", "while", "as", "where", "whereas",
        ],
    )
}

/// The phrase at the head of the tokens `start..end`: what tells when, where and how is passed over.
fn headed(words: &Words<'_>, start: u32, end: u32) -> Option<Phrase> {
    if start < end && words.is_pronoun(end - 1) {
        return Some((end - 1, end - 1));
    }
    let mut from = start;
    while from < end && (words.is_adverb(from) || words.is(from, &["and", "or"])) {
        from += 1;
    }
    // A phrase whose verb is already told ends before "and": "it fell and the mayor said".
    for at in from + 1..end {
        let told = words.is(at, &["and"]) && words.has_verb(from, at);
        if told {
            return headed(words, at + 1, end);
        }
    }
    if from < end && (words.is_preposition(from) || from > start && words.is_determiner(from)) {
        // "In Paris Ana Ruiz", "Later that night Tibor": a name behind a noun.
        let names = (from + 1..end).rev().take_while(|&at| words.is_capital(at)).count() as u32;
        let name = end - names;
        if names > 0
            && name > from + 1
            && !words.is_preposition(name - 1)
            && !words.is_determiner(name - 1)
        {
            return Some((name, end - 1));
        }
    }
    if from < end && words.is_preposition(from) {
        // "On Friday the minister".
        let names = (from + 1..end).rev().take_while(|&at| words.is_capital(at)).count() as u32;
        let next =
            (from + 2..end).find(|&at| words.is_determiner(at) && !words.is_preposition(at - 1));
        let next = next.or_else(|| (names >= 2).then(|| end - names.min(2)));
        return next.and_then(|next| starting(words, next, end));
    }
    if from >= end {
        return None;
    }
    starting(words, from, end)
}

/// The subject of a verb that a comma parts from it: "Ana Ruiz, head of the union, said".
fn over_commas(words: &Words<'_>, end: u32, bound: u32) -> Option<Phrase> {
    let mut starts: Vec<u32> = Vec::new();
    let mut at = end - 1;
    while at > bound && !words.is_cut(at) && end - at < 40 {
        if words.is_parted(at) {
            starts.push(at);
        }
        at -= 1;
    }
    starts.push(at);
    // The first stretch that is no adverbial.
    for pair in (0..starts.len()).rev() {
        let start = starts[pair];
        let stop = if pair == 0 { end } else { starts[pair - 1] };
        let word = words.word(start);
        let participle = word.ends_with("ing") || (word.ends_with("ed") && stop - start > 1);
        if words.is_preposition(start)
            || words.is_adverb(start)
            || participle
            || stops(words, start)
        {
            continue;
        }
        if words.is(start, &["who", "which", "whose", "and", "or", "but"])
            && pair + 1 < starts.len()
        {
            continue;
        }
        return headed(words, start, stop);
    }
    None
}

/// The phrase before a relative pronoun at token `at`.
fn antecedent(words: &Words<'_>, at: u32, bound: u32) -> Option<Phrase> {
    let mut start = at.checked_sub(1).filter(|&start| start >= bound)?;
    let end = at;
    let joined = |at: u32| words.is(at, &["of", "for"]);
    let goes_back = |start: u32| {
        let ends = words.is_auxiliary(start - 1) || stops(words, start - 1);
        let opens = words.is_preposition(start - 1) || words.is_determiner(start);
        !words.is_parted(start) && !ends && (!opens || joined(start - 1))
    };
    while start > bound && goes_back(start) {
        start -= 1;
    }
    starting(words, start, end)
}
