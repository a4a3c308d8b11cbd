//! `antithesis`: two things set against each other: not X but Y; far from X, Y; X, not Y.

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::{Figure, Given};

pub(super) const DETECTOR: Detector = Detector { name: "antithesis", run };

/// Words between *not* and *but*, *far from* and the comma, at most.
const REACH: usize = 10;
/// Words of the second part that are taken beyond the length of the first.
const BEYOND: usize = 2;
/// Words of a part without a word that both parts open with, at most.
const PLAIN: usize = 3;

/// The lists that the detector asks for.
struct Lists {
    articles: u64,
    not: u64,
    only: u64,
    but: u64,
    be: u64,
    pivot: u64,
    pronouns: u64,
    parallel: u64,
    subjects: u64,
    verbal: u64,
    far: u64,
    from: u64,
    function: u64,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let lists = Lists {
        articles: figure.list("articles"),
        not: figure.list("not"),
        only: figure.list("only"),
        but: figure.list("but"),
        be: figure.list("be"),
        pivot: figure.list("pivot"),
        pronouns: figure.list("pronouns"),
        parallel: figure.list("parallel"),
        subjects: figure.list("subjects"),
        verbal: figure.list("verbal"),
        far: figure.list("far"),
        from: figure.list("from"),
        function: figure.given(Given::Function),
    };
    let mut found = Vec::new();
    let (mut free, mut sentence) = (0, 0);
    while let Some(at) = words.next_in(lists.not | lists.far, free) {
        free = at + 1;
        sentence = words.sentence_at(at, sentence);
        let limits = (words.sentence_start(sentence), words.sentence_end(sentence));
        let place = match words.is(at, lists.not) {
            false => far_from(words, &lists, at, limits),
            true => not_but(words, &lists, at, limits.1)
                .or_else(|| pivoted(words, &lists, at, limits))
                .or_else(|| and_not(words, &lists, at, limits)),
        };
        if let Some((first, last)) = place {
            free = last + 1;
            found.push(Place { first, last, sentence });
        }
    }
    found
}

/// Not X but Y.
fn not_but(words: &Words<'_>, lists: &Lists, not: usize, end: usize) -> Option<(usize, usize)> {
    let x = not + 1;
    if x >= end || words.is(x, lists.only) || !words.gap(x).passes_phrase() {
        return None;
    }
    let within = |at: &usize| words.gap(*at).passes_comma() && !words.is(*at, lists.only);
    let but = (x..end.min(x + REACH)).take_while(within).find(|&at| words.is(at, lists.but))?;
    let (y, length) = (but + 1, but - x);
    if y >= end || length == 0 || !words.gap(y).passes_comma() {
        return None;
    }
    let articles = words.is(x, lists.articles) && words.is(y, lists.articles);
    let parallel = words.is(x, lists.parallel) && (words.same(x, y) || articles);
    let plain = length <= PLAIN
        && !words.gap(but).has_comma()
        && !words.is(y, lists.subjects | lists.function)
        && !words.is(x, lists.function)
        && !words.is_name(y)
        && not.checked_sub(1).is_none_or(|before| !words.is(before, lists.verbal));
    (parallel || plain).then(|| (not, part_end(words, y, length, end)))
}

/// The last token of a part that starts at `from` and is about as long as the other.
fn part_end(words: &Words<'_>, from: usize, length: usize, end: usize) -> usize {
    let most = end.min(from + length + BEYOND);
    let goes_on = |at: &usize| words.gap(*at).passes_phrase();
    (from + 1..most).take_while(goes_on).last().unwrap_or(from)
}

/// It is not X, it is Y.
fn pivoted(
    words: &Words<'_>,
    lists: &Lists,
    not: usize,
    (start, end): (usize, usize),
) -> Option<(usize, usize)> {
    let x = not + 1;
    let stands = x < end
        && not > start
        && words.is(not - 1, lists.be)
        && !words.is(x, lists.only)
        && words.gap(x).passes_phrase();
    let turn = (x + 1..end.min(x + REACH)).find(|&at| !words.gap(at).passes_phrase());
    let turn = turn.filter(|&turn| stands && !words.between(turn).contains(':'))?;
    let pair = words.is(turn, lists.pronouns)
        && turn + 2 < end
        && words.is(turn + 1, lists.be)
        && !words.is(turn + 2, lists.not);
    let short = words.is(turn, lists.pivot) && turn + 1 < end && !words.is(turn + 1, lists.not);
    (pair || short).then(|| (not, part_end(words, turn + 1, turn - x, end)))
}

/// X, not Y, where both open alike.
fn and_not(
    words: &Words<'_>,
    lists: &Lists,
    not: usize,
    (start, end): (usize, usize),
) -> Option<(usize, usize)> {
    let y = not + 1;
    if y >= end || !words.is(y, lists.parallel) || !words.gap(not).has_comma() {
        return None;
    }
    let from = not.saturating_sub(REACH).max(start);
    let x = (from..not).rev().take_while(|&at| at + 1 == not || words.gap(at + 1).passes_phrase());
    let x = x.filter(|&at| words.same(at, y)).last()?;
    let last = part_end(words, y, not - x, end);
    let closes = last + 1 >= end || !words.gap(last + 1).passes_phrase();
    closes.then_some((x, last))
}

/// Far from X, Y, at the start of a clause.
fn far_from(
    words: &Words<'_>,
    lists: &Lists,
    far: usize,
    (start, end): (usize, usize),
) -> Option<(usize, usize)> {
    let x = far + 2;
    let opens = far == start || !words.gap(far).passes_phrase();
    let stands = opens
        && x < end
        && words.is(far + 1, lists.from)
        && (words.ends(x, "ing") || words.is(x, lists.articles));
    let turn = (x + 1..end.min(x + REACH + BEYOND)).find(|&at| !words.gap(at).passes_phrase());
    let turn = turn.filter(|&at| stands && words.gap(at).has_comma())?;
    Some((far, part_end(words, turn, turn - x, end)))
}
