//! `rhetorical-question`: a question that wants no answer, told by its form: a negated opening
//! (isn't it …?), *who could*, *why should*, a word of stress (really, ever, anyone), a tag, or an answer
//! at once (nothing at all).

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::Figure;

pub(super) const DETECTOR: Detector = Detector { name: "rhetorical-question", run };

/// Words from the opening on among which *not* negates it.
const NOT: usize = 4;
/// Words of an answer that is given at once, at most.
const ANSWER: usize = 6;

/// The lists that the detector asks for.
struct Lists {
    join: u64,
    negated: u64,
    auxiliaries: u64,
    not: u64,
    asking: u64,
    modal: u64,
    doubting: u64,
    neutral: u64,
    pronouns: u64,
    stress: u64,
    answers: u64,
    what: u64,
    claims: u64,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let lists = Lists {
        join: figure.list("join"),
        negated: figure.list("negated"),
        auxiliaries: figure.list("auxiliaries"),
        not: figure.list("not"),
        asking: figure.list("asking"),
        modal: figure.list("modal"),
        doubting: figure.list("doubting"),
        neutral: figure.list("neutral"),
        pronouns: figure.list("pronouns"),
        stress: figure.list("stress"),
        answers: figure.list("answers"),
        what: figure.list("what"),
        claims: figure.list("claims"),
    };
    let mut found = Vec::new();
    for (number, sentence) in words.sentences() {
        if !words.tail(sentence).contains('?') {
            continue;
        }
        let body = words.body_of(sentence);
        let joins = body.clone().take_while(|&at| words.is(at, lists.join)).count();
        let first = body.start + joins;
        let opens = lists.auxiliaries | lists.asking | lists.doubting | lists.what | lists.negated;
        let answered = words.is(first, opens) && is_answered(words, &lists, number);
        if first < body.end && (answered || wants_no_answer(words, &lists, first, body.end)) {
            found.push(Place { first: body.start, last: body.end - 1, sentence: number });
        }
    }
    found
}

/// Whether the question of the tokens `first..end` has one of the forms.
fn wants_no_answer(words: &Words<'_>, lists: &Lists, first: usize, end: usize) -> bool {
    let is = |at: usize, list: u64| at < end && words.is(at, list);
    let negated = is(first, lists.negated)
        || (is(first, lists.auxiliaries)
            && (first + 1..end.min(first + NOT)).any(|at| words.is(at, lists.not)));
    let doubting = (is(first, lists.doubting) && is(first + 1, lists.modal | lists.negated))
        || (is(first, lists.what) && is(first + 1, lists.claims));
    let asking = is(first, lists.asking)
        && is(first + 1, lists.modal | lists.negated)
        && !is(first + 2, lists.neutral);
    let stressed = (is(first, lists.auxiliaries)
        || is(first, lists.asking | lists.doubting | lists.what))
        && (first + 1..end).any(|at| words.is(at, lists.stress));
    negated || doubting || asking || stressed || is_tag(words, lists, first, end)
}

/// Whether the writer answers at once, in a word or two: of course not; nothing.
fn is_answered(words: &Words<'_>, lists: &Lists, number: usize) -> bool {
    words.next_of(number).is_some_and(|next| {
        let body = words.body_of(next);
        body.len() <= ANSWER && words.is(body.start, lists.answers)
    })
}

/// Whether the question ends in a tag: ", isn't it".
fn is_tag(words: &Words<'_>, lists: &Lists, first: usize, end: usize) -> bool {
    let Some(verb) = end.checked_sub(2).filter(|&verb| verb > first) else { return false };
    words.is(verb + 1, lists.pronouns)
        && words.is(verb, lists.negated | lists.auxiliaries)
        && words.gap(verb).has_comma()
}
