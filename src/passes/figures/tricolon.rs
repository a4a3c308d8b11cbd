//! `tricolon`: three members of one build in a row, and no fourth: "of the people, by the people,
//! for the people"; "boldly, calmly and freely".
//!
//! Members have as many words each, and either open with the same word of the list `heads`, or end
//! alike, in one of [`ENDINGS`]. Names and numbers make no tricolon.

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::{Figure, Given};

pub(super) const DETECTOR: Detector = Detector { name: "tricolon", run };

/// Words of a member, at most.
const LONGEST: usize = 5;
/// What single words end alike in.
const ENDINGS: &[&str] =
    &["ly", "ous", "ful", "less", "ive", "able", "ible", "ed", "ity", "ness", "ism"];

/// The lists that the detector asks for.
struct Lists {
    and: u64,
    heads: u64,
    except: u64,
    function: u64,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let lists = Lists {
        and: figure.list("and"),
        heads: figure.list("heads"),
        except: figure.list("except"),
        function: figure.given(Given::Function),
    };
    let mut found = Vec::new();
    for (number, sentence) in words.sentences() {
        let body = words.body_of(sentence);
        let mut free = body.start;
        for second in body.clone().skip(1) {
            if !words.gap(second).has_comma() || second <= free {
                continue;
            }
            if let Some((first, last)) = around(words, &lists, second, (free, body.end)) {
                free = last + 1;
                found.push(Place { first, last, sentence: number });
            }
        }
    }
    found
}

/// The tricolon whose second member starts at `second`.
fn around(
    words: &Words<'_>,
    lists: &Lists,
    second: usize,
    (start, end): (usize, usize),
) -> Option<(usize, usize)> {
    // The third member starts behind a comma, or behind "and".
    let ahead = second + 1..end.min(second + LONGEST + 2);
    let turn = ahead.into_iter().find(|&at| ends_member(words, lists, at))?;
    let third = turn + usize::from(words.is(turn, lists.and));
    if third >= end || !words.gap(turn).passes_comma() || turn - second > LONGEST {
        return None;
    }
    let from = second.saturating_sub(LONGEST).max(start);
    let first = if words.is(second, lists.heads) {
        let back = (from..second).rev();
        back.take_while(|&at| at + 1 == second || !ends_member(words, lists, at + 1))
            .find(|&at| words.is(at, lists.heads) && fits(words, lists, (at, second, third)))?
    } else {
        second.checked_sub(turn - second).filter(|&first| first >= start)?
    };
    let length = if words.is(second, lists.heads) { LONGEST } else { turn - second };
    let most = end.min(third + length);
    let last = (third + 1..most).take_while(|&at| !ends_member(words, lists, at)).last();
    let last = last.unwrap_or(third);
    let members = [(first, second), (second, turn), (third, last + 1)];
    let built = members.iter().all(|&member| is_member(words, lists, member));
    let apart = (first == start || !words.gap(first).has_comma())
        && (last + 1 == end
            || (!words.gap(last + 1).has_comma() && !words.is(last + 1, lists.and)));
    (built && apart && is_alike(words, lists, members)).then_some((first, last))
}

/// Whether a member ends before a token: a mark stands there, or "and".
fn ends_member(words: &Words<'_>, lists: &Lists, at: usize) -> bool {
    !words.gap(at).passes_phrase() || words.is(at, lists.and)
}

/// Whether three openings are the same word, or each a head of its own.
fn fits(words: &Words<'_>, lists: &Lists, (first, second, third): (usize, usize, usize)) -> bool {
    let same = words.same(first, second) && words.same(second, third);
    same || (words.is(first, lists.heads) && words.is(third, lists.heads))
}

/// Whether the tokens may be a member: no name, no number, no other "and".
fn is_member(words: &Words<'_>, lists: &Lists, (from, to): (usize, usize)) -> bool {
    (from..to).all(|word| {
        words.is_common(word) && words.is_whole(word) && !words.is(word, lists.and | lists.except)
    }) && (from + 1..to).all(|word| words.gap(word).passes_phrase())
}

/// Whether the members are of one build: the same first word; or other first words and the same last
/// one; or single words that end alike.
fn is_alike(words: &Words<'_>, lists: &Lists, members: [(usize, usize); 3]) -> bool {
    let same = |at: fn((usize, usize)) -> usize| {
        let [a, b, c] = members.map(at);
        words.same(a, b) && words.same(b, c)
    };
    let (opened, closed) = (same(|member| member.0), same(|member| member.1 - 1));
    let longer = members.iter().all(|(from, to)| to - from > 1);
    let single = members.iter().all(|(from, to)| to - from == 1);
    let heads = members.iter().all(|member| words.is(member.0, lists.heads));
    (longer && heads && opened != closed) || (single && rhymes(words, lists, members.map(|m| m.0)))
}

/// Whether three single words end alike, as adverbs, adjectives, participles or qualities do.
fn rhymes(words: &Words<'_>, lists: &Lists, [a, b, c]: [usize; 3]) -> bool {
    let content = [a, b, c].iter().all(|&word| !words.is(word, lists.function));
    let alike = |ending: &str| [a, b, c].iter().all(|&word| words.ends(word, ending));
    let different = !words.same(a, b) && !words.same(b, c) && !words.same(a, c);
    content && different && ENDINGS.iter().any(|ending| alike(ending))
}
