//! `nominalisation`: a noun of action whose doer is not named: "the destruction of the village".

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::{Figure, Given};

pub(super) const DETECTOR: Detector = Detector { name: "nominalisation", run };

/// Words before the noun that may belong to it.
const BEFORE: usize = 4;
/// Words behind the noun in which the doer is looked for.
const BEHIND: usize = 10;
/// Words before the noun and its own in which a verb makes the subject its doer.
const VERB: usize = 4;

/// The lists that the detector asks for.
struct Lists {
    of: u64,
    determiners: u64,
    own: u64,
    doers: u64,
    light: u64,
    involved: u64,
    by: u64,
    behind: u64,
    function: u64,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let (actions, bare) = (figure.list("actions"), figure.list("bare"));
    let lists = Lists {
        of: figure.list("of"),
        determiners: figure.list("determiners"),
        own: figure.list("own"),
        doers: figure.list("doers"),
        light: figure.list("light"),
        involved: figure.list("involved"),
        by: figure.list("by"),
        behind: figure.list("behind"),
        function: figure.given(Given::Function),
    };
    let mut found = Vec::new();
    let (mut free, mut sentence) = (0, 0);
    while let Some(at) = words.next_in(actions | bare, free) {
        free = at + 1;
        if !words.is_whole(at) || !words.is_common(at) {
            continue;
        }
        sentence = words.sentence_at(at, sentence);
        let (start, end) = (words.sentence_start(sentence), words.sentence_end(sentence));
        let told = is_told(words, &lists, at, (start, end));
        let alone = words.is(at, bare) && is_head(words, &lists, at, end);
        if (told || alone)
            && !is_named_behind(words, &lists, at, end)
            && !is_named_before(words, &lists, at, start)
        {
            found.push(Place { first: at, last: at, sentence });
        }
    }
    found
}

/// Whether the noun tells of an act with the one it is done to: a determiner, and *of* behind it.
fn is_told(words: &Words<'_>, lists: &Lists, at: usize, (start, end): (usize, usize)) -> bool {
    let of = at + 1 < end && words.is(at + 1, lists.of) && words.gap(at + 1).passes_phrase();
    let from = at.saturating_sub(BEFORE).max(start);
    of && (from..at)
        .rev()
        .take_while(|&before| words.gap(before + 1).passes_phrase())
        .take_while(|&before| {
            !words.is(before, lists.function & !lists.determiners)
                || words.is(before, lists.determiners)
        })
        .any(|before| words.is(before, lists.determiners))
}

/// Whether the noun ends its phrase: what follows is a word of grammar, a mark, or the end. An article
/// would make a verb of it: by shelling the village.
fn is_head(words: &Words<'_>, lists: &Lists, at: usize, end: usize) -> bool {
    let next = at + 1;
    let verb = words.is(next, lists.determiners) && !words.is(next, lists.of);
    next >= end
        || !words.gap(next).passes_phrase()
        || (words.is(next, lists.function | lists.behind) && !verb)
}

/// Whether a phrase behind the noun names the doer.
fn is_named_behind(words: &Words<'_>, lists: &Lists, at: usize, end: usize) -> bool {
    let rest = at + 1..end.min(at + 1 + BEHIND);
    rest.take_while(|&next| words.gap(next).passes_phrase()).any(|next| words.is(next, lists.by))
}

/// Whether a possessive, a name or a noun before the noun names the doer, or a verb makes its
/// subject the doer.
fn is_named_before(words: &Words<'_>, lists: &Lists, at: usize, start: usize) -> bool {
    let mut next = at;
    for _ in 0..BEFORE {
        if next == start || !words.gap(next).passes_phrase() {
            return words.gap(next).has_quote() && next > start;
        }
        next -= 1;
        let name = next > start && words.is_name(next);
        let genitive = words.ends(next, "'s")
            || words.ends(next, "’s")
            || words.between(next + 1).starts_with(['\'', '’']);
        if words.is(next, lists.own | lists.doers) || name || genitive {
            return true;
        }
        let own = next > start && words.is(next - 1, lists.own);
        if own {
            return true;
        }
        if words.is(next, lists.function | lists.light) {
            break;
        }
    }
    let from = next.saturating_sub(VERB).max(start);
    (from..=next).any(|verb| words.is(verb, lists.light | lists.involved))
}
