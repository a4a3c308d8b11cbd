//! Indirect speech: which words of a sentence are somebody's, by the verb that says so.
//!
//! Rules. Behind a verb of speech its clause is the speaker's, to the end of the sentence, to a
//! semicolon or dash, or to where the next speaker is named. A clause before ", Kim said" is Kim's;
//! "in all, Kim said, half of them" is Kim's on both sides. "According to Kim" makes its sentence
//! Kim's. A noun of speech ("his claim that") gives its clause to its possessor. What a text says of
//! speech without reporting any ("claimed three lives", "had no say") makes no voice.

use super::clause::{behind, complement};
use super::phrase::{self, Phrase};
use super::speech::{Frame, Speech};
use crate::text::Span;
use crate::text::Words;

/// A stretch of indirect speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) span: Span,
    /// Who says it, where the sentence names somebody.
    pub(super) speaker: Option<Span>,
}

/// One word of speech in its sentence, read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// Its first token.
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) subject: Option<Phrase>,
    /// The stretch before it that is its speaker's: tokens `from..to`.
    pub(super) before: Option<(u32, u32)>,
    /// Where the stretch behind it starts that is its speaker's.
    pub(super) after: Option<u32>,
}

/// Reads each of the words of speech of one sentence.
pub(super) fn read(words: &Words<'_>, cues: &[Speech]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for (index, cue) in cues.iter().enumerate() {
        // "report finds": the first of the two is a noun.
        let noun = cues.get(index + 1).is_some_and(|next| next.first == cue.last + 1);
        if noun && cue.first == cue.last && !words.word(cue.first).ends_with(['s', 'd', 'g']) {
            continue;
        }
        let bound = readings.last().map_or(words.from, |before| before.last + 1);
        let next = cues.get(index + 1).map_or(words.to, |next| next.first);
        let words = &words.around(cue.first);
        let bound = bound.max(words.from);
        let reading = match cue.frame {
            Frame::Source => source(words, cue),
            _ => verb(words, cue, (bound, next), readings.last().copied()),
        };
        readings.extend(reading);
    }
    readings
}

/// The stretches of a sentence that are somebody's.
pub(super) fn stretches(words: &Words<'_>, readings: &[Reading], out: &mut Vec<Reported>) {
    let first_new = out.len();
    for (index, reading) in readings.iter().enumerate() {
        let words = &words.around(reading.first);
        let speaker = reading.subject.map(|subject| name(words, subject));
        if let Some((from, to)) = reading.before.filter(|(from, to)| from < to) {
            // Whoever is named behind the sentence says all of it, what others say in it included.
            let start = words.span(from, from).start;
            while out.len() > first_new && out[out.len() - 1].span.start >= start {
                out.pop();
            }
            let from =
                out[first_new..].last().map_or(from, |before| after(words, from, before.span));
            if from < to {
                out.push(Reported { span: words.span(from, to - 1), speaker });
            }
        }
        let Some(from) = reading.after else { continue };
        let end = end(words, from, readings.get(index + 1));
        if from < end {
            out.push(Reported { span: words.span(from, end - 1), speaker });
        }
    }
}

/// The bytes of a subject, without the ending of a possessive: "the bishop's view".
pub(super) fn name(words: &Words<'_>, (first, last): Phrase) -> Span {
    let mut span = words.span(first, last);
    let ending = ["'s", "’s"].into_iter().find(|end| words.word(last).ends_with(end));
    span.end -= ending.map_or(0, str::len);
    span
}

/// The first token from `from` on that starts behind `span`.
fn after(words: &Words<'_>, from: u32, span: Span) -> u32 {
    (from..words.to).find(|&at| words.span(at, at).start >= span.end).unwrap_or(words.to)
}

/// One past the last token of the stretch that starts at `from`.
fn end(words: &Words<'_>, from: u32, next: Option<&Reading>) -> u32 {
    let limit = next.map_or(words.to, |next| {
        let named = next.subject.filter(|subject| subject.0 >= from && subject.1 < next.first);
        let start = named.map_or(next.first, |subject| subject.0);
        match next.before {
            // "Kim said X, and Lee said Y": up to what is Lee's. Inside: "Kim said that Lee claimed".
            Some((before, _)) if before > from => before,
            _ if parts(words, start, from) => start,
            _ => words.to,
        }
    });
    (from + 1..limit).find(|&at| cuts(words, from, at)).unwrap_or(limit)
}

/// Whether a new clause with a speaker of its own starts at token `at`.
fn parts(words: &Words<'_>, at: u32, from: u32) -> bool {
    at > from
        && (words.has_comma(at)
            || words.has_comma(at - 1)
                && (words.is_breaker(at - 1) || words.is(at - 1, &["and", "or"])))
}

/// Whether indirect speech that started at `from` ends before token `at`: at a semicolon, a dash without
/// its fellow, a clause set against it.
fn cuts(words: &Words<'_>, from: u32, at: u32) -> bool {
    let dash = words.is_dash(at);
    let paired = || {
        let behind = (at + 1..words.to).any(|other| words.is_dash(other));
        behind || (from..at).filter(|&other| words.is_dash(other)).count() % 2 == 1
    };
    words.gap(at).contains(';')
        || dash && !paired()
        || words.has_comma(at)
            && (words.is(at, &["while", "whereas", "although", "though", "but"])
                || words.is(at, &["according"])
                || words.is(at, &["which"])
                    && words.is(at + 1, &["drew", "prompted", "sparked", "led"]))
}

/// "According to Kim, …" and "…, according to Kim".
fn source(words: &Words<'_>, cue: &Speech) -> Option<Reading> {
    let framed = words.is(cue.first, &["as", "if", "to"]) && cue.last >= cue.first + 2;
    let put = (cue.first..=cue.last)
        .find(|&at| words.is(at, &["put", "puts", "saw", "sees", "tell", "are", "is"]))
        .filter(|_| framed);
    let own = (cue.first..=cue.last).find(|&at| words.is_possessive(at));
    let subject = match (put, own) {
        // "as the mayor put it", "to hear the brothers tell it".
        (Some(put), _) => (cue.first + 1..put)
            .find(|&at| words.is_pronoun(at) || words.is_determiner(at) || words.is_capital(at))
            .and_then(|at| phrase::starting(words, at, put)),
        // "in her view".
        (None, Some(own)) => Some((own, own)),
        (None, None) => phrase::starting(words, cue.last + 1, words.to),
    };
    let behind = subject.map_or(cue.last, |(_, last)| last.max(cue.last)) + 1;
    let opens =
        cue.first == words.from || (cue.first - words.from < 3 && !words.has_comma(cue.first));
    let start = (words.from..cue.first).rev().find(|&at| words.is_cut(at)).unwrap_or(words.from);
    let next = (behind..words.to).find(|&at| words.is_parted(at));
    let after = next.filter(|&at| opens || (words.has_comma(cue.first) && words.has_comma(at)));
    let before = (!opens).then_some((start, cue.first));
    // "fell according to the plan of the bank and stayed": what something goes by, not who says so.
    let adverbial =
        !opens && !words.has_comma(cue.first) && next != Some(behind) && behind < words.to;
    (!adverbial).then_some(Reading { first: cue.first, last: cue.last, subject, before, after })
}

/// "Kim said that …", "…, said Kim", "accused Seoul of …", "his claim that …".
fn verb(
    words: &Words<'_>,
    cue: &Speech,
    (bound, next): (u32, u32),
    earlier: Option<Reading>,
) -> Option<Reading> {
    let (first, last) = (cue.first, cue.last);
    let reading = |subject, before, after| Some(Reading { first, last, subject, before, after });
    let lead = first.checked_sub(1).filter(|&lead| lead >= words.from && !words.is_parted(first));
    if lead.is_some_and(|at| words.is(at, &["to"])) {
        return infinitive(words, cue, bound);
    }
    if lead.is_some_and(|at| is_nominal(words, at)) {
        let that = words.is(last, &["that", "of", "for", "to", "against"]);
        let that = that || words.is(last + 1, &["that"]);
        let owner = lead.filter(|&at| words.is_possessive(at));
        let start = if words.is(last + 1, &["that"]) { last + 2 } else { last + 1 };
        let subject = owner.map(|at| owner_phrase(words, at, bound));
        return if that { reading(subject, None, Some(start)) } else { None };
    }
    // "the report has": a noun; "what they fear is that" is none.
    let noun = first == last && last + 1 < words.to && words.is_auxiliary(last + 1);
    if noun && !words.is_parted(last + 1) && !words.is(last + 2, &["that"]) {
        return None;
    }
    let passive = is_passive(words, first);
    let participle = words.word(first).ends_with("ing") && !passive;
    let that = words.is(last, &["that"]) || words.is(last + 1, &["that"]);
    // "their thinking"; "revealing what it was", which is told as a fact.
    if participle && !that && !words.is_parted(first) || words.is(last, &["what", "how", "why"]) {
        return None;
    }
    let subject = subject(words, cue, (passive, participle), (bound, earlier));
    let ends_clause = |at: u32| at >= words.to || words.is_parted(at);
    if !participle
        && !passive
        && cue.frame != Frame::Object
        && let Some(reading) = behind(words, cue, subject, next)
    {
        return Some(reading);
    }
    let start = match cue.frame {
        Frame::Quote => None,
        Frame::Object => (!ends_clause(last + 1)).then_some(last + 1),
        Frame::Say if passive && words.is(last + 1, &["to"]) => Some(last + 2),
        frame => complement(words, last + 1, frame == Frame::Say),
    };
    // "Warning: …", "Call the bank": a noun, an order.
    if subject.is_none() && (start.is_none() || !passive && !that) {
        return None;
    }
    reading(subject, None, start)
}

/// Who says it: before an active verb, behind the "by" of a passive one, before a participle's clause.
fn subject(
    words: &Words<'_>,
    cue: &Speech,
    (passive, participle): (bool, bool),
    (bound, earlier): (u32, Option<Reading>),
) -> Option<Phrase> {
    let Speech { first, last, .. } = *cue;
    let earlier_subject = earlier.and_then(|reading| reading.subject);
    if participle {
        return earlier_subject.or_else(|| phrase::opening(words, words.from, first));
    }
    if passive {
        let by = (last + 1..words.to.min(last + 20)).find(|&at| words.is(at, &["by"]));
        return by.and_then(|by| phrase::starting(words, by + 1, words.to));
    }
    if first > words.from && words.has_comma(first) && earlier.is_some() && bound > words.from {
        // "denies the plot, calls it absurd".
        return earlier_subject;
    }
    phrase::before(words, first, bound)
}

/// "declined to say whether": the clause is nobody's; "wants to say that" is the subject's.
fn infinitive(words: &Words<'_>, cue: &Speech, bound: u32) -> Option<Reading> {
    let start = complement(words, cue.last + 1, false)?;
    let subject = phrase::before(words, cue.first.saturating_sub(2).max(bound), bound);
    let (first, last) = (cue.first, cue.last);
    Some(Reading { first, last, subject, before: None, after: Some(start) })
}

/// Whether the word behind token `at` is a noun: "the claim", "Kim's claim", "in claims".
fn is_nominal(words: &Words<'_>, at: u32) -> bool {
    (words.is_determiner(at)
        && !words.is(at, &["that", "all", "both", "some", "many", "most", "few", "several"]))
        || words.is_possessive(at)
        || (words.is_preposition(at)
            && !words.is(at, &["by", "down", "up", "out", "over", "on", "like"]))
}

/// The phrase whose last word, at token `at`, is a possessive.
fn owner_phrase(words: &Words<'_>, at: u32, bound: u32) -> Phrase {
    let mut start = at;
    while start > bound
        && !words.is_parted(start)
        && !words.is_preposition(start - 1)
        && !words.is_auxiliary(start - 1)
        && !words.is_determiner(start)
        && (words.is_capital(start - 1) || words.is_determiner(start - 1))
    {
        start -= 1;
    }
    (start, at)
}

/// Whether the word at `first` is a participle behind a form of "be".
fn is_passive(words: &Words<'_>, first: u32) -> bool {
    let mut at = first;
    while at > words.from && !words.is_parted(at) {
        at -= 1;
        if words.is_be(at)
            || ["'re", "’re", "'m", "’m"].iter().any(|end| words.word(at).ends_with(end))
        {
            return !words.word(first).ends_with("ing");
        }
        if !words.is_adverb(at) && !words.is(at, &["has", "have", "had"]) {
            return false;
        }
    }
    false
}
