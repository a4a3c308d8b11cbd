//! `agentless-passive`: a form of *be* with a participle, and no *by* phrase in the clause.

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::{Figure, Given};

pub(super) const DETECTOR: Detector = Detector { name: "agentless-passive", run };

/// Adverbs that may stand between the two.
const ADVERBS: usize = 3;
/// Words behind the participle in which the doer is looked for.
const REACH: usize = 30;

/// The lists that the detector asks for.
struct Lists {
    be: u64,
    adverbs: u64,
    except: u64,
    participles: u64,
    by: u64,
    time: u64,
    clause: u64,
    existing: u64,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let lists = Lists {
        be: figure.list("be"),
        adverbs: figure.list("adverbs"),
        except: figure.list("except"),
        participles: figure.list("participles") | figure.given(Given::Irregular),
        by: figure.list("by"),
        time: figure.list("time"),
        clause: figure.list("clause"),
        existing: figure.list("existing"),
    };
    let mut found = Vec::new();
    let (mut free, mut sentence) = (0, 0);
    while let Some(at) = words.next_in(lists.be, free) {
        free = at + 1;
        if at > 0 && words.is(at - 1, lists.existing) {
            continue;
        }
        sentence = words.sentence_at(at, sentence);
        let end = words.sentence_end(sentence);
        let Some(last) = participle(words, &lists, at, end) else { continue };
        free = last + 1;
        if !has_doer(words, &lists, last, end) {
            found.push(Place { first: at, last, sentence });
        }
    }
    found
}

/// The participle that the form of *be* at `at` goes with.
fn participle(words: &Words<'_>, lists: &Lists, at: usize, end: usize) -> Option<usize> {
    let mut adverbs = 0;
    for next in at + 1..end {
        if !words.gap(next).passes_phrase() {
            return None;
        }
        if words.is(next, lists.be) {
            continue;
        }
        if words.is(next, lists.adverbs) || words.ends(next, "ly") {
            adverbs += 1;
            if adverbs > ADVERBS {
                return None;
            }
            continue;
        }
        let regular = words.ends(next, "ed") || words.is(next, lists.participles);
        let is = regular
            && !words.is(next, lists.except)
            && words.is_whole(next)
            && words.is_common(next);
        return is.then_some(next);
    }
    None
}

/// Whether the clause names the doer behind the participle.
fn has_doer(words: &Words<'_>, lists: &Lists, participle: usize, end: usize) -> bool {
    for at in participle + 1..end.min(participle + 1 + REACH) {
        if !words.gap(at).passes_comma() {
            return false;
        }
        if words.is(at, lists.by) {
            let next = at + 1;
            let other = next >= end
                || words.is(next, lists.time)
                || words.ends(next, "ing")
                || words.text(next).starts_with(|c: char| c.is_ascii_digit());
            if !other {
                return true;
            }
        } else if words.is(at, lists.clause | lists.be) && words.is_common(at) {
            return false;
        }
    }
    false
}
