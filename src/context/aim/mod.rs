//! Aim: which actors a cue is about, by the rule that links them.
//!
//! Each rule is tried in its order and the first that links somebody holds; where none does, nobody is
//! named. Scare quotes are linked to nobody, cues that neither blame nor praise within their phrase alone.
//!
//! `named` the cue holds the actor's name; `possessive` "NATO's sinister plan", "the ambition of NATO",
//! "its plan"; `modifier` they stand in one noun phrase; `agent` "crimes by NATO"; `predicate` "NATO is
//! a puppet"; `apposition` "NATO, a puppet of all"; `label` the cue is itself what somebody is called;
//! `subject` "NATO bribes them". Who is named as the speaker of indirect speech is not what it is about.
//! (The one actor of a clause, or of a sentence, is no link: read by hand, two of five such were right.)

mod far;
mod near;

use super::Scene;
use super::pronoun::Antecedents;
use crate::actors::{Cast, Mention};
use crate::lexicon::{ActorKind, Lexicon, Polarity, Role};
use crate::passes::{Aim, Aimed, Finding, Rule, SCARE_QUOTES, Stance};
use crate::text::{Span, Words};

/// Gives each cue that is loaded, or says whose fault it is, the actors that it is about.
pub(super) fn settle(findings: &mut [Finding], scene: &Scene<'_>) {
    let mut antecedents = Antecedents::default();
    for sentence in findings.chunk_by_mut(|a, b| a.sentence == b.sentence) {
        let number = sentence[0].sentence;
        let mentions = scene.cast.in_sentence(number);
        let words = Words::of(scene.document, number);
        let before = antecedents.before(scene, number);
        for finding in sentence.iter_mut().filter(|finding| aims(finding, scene.lexicon)) {
            let Some((first, last)) = scene.document.tokens_in(finding.span) else { continue };
            // "They vowed to …": what is said is not about them.
            let start = words.span(words.from, words.from);
            let says = finding.speaker.is_some_and(|speaker| speaker.covers(start));
            let words = words.around(first);
            let from = mentions.partition_point(|mention| mention.first < words.from);
            let to = mentions.partition_point(|mention| mention.first < words.to);
            let category = scene.lexicon.category_at(finding.category);
            let sight = Sight {
                lexicon: scene.lexicon,
                words,
                mentions: &mentions[from..to],
                first,
                last,
                before: before.filter(|_| !says),
                verb: category.role == Some(Role::Act),
                label: category.group.id == "labels" && category.polarity == Polarity::Negative,
                side: category.role == Some(Role::Sides),
            };
            let stance = stance(category.polarity);
            let speaker = finding.speaker;
            let apart = |m: &Mention| speaker.is_none_or(|s| !s.meets(m.span(scene.document)));
            let mut found = sight.near();
            // Who accuses is not accused.
            let own = category.role != Some(Role::Blame);
            if found.is_none() && own && stance != Stance::Neutral {
                found = sight.far(apart);
            }
            finding.aims = found.map_or_else(Vec::new, |(rule, who)| {
                let aim = |who: &Who| Aim { who: who.aimed, span: who.span(scene), stance, rule };
                who.iter().map(aim).collect()
            });
        }
    }
}

/// Whether a cue is about somebody: it is loaded wording, or says whose fault a thing is.
fn aims(finding: &Finding, lexicon: &Lexicon) -> bool {
    let category = lexicon.category_at(finding.category);
    finding.pass != SCARE_QUOTES
        && !category.group.apart
        && (category.loaded || category.role == Some(Role::Blame))
}

/// What a cue does to whom it is about.
const fn stance(polarity: Polarity) -> Stance {
    match polarity {
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
    const fn of(mention: &Mention) -> Self {
        Self { aimed: Aimed::Actor(mention.actor), first: mention.first, last: mention.last }
    }

    fn span(&self, scene: &Scene<'_>) -> Span {
        scene.document.span(self.first, self.last)
    }
}

/// The rule that holds, and whom it links.
type Found = Option<(Rule, Vec<Who>)>;

/// A cue in its sentence.
struct Sight<'a> {
    lexicon: &'a Lexicon,
    words: Words<'a>,
    mentions: &'a [Mention],
    /// The cue's tokens.
    first: u32,
    last: u32,
    /// Whom a pronoun at the start of the sentence stands for.
    before: Option<Mention>,
    /// Whether it is a verb: what stands behind it is its object.
    verb: bool,
    /// Whether it is a label that blames.
    label: bool,
    /// Whether it names one of the sides.
    side: bool,
}

impl Sight<'_> {
    /// The mention that heads the phrase in which `mention` stands: "military" in "ROK military".
    fn head<'a>(&'a self, mention: &'a Mention) -> &'a Mention {
        let next = self.mentions.iter().find(|m| m.first > mention.last);
        match next {
            Some(next)
                if next.first - mention.last <= 2
                    && self.in_phrase(mention.last + 1, next.first)
                    && !self.words.is_possessive(mention.last)
                    && (mention.people || next.first == mention.last + 1) =>
            {
                next
            }
            _ => mention,
        }
    }

    /// Whether a mention is of a group by its noun: officials, the military.
    fn is_group(&self, mention: &Mention) -> bool {
        Cast::kind(mention.actor, self.lexicon) == ActorKind::Group
    }

    /// A mention, and those that "and" joins to it, or that say whose a group is: "the leaders of Japan".
    fn coordinated(&self, mention: &Mention) -> Vec<Who> {
        let mut all = vec![Who::of(mention)];
        let mut last = mention.last;
        let owner = self.mentions.iter().find(|m| m.first > mention.last).filter(|m| {
            let mut between = last + 2..m.first;
            self.is_group(mention)
                && self.words.is(last + 1, &["of"])
                && m.first - last <= 3
                && between.all(|at| self.words.is_determiner(at))
        });
        if let Some(owner) = owner {
            all.push(Who::of(owner));
            last = owner.last;
        }
        let first = last;
        for other in self.mentions.iter().filter(|m| m.first > first) {
            let between = || last + 1..other.first;
            let and = between().filter(|&at| self.words.is(at, &["and", "or"])).count() == 1;
            let plain = between()
                .all(|at| self.words.is(at, &["and", "or"]) || self.words.is_determiner(at));
            if !and || !plain || other.first - last > 3 || all.len() > 3 {
                break;
            }
            all.push(Who::of(other));
            last = other.last;
        }
        all
    }

    /// Whether a mention is the subject of the clause that starts at `start`: nothing but what belongs to
    /// its phrase stands before it.
    fn is_subject(&self, mention: &Mention, start: u32) -> bool {
        let words = &self.words;
        let lead = |at: u32| {
            let plain = words.is_determiner(at) || words.is_breaker(at) || self.is_plain(at);
            plain && (at == start || !words.is_parted(at))
        };
        mention.first >= start
            && mention.first - start <= 5
            && (start..mention.first).all(lead)
            && !words.is_possessive(mention.last)
    }

    /// Whether the tokens `from..to` and what stands around them are the inside of one noun phrase.
    fn in_phrase(&self, from: u32, to: u32) -> bool {
        !(from..=to).any(|at| at < self.words.to && self.words.is_parted(at))
            && (from..to).all(|at| self.is_plain(at))
    }

    /// As [`Sight::in_phrase`], and nothing is joined by "and".
    fn in_one_phrase(&self, from: u32, to: u32) -> bool {
        self.in_phrase(from, to) && !(from..to).any(|at| self.words.is(at, &["and"]))
    }

    /// Whether a token is no word of grammar, "and" aside.
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
