//! Where the clause stands that a verb of speech makes somebody's: before it or behind it.

use super::phrase::{self, Phrase};
use super::reported::Reading;
use super::speech::{Frame, Speech};
use crate::text::Words;

/// "…, Kim said", "…, said Kim, …", "…, Kim said, …".
pub(super) fn behind(
    words: &Words<'_>,
    cue: &Speech,
    subject: Option<Phrase>,
    next: u32,
) -> Option<Reading> {
    let (first, last) = (cue.first, cue.last);
    let word = words.word(first);
    // "says the mayor", not ", report finds".
    let finite = cue.frame == Frame::Say
        || word.ends_with("ed")
        || word.ends_with('s')
        || ["began", "cried", "sang", "swore", "went", "wrote"].contains(&word);
    let inverted = finite
        && first > words.from
        && words.is_parted(first)
        && !has_clause_behind(words, last + 1);
    let follows = |at: u32| phrase::starting(words, at, words.to);
    let (subject, start, behind) =
        if inverted && words.gap(first).contains([',', '"', '”', '’', '\'', '?', '!', '»']) {
            let subject = follows(last + 1)?;
            (subject, first, subject.1 + 1)
        } else {
            let subject = subject?;
            if subject.0 <= words.from || !words.is_parted(subject.0) || subject.1 >= first {
                return None;
            }
            // Only adverbs and auxiliaries between the subject and its verb.
            if (subject.1 + 1..first).any(|at| words.is_parted(at)) || words.is_parted(first) {
                return None;
            }
            (subject, subject.0, last + 1)
        };
    if start - words.from < 2 || !closes(words, behind, next, inverted) {
        return None;
    }
    // The clause before: back to a cut.
    let from = (words.from + 1..start).rev().find(|&at| words.is_cut(at)).unwrap_or(words.from);
    if words.is_cut(start) && words.gap(start).contains([';', ':']) {
        return None;
    }
    let rest = (behind..words.to).find(|&at| words.is_parted(at)).filter(|&at| words.has_comma(at));
    let goes_on = rest.filter(|&at| !inverted || resumes(words, at));
    let after = goes_on.filter(|&at| {
        !words.is(at, &["who", "which", "and", "but", "a", "an"]) && resumes(words, at)
    });
    // Verbs that only go with a quotation make no voice of the words before them.
    let before = (cue.frame != Frame::Quote).then_some((from, start));
    Some(Reading { first, last, subject: Some(subject), before, after })
}

/// Whether the clause that was broken off for the speaker goes on at token `at`.
fn resumes(words: &Words<'_>, at: u32) -> bool {
    let participle = words.word(at).ends_with("ing");
    !participle && words.has_verb(at, words.to) && !words.gap(at).contains(['"', '“', '‘', '«'])
}

/// Whether nothing that could be a clause follows from token `at` to the next mark: the end, a mark, or
/// words of time and place.
fn closes(words: &Words<'_>, at: u32, next: u32, inverted: bool) -> bool {
    if at >= words.to || words.is_parted(at) {
        // ", Kim said, "…" introduces what follows; the words before are an adverbial.
        return at >= words.to
            || inverted
            || !words.gap(at).contains(['"', '“', '‘', '«', ':'])
            || words.gap(at).starts_with(['"', '”', '’']);
    }
    let stop = (at..words.to).find(|&at| words.is_parted(at)).unwrap_or(words.to);
    let adverbial = words.is_preposition(at)
        || words.is_adverb(at)
        || words.is(
            at,
            &["when", "as", "while", "after", "before", "reporters", "journalists", "this", "last"],
        );
    adverbial
        && !(at..stop).any(|at| words.is(at, &["that"]))
        && !words.has_verb(at, stop.min(next))
        || (at..stop).count() <= 3
            && words.is(at, &["me", "us", "him", "her", "them", "the", "Reuters", "AFP", "CNN"])
            && !words.has_verb(at, stop)
}

/// Whether "that" or a plain clause follows at token `at`.
fn has_clause_behind(words: &Words<'_>, at: u32) -> bool {
    words.is(at, &["that", "whether", "if", "how", "why", "what"])
}

/// Where the clause that a verb takes starts, `at` being the token behind the verb. With `bare`, it may
/// stand without "that".
pub(super) fn complement(words: &Words<'_>, at: u32, bare: bool) -> Option<u32> {
    if at >= words.to {
        return None;
    }
    if words.is(at - 1, &["that", "whether", "if", "as", "saying"]) && !words.is_parted(at) {
        return Some(at);
    }
    if at + 1 < words.to && words.is_auxiliary(at) && words.is(at + 1, &["that"]) {
        // "what they fear is that".
        return Some(at + 2);
    }
    let limit = words.to.min(at + 14);
    for here in at..limit {
        if here > at && (words.is_cut(here) || words.has_comma(here) && !words.is(here, &["that"]))
        {
            break;
        }
        if words.is_auxiliary(here) {
            break;
        }
        // "announced on Friday that", not "announced a plan that".
        let free = bare
            || here == at
            || words.is_preposition(at) && !words.is(at, &["of", "for", "by", "from"])
            || words.is_adverb(at)
            || words.is_pronoun(at)
            || words.is(at, &["him", "her", "them", "us", "me", "late", "this", "last"]);
        if words.is(here, &["that"]) && here + 1 < words.to && free {
            // "said on Friday that", "told the court that"; not "the one that".
            return Some(here + 1);
        }
        if here < at + 3 && words.is(here, &["whether", "if"]) {
            return Some(here + 1);
        }
    }
    if words.is_parted(at) {
        return words.gap(at).contains(':').then_some(at);
    }
    let stop = (at + 1..words.to).find(|&at| words.is_parted(at)).unwrap_or(words.to);
    let says = bare
        && !(words.is_preposition(at)
            || words.is(at, &["nothing", "something", "anything", "so", "as"]));
    let stop = (at..stop).find(|&at| words.is_breaker(at)).unwrap_or(stop);
    let clause = words.has_verb(at, stop) && !words.is_preposition(at) && !words.is_breaker(at);
    (says || clause).then_some(at)
}
