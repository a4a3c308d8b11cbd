//! Words that introduce speech, as they stand in a document.

use crate::lexicon::{Lexicon, Matches, Role};

/// What stands behind, or before, a word of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// A clause, with or without "that".
    Say,
    /// A clause, where one stands there.
    Clause,
    /// The rest of the clause.
    Object,
    /// Nothing but a quotation.
    Quote,
    /// Its source.
    Source,
}

/// A word or phrase that introduces speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Speech {
    pub(super) frame: Frame,
    /// Its tokens.
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) sentence: u32,
    /// Whether it is listed as a cue of reporting: a verb that reports, not one that thinks.
    pub(super) reports: bool,
}

/// All words of speech, in order, each place once: what a file of structure says of it goes before what
/// the reporting categories say.
pub(super) fn find(lexicon: &Lexicon, matches: &Matches) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    for hit in &matches.hits {
        let role = lexicon.role(hit.entry);
        let frame = match role {
            Some(Role::SpeechSay) => Frame::Say,
            Some(Role::SpeechClause | Role::Reporting) => Frame::Clause,
            Some(Role::SpeechObject) => Frame::Object,
            Some(Role::SpeechQuote) => Frame::Quote,
            Some(Role::SpeechSource) => Frame::Source,
            _ => continue,
        };
        let reports = role == Some(Role::Reporting);
        let (first, last, sentence) = (hit.first, hit.last, hit.sentence);
        let speech = Speech { frame, first, last, sentence, reports };
        match found.last_mut() {
            Some(before) if speech.first <= before.last => {
                // The same words: the sharper reading, and as many of them as either holds.
                if rank(speech.frame) > rank(before.frame)
                    || (before.reports && !reports && frame != Frame::Quote)
                {
                    before.frame = frame;
                }
                if before.reports && !reports {
                    // "opponents claim": the verb alone.
                    before.first = first;
                }
                before.last = before.last.max(last);
                before.reports |= reports;
            }
            _ => found.push(speech),
        }
    }
    found
}

/// Which of two readings of the same words holds.
const fn rank(frame: Frame) -> u8 {
    match frame {
        Frame::Quote => 0,
        Frame::Clause => 1,
        Frame::Say => 2,
        Frame::Object => 3,
        Frame::Source => 4,
    }
}
