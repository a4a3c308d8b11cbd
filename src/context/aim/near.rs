//! The rules of the noun phrase and of what is said in so many words.

use super::{Found, Sight, Who};
use crate::actors::Mention;
use crate::passes::{Aimed, Rule};

/// Words that stand between a cue and an actor in one noun phrase, at most.
const WITHIN: u32 = 3;
/// Words from a cue to the "of" or "by" that says whose it is, at most.
const LINKED: u32 = 6;
/// Verbs that join a subject to what it is.
const COPULAS: &[&str] =
    &["became", "become", "becomes", "remain", "remained", "remains", "seem", "seems"];

impl Sight<'_> {
    /// Whom the cue is about by its own phrase, or by what its clause says it is.
    pub(super) fn near(&self) -> Found {
        let next = self.mentions.iter().find(|m| m.first > self.last);
        let previous = self.mentions.iter().rfind(|m| m.last < self.first);
        let overlap = self.mentions.iter().find(|m| m.first <= self.last && m.last >= self.first);
        if let Some(mention) = overlap {
            // "Russia was a hero": about Russia.
            let said = self.is_group(mention).then(|| self.predicate(previous)).flatten();
            return said.or_else(|| Some((Rule::Named, self.coordinated(mention))));
        }
        self.owned(previous)
            .or_else(|| self.modifier(previous, next))
            .or_else(|| self.linked(next))
            .or_else(|| self.predicate(previous))
            .or_else(|| self.apposition(previous, next))
            .or_else(|| self.pronoun())
            .or_else(|| self.called())
    }

    /// "NATO's sinister plan".
    fn owned(&self, previous: Option<&Mention>) -> Found {
        let owner = previous.filter(|m| {
            self.words.is_possessive(m.last)
                && self.first - m.last <= WITHIN + 1
                && self.in_one_phrase(m.last + 1, self.first)
        })?;
        Some((Rule::Possessive, self.coordinated(owner)))
    }

    /// "the puppet ROK military": the head of the phrase is whom it is about; "NATO aggression", not
    /// "experts deplored".
    fn modifier(&self, previous: Option<&Mention>, next: Option<&Mention>) -> Found {
        let (words, first, last) = (&self.words, self.first, self.last);
        if self.verb {
            return None;
        }
        // ", infuriating France": its object.
        let object = words.is_parted(first) && words.word(first).ends_with("ing");
        let behind =
            |m: &&Mention| !object && m.first - last <= WITHIN && self.in_phrase(last + 1, m.first);
        if let Some(head) = next.filter(behind) {
            return Some((Rule::Modifier, self.coordinated(self.head(head))));
        }
        let verbal = words.word(first).ends_with("ed") || words.word(first).ends_with("ing");
        let before = previous.filter(|m| {
            let plural = m.people && words.word(m.last).ends_with('s');
            !verbal && !plural && first == m.last + 1 && !words.is_parted(first)
        })?;
        Some((Rule::Modifier, vec![Who::of(before)]))
    }

    /// "the ambition of NATO", "crimes by NATO", "the sinister plans and deeds of NATO".
    fn linked(&self, next: Option<&Mention>) -> Found {
        let words = &self.words;
        let from = self.last + 1;
        let link = (from..(from + LINKED).min(words.to)).find(|&at| words.is(at, &["of", "by"]))?;
        let target = next.filter(|m| {
            let inside = |at: u32| self.is_plain(at) || words.is_determiner(at);
            m.first <= link + 1 + WITHIN
                && (from..=m.first)
                    .all(|at| !words.is_parted(at) || words.gap(at).trim_end() == ",")
                && (link..=m.first).all(|at| !words.is_parted(at))
                && (link + 1..m.first).all(inside)
        })?;
        let by = words.is(link, &["by"]);
        let fits = by || !self.verb;
        let rule = if by { Rule::Agent } else { Rule::Possessive };
        (fits && (from..link).all(|at| self.is_plain(at)))
            .then(|| (rule, self.coordinated(self.head(target))))
    }

    /// "NATO is a puppet"; not "is in charge of the thorny issue", which is about the issue.
    fn predicate(&self, previous: Option<&Mention>) -> Found {
        let words = &self.words;
        let nearest = previous?;
        let copula = (nearest.last + 1..self.first)
            .rev()
            .find(|&at| words.is_be(at) || words.is(at, COPULAS))?;
        let plain =
            |from: u32, to: u32| (from..to).all(|at| !words.is_parted(at) && !words.is_breaker(at));
        let direct = (copula + 1..self.first).all(|at| !words.is_preposition(at));
        // "Kim, unlike Lee, is": not who stands behind a preposition, "of" aside.
        let stands = |m: &&Mention| {
            let behind = m.first > words.from && words.is_preposition(m.first - 1);
            m.last < copula && (!behind || words.is(m.first - 1, &["of"]))
        };
        let subject = self.mentions.iter().rfind(stands)?;
        let close = self.first - copula <= 6 && copula - subject.last <= 8;
        let joined = plain(copula, self.first) && plain(subject.last + 1, copula);
        (close && direct && joined).then(|| (Rule::Predicate, self.coordinated(subject)))
    }

    /// "NATO, a puppet of all"; "the puppet, Kim".
    fn apposition(&self, previous: Option<&Mention>, next: Option<&Mention>) -> Found {
        let words = &self.words;
        let inside = |from: u32, to: u32| {
            to > from
                && to - from <= WITHIN + 1
                && words.has_comma(from)
                && words.is_determiner(from)
                && self.in_phrase(from + 1, to)
        };
        let behind = previous.filter(|m| inside(m.last + 1, self.first));
        let before = next.filter(|m| {
            self.label && m.first == self.last + 1 && words.has_comma(m.first) && !m.people
        });
        behind.or(before).map(|mention| (Rule::Apposition, vec![Who::of(mention)]))
    }

    /// "its sinister plan": the subject of the sentence, or of the one before.
    fn pronoun(&self) -> Found {
        let words = &self.words;
        let own = (self.first.saturating_sub(WITHIN).max(words.from)..self.first)
            .rev()
            .take_while(|&at| !words.is_parted(at + 1))
            .find(|&at| words.is(at, &["its", "their", "his", "her"]))?;
        let subject = self.mentions.iter().find(|m| m.last < own && self.is_subject(m, words.from));
        let owner = subject.or(self.before.as_ref())?;
        self.in_one_phrase(own + 1, self.first).then(|| (Rule::Possessive, vec![Who::of(owner)]))
    }

    /// A label that is all the name there is: "the puppet group", "a merchant of death".
    fn called(&self) -> Found {
        let (words, behind) = (&self.words, self.last + 1);
        let noun = behind >= words.to
            || words.is_parted(behind)
            || words.is_preposition(behind)
            || words.is_auxiliary(behind)
            || words.is_breaker(behind)
            || words.is(behind, &["and", "or"]);
        let own = Who { aimed: Aimed::Label, first: self.first, last: self.last };
        ((self.label || self.side) && noun).then(|| (Rule::Label, vec![own]))
    }
}
