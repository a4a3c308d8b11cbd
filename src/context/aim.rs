//! Aim: which actors a cue is about, by the rule that links them.
//!
//! Each rule is tried in its order and the first that links somebody holds. Its confidence is the share
//! of its links that a reader upheld (lexicons/en/README.md says how many were read).
//!
//! `named` the cue holds the actor's name; `modifier` they stand in one noun phrase; `possessive`
//! "NATO's sinister plan", "the ambition of NATO"; `agent` "crimes by NATO"; `predicate` "NATO is a
//! puppet"; `apposition` "NATO, a puppet of all"; `label` the cue is itself what somebody is called;
//! `subject` "NATO bribes them"; `clause` and `sentence` the nearest actor in the same one. Who is named
//! as the speaker of indirect speech is not what it is about.

use super::Scene;
use super::pronoun::Antecedents;
use crate::actors::Mention;
use crate::lexicon::{Lexicon, Polarity};
use crate::passes::{Aim, Aimed, Finding, Rule, Stance};
use crate::text::{Span, Words};

/// Words that stand between a cue and an actor in one noun phrase, at most.
const WITHIN: u32 = 3;

/// Gives each cue that takes a side, or is loaded, the actors that it is about.
pub(super) fn settle(findings: &mut [Finding], scene: &Scene<'_>) {
    let mut antecedents = Antecedents::default();
    for sentence in findings.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let number = sentence[0].sentence;
        let mentions = scene.cast.in_sentence(number);
        let words = Words::of(scene.document, number);
        let before = antecedents.before(scene, number);
        for finding in sentence.iter_mut().filter(|finding| aims(finding, scene.lexicon)) {
            let Some((first, last)) = scene.document.tokens_in(finding.span) else { continue };
            let speaker = finding.speaker;
            let apart = |m: &Mention| speaker.is_none_or(|s| !s.meets(m.span(scene.document)));
            let words = words.around(first);
            let from = mentions.partition_point(|mention| mention.first < words.from);
            let to = mentions.partition_point(|mention| mention.first < words.to);
            let mentions = &mentions[from..to];
            let sight = Sight { words, mentions, first, last, before };
            let found = sight.near().or_else(|| sight.label(finding, scene));
            let found = found.or_else(|| sight.far(apart));
            let stance = stance(finding, scene.lexicon);
            finding.aims = found.map_or_else(Vec::new, |(rule, who)| {
                let aim = |who: &Who| Aim { who: who.aimed, span: who.span(scene), stance, rule };
                who.iter().map(aim).collect()
            });
        }
    }
}

/// Whether a cue is about somebody: it blames, praises, or is loaded wording.
fn aims(finding: &Finding, lexicon: &Lexicon) -> bool {
    let category = lexicon.category_at(finding.category);
    lexicon.shows(finding.category)
        && !category.group.topic
        && (category.loaded || category.group.id == "responsibility")
}

/// What a cue does to whom it is about.
fn stance(finding: &Finding, lexicon: &Lexicon) -> Stance {
    match lexicon.category_at(finding.category).polarity {
        Polarity::Negative => Stance::Blamed,
        Polarity::Positive => Stance::Praised,
        Polarity::Neutral => Stance::Neutral,
    }
}

/// Who is aimed at, and the tokens that say so.
#[derive(Clone, Copy)]
struct Who {
    aimed: Aimed,
    first: u32,
    last: u32,
}

impl Who {
    fn of(mention: &Mention) -> Self {
        Self { aimed: Aimed::Actor(mention.actor), first: mention.first, last: mention.last }
    }

    fn span(&self, scene: &Scene<'_>) -> Span {
        let token = |at: u32| scene.document.tokens[at as usize].span();
        Span::new(token(self.first).start, token(self.last).end)
    }
}

type Found = Option<(Rule, Vec<Who>)>;

/// A cue in its sentence.
struct Sight<'a> {
    words: Words<'a>,
    mentions: &'a [Mention],
    /// The cue's tokens.
    first: u32,
    last: u32,
    /// Whom a pronoun at the start of the sentence stands for.
    before: Option<Mention>,
}

impl Sight<'_> {
    /// The rules of the noun phrase.
    fn near(&self) -> Found {
        let (words, first, last) = (&self.words, self.first, self.last);
        let overlap = self.mentions.iter().find(|m| m.first <= last && m.last >= first);
        if let Some(mention) = overlap {
            return Some((Rule::Named, vec![Who::of(mention)]));
        }
        let next = self.mentions.iter().find(|m| m.first > last);
        let previous = self.mentions.iter().rfind(|m| m.last < first);
        // "NATO's sinister plan", "its ambition".
        if let Some(owner) = previous.filter(|m| {
            words.is_possessive(m.last)
                && first - m.last <= WITHIN + 1
                && self.in_phrase(m.last + 1, first)
        }) {
            return Some((Rule::Possessive, self.coordinated(owner)));
        }
        // "the puppet ROK military"; the head of the phrase is whom it is about.
        if let Some(head) =
            next.filter(|m| m.first - last <= WITHIN && self.in_phrase(last + 1, m.first))
        {
            let head = self.head(head);
            return Some((Rule::Modifier, self.coordinated(head)));
        }
        // "NATO aggression".
        if let Some(head) = previous.filter(|m| {
            first - m.last <= 2
                && !words.is_parted(m.last + 1)
                && self.in_phrase(m.last + 1, first)
                && words.word(m.last).len() > 1
        }) {
            return Some((Rule::Modifier, vec![Who::of(head)]));
        }
        // "the ambition of NATO", "crimes by NATO".
        let link = (last + 1..(last + 3).min(words.to)).find(|&at| words.is(at, &["of", "by"]));
        if let Some(link) = link.filter(|&link| self.in_phrase(last + 1, link)) {
            let target = next.filter(|m| {
                m.first <= link + 1 + WITHIN && self.in_phrase_or_article(link + 1, m.first)
            });
            let rule = if words.is(link, &["by"]) { Rule::Agent } else { Rule::Possessive };
            if let Some(target) = target {
                let head = self.head(target);
                return Some((rule, self.coordinated(head)));
            }
        }
        self.predicate(previous)
            .or_else(|| self.apposition(previous, next))
            .or_else(|| self.pronoun())
    }

    /// "NATO is a puppet", "NATO, a puppet of all".
    fn predicate(&self, previous: Option<&Mention>) -> Found {
        let words = &self.words;
        let nearest = previous?;
        let copula = (nearest.last + 1..self.first).rev().find(|&at| {
            words.is_be(at)
                || words.is(
                    at,
                    &[
                        "remain", "remains", "remained", "become", "becomes", "became", "seem",
                        "seems",
                    ],
                )
        })?;
        let plain =
            |from: u32, to: u32| (from..to).all(|at| !words.is_parted(at) && !words.is_breaker(at));
        // "Kim, unlike Lee, is": not who stands behind a preposition, "of" aside.
        let stands = |m: &&Mention| {
            m.last < copula
                && !(m.first > words.from
                    && words.is_preposition(m.first - 1)
                    && !words.is(m.first - 1, &["of"]))
        };
        let subject = self.mentions.iter().rfind(stands)?;
        let close = self.first - copula <= 6 && copula - subject.last <= 8;
        (close && plain(copula, self.first) && plain(subject.last + 1, copula))
            .then(|| (Rule::Predicate, self.coordinated(subject)))
    }

    fn apposition(&self, previous: Option<&Mention>, next: Option<&Mention>) -> Found {
        let words = &self.words;
        let inside = |from: u32, to: u32| {
            to > from
                && to - from <= WITHIN + 1
                && words.has_comma(from)
                && (from + 1..to).all(|at| !words.is_parted(at))
                && (from..to).all(|at| words.is_determiner(at) || self.is_plain(at))
        };
        let behind = previous.filter(|m| {
            (inside(m.last + 1, self.first)
                || m.last + 1 == self.first && words.has_comma(self.first))
                && (words.is_determiner(m.last + 1) || m.last + 1 == self.first)
        });
        let before =
            next.filter(|m| m.first == self.last + 1 && words.has_comma(m.first) && !m.people);
        behind.or(before).map(|mention| (Rule::Apposition, vec![Who::of(mention)]))
    }

    /// "its sinister plan": whoever the pronoun stands for.
    fn pronoun(&self) -> Found {
        let words = &self.words;
        let own = (self.first.saturating_sub(WITHIN).max(words.from)..self.first)
            .rev()
            .take_while(|&at| !words.is_parted(at + 1))
            .find(|&at| words.is(at, &["its", "their", "his", "her"]))?;
        let before = self.mentions.iter().rfind(|m| m.last < own).or(self.before.as_ref())?;
        self.in_phrase(own + 1, self.first).then(|| (Rule::Possessive, vec![Who::of(before)]))
    }

    /// A label that is all the name there is: "the puppet group", "a merchant of death".
    fn label(&self, finding: &Finding, scene: &Scene<'_>) -> Found {
        let category = scene.lexicon.category_at(finding.category);
        let labels =
            category.group.id == "labels" && category.id != "euphemism" || category.id == "us-them";
        let noun = self.last + 1 >= self.words.to
            || self.words.is_parted(self.last + 1)
            || self.words.is_preposition(self.last + 1)
            || self.words.is_auxiliary(self.last + 1)
            || self.words.is_breaker(self.last + 1)
            || self.words.is(self.last + 1, &["and", "or"]);
        let own = Who { aimed: Aimed::Label, first: self.first, last: self.last };
        (labels && noun).then(|| (Rule::Label, vec![own]))
    }

    /// The rules of the clause and the sentence.
    fn far(&self, apart: impl Fn(&Mention) -> bool) -> Found {
        let words = &self.words;
        let cut = |at: u32| {
            words.is_cut(at)
                || words.has_comma(at)
                || words.is_breaker(at) && !words.is(at, &["as", "than", "or", "so"])
        };
        let start = (words.from + 1..=self.first).rev().find(|&at| cut(at)).unwrap_or(words.from);
        let end = (self.last + 1..words.to).find(|&at| cut(at)).unwrap_or(words.to);
        let mentions = || self.mentions.iter().filter(|m| apart(m));
        let head = |m: &Mention| self.is_head(m);
        // The subject stands before the cue, and no preposition before it.
        let subject = mentions().find(|m| {
            m.first >= start && m.last < self.first && head(m) && self.is_subject(m, start)
        });
        if let Some(subject) = subject {
            return Some((Rule::Subject, self.coordinated(subject)));
        }
        if let Some(before) =
            self.before.filter(|_| (start..self.first).any(|at| self.stands_for(at)))
        {
            return Some((Rule::Subject, vec![Who::of(&before)]));
        }
        // "… but stop a shameful act": the subject of the sentence, where the clause names nobody before.
        let own = mentions().any(|m| m.first >= start && m.last < self.first);
        let main = mentions().find(|m| m.last < start && head(m) && self.is_subject(m, words.from));
        if let Some(main) = main.filter(|_| {
            !own && words.is(start, &["and", "but", "or", "to", "which", "who", "that"])
        }) {
            return Some((Rule::Subject, self.coordinated(main)));
        }
        let near = mentions().filter(|m| m.first >= start && m.last < end).min_by_key(|m| {
            if m.last < self.first { self.first - m.last } else { m.first - self.last + 1 }
        });
        if let Some(near) = near {
            return Some((Rule::Clause, self.coordinated(self.head(near))));
        }
        // Of several actors the sentence does not say which.
        let only = mentions().next()?;
        mentions().all(|m| m.actor == only.actor).then(|| (Rule::Sentence, vec![Who::of(only)]))
    }

    /// Whether a pronoun that stands for the subject of the sentence before is at token `at`.
    fn stands_for(&self, at: u32) -> bool {
        at < self.words.from + 3 && self.words.is(at, &["it", "they", "he", "she"])
    }

    /// Whether a mention is the subject of the clause that starts at `start`.
    fn is_subject(&self, mention: &Mention, start: u32) -> bool {
        let words = &self.words;
        let lead = (start..mention.first).rev().take_while(|&at| !words.is_determiner(at)).count();
        let placed = (start..mention.first).any(|at| words.is_preposition(at));
        !placed && lead <= 6 && !words.is_possessive(mention.last)
    }

    /// Whether a mention is the head of its phrase: not a demonym before another noun.
    fn is_head(&self, mention: &Mention) -> bool {
        !std::ptr::eq(self.head(mention), mention) || !words_follow(&self.words, mention)
    }

    /// The mention that heads the phrase in which `mention` stands: "ROK" in "ROK military".
    fn head<'a>(&'a self, mention: &'a Mention) -> &'a Mention {
        let next = self.mentions.iter().find(|m| m.first > mention.last);
        match next {
            Some(next)
                if next.first - mention.last <= 2
                    && self.in_phrase(mention.last + 1, next.first)
                    && !self.words.is_parted(next.first)
                    && !self.words.is_possessive(mention.last)
                    && (mention.people || next.first == mention.last + 1) =>
            {
                next
            }
            _ => mention,
        }
    }

    /// A mention, and those that "and" or a comma joins to it.
    fn coordinated(&self, mention: &Mention) -> Vec<Who> {
        let mut all = vec![Who::of(mention)];
        let mut last = mention.last;
        for other in self.mentions.iter().filter(|m| m.first > mention.last) {
            let and =
                (last + 1..other.first).filter(|&at| self.words.is(at, &["and", "or"])).count()
                    == 1;
            let plain = (last + 1..other.first)
                .all(|at| self.words.is(at, &["and", "or"]) || self.words.is_determiner(at));
            if !and || !plain || other.first - last > 3 || all.len() > 3 {
                break;
            }
            all.push(Who::of(other));
            last = other.last;
        }
        all
    }

    /// Whether the tokens `from..to` and what stands around them are the inside of one noun phrase.
    fn in_phrase(&self, from: u32, to: u32) -> bool {
        !(from..=to).any(|at| at < self.words.to && self.words.is_parted(at))
            && (from..to).all(|at| self.is_plain(at))
    }

    fn in_phrase_or_article(&self, from: u32, to: u32) -> bool {
        !(from..=to).any(|at| at < self.words.to && self.words.is_parted(at))
            && (from..to).all(|at| self.is_plain(at) || self.words.is_determiner(at))
    }

    /// Whether a token is no word of grammar.
    fn is_plain(&self, at: u32) -> bool {
        let words = &self.words;
        words.is(at, &["and"])
            || !(words.is_determiner(at)
                || words.is_preposition(at)
                || words.is_breaker(at)
                || words.is_auxiliary(at)
                || words.is_pronoun(at)
                || words.is_be(at))
    }
}

/// Whether a demonym stands before another noun: "Russian missile operators".
fn words_follow(words: &Words<'_>, mention: &Mention) -> bool {
    let next = mention.last + 1;
    mention.people
        && next < words.to
        && !words.is_parted(next)
        && !words.is_preposition(next)
        && !words.is_auxiliary(next)
        && !words.is_breaker(next)
        && !words.word(mention.last).ends_with('s')
}
