//! Sentences: which gaps between tokens end one.
//!
//! The stops and what may stand behind them are those of the sentence boundary rules of UAX #29
//! (SB6 to SB11): a run of terminators, closing marks, white space. They are corrected so:
//!
//! * A lower-case word goes on, whatever the stop ("Stop!" he said); "iPhone" is not lower case.
//! * Without white space behind the stop there is no end (web addresses, file names, "end.Next"),
//!   but for the stops of scripts that write none.
//! * Abbreviations, initials and enumerations: see [`Kind`]; the word lists are in `abbreviation.rs`.
//! * "?", "!" and dots go on before a speaker: "Why?" Smith asked.
//! * "?" and "!" in brackets that open in mid-sentence go on, unless a common opener follows.
//! * A list mark at the start of a line ("2.", or a dash behind a stop) opens a sentence.
//!
//! Only gaps that hold a stop are looked into, each once.

use super::abbreviation::{Kind, is_exclaimed, is_opener, is_saying, kind};
use super::{Token, is_quote, is_terminator};

/// Where one sentence ends and the next starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Boundary {
    /// Index of the next sentence's first token.
    pub(super) token: usize,
    /// Where the sentence ends (byte).
    pub(super) end: usize,
    /// Where the next starts (byte).
    pub(super) next: usize,
}

/// Calls `found` with each boundary between the `tokens` of one paragraph, in order. The first
/// sentence starts with the first token and goes at least to the one at index `from`.
pub(super) fn boundaries(
    source: &str,
    tokens: &[Token],
    from: usize,
    mut found: impl FnMut(Boundary),
) {
    let mut scan = Scan { source, tokens, first: 0, bracketed: false };
    scan.begin(0);
    for (index, token) in tokens.iter().enumerate().skip(from + 1) {
        if !token.before.may_end_sentence() {
            continue;
        }
        if let Some(boundary) = scan.list_item(index).or_else(|| scan.stop(index)) {
            found(boundary);
            scan.begin(boundary.token);
        }
    }
}

struct Scan<'a> {
    source: &'a str,
    tokens: &'a [Token],
    /// The first token of the sentence under way.
    first: usize,
    /// Whether it opens with a bracket.
    bracketed: bool,
}

/// A stop in a gap: its run of terminators, its closing marks, and the white space behind.
#[derive(Clone, Copy)]
struct Stop<'a> {
    run: &'a str,
    closers: &'a str,
    /// Whether it directly follows the token.
    adjacent: bool,
    /// Offsets in the gap: behind the closers, and behind the white space.
    end: usize,
    next: usize,
}

impl<'a> Scan<'a> {
    /// Begins the sentence whose first token is at `first`.
    fn begin(&mut self, first: usize) {
        let start = self.tokens.get(first).map_or(0, |token| token.start as usize);
        let before = self.source[..start].trim_end_matches(is_quote);
        (self.first, self.bracketed) = (first, before.ends_with(['(', '[']));
    }

    fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span().of(self.source))
    }

    /// What stands before the token at `index`, which is not the paragraph's first.
    fn gap(&self, index: usize) -> &'a str {
        &self.source[self.tokens[index - 1].end as usize..self.tokens[index].start as usize]
    }

    /// The boundary before a number that opens a line and has its stop before the token at `index`.
    fn list_item(&self, index: usize) -> Option<Boundary> {
        let number = index - 1;
        if number <= self.first || !is_enumerator(self.word(number)) {
            return None;
        }
        let gap = self.gap(number);
        let digits = self.tokens[number].shape.is_number();
        if !digits || !gap.ends_with(['\n', '\r']) || !self.gap(index).starts_with(". ") {
            return None;
        }
        let (from, next) = (self.tokens[number - 1].end as usize, self.tokens[number].start);
        let end = from + gap.trim_end().len();
        Some(Boundary { token: number, end, next: next as usize })
    }

    /// The boundary in the gap before the token at `index`.
    fn stop(&self, index: usize) -> Option<Boundary> {
        let gap = self.gap(index);
        let stop = last_stop(gap)?;
        if goes_on(self.word(index)) || continues(gap, stop) {
            return None;
        }
        let ends = match stop.run {
            "." if stop.adjacent => self.single_stop_ends(index),
            "." => true,
            run => self.strong_stop_ends(index, run, stop.closers),
        };
        let from = self.tokens[index - 1].end as usize;
        ends.then_some(Boundary { token: index, end: from + stop.end, next: from + stop.next })
    }

    /// Whether the full stop directly behind the token before `index` ends the sentence.
    fn single_stop_ends(&self, index: usize) -> bool {
        let (before, word) = (self.word(index - 1), self.word(index));
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        if index - 1 == self.first && is_enumerator(before) {
            return false;
        }
        let last = before.rsplit('.').next().unwrap_or_default();
        match kind(before).or_else(|| kind(last).filter(|&last| last == Kind::Title)) {
            None => true,
            Some(Kind::Title | Kind::Inner) => false,
            Some(Kind::Number) => !number,
            Some(Kind::Day) => !number && kind(word) != Some(Kind::Month),
            Some(Kind::Month | Kind::Either) => self.opens(index),
        }
    }

    /// Whether a stop other than one full stop ends the sentence.
    fn strong_stop_ends(&self, index: usize, run: &str, closers: &str) -> bool {
        let marked = run.contains(['?', '!']);
        if marked && run == "!" && closers.is_empty() && is_exclaimed(self.word(index - 1)) {
            return self.opens(index);
        }
        let bracket = marked && closers.contains([')', ']']) && !self.bracketed;
        if bracket && !self.opens(index) {
            return false;
        }
        !(closers.contains(is_quote) && self.speaks(index))
    }

    /// Whether the token at `index` is a common sentence opener, and neither an initial nor joined.
    fn opens(&self, index: usize) -> bool {
        let word = self.word(index);
        if !is_opener(word) {
            return false;
        }
        let Some(after) = self.tokens.get(index + 1) else { return true };
        let address = matches!(word, "Mr" | "Mrs" | "Ms");
        address || !(after.before.joins() || self.gap(index + 1).starts_with('.'))
    }

    /// Whether the words from `index` on are a speaker and a verb of saying: "Smith asked".
    fn speaks(&self, index: usize) -> bool {
        const NAME: usize = 4;
        let plain = |at: usize| matches!(self.gap(at), " " | ". ");
        let verb = (index + 1..self.tokens.len().min(index + NAME + 1))
            .take_while(|&at| plain(at))
            .find(|&at| self.word(at).starts_with(char::is_lowercase));
        verb.is_some_and(|at| is_saying(self.word(at)))
    }
}

/// The last run of terminators in `gap` that white space follows.
fn last_stop(gap: &str) -> Option<Stop<'_>> {
    let mut last = None;
    let mut at = 0;
    while let Some(found) = gap[at..].find(is_terminator) {
        let start = at + found;
        let run_end = past(gap, start, is_terminator);
        let mut end = past(gap, run_end, is_closer);
        let mut next = past(gap, end, char::is_whitespace);
        let spaced = past(gap, next, |c| matches!(c, '»' | '›' | '”' | ')' | ']'));
        let behind = past(gap, spaced, char::is_whitespace);
        if next < spaced && spaced < behind {
            (end, next) = (spaced, behind);
        }
        let run = &gap[start..run_end];
        if next > end || run.ends_with(['。', '！', '？']) {
            let closers = &gap[run_end..end];
            last = Some(Stop { run, closers, adjacent: start == 0, end, next });
        }
        at = next;
    }
    last
}

/// The offset behind the characters of `text` from `at` on that are of a kind.
fn past(text: &str, at: usize, is_kind: impl Fn(char) -> bool) -> usize {
    text.len() - text[at..].trim_start_matches(is_kind).len()
}

/// Marks that may stand between a stop and the white space behind it and belong to the sentence.
fn is_closer(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']' | '}' | '*' | '_' | '†')
}

/// Whether a comma, colon or dash behind the stop carries the sentence on (rule `SB8a` of UAX #29). A
/// dash that opens a line is a list mark.
fn continues(gap: &str, stop: Stop) -> bool {
    let dash = |c: char| matches!(c, '-' | '–' | '—');
    let rest = &gap[stop.next..];
    let line = gap[stop.end..stop.next].contains(['\n', '\r']);
    rest.starts_with([',', ':', ';']) || (rest.starts_with(dash) && !line)
}

/// Whether a sentence goes on with `word`: it starts in lower case and is no "iPhone".
fn goes_on(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_lowercase)
        && !letters.next().is_some_and(char::is_uppercase)
}

/// Whether `word` may number a list's item: up to three digits or letters of a Roman numeral, one
/// letter, or numbers with stops between (1.2).
fn is_enumerator(word: &str) -> bool {
    const LONGEST: usize = 6;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let roman = |byte: u8| matches!(byte.to_ascii_lowercase(), b'i' | b'v' | b'x');
    match word.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => true,
        bytes if bytes.len() <= 3 && bytes.iter().all(|&byte| roman(byte)) => true,
        bytes if bytes.len() > LONGEST => false,
        _ => word.split('.').all(|part| part.len() <= 3 && digits(part)),
    }
}

#[cfg(test)]
mod tests;
