//! The rule of the clause: its subject.

use super::{Found, Sight, Who};
use crate::actors::Mention;
use crate::passes::Rule;

/// Tokens between a subject and a cue, at most.
const REACH: u32 = 18;

impl Sight<'_> {
    /// Whom the cue is about by its clause; `apart` says who may be meant.
    pub(super) fn far(&self, apart: impl Fn(&Mention) -> bool) -> Found {
        let words = &self.words;
        let cut = |at: u32| {
            words.is_cut(at)
                || words.has_comma(at)
                || words.is_breaker(at) && !words.is(at, &["as", "than", "or", "so"])
        };
        let start = (words.from + 1..=self.first).rev().find(|&at| cut(at)).unwrap_or(words.from);
        let mentions = || self.mentions.iter().filter(|m| apart(m));
        let subject = |start: u32| {
            let before = mentions().filter(|m| m.last < self.first && m.first >= start);
            let mut heads = before.map(|m| self.head(m));
            heads.find(|m| {
                m.last < self.first && self.first - m.last <= REACH && self.is_subject(m, start)
            })
        };
        if let Some(subject) = subject(start).filter(|m| self.is_whole(m)) {
            return Some((Rule::Subject, self.coordinated(subject)));
        }
        let stands = |at: u32| words.is(at, &["it", "they", "he", "she"]);
        if let Some(before) = self.before.filter(|_| stands(words.from) && start == words.from) {
            return Some((Rule::Subject, vec![Who::of(&before)]));
        }
        // "… but stop a shameful act": the subject of the sentence, where the clause names nobody.
        let participle = start > words.from && words.word(start).ends_with("ing");
        let goes_on = participle || words.is(start, &["and", "but", "or", "which", "who"]);
        let own = mentions().any(|m| m.first >= start && m.last < self.first);
        if let Some(main) = subject(words.from).filter(|m| goes_on && !own && self.is_whole(m)) {
            return Some((Rule::Subject, self.coordinated(main)));
        }
        self.infinitive(apart)
    }

    /// Whether a mention is a whole phrase, no demonym before another noun ("Russian missile operators").
    fn is_whole(&self, mention: &Mention) -> bool {
        let next = mention.last + 1;
        !mention.people
            || self.words.word(mention.last).ends_with('s')
            || next >= self.words.to
            || !self.is_plain(next)
    }

    /// "for NATO to hide the truth": who is to do it.
    fn infinitive(&self, apart: impl Fn(&Mention) -> bool) -> Found {
        let words = &self.words;
        let to =
            self.first.checked_sub(1).filter(|&to| to > words.from && words.is(to, &["to"]))?;
        let subject = self.mentions.iter().find(|m| apart(m) && m.last + 1 == to)?;
        let lead = (words.from..subject.first)
            .rev()
            .find(|&at| !self.is_plain(at) && !words.is_determiner(at))?;
        (words.is(lead, &["for"]) && subject.first - lead <= 4)
            .then(|| (Rule::Subject, vec![Who::of(subject)]))
    }
}
