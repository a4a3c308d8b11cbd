//! `anaphora`: three sentences, or three clauses of one, that open alike.
//!
//! Each opening is a finding. Sentences open alike by two words, the first of which is one of the
//! list `openers`, or by four; clauses by two words with such an opener, or by one of the list
//! `single`. An opening that reports speech (he said) is none.

use super::words::Words;
use super::{Detector, Place};
use crate::lexicon::Figure;

pub(super) const DETECTOR: Detector = Detector { name: "anaphora", run };

/// Openings that make the figure.
const LEAST: usize = 3;
/// Words that are compared.
const LONGEST: usize = 6;
/// Words between an opening inside its clause and the next one, at most.
const INSIDE: usize = 12;
/// Words that a clause may have, to be one of a row.
const CLAUSE: usize = 25;

/// The lists that the detector asks for.
struct Lists {
    openers: u64,
    single: u64,
    reporting: u64,
    join: u64,
}

/// Where something opens: its first token, the token behind its last, its sentence.
#[derive(Clone, Copy)]
struct Opening {
    at: usize,
    end: usize,
    sentence: usize,
    /// The tokens of the clause before.
    before: usize,
}

fn run(words: &Words<'_>, figure: &Figure) -> Vec<Place> {
    let lists = Lists {
        openers: figure.list("openers"),
        single: figure.list("single"),
        reporting: figure.list("reporting"),
        join: figure.list("join"),
    };
    let mut found = Vec::new();
    if words.len() == 0 {
        return found;
    }
    let mut row = Row { words, lists: &lists, openings: Vec::new(), shared: 0, single: false };
    for (number, sentence) in words.sentences() {
        let body = words.body_of(sentence);
        if !body.is_empty() {
            row.push(
                Opening { at: body.start, end: body.end, sentence: number, before: 0 },
                &mut found,
            );
        }
    }
    row.close(&mut found);
    row.single = true;
    for (number, sentence) in words.sentences() {
        let body = words.body_of(sentence);
        let (mut start, mut last) = (body.start, body.start);
        for at in body.clone().skip(1).chain([body.end]) {
            let breaks = at == body.end || !words.gap(at).passes_phrase();
            if breaks {
                let joined = start + 1 < at && words.is(start, lists.join);
                let start = start + usize::from(joined);
                let before = start - last;
                last = start;
                row.push(Opening { at: start, end: at, sentence: number, before }, &mut found);
            }
            if breaks {
                start = at;
            }
        }
        row.close(&mut found);
    }
    found
}

/// Openings that are alike so far.
struct Row<'a, 'b> {
    words: &'b Words<'a>,
    lists: &'b Lists,
    openings: Vec<Opening>,
    /// The words that all of them share.
    shared: usize,
    /// Whether one word may be enough.
    single: bool,
}

impl Row<'_, '_> {
    /// Adds an opening, behind a new row where it is not like the others.
    fn push(&mut self, opening: Opening, found: &mut Vec<Place>) {
        let Some(last) = self.openings.last() else {
            self.openings.push(opening);
            return;
        };
        let shared = self.alike(last, &opening);
        if shared == 0 {
            self.close(found);
            self.openings.push(opening);
            return;
        }
        let both = if self.openings.len() == 1 { shared } else { shared.min(self.shared) };
        if self.counts(self.openings[0].at, both) {
            self.shared = both;
            self.openings.push(opening);
        } else {
            let last = *last;
            self.close(found);
            if self.counts(last.at, shared) {
                self.openings.push(last);
                self.shared = shared;
            }
            self.openings.push(opening);
        }
    }

    /// Ends the row; a long one is found.
    fn close(&mut self, found: &mut Vec<Place>) {
        if self.single && self.openings.len() + 1 == LEAST {
            self.first_inside();
        }
        if self.openings.len() >= LEAST {
            found.extend(self.openings.iter().map(|opening| Place {
                first: opening.at,
                last: opening.at + self.shared - 1,
                sentence: opening.sentence,
            }));
        }
        self.openings.clear();
    }

    /// Looks for a first part that opens inside its clause: they came *without* a word, without …
    fn first_inside(&mut self) {
        let Some(&next) = self.openings.first() else { return };
        let start = next.at - next.before;
        let inside = (start + 1..next.at.saturating_sub(self.shared)).rev().take(INSIDE);
        let alike = |&at: &usize| {
            (0..self.shared).all(|n| self.words.same(at + n, next.at + n))
                && (at + 1..next.at).all(|at| self.words.gap(at).passes_phrase())
        };
        if let Some(at) = inside.clone().find(alike) {
            self.openings.insert(0, Opening { at, ..next });
        }
    }

    /// The words at the start of both.
    fn alike(&self, a: &Opening, b: &Opening) -> usize {
        let most = (a.end - a.at).min(b.end - b.at).min(LONGEST + 1);
        if self.single && a.end - a.at > CLAUSE {
            return 0;
        }
        let same = (0..most).take_while(|&n| self.words.same(a.at + n, b.at + n)).count();
        // What is the same from start to end is a refrain or a list, and opens nothing.
        if same == most { 0 } else { same.min(LONGEST) }
    }

    /// Whether an opening that is no opener leads to a name: a roll of names is no figure.
    fn names(&self, at: usize, shared: usize) -> bool {
        let next = at + shared;
        let name = next < self.words.len() && self.words.is_name(next);
        name && !self.words.is(at, self.lists.openers)
    }

    /// Whether so many words from `at` on are an opening that counts.
    fn counts(&self, at: usize, shared: usize) -> bool {
        let enough = match shared {
            0 => false,
            1 => self.single && self.words.is(at, self.lists.single),
            2 => self.words.is(at, self.lists.openers | self.lists.single),
            _ if self.single => self.words.is(at, self.lists.openers | self.lists.single),
            3 => self.words.is(at, self.lists.openers | self.lists.single),
            _ => !self.names(at, shared),
        };
        enough && (at..at + shared).all(|word| !self.words.is(word, self.lists.reporting))
    }
}
